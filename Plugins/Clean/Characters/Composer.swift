internal import CUtf8proc
internal import DocumentModel
internal import TextBytes

/// Brings text into Unicode normalization form C, by utf8proc's tables, and only where it is not in it already.
enum Composer {
  /// Whether `scalar` is the same in form C whatever stands beside it (`NFC_Quick_Check` is yes and the combining class
  /// is 0; some marks that would pass as well are let through to the slow path).
  static func isStable(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300 else { return true }
    let property = utf8proc_get_property(Int32(scalar)).pointee
    guard property.combining_class == 0 else { return false }
    switch utf8proc_category_t(rawValue: UInt32(property.category)) {
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: return false
    default: break
    }
    // Vowels and finals of conjoining Hangul, which compose with what is before them.
    if (0x1160...0x11FF).contains(scalar) { return false }
    guard property.decomp_type == 0, property.decomp_seqindex != .max else { return true }
    return composed([scalar]) == [scalar]
  }

  /// The edits that bring the text into form C.
  static func edits(of bytes: Span<UInt8>) -> [TextEdit] {
    let plain = PlainCharacters.table
    var edits: [TextEdit] = []
    var pairs: [UInt64: String?] = [:]
    var previous = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        previous = offset
        offset += 1
        continue
      }
      let scalar = bytes.scalar(at: offset)
      if plain.contains(scalar.value) || isStable(scalar.value) {
        previous = offset
        offset += scalar.count
        continue
      }
      let run = run(from: previous, through: offset, in: bytes)
      if let composed = composed(run, in: bytes, remembering: &pairs) {
        edits.append(TextEdit(TextRange(run), composed, rule: "nfc"))
      }
      offset = run.upperBound
      previous = offset
    }
    return edits
  }

  /// The scalar at `start` and all up to the next stable one after `offset`.
  private static func run(from start: Int, through offset: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var end = offset
    while end < bytes.count {
      let scalar = bytes.scalar(at: end)
      if isStable(scalar.value) { break }
      end += scalar.count
    }
    return start..<end
  }

  /// The run in form C, or `nil` where it is in it. Nearly all runs are pairs of a letter and a mark, of which a text
  /// has few: those are remembered.
  private static func composed(
    _ run: Range<Int>, in bytes: Span<UInt8>, remembering pairs: inout [UInt64: String?]
  ) -> String? {
    let first = bytes.scalar(at: run.lowerBound)
    let second = run.lowerBound + first.count
    guard second < run.upperBound, case let last = bytes.scalar(at: second), second + last.count == run.upperBound
    else {
      return composed(run, in: bytes)
    }
    let key = UInt64(first.value) << 32 | UInt64(last.value)
    if let known = pairs[key] { return known }
    let result = composed(run, in: bytes)
    pairs[key] = .some(result)
    return result
  }

  private static func composed(_ run: Range<Int>, in bytes: Span<UInt8>) -> String? {
    var scalars: [UInt32] = []
    var offset = run.lowerBound
    while offset < run.upperBound {
      let scalar = bytes.scalar(at: offset)
      scalars.append(scalar.value)
      offset += scalar.count
    }
    let composed = composed(scalars)
    guard composed != scalars else { return nil }
    return String(String.UnicodeScalarView(composed.compactMap(Unicode.Scalar.init)))
  }

  /// `scalars` in form C: decomposed, marks in canonical order (a stable sort, since utf8proc's own takes O(n²) on long
  /// runs of marks), composed.
  private static func composed(_ scalars: [UInt32]) -> [UInt32] {
    var decomposed = scalars.flatMap(decomposition)
    var start = 0
    while start < decomposed.count {
      guard combiningClass(decomposed[start]) != 0 else {
        start += 1
        continue
      }
      let end = decomposed[start...].firstIndex { combiningClass($0) == 0 } ?? decomposed.count
      let marks = decomposed[start..<end].enumerated().map { (combiningClass($1), $0, $1) }
      decomposed.replaceSubrange(start..<end, with: marks.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
      start = end
    }
    let options = utf8proc_option_t(UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    let count = utf8proc_normalize_utf32(&decomposed, decomposed.count, options)
    // A failure leaves the text as it is; with these options there is none to be had.
    guard count >= 0 else { return scalars }
    return decomposed.prefix(count).map { UInt32(bitPattern: $0) }
  }

  private static func decomposition(_ scalar: UInt32) -> [Int32] {
    var buffer = [Int32](repeating: 0, count: 8)
    let options = utf8proc_option_t(UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    let count = utf8proc_decompose_char(Int32(bitPattern: scalar), &buffer, buffer.count, options, nil)
    return (0...buffer.count).contains(count) ? Array(buffer.prefix(count)) : [Int32(bitPattern: scalar)]
  }

  private static func combiningClass(_ scalar: Int32) -> utf8proc_propval_t {
    utf8proc_get_property(scalar).pointee.combining_class
  }
}
