internal import DocumentModel
internal import StageKit

/// The patterns of the user's own files.
struct PatternSet: Sendable {
  /// What a pattern says of what it finds.
  struct Meaning: Sendable {
    var label: Label
    var canonical: String?
    var id: String?
  }

  /// A pattern for the text.
  struct Expression: Sendable {
    var expression: RegularExpression
    /// The group that is the entity; 0 for all of a match.
    var group: Int
    var meaning: Int
    /// Where it stands, for messages: `deals.jsonl:3`.
    var place: String
  }

  private let meanings: [Meaning]
  private let tokens: TokenIndex
  private let tests: TokenTests
  private let expressions: [Expression]
  /// Where token patterns with a regular expression stand, for messages.
  private let places: [Int: String]
  /// Whether a pattern asks for the labels of what else is found.
  let asksForLabels: Bool

  /// - Parameters:
  ///   - files: the more important ones first.
  ///   - labels: takes up the labels that are new.
  /// - Throws: `FileErrors` where patterns make no sense.
  init(_ files: [PatternFile], labels: inout LabelNames) throws(FileErrors) {
    var compiler = PatternCompiler(labels: labels)
    for file in files { try compiler.add(file) }
    labels = compiler.labels
    meanings = compiler.meanings
    tokens = TokenIndex(compiler.sequences)
    tests = compiler.tests
    expressions = compiler.expressions
    places = compiler.places
    asksForLabels = compiler.asksForLabels
  }

  func canonicalName(of pattern: Int) -> String? { meanings[pattern].canonical }
  func id(of pattern: Int) -> String? { meanings[pattern].id }

  /// What the patterns find, in reading order, none overlapping another: the longest, then the first in the text, then the
  /// first in the files.
  ///
  /// - Parameter entities: what else is found, in order, for patterns that ask for its labels.
  /// - Throws: `StageFailure` where a regular expression takes too long on this text.
  func matches(in text: LookedUpText, entities: [Candidate]) throws -> [Candidate] {
    var found = try tokenMatches(in: text, labels: asksForLabels ? Self.labels(of: entities, count: text.count) : [])
    try addExpressionMatches(in: text, to: &found)
    // The order of the files decides between equals.
    return found.sorted { $0.meaning < $1.meaning }.map { match in
      var candidate = Candidate(
        tokens: match.tokens, range: match.range, label: meanings[match.meaning].label, why: .pattern,
        score: Confidence.certain)
      let meaning = meanings[match.meaning]
      if meaning.id != nil || meaning.canonical != nil { candidate.term = match.meaning }
      return candidate
    }.longest(tokenCount: text.count)
  }

  private struct Match {
    var tokens: Range<Int>
    var range: TextRange
    var meaning: Int
  }

  /// The labels of tokens by their numbers from 1 on, 0 for none.
  private static func labels(of entities: [Candidate], count: Int) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: count)
    for entity in entities { for token in entity.tokens { labels[token] = entity.label.rawValue + 1 } }
    return labels
  }

  // MARK: - Tokens

  private func tokenMatches(in text: LookedUpText, labels: [UInt8]) throws(StageFailure) -> [Match] {
    guard !tokens.isEmpty else { return [] }
    var matcher = TokenMatcher(text: text, index: tokens, tests: tests, labels: labels)
    do throws(TokenMatcher.Failure) {
      try matcher.run()
    } catch {
      throw Self.failure(of: "a REGEX of the pattern at \(places[error.meaning] ?? "")")
    }
    return matcher.matches.map {
      Match(tokens: $0.tokens, range: text.text.range(of: $0.tokens), meaning: $0.meaning)
    }
  }

  private static func failure(of what: String) -> StageFailure {
    StageFailure(
      "\(what) takes too many steps in this text; a repetition inside a repetition, such as (a+)+, costs so much: "
        + "a possessive one, (a++)+, does not")
  }

  // MARK: - Regular expressions

  private func addExpressionMatches(in text: LookedUpText, to matches: inout [Match]) throws {
    guard !expressions.isEmpty, text.count > 0 else { return }
    guard let space = RegularExpression.Space() else { throw StageFailure("no memory left to search for patterns") }
    try text.text.text.utf8.span.withUnsafeBufferPointer { bytes in
      for expression in expressions {
        var start = 0
        var token = 0
        while start < bytes.count {
          guard let match = try Self.next(expression, in: bytes, from: start, space) else { break }
          start = max(match.whole.upperBound, start + 1)
          while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
          guard let group = match.group, let range = Self.trimmed(group, in: bytes) else { continue }
          // Matches come in order, but what is a group may lie in a look-behind, before the match before.
          if token > 0, text.text[token - 1].end > range.start { token = 0 }
          while token < text.count, text.text[token].end <= range.start { token += 1 }
          var end = token
          while end < text.count, text.text[end].start < range.end { end += 1 }
          guard token < end else { continue }
          matches.append(Match(tokens: token..<end, range: range, meaning: expression.meaning))
        }
      }
    }
  }

  private static func next(
    _ expression: Expression, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ space: RegularExpression.Space
  ) throws(StageFailure) -> (whole: Range<Int>, group: Range<Int>?)? {
    do throws(RegularExpression.TooManySteps) {
      return try expression.expression.firstMatch(in: bytes, from: start, group: expression.group, space)
    } catch {
      throw failure(of: "the regex of the pattern at \(expression.place)")
    }
  }

  /// The range without white space at its ends; `nil` where nothing is left.
  private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> TextRange? {
    var range = range
    while let first = range.first, bytes[first].isSpace { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
    return range.isEmpty ? nil : TextRange(range.lowerBound, range.upperBound)
  }
}
