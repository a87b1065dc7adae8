internal import DocumentModel

extension PhraseTrie {
  /// The most words of a phrase that is no name.
  private static let longest = 4
  /// The words that are looked at: what a longer text is about has come up by then, and memory stays bounded.
  private static let horizon = 200_000

  /// Counts all sequences of up to four words within runs: no function word, common verb, name, number or mark inside.
  init(_ document: Document, _ words: DocumentWords, _ marked: NamedWords) {
    self.init()
    let bytes = document.text.utf8.span
    for sentence in words.sentences.indices {
      let indices = words.indices(ofSentence: sentence)
      guard indices.lowerBound < Self.horizon else { break }
      var start = indices.lowerBound
      for index in indices {
        let endsRun = index > start && !words.isGapBlank(before: index, in: bytes)
        let isOpen = words.isPhrasal(index) && !marked.isMarked(index)
        if endsRun || !isOpen {
          var end = index
          if !endsRun, marked.beginsPerson(index) { end = words.startOfTitle(before: index, from: start, in: bytes) }
          countRun(start..<end, of: words, sentenceStart: indices.lowerBound)
          start = isOpen ? index : index + 1
        }
      }
      countRun(start..<indices.upperBound, of: words, sentenceStart: indices.lowerBound)
    }
  }

  private mutating func countRun(_ run: Range<Int>, of words: DocumentWords, sentenceStart: Int) {
    for first in run where words.isEdge(first, sentenceStart: sentenceStart) {
      if first > sentenceStart, words.isVerb(first) { continue }
      var node = Self.root
      var isCapitalized = first != sentenceStart
      for index in first..<min(first + Self.longest, run.upperBound) {
        let form = words.form(index)
        isCapitalized = isCapitalized && form.traits.contains(.capitalized)
        node = count(form.term, after: node, firstWord: first, isCapitalized: isCapitalized)
      }
    }
  }
}

extension DocumentWords {
  /// Whether the word at `index` can be part of a phrase.
  fileprivate func isPhrasal(_ index: Int) -> Bool {
    let form = form(index)
    return form.class != .function && form.class != .boundary && form.class != .calendar
      && !form.traits.contains(.numeric)
  }

  /// Where the capitals begin that stand right before a person's name at `index`: "Harbour Master" Ida Rask.
  fileprivate func startOfTitle(before index: Int, from start: Int, in bytes: Span<UInt8>) -> Int {
    var title = index
    while title > start, form(title - 1).traits.contains(.capitalized), isGapBlank(before: title, in: bytes) {
      title -= 1
    }
    return title
  }

  /// Whether the word at `index`, which is not the first, follows one that verbs follow: "to develop".
  fileprivate func isVerb(_ index: Int) -> Bool {
    form(index - 1).traits.contains(.verbCue) && !form(index).traits.contains(.capitalized)
  }

  /// Whether a phrase can begin or end with the word at `index`: one like "new" only where it is part of a name.
  func isEdge(_ index: Int, sentenceStart: Int) -> Bool {
    let form = form(index)
    if form.traits.contains(.adverb) { return false }
    return form.class != .weak || form.traits.contains(.capitalized) && index != sentenceStart
  }

  /// Whether nothing but white space stands between the word at `index` and the one before.
  fileprivate func isGapBlank(before index: Int, in bytes: Span<UInt8>) -> Bool {
    let gap = Int(words[index - 1].end)..<Int(words[index].start)
    return !gap.isEmpty && gap.allSatisfy { bytes[$0] == 0x20 || 0x09...0x0D ~= bytes[$0] }
  }
}
