internal import DocumentModel

/// How well a sentence stands on its own, away from its neighbours.
struct Standing {
  /// What its score is multiplied by, from 0 to 1.
  var factor: Double
  /// Whether its first word leans on the sentence before: "He", "However".
  var leans: Bool
  /// Whether it stands under a picture.
  var isCaption: Bool

  /// What a leaning sentence's score is multiplied by where the sentence before is not in the summary.
  static let leaning = 0.6
}

extension DocumentWords {
  /// How each sentence stands alone.
  ///
  /// The factors are an editor's rules of thumb, not fitted: ROUGE hardly tells them apart, readers do.
  func standings(in document: Document) -> [Standing] {
    let kinds = document.paragraphKinds(of: sentences)
    let saidElsewhere = document.areSaidElsewhere(sentences)
    let bytes = document.text.utf8.span
    let marks = sentences.indices.map { SentenceMarks(bytes, sentences[$0], words: words[indices(ofSentence: $0)]) }
    // In a text all in small letters these tell nothing.
    let hasCapitals = 2 * marks.count { $0.opensMidSentence } < marks.count
    let start = startOfReport(in: bytes)
    let captions = areCaptions(marks, in: bytes)
    let references = OpenReferences(self, document)
    let turns = InterviewTurns(self, marks, document)
    return sentences.indices.map { sentence in
      let indices = indices(ofSentence: sentence)
      let marks = marks[sentence]
      var factor = 1.0
      switch indices.count {
      case ..<6: factor *= 0.3
      case ..<8: factor *= 0.8
      case 100...: factor *= 0.5
      case 46...: factor *= 0.9
      default: break
      }
      switch kinds[sentence] {
      case .listItem: factor *= 0.4
      case .quote: factor *= 0.6
      default: break
      }
      switch marks.last {
      case .stop: break
      case .question: factor *= marks.isQuestion ? 0.3 : 0.5
      case .colon: factor *= 0.3
      case .none: factor *= 0.4
      }
      if 3 * indices.count(where: { form($0).traits.contains(.numeric) }) > indices.count { factor *= 0.5 }
      if !marks.isBalanced { factor *= 0.5 }
      if captions[sentence] { factor *= 0.3 }
      if references.isInFirstPerson[sentence] { factor *= 0.4 }
      if turns.isAsked[sentence] { factor *= 0.2 }
      if isCourtesy(sentence, in: bytes) { factor *= 0.3 }
      if sentence < start { factor *= 0.4 }
      if marks.opensWithQuotation { factor *= 0.8 }
      if hasCapitals, marks.opensMidSentence { factor *= 0.5 }
      if isVerbless(sentence) { factor *= 0.5 }
      let isLeftOver = saidElsewhere[sentence]
      let leans = isLeftOver || leans(sentence, in: bytes) || references.pointsBack[sentence]
      return Standing(factor: factor, leans: leans, isCaption: captions[sentence])
    }
  }

  /// Whether each sentence stands under a picture: one with a credit, and those of the same line before "Image: …".
  private func areCaptions(_ marks: [SentenceMarks], in bytes: Span<UInt8>) -> [Bool] {
    var are = marks.map(\.isCaption)
    for sentence in are.indices.dropLast().reversed() where marks[sentence + 1].isCaption || are[sentence + 1] {
      let isCredit = indices(ofSentence: sentence + 1).first.map { bytes[Int(words[$0].end)] == UInt8(ascii: ":") }
      let gap = sentences[sentence].end..<sentences[sentence + 1].start
      if isCredit == true, !gap.contains(where: { bytes[$0] == 0x0A }) { are[sentence] = true }
    }
    return are
  }

  /// The sentence that the report begins with, by its dateline: "Evansville, Indiana - This week". What the first few
  /// sentences say before it is what stands under pictures; without a dateline it is 0.
  private func startOfReport(in bytes: Span<UInt8>) -> Int {
    sentences.indices.prefix(6).first { sentence in
      let indices = indices(ofSentence: sentence)
      guard let first = indices.first, Int(words[first].start) == sentences[sentence].start else { return false }
      for index in indices.prefix(8) {
        guard form(index).traits.contains(.capitalized) else { return false }
        let next = index + 1 < indices.upperBound ? Int(words[index + 1].start) : sentences[sentence].end
        if bytes.isDash(Int(words[index].end), next) { return true }
      }
      return false
    } ?? 0
  }

