internal import DocumentModel

/// What the marks of a sentence tell of it: how it opens, how it ends, and whether all that opens is closed.
struct SentenceMarks {
  /// The kind of mark that a sentence ends with, closing quotation marks and brackets aside.
  enum End {
    case stop, question, colon, none
  }

  private(set) var last = End.none
  /// Whether quotation marks and round brackets come in pairs.
  private(set) var isBalanced = true
  /// Whether it begins with a quotation mark.
  private(set) var opensWithQuotation = false
  /// Whether it begins with a small letter or a mark that goes on with something.
  private(set) var opensMidSentence = false

  init(_ bytes: Span<UInt8>, _ range: TextRange) {
    var straight = 0
    var curly = 0
    var brackets = 0
    var at = range.start
    while at < range.end {
      switch bytes[at] {
      case UInt8(ascii: "\""): straight += 1
      case UInt8(ascii: "("): brackets += 1
      case UInt8(ascii: ")"): brackets -= 1
      case UInt8(ascii: "."), UInt8(ascii: "!"): last = .stop
      case UInt8(ascii: "?"): last = .question
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","): last = .colon
      case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "'"), UInt8(ascii: "]"): break
      case 0xE2 where at + 2 < range.end && bytes[at + 1] == 0x80:
        switch bytes[at + 2] {
        case 0x9C: curly += 1  // “
        case 0x9D: curly -= 1  // ”
        case 0xA6: last = .stop  // …
        case 0x98, 0x99: break  // ‘ ’
        default: last = .none
        }
        at += 2
      case 0xE3 where at + 2 < range.end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82:
        last = .stop  // 。
        at += 2
      default: last = .none
      }
      at += 1
    }
    isBalanced = straight % 2 == 0 && curly == 0 && brackets == 0
    guard range.start < range.end else { return }
    let first = bytes[range.start]
    let isCurlyQuote = first == 0xE2 && range.count > 2 && bytes[range.start + 1] == 0x80
    opensWithQuotation = first == UInt8(ascii: "\"") || isCurlyQuote && bytes[range.start + 2] == 0x9C
    opensMidSentence = first &- 0x61 < 26 || first == UInt8(ascii: ",") || first == UInt8(ascii: ")")
  }
}
