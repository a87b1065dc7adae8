internal import JSON
internal import StageKit

/// A file of patterns: a JSON object a line, as spaCy's entity ruler writes them, or one list of such objects.
///
/// UTF-8. Empty lines and lines that begin with `#` are passed over.
struct PatternFile {
  /// The path as the options give it.
  let path: String
  private(set) var entries: [Entry] = []
  private(set) var errors: FileErrors

  /// One pattern as it is written, and where.
  struct Entry {
    var json: JSON
    /// The lines before the text that it stands in.
    fileprivate var linesBefore: Int
    /// The bytes of that text in the file.
    fileprivate var bytes: Range<Int>
    /// The way to it in that text.
    fileprivate var pointer: JSONPointer
  }

  private let bytes: [UInt8]

  /// - Throws: `ResourceError` where the file can't be read or is no UTF-8.
  init(_ path: String, in resources: Resources) throws(ResourceError) {
    let bytes = try resources.bytes(of: path)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ResourceError(path: resources.resolved(path), reason: "a file of patterns has to be JSON in UTF-8")
    }
    self.init(path, bytes: bytes)
  }

  /// - Parameter bytes: what the file holds, in UTF-8.
  init(_ path: String, bytes: [UInt8]) {
    self.path = path
    errors = FileErrors(path: path)
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if self.bytes.first(where: { !$0.isSpace }) == UInt8(ascii: "[") { readList() } else { readLines() }
  }

  private mutating func readList() {
    do {
      let list = try JSON(parsing: bytes)
      for (index, json) in (list.array ?? []).enumerated() {
        entries.append(Entry(json: json, linesBefore: 0, bytes: bytes.indices, pointer: .root.appending(index)))
      }
    } catch {
      errors.append(line: error.location.line, column: error.location.column, error.problem)
    }
  }

  private mutating func readLines() {
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer {
        start = end + 1
        number += 1
      }
      let line = bytes[start..<end]
      guard let first = line.first(where: { !$0.isSpace }), first != UInt8(ascii: "#") else { continue }
      do {
        let json = try JSON(parsing: bytes.span.extracting(start..<end))
        entries.append(Entry(json: json, linesBefore: number, bytes: start..<end, pointer: .root))
      } catch {
        let isCut = error.location.offset >= line.count
        errors.append(
          line: number + 1, column: error.location.column,
          isCut
            ? "the line ends inside the pattern; a pattern takes one line, or all stand in one list, in [ and ]"
            : error.problem)
      }
    }
  }

  /// The line that a pattern begins on, from 1.
  ///
  /// - Complexity: O(n) in the bytes of a list.
  func line(of entry: Entry) -> Int { entry.linesBefore + place(of: entry, .root, .value).line }

  /// Remembers what is wrong at a place inside a pattern.
  mutating func refuse(_ entry: Entry, _ problem: PatternProblem) {
    let place = place(of: entry, problem.pointer, problem.part)
    errors.append(line: entry.linesBefore + place.line, column: place.column, problem.reason)
  }

  private func place(of entry: Entry, _ pointer: JSONPointer, _ part: JSONLocator.Part) -> JSONLocation {
    JSONLocator(Array(bytes[entry.bytes])).location(of: entry.pointer.appending(pointer), part)
  }
}

/// What is wrong with one pattern, and where in it.
struct PatternProblem: Error {
  var pointer: JSONPointer
  var part: JSONLocator.Part
  var reason: String

  init(_ reason: String, at pointer: JSONPointer = .root, _ part: JSONLocator.Part = .value) {
    self.pointer = pointer
    self.part = part
    self.reason = reason
  }
}
