import StageKit
import Testing

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("max-sentence", "max-sentences"), ("sentnces", "sentences"), ("snetences", "sentences"),
      ("SENTENCES", "sentences"),
      ("sent", "sentences"), ("stile", "style"), ("style", "style"), ("se", nil), ("", nil), ("entities", nil),
      ("zzzzz", nil), ("styl\u{E9}", "style"),
    ] as [(String, String?)])
  func findsTheNearest(word: String, expected: String?) {
    #expect(word.nearest(in: ["max-sentences", "sentences", "style"]) == expected)
  }

  @Test func takesTheFirstOfEquallyNear() { #expect("ab1d".nearest(in: ["ab2d", "ab3d"]) == "ab2d") }

  @Test func noCandidatesNoName() { #expect("a".nearest(in: []) == nil) }
}
