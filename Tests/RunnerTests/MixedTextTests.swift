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

  /// One character beyond ASCII for each damaged place is enough where they stand apart.
  @Test(
    arguments: [
      (
        "a sign", ["The café is closed.\nSee ", 0xA7, "300."], "The café is closed.\nSee \u{FFFD}300.",
        ["undecodable-bytes"]
      ),
      ("money", ["The café costs ", 0xA3, "300."], "The café costs £300.", ["mixed-charsets"]),
      ("a mark", ["Le café de ", 0xAB, " demain."], "Le café de « demain.", ["mixed-charsets"]),
      ("a space", ["Le café", 0x20, "de", 0xA0, "demain."], "Le café de\u{A0}demain.", ["mixed-charsets"]),
      ("money behind", ["Le café coûte 5 ", 0x80, "."], "Le café coûte 5 €.", ["mixed-charsets"]),
      ("no money", ["The café costs a", 0xA3, " b"], "The café costs a\u{FFFD} b", ["undecodable-bytes"]),
      ("a letter", ["Le café est fermé. Pr", 0xE9, "sident"], "Le café est fermé. Président", ["mixed-charsets"]),
      (
        "no charset has it", ["The café is closed ", 0xFF, " today."], "The café is closed \u{FFFD} today.",
        ["undecodable-bytes"]
      ),
      ("cut", ["It’s a plan. He didn", 0xE2, 0x80], "It’s a plan. He didn\u{FFFD}", ["undecodable-bytes"]),
      (
        "cut, and a letter", ["It’s a caf", 0xE9, ". He didn", 0xE2], "It’s a café. He didn\u{FFFD}",
        ["mixed-charsets", "undecodable-bytes"]
      ),
    ] as [(String, [any Sendable], String, [String])])
  func fewCharactersAreEnough(name: String, parts: [any Sendable], text: String, codes: [String]) throws {
    let decoded = try TextDecoder(declared: nil).decode(parts.flatMap { bytes($0) })
    #expect(decoded.text == text)
    #expect(decoded.charset == .utf8)
    #expect(decoded.diagnostics.map(\.code) == codes)
  }

  /// What alone would be uncertain is not, where most bytes around it are certain.
  @Test func uncertainBytesFollowTheOthers() throws {
    let mixed = bytes(
      Self.good, Self.good, " It", 0x92, "s ", 0x93, "caf", 0xE9, "s", 0x94, ": ", 0xA7, "3, 12", 0xB0, "C, gem", 0xE4,
      0xDF, ".")
    let decoded = try TextDecoder(declared: nil).decode(mixed)
    #expect(decoded.text == "\(Self.good)\(Self.good) It’s “cafés”: §3, 12°C, gemäß.")
    #expect(decoded.diagnostics.map(\.code) == ["mixed-charsets"])
  }

  /// One character for many damaged places is enough where the text says that it is UTF-8, and none where it only breaks
  /// off.
  @Test func whatSaysThatItIsUTF8IsReadSo() throws {
    let page = bytes("<meta charset=utf-8>Café, It", 0x92, "s ", 0x93, "caf", 0xE9, "s", 0x94, ".")
    let decoded = try TextDecoder(declared: nil).decode(page, isPage: true)
    #expect(decoded.text == "<meta charset=utf-8>Café, It’s “cafés”.")
    #expect(decoded.charset == .utf8)
    let cut = try TextDecoder(declared: nil).decode(bytes("<meta charset=utf-8>Caf", 0xC3), isPage: true)
    #expect(cut.text == "<meta charset=utf-8>Caf\u{FFFD}")
    #expect(cut.diagnostics.map(\.code) == ["undecodable-bytes"])
  }

  /// A byte at the end, and a capital letter before a closing mark, are windows-1252 as well as they are the rest of UTF-8.
  @Test(
    arguments: [
      ("caf\u{E9}", "café"), ("The caf\u{E9}\u{94}", "The café”"), ("\u{93}CAF\u{C9}\u{94} is open", "“CAFÉ” is open"),
    ])
  func shortWesternTextStaysWestern(latin: String, text: String) throws {
    let decoded = try TextDecoder(declared: nil).decode(
      latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(decoded.text == text)
    #expect(decoded.charset == .windows1252)
  }

  /// Words of two-byte charsets, in which bytes of UTF-8 arise by chance.
  @Test(
    arguments: [
      ("Chinese, GB 18030", [0xCD, 0xA8, 0xBB, 0xB0]),
      ("Chinese, Big5", [0xA4, 0xA4, 0xB5, 0xD8, 0xA5, 0xC1, 0xB0, 0xEA]),
      ("Japanese, Shift_JIS", [0x82, 0xCC, 0x82, 0xB1, 0x82, 0xC6, 0x82, 0xC9, 0x82, 0xC8, 0x82, 0xE9]),
      ("Korean, EUC-KR", [0xBB, 0xE7, 0xC7, 0xCF, 0xB6, 0xF3]),
    ] as [(String, [UInt8])])
  func wordsOfOtherCharsetsAreNotUTF8(name: String, word: [UInt8]) {
    #expect(!DamagedUTF8((Array("The word ".utf8) + word + Array(" is one.".utf8)).span).isPlausible)
  }
}
