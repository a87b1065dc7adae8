/// A charset by the name that documents carry and the name that iconv(3) knows it by.
struct Charset: Hashable, Sendable {
  /// In lower case, as the WHATWG Encoding Standard has it where it has it.
  let name: String
  let iconvName: String
  /// The bytes of the smallest unit: what is skipped where nothing can be decoded.
  let unit: Int

  init(_ name: String, iconv: String? = nil, unit: Int = 1) {
    self.name = name
    self.iconvName = iconv ?? name.uppercased()
    self.unit = unit
  }

  static let utf8 = Charset("utf-8")
  static let utf16LittleEndian = Charset("utf-16le", unit: 2)
  static let utf16BigEndian = Charset("utf-16be", unit: 2)
  static let utf32LittleEndian = Charset("utf-32le", unit: 4)
  static let utf32BigEndian = Charset("utf-32be", unit: 4)
  static let windows1252 = Charset("windows-1252", iconv: "CP1252")

  /// The charset that a user, a file or a detector calls `label`.
  ///
  /// Labels of charsets that are subsets of others in use mean those, as in browsers: hardly any file that says ISO-8859-1
  /// means its control characters. ASCII alone, which a browser takes for windows-1252, is read as UTF-8, as good a
  /// superset. Labels that the Encoding Standard does not have are iconv's.
  init(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace }
    switch label {
    case "ascii", "us-ascii": self = .utf8
    case "utf-32", "utf-32le": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    case "latin-1": self = .windows1252
    case "uhc", "cp949": self = Charset("euc-kr", iconv: "CP949")
    case "mac-cyrillic": self = Charset("x-mac-cyrillic", iconv: "MAC-CYRILLIC")
    case _ where label.hasPrefix("windows-"):
      self = Self.byLabel[label] ?? Charset(label, iconv: "CP\(label.dropFirst("windows-".count))")
    default: self = Self.byLabel[label] ?? Charset(label)
    }
  }

  /// Whether it is written in ASCII alone, between escape sequences.
  var usesEscapes: Bool { name.hasPrefix("iso-2022") }

  /// The charset of Windows that has the letters of this one and uses the bytes 80 to 9F, control characters here, for
  /// quotation marks and more; this one where there is none.
  var windowsSibling: Charset {
    Self.windowsSiblings[name].map(Charset.init(label:)) ?? self
  }

  private static let windowsSiblings = [
    "iso-8859-2": "windows-1250", "iso-8859-4": "windows-1257", "iso-8859-6": "windows-1256",
    "iso-8859-7": "windows-1253", "iso-8859-8": "windows-1255", "iso-8859-13": "windows-1257",
    "iso-8859-15": "windows-1252",
  ]
}

/// A byte order mark at the beginning of a file (Unicode Standard, section 23.8).
struct ByteOrderMark {
  let charset: Charset
  let count: Int

  init?(_ bytes: [UInt8]) {
    switch true {
    case bytes.starts(with: [0xEF, 0xBB, 0xBF]): (charset, count) = (.utf8, 3)
    // Before UTF-16, whose mark it begins with; a UTF-16 text that begins with NUL is none.
    case bytes.starts(with: [0xFF, 0xFE, 0, 0]) && bytes.count % 4 == 0: (charset, count) = (.utf32LittleEndian, 4)
    case bytes.starts(with: [0, 0, 0xFE, 0xFF]): (charset, count) = (.utf32BigEndian, 4)
    case bytes.starts(with: [0xFF, 0xFE]): (charset, count) = (.utf16LittleEndian, 2)
    case bytes.starts(with: [0xFE, 0xFF]): (charset, count) = (.utf16BigEndian, 2)
    default: return nil
    }
  }
}
