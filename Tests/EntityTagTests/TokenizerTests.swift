import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("", ""),
    ("  \n\t ", ""),
    ("Rain fell.", "Rain|fell|."),
    ("the U.S. army", "the|U.S.|army"),
    ("in the U.S.", "in|the|U.S."),
    ("at 3 a.m. today", "at|3|a.m.|today"),
    ("J. Smith and J.K. Rowe", "J.|Smith|and|J.K.|Rowe"),
    ("Plan B.", "Plan|B|."),
    ("Plan b. Then", "Plan|b|.|Then"),
    ("Gen. Oak, Ph.D., left", "Gen|.|Oak|,|Ph.D.|,|left"),
    ("so.It", "so|.|It"),
    ("Mary's and Mary’s", "Mary|'s|and|Mary|’s"),
    ("O'Brien's, O’Neil, don't", "O'Brien|'s|,|O’Neil|,|don't"),
    ("the farmers' 'own' 90's", "the|farmers|'|'|own|'|90|'s"),
    ("F-16s and MH17", "F|-|16|s|and|MH17"),
    ("the 1990s, the 21st", "the|1990|s|,|the|21|st"),
    ("1,500.25 or 3, 4.", "1,500.25|or|3|,|4|."),
    ("14:05–15:00", "14|:|05|–|15|:|00"),
    ("€40m £2 $5", "€|40|m|£|2|$|5"),
    ("Bogotá, Łódź, Đặng, Ελλάδα, Москва", "Bogotá|,|Łódź|,|Đặng|,|Ελλάδα|,|Москва"),
    ("a…b“c”\u{A0}d\u{3000}e", "a|…|b|“|c|”|d|e"),
    ("北京 😀😀", "北京|😀|😀"),
    ("a@b.org", "a|@|b|.|org"),
  ])
  func cuts(text: String, tokens: String) {
    let found = TokenizedText(text)
    #expect((0..<found.count).map { found.string(of: $0..<$0 + 1) }.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("river", Token.Shape.lower), ("River", .capitalized), ("NATO", .allCaps), ("iPhone", .mixed), ("McAdam", .mixed),
    ("É", .capitalized), ("Élan", .capitalized), ("ŁÓDŹ", .allCaps), ("Ελλάδα", .capitalized), ("МИД", .allCaps),
    ("Đặng", .capitalized), ("42", .caseless), ("北京", .caseless), ("U.S.", .allCaps), ("a.m.", .lower),
    ("MH17", .allCaps),
  ])
  func seesShapes(word: String, shape: Token.Shape) throws {
    #expect(try #require(TokenizedText(word).tokens.first).shape == shape)
  }

  @Test func marksSpaceBefore() {
    let text = TokenizedText("a b\nc\r\nd\n\ne\r\n \r\nf-g")
    #expect(text.tokens.map(\.followsSpace) == [true, true, true, true, true, true, false, false])
    #expect(text.tokens.map(\.followsLineBreak) == [true, false, true, true, true, true, false, false])
    #expect(text.tokens.map(\.followsBlankLine) == [true, false, false, false, true, true, false, false])
  }

  @Test func marksAcronymsInitialsAndPossessives() {
    let text = TokenizedText("The U.S.'s J. Roe")
    #expect(text.tokens.map(\.isAcronym) == [false, true, false, false, false])
    #expect(text.tokens.map(\.isInitial) == [false, false, false, true, false])
    #expect(text.tokens.map(\.isPossessive) == [false, false, true, false, false])
  }

  @Test func hashesAreThePublishedFunction() {
    // FNV-1a's own test vectors: the empty string, "a", "foobar".
    #expect(TokenHash.exact("") == 0xCBF2_9CE4_8422_2325)
    #expect(TokenHash.exact("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(TokenHash.folded("FooBar") == 0x8594_4171_F739_67E8)
    // From the Python in the comment of `TokenHash`.
    #expect(TokenHash.folded("Đặng’Ж") == 0x3E60_A720_6E74_A5FC)
  }

  @Test(arguments: ["river", "U.S.", "Łódź", "O’Brien", "1,500.25", "€", "Đặng", "МИД", "’", "Ϗ", "İ", "😀", "Ph.D."])
  func hashesAsItReads(token: String) throws {
    let text = TokenizedText("x " + token)
    let last = text.count - 1
    #expect(text[last].hash == TokenHash.folded(token))
    #expect(text.exactHash(of: last) == TokenHash.exact(token))
  }

  @Test func comparesWithWords() {
    let text = TokenizedText("The River")
    #expect(text.token(0, is: "the"))
    #expect(text.token(1, is: "river"))
    #expect(!text.token(1, is: "the"))
    #expect(!text.token(2, is: "the"))
    #expect(!text.token(-1, is: "the"))
    #expect(text.string(of: 0..<2) == "The River")
  }

  @Test func cutsWhatIsNoWord() {
    let text = TokenizedText(String(repeating: "ab", count: 50_000) + String(repeating: "7", count: 50_000))
    #expect(text.tokens.allSatisfy { $0.count <= Tokenizer.longestToken })
    #expect(text.tokens.reduce(0) { $0 + Int($1.count) } == 150_000)
  }

  @Test(arguments: 0..<64)
  func losesNoByte(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "Z", "é", "Đ", "ặ", "Ж", "中", "’", "'", "s", ".", ",", "-", "–", "1", "20", "$", "€", " ", "\n", "\r\n",
      "\u{A0}",
      "\u{200D}", "😀", "\0", "U.S.", "Ph.D.", "J. ", "\u{2028}", "m",
    ]
    var text = ""
    for _ in 0..<400 { text += pieces[Int(random.next() % UInt64(pieces.count))] }

    let tokenized = TokenizedText(text)
    var covered = 0
    let bytes = Array(text.utf8)
    for token in tokenized.tokens {
      #expect(token.count > 0)
      #expect(token.start >= covered)
      #expect(onlySpace(bytes[covered..<token.start]))
      #expect(String(validating: bytes[token.start..<token.end], as: UTF8.self) != nil)
      covered = token.end
    }
    #expect(onlySpace(bytes[covered...]))
  }

  private func onlySpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.value < 0x20
    }
  }
}
