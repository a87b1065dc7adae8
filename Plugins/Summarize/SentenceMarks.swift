internal import DocumentModel
internal import TextBytes

/// What the marks of a sentence tell of it: how it opens, how it ends, and whether all that opens is closed.
struct SentenceMarks {
  /// The kind of mark that a sentence ends with, closing quotation marks and brackets aside.
  enum End {
    case stop, question, colon, none
  }

  private(set) var last = End.none
  /// Whether quotation marks and round brackets come in pairs.
  var isBalanced: Bool { straight % 2 == 0 && curly == 0 && brackets == 0 }
  /// Whether it begins with a quotation mark.
  private(set) var opensWithQuotation = false
  /// Whether it ends with a quotation mark.
  private(set) var endsInQuotation = false
  /// Whether it asks something in nobody else's words.
  var isQuestion: Bool { last == .question && !opensWithQuotation && !endsInQuotation }
  /// Whether it begins with a small letter, a mark that goes on with something, or words that an editor put in.
  private(set) var opensMidSentence = false
  /// Whether it has what only the words under a picture have: "(left)", "Photo:".
  private(set) var isCaption = false

  private var straight = 0
  private var curly = 0
  private var brackets = 0

  /// - Parameter words: those of the sentence at `range`, which are passed over.
  init(_ bytes: Span<UInt8>, _ range: TextRange, words: ArraySlice<DocumentWords.Word>) {
    guard !range.isEmpty else { return }
    var at = range.start
    for word in words {
      read(bytes, at, Int(word.start))
      at = Int(word.end)
      // The stop of an abbreviation is part of the word.
      last = bytes[at - 1] == UInt8(ascii: ".") ? .stop : .none
    }
    read(bytes, at, range.end)
    let first = bytes[range.start]
    let isCurlyQuote = first == 0xE2 && range.count > 2 && bytes[range.start + 1] == 0x80
    opensWithQuotation = first == UInt8(ascii: "\"") || isCurlyQuote && bytes[range.start + 2] == 0x9C
    let end = bytes[range.end - 1]
    endsInQuotation =
      end == UInt8(ascii: "\"") || (end == 0x9C || end == 0x9D) && range.count > 2 && bytes[range.end - 2] == 0x80
    opensMidSentence =
      first.isLower || first == UInt8(ascii: ",") || first == UInt8(ascii: ")") || first == UInt8(ascii: "[")
  }

  /// Reads the marks between two words.
  private mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "'"), UInt8(ascii: "]"): break
      case UInt8(ascii: "\""): straight += 1
      case UInt8(ascii: "("):
        brackets += 1
        isCaption = isCaption || Self.places.contains { bytes.has($0, at: at) }
      case UInt8(ascii: ")"): brackets -= 1
      case UInt8(ascii: "."), UInt8(ascii: "!"): last = .stop
      case UInt8(ascii: "?"): last = .question
      case UInt8(ascii: ":"):
        last = .colon
        isCaption = isCaption || Self.credits.contains { bytes.has($0, at: at + 1 - $0.utf8CodeUnitCount) }
      case UInt8(ascii: ";"), UInt8(ascii: ","): last = .colon
      case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80:
        readWide(bytes[at + 2])
        at += 2
      case 0xE3 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82:
        last = .stop  // 。
        at += 2
      default: last = .none
      }
      at += 1
    }
  }

  /// Reads a mark of U+2000 to U+203F by its last byte.
  private mutating func readWide(_ byte: UInt8) {
    switch byte {
    case 0x9C: curly += 1  // “
    case 0x9D: curly -= 1  // ”
    case 0xA6: last = .stop  // …
    case 0x98, 0x99: break  // ‘ ’
    default: last = .none
    }
  }

  private static let places: [StaticString] = ["(left)", "(right)", "(center)", "(centre)", "(pictured)"]
  private static let credits: [StaticString] = ["Image:", "Photo:", "Picture:", "Credit:"]
}

extension Span<UInt8> {
  /// Whether `words` stand at `offset`.
  fileprivate func has(_ words: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + words.utf8CodeUnitCount <= count else { return false }
    return (0..<words.utf8CodeUnitCount).allSatisfy { self[offset + $0] == words.utf8Start[$0] }
  }
}
