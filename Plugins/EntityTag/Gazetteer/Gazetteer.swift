internal import DocumentModel
internal import EntityTagData

/// Names of known things by the hashes of their tokens, read in place.
///
/// Every access is checked against the size of its part, so that damaged bytes give wrong answers, never others' memory.
struct Gazetteer: @unchecked Sendable {
  /// Read only, and there as long as the gazetteer is used: hence `@unchecked`.
  private let bytes: UnsafeRawBufferPointer
  private let layout: GazetteerLayout

  /// The one inside this library, or `nil` where the library was built around a damaged file.
  static let embedded = Gazetteer(embeddedBytes)

  static var embeddedBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: galley_names_gazetteer(), count: galley_names_gazetteer_size())
  }

  /// - Parameter bytes: what Tools/compile-gazetteer.py wrote; they must outlive the gazetteer. `nil` where they are not.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let layout = GazetteerLayout(bytes) else { return nil }
    self.bytes = bytes
    self.layout = layout
  }

  /// The hash of a sequence and one more token. That of one token is the token's own.
  static func extended(_ sequence: UInt64, by token: UInt64) -> UInt64 {
    ((sequence << 23 | sequence >> 41) ^ token) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What there is under the hash of a token or sequence. O(1): three keys to a bucket.
  func entry(_ hash: UInt64) -> GazetteerEntry {
    let bucket = Int(hash >> UInt64(64 - layout.bucketBits))
    let start = Int(bytes.word(at: GazetteerLayout.headerSize + bucket * 4))
    let end = Int(bytes.word(at: GazetteerLayout.headerSize + bucket * 4 + 4))
    guard start <= end, end <= layout.keyCount else { return .none }
    let key = UInt32(truncatingIfNeeded: hash >> UInt64(32 - layout.bucketBits))
    for index in start..<end where bytes.word(at: layout.keys + index * 4) == key {
      return GazetteerEntry(value: bytes.word(at: layout.values + index * 4))
    }
    return .none
  }

  /// Lets the processor fetch where `entry` begins its search for `hash`: names are looked up at random all over the
  /// gazetteer, which is larger than the processor's near memory.
  @inline(__always)
  func prefetchBucket(of hash: UInt64) {
    guard let start = bytes.baseAddress else { return }
    galley_prefetch(start + GazetteerLayout.headerSize + Int(hash >> UInt64(64 - layout.bucketBits)) &* 4)
  }

  /// The same for the keys, once the bucket is at hand.
  @inline(__always)
  func prefetchKeys(of hash: UInt64) {
    let bucket = Int(hash >> UInt64(64 - layout.bucketBits))
    let first = Int(bytes.word(at: GazetteerLayout.headerSize + bucket * 4))
    guard first < layout.keyCount, let start = bytes.baseAddress else { return }
    galley_prefetch(start + layout.keys + first &* 4)
    galley_prefetch(start + layout.values + first &* 4)
  }

  /// What the word can be to the rules.
  func classes(of entry: GazetteerEntry) -> WordClasses {
    guard entry.hasClasses, entry.firstSense < layout.senseCount else { return [] }
    return WordClasses(rawValue: bytes.word(at: layout.senses + entry.firstSense * GazetteerLayout.senseSize + 4))
  }

  /// Calls `body` with each thing that the name can stand for, the likeliest first.
  func forEachSense(of entry: GazetteerEntry, _ body: (GazetteerSense) -> Void) {
    guard entry.hasSenses else { return }
    // The first record of a word with classes holds these.
    var index = entry.firstSense
    while index < layout.senseCount {
      let offset = layout.senses + index * GazetteerLayout.senseSize
      let flags = bytes[offset + 9]
      if let label = Label(rawValue: bytes[offset + 8]), label.isName {
        body(
          GazetteerSense(
            exactHash: bytes.word(at: offset), thing: Int(bytes.word(at: offset + 4)),
            label: label, strength: .init(rawValue: flags & 3) ?? .context,
            isCaseSensitive: flags & 4 != 0, isCountry: flags & 16 != 0))
      }
      if flags & 8 != 0 { return }
      index += 1
    }
  }

  /// The fullest name of a thing, where it has more than the one in the text.
  func canonicalName(of thing: Int) -> String? {
    guard thing >= 0, thing < layout.nameCount else { return nil }
    let start = Int(bytes.word(at: layout.nameEnds + thing * 4))
    let end = Int(bytes.word(at: layout.nameEnds + thing * 4 + 4))
    guard start < end, layout.nameBytes + end <= bytes.count else { return nil }
    return String(decoding: bytes[(layout.nameBytes + start)..<(layout.nameBytes + end)], as: UTF8.self)
  }
}
