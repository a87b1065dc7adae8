internal import StageKit

/// A file of terms: a line each, `term⇥label⇥canonical name⇥id`, the last two as wanted.
///
/// UTF-8. Empty lines, lines that begin with `#` and a first line with the names of the columns are passed over.
struct TermFile: Sendable {
  /// The path as the options give it.
  let path: String
  private let bytes: [UInt8]
  /// How many lines there are, at most.
  let lineCount: Int

  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")

  /// - Throws: `ResourceError` where the file can't be read, is larger than 4 GB or no UTF-8.
  init(_ path: String, in resources: Resources) throws(ResourceError) {
    self.path = path
    let bytes = try resources.bytes(of: path)
    guard bytes.count < UInt32.max else {
      throw ResourceError(path: resources.resolved(path), reason: "a list of terms has to be smaller than 4 GB")
    }
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    lineCount = self.bytes.count(where: { $0 == Self.newline }) + 1
    guard String(validating: self.bytes, as: UTF8.self) != nil else {
      throw ResourceError(path: resources.resolved(path), reason: "a list of terms has to be UTF-8")
    }
  }

  /// Calls `body` with each term, how many tokens it has and the hash of the first; `failing` with a line and what is
  /// wrong with it.
  ///
  /// - Parameter labels: takes up the labels that are new.
  func forEachTerm(
    labels: inout LabelNames, _ body: (_ term: TermLists.Term, _ tokenCount: Int, _ first: UInt64) -> Void,
    failing: (_ line: Int, TermProblem) -> Void
  ) {
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Self.newline) ?? bytes.count
      number += 1
      defer { start = end + 1 }
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let columns = line.split(separator: Self.tab, maxSplits: 4, omittingEmptySubsequences: false)
      if number == 1, columns.first.map({ $0.elementsEqual("term".utf8) }) == true { continue }
      do throws(TermProblem) {
        let (term, tokens) = try Self.term(columns, line: start, labels: &labels)
        body(term, tokens.count, tokens[0].hash)
      } catch {
        failing(number, error)
      }
    }
  }

  private static func term(
    _ columns: [ArraySlice<UInt8>], line: Int, labels: inout LabelNames
  ) throws(TermProblem) -> (TermLists.Term, TokenizedText) {
    guard columns.count >= 2 else { throw .noLabel }
    guard columns.count <= 4 else { throw .tooManyColumns }
    let text = TokenizedText(String(decoding: columns[0], as: UTF8.self))
    guard text.count > 0 else { throw .noTerm }
    guard text.count <= TermLists.longestTerm else { throw .longTerm }
    let label = try Self.label(columns[1], labels: &labels)
    let all = 0..<text.count
    let isLower = all.allSatisfy { text[$0].shape == .lower || text[$0].shape == .caseless }
    return (
      TermLists.Term(
        hash: text.foldedHash(of: all), exact: text.exactHash(of: all), line: UInt32(line), file: 0, label: label,
        isLower: isLower),
      text
    )
  }

  private static func label(
    _ name: ArraySlice<UInt8>, labels: inout LabelNames
  ) throws(TermProblem) -> Label {
    do throws(LabelProblem) {
      return try labels.label(named: String(decoding: name, as: UTF8.self))
    } catch {
      throw .label(error)
    }
  }

  /// What stands in a column, counted from 0, of the line that begins at a byte; `nil` for nothing.
  func column(_ column: Int, at line: UInt32) -> String? {
    let rest = bytes[Int(line)...].prefix { $0 != Self.newline && $0 != UInt8(ascii: "\r") }
    let columns = rest.split(separator: Self.tab, omittingEmptySubsequences: false)
    guard column < columns.count, !columns[column].isEmpty else { return nil }
    return String(decoding: columns[column], as: UTF8.self)
  }

  /// The number of the line that begins at a byte, from 1 on.
  func lineNumber(at line: UInt32) -> Int { bytes[..<Int(line)].count(where: { $0 == Self.newline }) + 1 }
}
