import DocumentModel
import Testing

@testable import Runner

@Suite struct PageCharsetTests {
  static let pages: [(head: String, charset: String?)] = [
    ("<html><head><meta charset=\"iso-8859-2\">", "iso-8859-2"), ("<META CHARSET=KOI8-R>", "koi8-r"),
    ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "windows-1251"),
    ("<?xml version=\"1.0\" encoding='ISO-8859-2'?><html>", "iso-8859-2"), ("<meta charset=\"utf-16\">", "utf-8"),
    ("<!-- <meta charset=koi8-r> --><meta charset=windows-1250>", "windows-1250"),
    ("<meta charset=\"latin1\">", "windows-1252"),
    ("<meta data-charset=\"koi8-r\" charset=windows-1250>", "windows-1250"), ("<meta data-charset=koi8-r>", nil),
    ("<meta name=description content=\"on charset=koi8-r\"><meta charset=utf-8>", "utf-8"),
    ("<meta content='text/html;charset=koi8-r' http-equiv = content-type />", "koi8-r"), ("<metadata charset=l2>", nil),
    ("<meta charset=\"no-such-charset\">", nil), ("<p>charset=koi8-r</p>", nil), ("<meta charset", nil), ("", nil),
  ]

  @Test(arguments: pages) func pagesNameTheirCharset(head: String, charset: String?) {
    let bytes = Array(head.utf8)
    #expect(CharsetLabel.labels(inPage: bytes.span).first?.charset?.name == charset)
  }

  @Test func whatAPageSaysIsBelieved() throws {
    let decoder = try TextDecoder(declared: nil)
    let page = Array("<meta charset=iso-8859-2><p>".utf8) + [0xB1, 0xE6, 0xEA]
    let decoded = try decoder.decode(page, isPage: true)
    #expect(decoded.text == "<meta charset=iso-8859-2><p>ąćę")
    #expect(decoded.charset.name == "iso-8859-2")
    #expect(decoded.evidence == .declared)
    // UTF-8 that is valid is UTF-8, whatever an old template says.
    #expect(try decoder.decode(Array("<meta charset=iso-8859-2>ą".utf8), isPage: true).charset == .utf8)
  }

  @Test(
    arguments: [
      ("no-such-charset", "which is not known"), ("utf-8", "which its bytes are not in"),
      ("x-user-defined", nil), ("us-ascii", nil),
    ] as [(String, String?)])
  func tellsOfLabelsThatArePassedOver(label: String, reason: String?) throws {
    let page = Array("<meta charset=\(label)><p>caf".utf8) + [0xE9, 0x20, 0xE9, 0x20, 0xE9]
    let decoded = try TextDecoder(declared: nil).decode(page, isPage: true)
    #expect(decoded.text == "<meta charset=\(label)><p>café é é")
    #expect(decoded.charset == .windows1252)
    let message = reason.map { "the page names the charset '\(label)', \($0): it was told by the bytes" }
    #expect(decoded.diagnostics.map(\.message) == (message.map { [$0] } ?? []))
  }
}
