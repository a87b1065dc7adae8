import DocumentModel
import Testing

@testable import Runner

@Suite struct MixedTextTests {
  private func bytes(_ parts: Any...) -> [UInt8] {
    parts.flatMap { part in (part as? String).map { Array($0.utf8) } ?? [UInt8(part as? Int ?? 0)] }
  }

  private static let good = "Zoë fährt nach Málaga – im März."

  @Test func readsBytesOfAnotherCharset() throws {
    let text = String(repeating: Self.good, count: 4)
    let mixed = bytes(text, " It", 0x92, "s caf", 0xE9, ", said ", 0x93, "Jos", 0xE9, " today", 0x94, ".")
    let decoded = try TextDecoder(declared: nil).decode(mixed)
    #expect(decoded.text == "\(text) It’s café, said “José today”.")
    #expect(decoded.charset == .utf8)
    #expect(decoded.evidence == .repaired)
    #expect(decoded.diagnostics.map(\.code) == ["mixed-charsets"])
  }

  @Test(arguments: [("é alone", " \u{E9} "), ("×", "a\u{D7}b"), ("a sign", "a\u{A4}b"), ("undefined", "a\u{81}b")])
  func guessesNothing(name: String, latin: String) throws {
    let mixed = Array(Self.good.utf8) + latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let decoded = try TextDecoder(declared: nil).decode(mixed + Array(Self.good.utf8))
    #expect(decoded.text.contains("\u{FFFD}"))
    #expect(decoded.diagnostics.map(\.code) == ["undecodable-bytes"])
  }
}
