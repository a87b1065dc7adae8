internal import DocumentModel
internal import StageKit

/// Names of the user's own, out of files: what each one names, and by which canonical name and id.
///
/// A term is found by the hash of its folded tokens, so that spaces and line breaks between them don't matter, and then
/// has to be written as the file writes it. In capitals throughout it is found too, unless it is short; a term in small
/// letters is found however it is written. All lists together are one table, so a text is looked through once.
struct TermLists: Sendable {
  private var files: [TermFile] = []
  /// In the order of files and lines; of equal terms of several files only the first is there.
  private var terms: [Term] = []
  /// Open addressing with linear probing: the index of a term, or `UInt32.max`; a power of two of slots, half of them
  /// free at least.
  private var slots: [UInt32]
  /// By the low bits of the hash of a word: how many tokens the longest term that begins with it has.
  private var longest: [UInt8]

  /// The longest term, in tokens.
  static let longestTerm = 32

  /// One term: its line says the rest.
  struct Term: Sendable {
    /// The hash of its folded tokens, in `Gazetteer`'s way.
    var hash: UInt64
    /// That of the tokens as they are written.
    var exact: UInt64
    /// The byte that its line begins with.
    var line: UInt32
    var file: UInt16
    var label: Label
    var isLower: Bool
  }

  /// Reads the files at `paths`, the more important ones first.
  ///
  /// - Throws: `ResourceError` where one can't be read, `FileErrors` where lines of it make no sense.
  init(_ paths: [String], labels: inout LabelNames, in resources: Resources) throws {
    for path in paths { files.append(try TermFile(path, in: resources)) }
    let count = files.reduce(0) { $0 + $1.lineCount }
    slots = Array(repeating: .max, count: Self.powerOfTwo(atLeast: 2 * count))
    longest = Array(repeating: 0, count: Self.powerOfTwo(atLeast: 4 * count))
    terms.reserveCapacity(count)
    for (index, file) in files.enumerated() {
      var errors = FileErrors(path: file.path)
      file.forEachTerm(labels: &labels) { term, tokenCount, first in
        var term = term
        term.file = UInt16(index)
        add(term, tokenCount: tokenCount, first: first, &errors)
      } failing: { line, problem in
        errors.append(line: line, "\(problem)")
      }
      if !errors.isEmpty { throw errors }
    }
  }

  private static func powerOfTwo(atLeast count: Int) -> Int {
    var power = 64
    while power < count { power *= 2 }
    return power
  }

  private mutating func add(_ term: Term, tokenCount: Int, first: UInt64, _ errors: inout FileErrors) {
    var slot = self.slot(of: term.hash)
    while slots[slot] != .max {
      let other = terms[Int(slots[slot])]
      if other.hash == term.hash, other.exact == term.exact {
        if other.file == term.file, !isSame(other, term) {
          let file = files[Int(term.file)]
          errors.append(
            line: file.lineNumber(at: term.line),
            "\(TermProblem.ambiguous(with: file.lineNumber(at: other.line)))")
        }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(terms.count)
    terms.append(term)
    let place = Int(truncatingIfNeeded: first) & (longest.count - 1)
    longest[place] = max(longest[place], UInt8(tokenCount))
  }

  /// Whether two lines say the same of their term.
  private func isSame(_ one: Term, _ other: Term) -> Bool {
    let file = files[Int(one.file)]
    return one.label == other.label && file.column(2, at: one.line) == file.column(2, at: other.line)
      && file.column(3, at: one.line) == file.column(3, at: other.line)
  }

  // FNV's low bits are as good as its high ones, but a sequence's hash ends with a multiplication, whose high ones are.
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1) }

  // MARK: Looking up

  /// The terms of the text in reading order, the longest one at each place, none overlapping another.
  func matches(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      guard let (end, term) = longestMatch(at: index, in: text) else {
        index += 1
        continue
      }
      var candidate = Candidate(
        tokens: index..<end, range: text.text.range(of: index..<end), label: terms[term].label, why: .gazetteer,
        score: Confidence.certain)
      candidate.term = term
      found.append(candidate)
      index = end
    }
    return found
  }

  private func longestMatch(at index: Int, in text: LookedUpText) -> (end: Int, term: Int)? {
    var hash = text.text[index].hash
    let limit = min(text.count, index + Int(longest[Int(truncatingIfNeeded: hash) & (longest.count - 1)]))
    var best: (end: Int, term: Int)?
    var end = index + 1
    while end <= limit {
      if let term = term(hash, index..<end, in: text) { best = (end, term) }
      guard end < limit, text.isJoined(at: end) else { break }
      hash = Gazetteer.extended(hash, by: text.text[end].hash)
      end += 1
    }
    return best
  }

  /// The term of this hash that the tokens may stand for: one that is written so before one that is not.
  private func term(_ hash: UInt64, _ tokens: Range<Int>, in text: LookedUpText) -> Int? {
    var slot = self.slot(of: hash)
    var loose: Int?
    while slots[slot] != .max {
      let term = Int(slots[slot])
      slot = (slot + 1) & (slots.count - 1)
      guard terms[term].hash == hash else { continue }
      if terms[term].exact == text.text.exactHash(of: tokens) { return term }
      if loose == nil, terms[term].isLower || isLoud(tokens, in: text) { loose = term }
    }
    return loose
  }

  /// Capitals throughout say nothing of the word, unless they are few: "US", "WHO".
  private func isLoud(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    text.text.isAllCapitals(tokens) && text.text.range(of: tokens).count > 4
  }

  // MARK: What the lines say

  var count: Int { terms.count }

  /// The hash of a term, for one that has neither id nor canonical name.
  func hash(of term: Int) -> UInt64 { terms[term].exact }

  /// The canonical name that its line gives it.
  func canonicalName(of term: Int) -> String? { files[Int(terms[term].file)].column(2, at: terms[term].line) }

  /// The id that its line gives it.
  func id(of term: Int) -> String? { files[Int(terms[term].file)].column(3, at: terms[term].line) }
}
