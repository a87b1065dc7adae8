internal import Pages

extension HTML {
  /// JSON as a part of the page that is no program. Within JSON `<` stands in strings only.
  static func data(_ id: String, _ json: [UInt8]) -> HTML {
    var markup: [UInt8] = []
    markup.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == UInt8(ascii: "<") { markup += Array("\\u003c".utf8) } else { markup.append(byte) }
    }
    return """
      <script type="application/json" id="\(id)">\(HTML(markup: String(decoding: markup, as: UTF8.self)))</script>

      """
  }
}
