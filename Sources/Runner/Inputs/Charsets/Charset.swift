internal import Glibc

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

  /// The charset that a file or a detector calls `label`.
  ///
  /// Labels of charsets that are subsets of others in use mean those, as in browsers (Encoding Standard, section 4.2):
  /// hardly any file that says ISO-8859-1 means its control characters.
  init(label: String) {
    let label = label.lowercased()
    switch label {
    case "utf-8", "utf8", "ascii", "us-ascii": self = .utf8
    case "utf-16", "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "utf-32", "utf-32le": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    case "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252": self = .windows1252
    case "iso-8859-9": self = Charset("windows-1254", iconv: "CP1254")
    case "iso-8859-11", "tis-620", "windows-874": self = Charset("windows-874", iconv: "CP874")
    case "shift_jis", "shift-jis", "sjis", "windows-31j": self = Charset("shift_jis", iconv: "CP932")
    case "euc-kr", "uhc", "cp949": self = Charset("euc-kr", iconv: "CP949")
    case "gb2312", "gbk", "gb18030": self = Charset("gb18030", iconv: "GB18030")
    case "big5": self = Charset("big5", iconv: "BIG5-HKSCS")
    case "mac-cyrillic": self = Charset("x-mac-cyrillic", iconv: "MAC-CYRILLIC")
    case _ where label.hasPrefix("windows-"): self = Charset(label, iconv: "CP\(label.dropFirst("windows-".count))")
    default: self = Charset(label)
    }
  }

  /// The charset of Windows that has the letters of this one and uses the bytes 80 to 9F, control characters here, for
  /// quotation marks and more; this one where there is none.
  var windowsSibling: Charset {
    let siblings = [
      "iso-8859-2": "windows-1250", "iso-8859-4": "windows-1257", "iso-8859-6": "windows-1256",
      "iso-8859-7": "windows-1253", "iso-8859-8": "windows-1255", "iso-8859-13": "windows-1257",
      "iso-8859-15": "windows-1252",
    ]
    return siblings[name].map(Charset.init(label:)) ?? self
  }
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
