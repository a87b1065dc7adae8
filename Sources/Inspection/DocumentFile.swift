public import DocumentModel
public import JSON

/// The documents of a file: one as JSON, or one a line.
public enum DocumentFile {
  /// Reads the documents that `bytes` hold: lines of their own, where the first line is a whole JSON value and others
  /// follow; otherwise one.
  public static func documents(in bytes: [UInt8]) throws(DocumentFileError) -> [Document] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    guard lines.count > 1, let first = lines.first, (try? JSON(parsing: Array(first.element))) != nil else {
      return [try document(bytes, line: nil)]
    }
    var documents: [Document] = []
    for (index, line) in lines { documents.append(try document(Array(line), line: index + 1)) }
    return documents
  }

  private static func document(_ bytes: [UInt8], line: Int?) throws(DocumentFileError) -> Document {
    let json: JSON
    do {
      json = try JSON(parsing: bytes)
    } catch {
      throw DocumentFileError(problem: .syntax(error), line: line)
    }
    do {
      return try Document(json: json)
    } catch {
      throw DocumentFileError(problem: .format(error), line: line)
    }
  }
}

/// Why a file holds no documents.
public struct DocumentFileError: Error, Hashable, Sendable {
  public let problem: Problem
  /// The line of the document, counted from 1, in a file that has one a line.
  public let line: Int?

  public enum Problem: Hashable, Sendable {
    case syntax(JSONSyntaxError)
    case format(DocumentFormatError)
  }
}

extension DocumentFileError: CustomStringConvertible {
  public var description: String {
    switch (problem, line) {
    case (.syntax(let error), nil): "is no JSON: \(error)"
    case (.syntax(let error), let line?): "line \(line), column \(error.location.column): is no JSON: \(error.problem)"
    case (.format(let error), nil): "is no document: \(error)"
    case (.format(let error), let line?): "line \(line): is no document: \(error)"
    }
  }
}
