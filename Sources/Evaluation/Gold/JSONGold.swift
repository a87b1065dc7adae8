internal import DocumentModel
internal import JSON

/// Gold as documents' JSON: what Galley writes, with what people changed in it. `references` are summaries by people.
enum JSONGold {
  /// The documents of a file that holds one, or one a line.
  static func documents(_ file: GoldFile) throws(GoldError) -> [GoldDocument] {
    let text = try file.text()
    do {
      return [try document(JSON(parsing: text), GoldPlaces(uri: file.uri, lines: .whole), line: nil, file)]
    } catch let error as JSONSyntaxError {
      // Several values, one a line.
      let first = text.utf8.split(separator: 0x0A, maxSplits: 1).first.map(Array.init) ?? []
      if error.location.line > 1, (try? JSON(parsing: first)) != nil { return try lines(file) }
      throw GoldError(
        file.uri, line: error.location.line, "is no JSON: column \(error.location.column): \(error.problem)")
    } catch {
      throw error as? GoldError ?? GoldError(file.uri, "\(error)")
    }
  }

  /// The documents of a file with one a line.
  static func lines(_ file: GoldFile) throws(GoldError) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    for (index, line) in try file.text().utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !" \t\r".utf8.contains($0) }) {
      let json: JSON
      do { json = try JSON(parsing: Array(line)) } catch {
        throw GoldError(file.uri, line: index + 1, "is no JSON: column \(error.location.column): \(error.problem)")
      }
      documents.append(try document(json, GoldPlaces(uri: file.uri, lines: .record(index + 1)), line: index + 1, file))
    }
    guard !documents.isEmpty else { throw GoldError(file.uri, "is empty") }
    return documents
  }

  private static func document(
    _ json: JSON, _ places: GoldPlaces, line: Int?, _ file: GoldFile
  ) throws(GoldError) -> GoldDocument {
    var document: Document
    do { document = try Document(json: json) } catch {
      let place = line ?? JSONLocator(file.bytes).location(of: error.pointer).line
      throw GoldError(
        file.uri, line: place,
        "is no document: \(error); ranges count Unicode characters, unless the document says \"offsets\": \"utf8\" or \"utf16\""
      )
    }
    if document.id.isEmpty { document.id = line.map { "\(file.stem)#\($0)" } ?? file.stem }
    if document.chains != nil { document.linkMentions() }
    var references = document.summaryBySentences.map { [$0] } ?? []
    for value in document.extra["references"]?.array ?? [] {
      guard let reference = value.string else {
        throw GoldError(
          file.uri, line: line, "\"references\" should be a list of texts, each a summary, but has \(value.kind) in it")
      }
      references.append(reference)
    }
    return GoldDocument(document: document, references: references, places: places)
  }
}

extension Document {
  /// Gives entities the chains that list them, where only the chains say so.
  fileprivate mutating func linkMentions() {
    for (index, chain) in (chains ?? []).enumerated() {
      for mention in chain.mentions where entities?[mention].chain == nil { entities?[mention].chain = index }
    }
  }
}
