internal import DocumentModel

/// Tells whose turn each sentence of an interview belongs to: what is asked needs its answer, and says nothing alone.
///
/// Interviews in print set each turn as a paragraph, with a label ("Q:", "Keller:") or without.
struct InterviewTurns {
  /// Whether each sentence stands in a turn of whoever asks.
  private(set) var isAsked: [Bool]

  /// How many turns of one kind make an interview.
  private static let leastQuestions = 2
  /// The share of a text's paragraphs that are questions in an interview.
  private static let leastShare = 0.1
  /// The most sentences of a turn that asks without a question.
  private static let longestAddress = 2

  /// One paragraph with sentences.
  private struct Turn {
    var sentences: Range<Int>
    var label: [UInt8]
    var isQuestion: Bool
  }

  init(_ words: DocumentWords, _ marks: [SentenceMarks], _ document: Document) {
    isAsked = [Bool](repeating: false, count: marks.count)
    guard marks.count(where: \.isQuestion) >= Self.leastQuestions else { return }
    let turns = Self.turns(words, marks, document)
    let askers = Self.askers(turns)
    // A question that is answered: what is asked without an answer is an article's own.
    let answered = turns.indices.dropLast().count { turns[$0].isQuestion && !turns[$0 + 1].isQuestion }
    let isInterview = answered >= Self.leastQuestions && Double(answered) >= Self.leastShare * Double(turns.count)
    guard isInterview || !askers.isEmpty else { return }
    for turn in turns where turn.isQuestion || askers.contains(turn.label) || Self.isAddress(turn, words) {
      for sentence in turn.sentences { isAsked[sentence] = true }
    }
  }

  /// Whether a turn speaks to whoever is asked, and of nobody else: "You have been much read lately."
  private static func isAddress(_ turn: Turn, _ words: DocumentWords) -> Bool {
    guard turn.sentences.count <= longestAddress else { return false }
    let traits = turn.sentences.lazy.flatMap { words.indices(ofSentence: $0) }.map { words.form($0).traits }
    return traits.contains { $0.contains(.secondPerson) } && !traits.contains { $0.contains(.firstPerson) }
  }

  /// The paragraphs that have sentences, in order.
  private static func turns(_ words: DocumentWords, _ marks: [SentenceMarks], _ document: Document) -> [Turn] {
    let starts = (document.paragraphs ?? []).map(\.range.start).sorted()
    let bytes = document.text.utf8.span
    var turns: [Turn] = []
    var next = 0
    for sentence in marks.indices {
      let before = next
      while next < starts.count, starts[next] <= words.sentences[sentence].start { next += 1 }
      if next > before || turns.isEmpty {
        turns.append(
          Turn(sentences: sentence..<sentence, label: words.label(ofSentence: sentence, bytes), isQuestion: false))
      }
      turns[turns.count - 1].sentences = turns[turns.count - 1].sentences.lowerBound..<sentence + 1
      turns[turns.count - 1].isQuestion = marks[sentence].isQuestion
    }
    return turns
  }

  /// The labels of those most of whose turns are questions, where another's are not.
  private static func askers(_ turns: [Turn]) -> [[UInt8]] {
    let byLabel = Dictionary(grouping: turns.filter { !$0.label.isEmpty }, by: \.label)
    guard byLabel.count > 1 else { return [] }
    let askers = byLabel.filter { _, turns in
      turns.count >= leastQuestions && 2 * turns.count(where: \.isQuestion) > turns.count
    }
    return askers.count < byLabel.count ? askers.keys.sorted { $0.lexicographicallyPrecedes($1) } : []
  }
}

extension DocumentWords {
  /// The words with a colon that a sentence begins with, in the manner of "Keller:" or "Q:"; empty where none do.
  fileprivate func label(ofSentence sentence: Int, _ bytes: Span<UInt8>) -> [UInt8] {
    let start = sentences[sentence].start
    for index in indices(ofSentence: sentence).prefix(4) {
      guard form(index).traits.contains(.capitalized) else { return [] }
      let end = Int(words[index].end)
      if end < sentences[sentence].end, bytes[end] == UInt8(ascii: ":") { return (start..<end).map { bytes[$0] } }
    }
    return []
  }
}
