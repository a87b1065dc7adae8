internal import TextBytes

/// An address or a reference to one in its parts (RFC 3986), to make references absolute.
struct WebAddress {
  private(set) var scheme: String?
  private(set) var authority: String?
  private var path: String
  private var query: String?
  private var fragment: String?

  /// What is longer is no address but data.
  static let longest = 8192

  /// The address that a link's `reference` stands for, read in a page at `base`; as it is written where the base is not
  /// known. `nil` where it leads nowhere: into the page itself, into a script, or into itself as data.
  static func target(_ reference: String, from base: WebAddress?) -> String? {
    guard let written = WebAddress(reference), !written.isInsidePage else { return nil }
    if let scheme = written.scheme, unread.contains(scheme) { return nil }
    return (base?.resolving(written) ?? written).text
  }

  private static let unread: Set<String> = ["javascript", "data", "vbscript", "blob", "about"]

  private var isInsidePage: Bool { scheme == nil && authority == nil && path.isEmpty && query == nil }

  /// - Returns: `nil` for what is empty or too long.
  init?(_ written: String) {
    // As browsers read it: white space around it and line breaks inside mean nothing.
    var bytes = ArraySlice(written.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
    fragment = Self.cut(&bytes, at: UInt8(ascii: "#"))
    query = Self.cut(&bytes, at: UInt8(ascii: "?"))
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex, bytes[bytes.startIndex].isLetter,
      bytes[..<colon].allSatisfy(Self.isOfScheme)
    {
      scheme = Self.text(bytes[..<colon]).lowercased()
      bytes = bytes[(colon + 1)...]
    }
    if bytes.starts(with: "//".utf8) {
      bytes = bytes.dropFirst(2)
      let end = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
      authority = Self.text(bytes[..<end])
      bytes = bytes[end...]
    }
    path = Self.text(bytes)
  }

  /// What stands behind the first `mark`, which is taken off with it.
  private static func cut(_ bytes: inout ArraySlice<UInt8>, at mark: UInt8) -> String? {
    guard let place = bytes.firstIndex(of: mark) else { return nil }
    defer { bytes = bytes[..<place] }
    return text(bytes[(place + 1)...])
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// `bytes` with what no address has (spaces, controls) escaped as browsers do it.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      if byte <= 0x20 || byte == 0x7F {
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Whether it is the address of a page on the web.
  var isOfPage: Bool { (scheme == "http" || scheme == "https") && authority?.isEmpty == false }

  var text: String {
    (scheme.map { "\($0):" } ?? "") + (authority.map { "//\($0)" } ?? "") + path + (query.map { "?\($0)" } ?? "")
      + (fragment.map { "#\($0)" } ?? "")
  }

  /// The address that `reference` stands for where this one is the base (5.2.2). A base that is no page's, such as a
  /// path, leaves the reference as it is written.
  func resolving(_ reference: WebAddress) -> WebAddress {
    guard reference.scheme == nil, isOfPage else { return reference }
    var result = reference
    result.scheme = scheme
    if reference.authority == nil {
      result.authority = authority
      if reference.path.isEmpty {
        result.path = path
        result.query = reference.query ?? query
        return result
      }
      if !reference.path.utf8.starts(with: "/".utf8) {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/"
        result.path = folder + reference.path
      }
    }
    result.path = Self.withoutDots(result.path)
    return result
  }

  /// A path that begins with a slash without its segments `.` and `..` (5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    var kept: [Substring] = []
    for (index, segment) in segments.map({ Substring($0) }).enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      case ".": if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
