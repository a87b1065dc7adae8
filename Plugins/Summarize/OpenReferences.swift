internal import DocumentModel
internal import TextBytes

/// Finds what in a sentence points to something that stands in another one: "these attacks", "neither side".
struct OpenReferences {
  /// Whether a reader of each sentence alone asks which or who.
  private(set) var pointsBack: [Bool]
  /// Whether each sentence of a report has "I" or "my" outside quotation marks: somebody's words whose marks are missing.
  private(set) var isInFirstPerson: [Bool]

  /// How far from its beginning a pronoun still stands before what the sentence is about: "Despite their attempts, …".
  private static let opening = 4
  /// How many sentences back a thing has been named for the first time that a sentence opens with.
  private static let memory = 3
  /// The share of sentences in the first person up to which a text is a report that has somebody else's words in it.
  private static let firstPersonShare = 0.15

  init(_ words: DocumentWords, _ document: Document) {
    let count = words.sentences.count
    pointsBack = [Bool](repeating: false, count: count)
    isInFirstPerson = pointsBack
    let quoted = document.directQuotations.map { document.quotations?[$0].range ?? TextRange(0, 0) }
    let isNaming = document.entities == nil ? nil : document.areNaming(words.sentences)
    let bytes = document.text.utf8.span
    for sentence in 0..<count {
      let indices = words.indices(ofSentence: sentence)
      for index in indices where !words.form(index).traits.isDisjoint(with: .pointers) {
        // What points back within a quotation does so where it was said.
        guard !quoted.holds(Int(words.words[index].start)) else { continue }
        let traits = words.form(index).traits
        if traits.contains(.firstPerson) { isInFirstPerson[sentence] = true }
        let isOpen =
          traits.contains(.demonstrative) && words.isOpenDemonstrative(index, in: indices, bytes)
          || traits.contains(.oneOfTwo) && words.isOpenPair(index, in: indices, bytes)
          || traits.contains(.objectPronoun) && words.isOpenObject(index, in: indices)
          || traits.contains(.thirdPerson) && index - indices.lowerBound < Self.opening && isNaming?[sentence] == false
        if isOpen { pointsBack[sentence] = true }
      }
      let memory = words.firstWords[max(0, sentence - Self.memory)]..<indices.lowerBound
      if words.opensWithKnownThing(indices, after: memory, bytes) { pointsBack[sentence] = true }
    }
    if Double(isInFirstPerson.count { $0 }) > Self.firstPersonShare * Double(count) {
      isInFirstPerson = [Bool](repeating: false, count: count)
    }
  }
}

extension DocumentWords {
  /// Whether "these" at `index` means what does not stand before it in the sentence: "these attacks".
  fileprivate func isOpenDemonstrative(_ index: Int, in indices: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard index > indices.lowerBound, index + 1 < indices.upperBound else { return false }
    let noun = form(index + 1)
    guard noun.class != .function, noun.class != .calendar, !word(index + 1, isOneOf: Self.times, bytes) else {
      return false
    }
    return !(indices.lowerBound..<index).contains { form($0).term == noun.term }
  }

  /// Whether "it" at `index` is the object of a verb near the beginning: "Norrsund has replaced it with another". It is not
  /// what the subject names, or it would be "itself".
  fileprivate func isOpenObject(_ index: Int, in indices: Range<Int>) -> Bool {
    guard (2...4).contains(index - indices.lowerBound) else { return false }
    let verb = form(index - 1)
    guard verb.class == .boundary || verb.traits.contains(.past) else { return false }
    guard index + 1 < indices.upperBound else { return true }
    let next = form(index + 1)
    return next.class == .function && next.traits.isDisjoint(with: [.finite, .verbCue])
  }

  /// Whether "neither" at `index` has "side" after it, or is "latter".
  fileprivate func isOpenPair(_ index: Int, in indices: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    word(index, is: "latter", bytes)
      || index + 1 < indices.upperBound && word(index + 1, isOneOf: Self.sides, bytes)
  }

  /// Whether a sentence begins as "The poster wrote", and "one poster" is among the words before it.
  fileprivate func opensWithKnownThing(_ indices: Range<Int>, after before: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard indices.count > 2, word(indices.lowerBound, is: "the", bytes) else { return false }
    let noun = form(indices.lowerBound + 1)
    guard noun.class != .function, !noun.traits.contains(.capitalized) else { return false }
    return before.dropFirst().contains { index in
      form(index).term == noun.term && word(index - 1, isOneOf: Self.articles, bytes)
    }
  }

  private func word(_ index: Int, is candidate: StaticString, _ bytes: Span<UInt8>) -> Bool {
    bytes.isWord(candidate, Int(words[index].start)..<Int(words[index].end))
  }

  private func word(_ index: Int, isOneOf candidates: [StaticString], _ bytes: Span<UInt8>) -> Bool {
    candidates.contains { word(index, is: $0, bytes) }
  }

  private static let articles: [StaticString] = ["a", "an", "one", "another"]
  private static let sides: [StaticString] = ["side", "sides", "team", "teams"]
  private static let times: [StaticString] = [
    "week", "month", "year", "summer", "winter", "spring", "autumn", "fall", "season", "morning", "afternoon",
    "evening",
    "night", "time", "weekend", "day", "days", "century", "decade", "quarter", "point", "way",
  ]
}

extension Document {
  /// Whether each of `ranges`, which are in order, has the name of somebody, of an organization or of a place in it.
  fileprivate func areNaming(_ ranges: [TextRange]) -> [Bool] {
    var are = [Bool](repeating: false, count: ranges.count)
    let entities = entities ?? []
    var next = 0
    for index in entityOrder {
      let range = entities[index].range
      while next < ranges.count, ranges[next].end <= range.start { next += 1 }
      guard next < ranges.count else { break }
      if entities[index].label.isOfSomebodyOrSomewhere, ranges[next].contains(range) {
        are[next] = true
      }
    }
    return are
  }
}

extension EntityLabel {
  /// Whether things of this label are what a pronoun may mean.
  fileprivate var isOfSomebodyOrSomewhere: Bool {
    switch self {
    case .person, .org, .gpe, .loc, .norp, .fac: true
    default: false
    }
  }
}

extension [TextRange] {
  /// Whether one of the ranges, which are in order and apart, has `offset` in it.
  fileprivate func holds(_ offset: Int) -> Bool {
    let index = partitioningIndex { $0.end > offset }
    return index < count && self[index].start <= offset
  }
}

extension Span<UInt8> {
  /// Whether `word`, in small letters, stands at `range` in whatever case.
  fileprivate func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount
      && (0..<range.count).allSatisfy { offset in
        self[range.lowerBound + offset].lowered == word.utf8Start[offset]
      }
  }
}
