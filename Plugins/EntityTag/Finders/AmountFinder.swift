/// Finds dates, times, amounts and numerals, which the number rules read.
struct AmountFinder: CandidateFinder {
  private let numbers = NumberFinder()

  func candidates(in text: LookedUpText) -> [Candidate] { numbers.find(in: text.text) }
}
