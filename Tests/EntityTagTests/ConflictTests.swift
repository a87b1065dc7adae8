import DocumentModel
import Testing

@testable import EntityTagPlugin

@Suite struct ConflictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var candidates: [Candidate]
    var winners: [Candidate]
    var testDescription: String { name }
  }

  private static func candidate(_ tokens: Range<Int>, _ label: Label, _ score: Double) -> Candidate {
    Candidate(tokens: tokens, range: TextRange(tokens), label: label, why: .rule, score: score)
  }

  private static let america = candidate(2..<3, .gpe, 0.85)
  private static let bank = candidate(0..<3, .org, 0.8)
  private static let guess = candidate(1..<5, .gpe, 0.5)
  private static let person = candidate(2..<3, .person, 0.85)
  private static let apart = candidate(6..<7, .norp, 0.5)

  @Test(arguments: [
    Case(name: "the longer of two sure ones", candidates: [america, bank], winners: [bank]),
    Case(name: "the surer one, though shorter", candidates: [guess, america], winners: [america]),
    Case(name: "the first label of equals", candidates: [america, person], winners: [person]),
    Case(name: "all that are apart, in order", candidates: [apart, bank], winners: [bank, apart]),
    Case(name: "none", candidates: [], winners: []),
  ])
  func settles(_ example: Case) {
    #expect(Conflicts.settled(example.candidates) == example.winners)
    #expect(Conflicts.settled(example.candidates.reversed()) == example.winners)
  }
}
