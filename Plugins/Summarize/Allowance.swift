/// What is left of a summary's length while sentences are taken.
struct Allowance {
  private var sentences: Int
  /// The words or characters that are left, and how many of them each sentence has; `nil` where only sentences count.
  private var measure: (left: Int, sizes: [Int])?

  init(_ budget: SummarizeOptions.Budget, _ words: DocumentWords, in text: String) {
    let total = words.sentences.count
    switch budget {
    case .sentences(let count): sentences = min(count, total)
    case .share(let share): sentences = min(Int((share * Double(total)).rounded(.up)), total)
    case .words(let count):
      sentences = total
      measure = (count, words.sentences.indices.map { words.indices(ofSentence: $0).count })
    case .characters(let count):
      sentences = total
      // A space stands before every sentence but the first.
      measure = (count + 1, words.sentences.map { $0.words(in: text).unicodeScalars.count + 1 })
    }
  }

  /// Whether no sentence can be taken any more.
  var isSpent: Bool { sentences <= 0 || (measure?.left ?? 1) <= 0 }

  /// Takes sentence `index` off, where it fits.
  mutating func take(_ index: Int) -> Bool {
    guard !isSpent else { return false }
    if let sizes = measure?.sizes, let left = measure?.left {
      guard sizes[index] <= left else { return false }
      measure?.left = left - sizes[index]
    }
    sentences -= 1
    return true
  }
}
