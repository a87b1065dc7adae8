import DocumentModel
import Glibc
import StageTesting
import Testing

@testable import Runner

@Suite struct TextDecoderTests {
  /// The bytes of `text` in a charset of iconv's.
  private func bytes(_ text: String, _ charset: String) throws -> [UInt8] {
    guard let converter = iconv_open(charset, "UTF-8") else { return [] }
    defer { iconv_close(converter) }
    var input = text.utf8.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: 4 * input.count + 16)
    let (inputCount, outputCount) = (input.count, output.count)
    var left = inputCount
    var room = outputCount
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var next = input.baseAddress
        var place = output.baseAddress
        return iconv(converter, &next, &left, &place, &room)
      }
    }
    try #require(result == 0, "\(charset) can't write it all")
    return output[..<(outputCount - room)].map(UInt8.init(bitPattern:))
  }

  private func decode(_ bytes: [UInt8], declared: String? = nil) throws -> DecodedText {
    try TextDecoder(declared: declared).decode(bytes)
  }

  static let western: [(name: String, text: String)] = [
    ("English, curly quotes", "“It’s a long way,” she said – and left.\nThe fare is €4…"),
    ("English, a name", "The minister met Gerhard Schröder in Köln on Monday."),
    ("English, one apostrophe", "That is the mayor’s word."),
    ("French", "Le président a déclaré que l’été serait chaud à Besançon, où les élèves fêtent Noël."),
    ("German", "Die Straße über den Fluß ist für Fußgänger geöffnet, sagte Bürgermeister Müller."),
    ("Spanish", "¿Dónde está el señor Núñez? El año pasado, según él, llovió más en Málaga."),
    ("Portuguese", "A decisão não foi tomada até amanhã; as eleições são em três estações."),
    ("Italian", "Perché la città è così cara? Il sindaco andrà lunedì a Forlì, però non più tardi."),
    ("Swedish", "Båten går från Västerås på måndag, sade ordföranden Åke Östberg."),
    ("Danish", "Færgen sejler fra Ærø på søndag, sagde borgmesteren i Århus."),
    ("Icelandic", "Þorsteinn sagði að veðrið væri gott í Reykjavík, en það er kalt á Akureyri."),
    ("An accent as apostrophe", "They don´t know. It´s a long way home."),
    ("Marks in words", "Home»News: Kellogg®s, Word™s, a•b, c¦d"),
    ("German, an accent as apostrophe", "So geht´s nicht, sagte Bürgermeister Müller. Er hat´s gesehen."),
    ("Symbols", "The flat has 54 m², costs £900 and needs 21 °C; see § 4 (½ of it) © 2024."),
  ]

  @Test(arguments: western)
  func westernTextIsWindows1252(name: String, text: String) throws {
    let decoded = try decode(bytes(text, "CP1252"))
    #expect(decoded.text == text)
    #expect(decoded.charset.name == "windows-1252")
    #expect(decoded.evidence == .detected)
    #expect(decoded.diagnostics == [])
  }

  static let others: [(language: String, iconv: String, name: String, text: String)] = [
    (
      "Russian", "CP1251", "windows-1251",
      "Губернатор области сообщил в понедельник, что новый мост через реку откроют весной будущего года."
    ),
    (
      "Russian", "KOI8-R", "koi8-r",
      "Губернатор области сообщил в понедельник, что новый мост через реку откроют весной будущего года."
    ),
    (
      "Japanese", "CP932", "shift_jis",
      "市長は月曜日、新しいフェリーの航路が春に開通すると発表した。住民は長い間それを待っていた。"
    ),
    (
      "Japanese", "EUC-JP", "euc-jp",
      "市長は月曜日、新しいフェリーの航路が春に開通すると発表した。住民は長い間それを待っていた。"
    ),
    (
      "Japanese", "ISO-2022-JP", "iso-2022-jp",
      "市長は月曜日、新しいフェリーの航路が春に開通すると発表した。住民は長い間それを待っていた。"
    ),
    (
      "Chinese", "GB18030", "gb18030",
      "市长星期一宣布，新的渡轮航线将于明年春天开通。居民们已经等了很久，他们希望票价不会太高。"
    ),
    ("Korean", "CP949", "euc-kr", "시장은 월요일에 새로운 여객선 항로가 내년 봄에 열린다고 발표했다. 주민들은 오래 기다렸다."),
    (
      "Greek", "CP1253", "windows-1253",
      "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι η νέα γραμμή θα ανοίξει την άνοιξη, και οι κάτοικοι “περίμεναν” πολύ."
    ),
    (
      "Polish", "CP1250", "windows-1250",
      "Burmistrz powiedział w poniedziałek, że nowa przeprawa zostanie otwarta wiosną. „Czekaliśmy długo”, mówią mieszkańcy."
    ),
    (
      "Hungarian", "CP1250", "windows-1250",
      "A polgármester hétfőn közölte, hogy az új kompjárat tavasszal nyílik meg. „Sokáig vártunk rá”, mondták az ott élők, és örülnek."
    ),
  ]

  @Test(arguments: others)
  func otherCharsetsAreDetected(language: String, iconv: String, name: String, text: String) throws {
    let decoded = try decode(bytes(text, iconv))
    #expect(decoded.charset.name == name)
    #expect(decoded.text == text)
    #expect(decoded.evidence == .detected)
  }

  static let marks: [(iconv: String, name: String, mark: [UInt8])] = [
    ("UTF-8", "utf-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", "utf-16le", [0xFF, 0xFE]),
    ("UTF-16BE", "utf-16be", [0xFE, 0xFF]), ("UTF-32LE", "utf-32le", [0xFF, 0xFE, 0, 0]),
    ("UTF-32BE", "utf-32be", [0, 0, 0xFE, 0xFF]),
  ]

  @Test(arguments: marks)
  func marksDecide(iconv: String, name: String, mark: [UInt8]) throws {
    let text = "Füße, 北京 and 👍"
    // A declared charset does not stand against a mark.
    for declared in [nil, "windows-1252"] {
      let decoded = try decode(mark + bytes(text, iconv), declared: declared)
      #expect(decoded.text == text)
      #expect(decoded.charset.name == name)
      #expect(decoded.evidence == .mark)
      #expect(decoded.hasByteOrderMark)
    }
  }

  /// Among them characters whose second byte is zero: U+2000, U+4E00, U+AC00.
  static let wide = [
    "Plain words, nothing else.", "Ein Wort für 北京.", "市長は月曜日\n新しい航路", "“The café”\u{2000}is\u{2000}open.",
    "市长星期一宣布\n一一一年前的一座桥", "Губернатор области сообщил в понедельник", "시장은 가게 가까이에 있다고 했다. 가나다라",
  ]

  @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"], wide)
  func wideTextWithoutAMarkIsSeenByItsZeros(charset: String, text: String) throws {
    let decoded = try decode(bytes(text, charset))
    #expect(decoded.text == text)
    #expect(decoded.charset.name == charset.lowercased())
    #expect(decoded.evidence == .detected)
  }

  @Test func validUTF8IsUTF8() throws {
    let text = "Füße, 北京 and 👍"
    let decoded = try decode(Array(text.utf8))
    #expect(decoded.text == text)
    #expect(decoded.charset.name == "utf-8")
    #expect(decoded.evidence == .valid)
  }

  @Test func declaredCharsetIsObeyed() throws {
    #expect(try decode([0xE0, 0xE1], declared: "windows-1251").text == "аб")
    #expect(try decode([0x93, 0xE9, 0x94], declared: "ISO-8859-1").text == "“é”")
    #expect(throws: UnknownCharset(name: "klingon")) { try TextDecoder(declared: "klingon") }
  }

  /// Labels of the Encoding Standard, and some that iconv alone knows.
  @Test(
    arguments: [
      ("ks_c_5601-1987", "euc-kr"), ("x-gbk", "gb18030"), ("gb_2312-80", "gb18030"), ("iso-8859-8-i", "iso-8859-8-i"),
      ("logical", "iso-8859-8-i"), ("x-euc-jp", "euc-jp"), ("x-cp1250", "windows-1250"), ("x-sjis", "shift_jis"),
      ("x-mac-roman", "macintosh"), ("latin2", "iso-8859-2"), ("L1", "windows-1252"), ("iso8859-9", "windows-1254"),
      (" Windows-1251 ", "windows-1251"), ("koi8-ru", "koi8-u"), ("dos-874", "windows-874"), ("cp949", "euc-kr"),
      ("us-ascii", "utf-8"), ("cp437", "cp437"), ("windows-9", "windows-9"),
    ])
  func labelsMeanCharsets(label: String, name: String) {
    let charset = Charset(label: label)
    #expect(charset.name == name)
    #expect(charset.isKnown == (label != "windows-9"))
  }

  @Test func everyLabelOfTheStandardCanBeDecoded() {
    #expect(Charset.byLabel.count > 200)
    #expect(Charset.byLabel.keys.filter { !Charset(label: $0).isKnown } == [])
  }

  /// What a server says of bytes: believed unless these contradict it.
  @Test(
    arguments: [
      ("utf-8", "windows-1251", "CP1251", "Мост откроют", "windows-1251", ["server"]),
      ("utf-8", "utf-8", "CP1252", "“Café”", "windows-1252", ["server", "page"]),
      ("iso-8859-1", "utf-8", "UTF-8", "“Café”", "utf-8", ["server"]),
      ("iso-8859-1", "windows-1251", "CP1251", "Мост откроют", "windows-1251", ["server"]),
      ("windows-1251", "utf-8", "CP1251", "Мост откроют", "windows-1251", ["page"]),
      ("iso-8859-2", "iso-8859-1", "ISO-8859-2", "Zażółć gęślą", "iso-8859-2", ["page"]),
      ("klingon", "koi8-r", "KOI8-R", "Мост откроют", "koi8-r", ["server"]),
      ("utf-16", "utf-8", "CP1252", "“Café”", "windows-1252", ["server", "page"]),
      ("iso-2022-jp", "utf-8", "ISO-2022-JP", "市長は", "iso-2022-jp", ["page"]),
      // A few words of another script in a page of markup.
      (
        "iso-8859-1", "utf-8", "CP1251", String(repeating: "<a href=index>", count: 100) + "Новый мост откроют весной",
        "windows-1251", ["server", "page"]
      ),
    ])
  func serversAreBelievedUnlessTheBytesContradictThem(
    server: String, page: String, iconv: String, text: String, charset: String, passedOver: [String]
  ) throws {
    let text = "<meta charset=\(page)><p>\(text)</p>"
    let decoded = try TextDecoder(declared: nil).decode(bytes(text, iconv), server: server, isPage: true)
    #expect(decoded.text == text)
    #expect(decoded.charset.name == charset)
    #expect(decoded.diagnostics.map { $0.message.split(separator: " ")[1] } == passedOver.map { $0[...] })
  }

  /// A few letters or signs side by side are no other script.
  @Test(
    arguments: [
      "They don´t know.", "Kellogg®s", "Word™s", "It is ææå in his dialect.", "Home»News", "The sum is in ¤s and ¢s",
      "DÉÉ, CRÉÉE “ÉÉ”", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ",
    ])
  func westernPagesKeepTheirLabel(text: String) throws {
    for label in ["iso-8859-1", "windows-1252"] {
      let page = "<meta charset=\(label)><p>\(text)</p>"
      let decoded = try TextDecoder(declared: nil).decode(bytes(page, "CP1252"), isPage: true)
      #expect(decoded.text == page)
      #expect(decoded.diagnostics == [])
    }
  }

  @Test(arguments: others)
  func wordsOfAnotherScriptAreNoWesternText(language: String, iconv: String, name: String, text: String) throws {
    guard iconv != "ISO-2022-JP", iconv != "CP1250" else { return }
    let page = "<meta charset=iso-8859-1><p>\(text)</p>"
    let decoded = try TextDecoder(declared: nil).decode(bytes(page, iconv), isPage: true)
    #expect(decoded.text == page)
    #expect(decoded.charset.name == name)
  }

  @Test(arguments: others)
  func wrongWordsForUTF8CostNothing(language: String, iconv: String, name: String, text: String) throws {
    guard name != "iso-2022-jp" else { return }
    let page = "<meta charset=utf-8><p>\(text)</p>"
    let decoded = try TextDecoder(declared: nil).decode(bytes(page, iconv), isPage: true)
    #expect(decoded.text == page)
    #expect(decoded.charset.name == name)
    #expect(decoded.diagnostics.map(\.code) == ["charset-passed-over"])
  }

  @Test func marksThatTheBytesContradictArePassedOver() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = "“The cafés” – closed"
    let decoded = try decode(mark + bytes(text, "CP1252"))
    #expect(decoded.text == text)
    #expect(decoded.charset == .windows1252)
    #expect(decoded.hasByteOrderMark)
    #expect(decoded.diagnostics.map(\.code) == ["charset-passed-over"])
    #expect(try decode(mark + bytes(text, "CP1252"), declared: "windows-1251").charset.name == "windows-1251")
    let damaged = try decode(mark + Array("\(text) \(text) ".utf8) + [0x93, 0x61, 0x94])
    #expect(damaged.text == "\(text) \(text) “a”")
    #expect(damaged.diagnostics.map(\.code) == ["mixed-charsets"])
  }

  @Test(arguments: ["replacement", "x-user-defined"]) func labelsOfNoCharsetAreRefused(label: String) {
    #expect(throws: UnknownCharset(name: label)) { try TextDecoder(declared: label) }
    #expect(UnknownCharset(name: label).description.hasPrefix("'\(label)' stands for no charset"))
  }

  @Test func damagedUTF8IsRepaired() throws {
    let good = "Bürger für Köln, Straße über Fluß."
    let decoded = try decode(Array("\(good) ".utf8) + [0xFF] + Array(" \(good)".utf8) + [0xC3])
    #expect(decoded.text == "\(good) \u{FFFD} \(good)\u{FFFD}")
    #expect(decoded.charset.name == "utf-8")
    #expect(decoded.evidence == .repaired)
    #expect(decoded.diagnostics.map(\.code) == ["undecodable-bytes"])
    #expect(decoded.diagnostics[0].message.contains("2 places"))
    #expect(decoded.diagnostics[0].message.contains("the first at byte \(good.utf8.count + 1);"))
  }

  @Test func brokenOffUTF16IsRepaired() throws {
    let decoded = try decode([0xFF, 0xFE, 0x61, 0, 0x62])
    #expect(decoded.text == "a\u{FFFD}")
    #expect(decoded.evidence == .repaired)
  }

  @Test func zerosInTextAreNoted() throws {
    let decoded = try decode(Array("A text with a\u{0} zero.".utf8))
    #expect(decoded.text == "A text with a\u{0} zero.")
    #expect(decoded.diagnostics.map(\.code) == ["nul-characters"])
    #expect(decoded.diagnostics[0].range == TextRange(13, 14))
  }

  static let nothing: [(bytes: [UInt8], hasMark: Bool)] = [([], false), ([0xEF, 0xBB, 0xBF], true)]

  @Test(arguments: nothing)
  func nothingIsAnEmptyText(bytes: [UInt8], hasMark: Bool) throws {
    let decoded = try decode(bytes)
    #expect(decoded.text == "")
    #expect(decoded.hasByteOrderMark == hasMark)
    #expect(decoded.diagnostics.map(\.code) == ["empty-text"])
  }

  static let binaries: [(name: String, bytes: [UInt8], byte: UInt8, offset: Int)] = [
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], 0x1A, 6),
    ("zeros", Array(repeating: 0, count: 64), 0, 0),
    ("controls", Array(repeating: 1, count: 64), 1, 0),
    ("ELF", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0, 0xFF], 2, 4),
  ]

  @Test(arguments: binaries)
  func binaryDataIsRefused(name: String, bytes: [UInt8], byte: UInt8, offset: Int) throws {
    #expect(throws: ReadError.binary(byte: byte, offset: offset)) { try decode(bytes) }
  }

  @Test func refusalNamesTheByteAndTheNextStep() {
    #expect(
      ReadError.binary(byte: 0x1A, offset: 6).description
        == "looks like binary data, not text: byte 0x1A at offset 6; leave it out by --exclude, or name its charset by --charset"
    )
  }

  @Test(arguments: [0, 1, 15, 16, 17, 4079, 4080, 4081, 9001])
  func controlCharactersAreCountedWhereverTheyStand(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for limit: UInt8 in [0x20, 0x40, 0xFF] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...limit, using: &random) }
      let census = ControlCensus(bytes.span)
      #expect(census.count == bytes.count { $0 < 9 || 14..<32 ~= $0 })
      #expect(census.nulls == bytes.count { $0 == 0 })
      #expect(census.hasEscape == bytes.contains(0x1B))
    }
  }

  @Test(arguments: 0..<200)
  func randomBytesNeverTrap(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int(random.next() % 3000)
    let mask: UInt8 = seed % 3 == 0 ? 0xFF : seed % 3 == 1 ? 0x7F : 0xF7
    let fill: UInt8 = seed % 5 == 0 ? 0x20 : 0
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: random.next() >> 33) & mask | fill) }
    for declared in [nil, "utf-8", "utf-16le", "utf-32be", "shift_jis", "gb18030", "iso-2022-jp", "windows-1258"] {
      guard let decoded = try? decode(bytes, declared: declared) else { continue }
      #expect(decoded.text.utf8.count >= 0)
      #expect(decoded.diagnostics.allSatisfy { $0.range.map { $0.end <= decoded.text.utf8.count } ?? true })
    }
  }
}
