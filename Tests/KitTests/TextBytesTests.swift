import Testing
import TextBytes

@Suite struct TextBytesTests {
  /// FNV-1a's own test vectors.
  @Test(arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)])
  func hashes(text: String, value: UInt64) {
    #expect(FNV1a(text.utf8.span).value == value)
    #expect(FNV1a(text.utf8.span).isEmpty == text.isEmpty)
  }

  @Test func decodesEveryScalar() {
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let decoded = DecodedScalar(value: value, count: text.utf8.count)
      guard text.utf8.span.scalar(at: 0) != decoded || text.utf8.span.scalar(before: decoded.count) != decoded else {
        continue
      }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  @Test func takesNoByteForAScalarThatIsCut() {
    let euro: [UInt8] = [0xE2, 0x82, 0xAC]
    #expect(euro.span.extracting(0..<2).scalar(at: 0) == DecodedScalar(value: 0xE2, count: 1))
    #expect(euro.span.scalar(at: 1) == DecodedScalar(value: 0x82, count: 1))
    #expect(euro.span.scalar(before: 0) == nil)
  }

  @Test func tellsWhatBytesAreInASCII() {
    let bytes = Array(UInt8.min...UInt8.max)
    let spell = { (condition: (UInt8) -> Bool) in String(decoding: bytes.filter(condition), as: UTF8.self) }
    let (upper, lower) = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
    #expect(spell(\.isDigit) == "0123456789")
    #expect(spell(\.isUpper) == upper)
    #expect(spell(\.isLower) == lower)
    #expect(spell(\.isLetter) == upper + lower)
    #expect(spell(\.isAlphanumeric) == "0123456789" + upper + lower)
    #expect(spell { $0.lowered != $0 } == upper)
    #expect(String(decoding: upper.utf8.map(\.lowered), as: UTF8.self) == lower)
  }
}