  /// Whether the words that a sentence opens with lean on the one before: "He", "For example".
  private func leans(_ sentence: Int, in bytes: Span<UInt8>) -> Bool {
    guard let first = indices(ofSentence: sentence).first else { return false }
    if form(first).traits.contains(.opener) { return true }
    return opens(sentence, withOneOf: classes.openingPhrases, in: bytes)
  }

  /// Whether a sentence only greets or thanks: "Thank you", "Good morning".
  private func isCourtesy(_ sentence: Int, in bytes: Span<UInt8>) -> Bool {
    opens(sentence, withOneOf: classes.courtesies, in: bytes)
  }

  /// Whether a sentence begins with one of `phrases`, which are in small letters.
  private func opens(_ sentence: Int, withOneOf phrases: [[UInt8]], in bytes: Span<UInt8>) -> Bool {
    guard let first = indices(ofSentence: sentence).first, form(first).traits.contains(.phraseOpener) else {
      return false
    }
    let start = Int(words[first].start)
    return phrases.contains { phrase in
      let end = start + phrase.count
      guard end <= sentences[sentence].end else { return false }
      for index in phrase.indices where bytes[start + index] | 0x20 != phrase[index] { return false }
      return end == sentences[sentence].end || WordScanner.letter(in: bytes, end, sentences[sentence].end) == 0
    }
  }
}

extension Span<UInt8> {
  /// Whether a dash between spaces stands from `start` to `end`: "-", "--", "–" or "—".
  fileprivate func isDash(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, self[start] == 0x20, self[end - 1] == 0x20 else { return false }
    switch end - start {
    case 3: return self[start + 1] == UInt8(ascii: "-")
    case 4: return self[start + 1] == UInt8(ascii: "-") && self[start + 2] == UInt8(ascii: "-")
    case 5:
      return self[start + 1] == 0xE2 && self[start + 2] == 0x80 && (self[start + 3] == 0x93 || self[start + 3] == 0x94)
    default: return false
    }
  }
}

extension Document {
  /// Whether each of `ranges`, which are in order, is mostly a direct quotation whose speaker another sentence names.
  fileprivate func areSaidElsewhere(_ ranges: [TextRange]) -> [Bool] {
    var areSaid = [Bool](repeating: false, count: ranges.count)
    var next = 0
    guard let quotations else { return areSaid }
    for index in directQuotations {
      let quoted = quotations[index].range
      while next < ranges.count, ranges[next].end <= quoted.start { next += 1 }
      var at = next
      while at < ranges.count, ranges[at].start < quoted.end {
        let shared = min(ranges[at].end, quoted.end) - max(ranges[at].start, quoted.start)
        let isNamedHere = quotations[index].source.map { ranges[at].contains($0) } ?? false
        if !isNamedHere, 2 * shared > ranges[at].count { areSaid[at] = true }
        at += 1
      }
    }
    return areSaid
  }

  /// The kind of the paragraph that each of `ranges` begins in; both are in order.
  fileprivate func paragraphKinds(of ranges: [TextRange]) -> [Paragraph.Kind] {
    let paragraphs = paragraphs ?? []
    let isInOrder = zip(paragraphs.indices, paragraphs.indices.dropFirst()).allSatisfy {
      paragraphs[$0].range <= paragraphs[$1].range
    }
    let order =
      isInOrder
      ? Array(paragraphs.indices) : paragraphs.indices.sorted { paragraphs[$0].range < paragraphs[$1].range }
    var next = 0
    return ranges.map { range in
      while next < order.count, paragraphs[order[next]].range.end <= range.start { next += 1 }
      guard next < order.count, paragraphs[order[next]].range.contains(range.start) else { return .text }
      return paragraphs[order[next]].kind
    }
  }
}
