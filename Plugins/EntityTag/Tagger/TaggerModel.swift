/// Scores of a token for each tag, the eighth lane unused.
typealias TagScores = SIMD8<Int16>

/// The scores that a word brings to the tokens two after it (first) to two before it (last).
typealias FormScores = InlineArray<5, TagScores>

/// The weights of the tagger, read in place.
///
/// Every access stays inside its table, whatever the bytes are: damaged ones give wrong answers, never others' memory.
struct TaggerModel: @unchecked Sendable {
  /// What weights are multiplied by to be whole numbers.
  static let scale: Float = 24

  /// Read only, and there as long as the model is used: hence `@unchecked`.
  private let bytes: UnsafeRawBufferPointer
  private let layout: TaggerLayout
  private let words: Table
  private let forms: Table
  private let contexts: Table
  /// From the tag before, as scores of the next one; what can't be is far below.
  let transitions: InlineArray<8, SIMD8<Int32>>

  /// - Parameter bytes: those of a model, which must outlive it. `nil` where they are not.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let layout = TaggerLayout(bytes), let start = bytes.baseAddress else { return nil }
    self.bytes = bytes
    self.layout = layout
    words = Table(start: start + layout.words, bits: layout.wordBits)
    forms = Table(start: start + layout.forms, bits: layout.formBits)
    contexts = Table(start: start + layout.contexts, bits: layout.contextBits)
    var transitions = InlineArray<8, SIMD8<Int32>>(repeating: .zero)
    for from in 0..<8 {
      for to in 0..<8 {
        let score = Int16(
          littleEndian: bytes.loadUnaligned(fromByteOffset: layout.transitions + (from * 8 + to) * 2, as: Int16.self))
        transitions[from][to] = to < NameTag.count && NameTag.canFollow(to, from) ? Int32(score) : Self.never
      }
    }
    self.transitions = transitions
  }

  /// Less than any sum of scores in a text.
  static let never: Int32 = -1 << 28

  /// What the model was made from, as JSON.
  var note: String { String(decoding: bytes[layout.note..<layout.size], as: UTF8.self) }

  /// Which share of the names with this margin are right.
  func confidence(margin: Int32) -> Double {
    let bucket = min(max(Int(margin) / Self.marginWidth, 0), TaggerLayout.calibrationCount - 1)
    return Double(min(bytes[layout.calibration + bucket], 100)) / 100
  }

  /// How far margins of one bucket of the calibration lie apart.
  static let marginWidth = 6

  /// One of the tables, whose places are those of its rows: bare memory, since each name takes hundreds of look-ups, and
  /// no place that `first` and `next` give is outside.
  private struct Table {
    let start: UnsafeRawPointer
    let mask: Int
    private let shift: UInt64

    init(start: UnsafeRawPointer, bits: Int) {
      self.start = start
      mask = 1 << bits - 1
      shift = UInt64(64 - bits)
    }

    /// Where the search for a hash begins, as in `TaggerModel.place`.
    @inline(__always)
    func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> shift) & mask }
    @inline(__always)
    func next(_ place: Int) -> Int { (place &+ 1) & mask }
  }

  // MARK: - Words

  /// The row of a known word.
  @inline(__always)
  func row(ofWord key: UInt64) -> Int? {
    let tag = Self.wordTag(key)
    var place = words.first(key)
    for _ in 0..<Self.longestProbe {
      let row = words.start + place &* TaggerLayout.wordSize
      let found =
        UInt32(row.loadUnaligned(fromByteOffset: 14, as: UInt16.self)) << 16
        | UInt32(row.loadUnaligned(fromByteOffset: 30, as: UInt16.self))
      if found == tag { return place }
      if found == 0 { return nil }
      place = words.next(place)
    }
    return nil
  }

  /// The scores that the word in a row brings to the token `2 - position` after it.
  @inline(__always)
  func scores(ofRow row: Int, position: Int) -> TagScores {
    let row = words.start + (row & words.mask) &* TaggerLayout.wordSize
    precondition(position >= 0 && position < 5)
    return row.loadUnaligned(fromByteOffset: position &* 16, as: TagScores.self)
  }

  @inline(__always)
  func clusters(ofRow row: Int) -> WordClusters {
    let row = words.start + (row & words.mask) &* TaggerLayout.wordSize
    return WordClusters(
      coarse: row.loadUnaligned(fromByteOffset: 46, as: UInt16.self),
      fine: row.loadUnaligned(fromByteOffset: 62, as: UInt16.self))
  }

  // MARK: - Features

  /// Adds what a feature of a word brings.
  func add(form hash: UInt64, to scores: inout FormScores) {
    let tag = Self.formTag(hash)
    var place = forms.first(hash)
    for _ in 0..<Self.longestProbe {
      let row = forms.start + place &* TaggerLayout.formSize
      let found =
        UInt16(row.load(fromByteOffset: 7, as: UInt8.self)) << 8 | UInt16(row.load(fromByteOffset: 15, as: UInt8.self))
      if found == 0 { return }
      if found == tag {
        for position in 0..<5 {
          scores[position] &+= TagScores(
            truncatingIfNeeded: row.loadUnaligned(fromByteOffset: position &* 8, as: SIMD8<Int8>.self))
        }
        return
      }
      place = forms.next(place)
    }
  }

  /// What a feature of a place brings.
  @inline(__always)
  func scores(ofContext hash: UInt64) -> TagScores {
    let tag = Self.contextTag(hash)
    var place = contexts.first(hash)
    for _ in 0..<Self.longestProbe {
      let row = contexts.start + place &* TaggerLayout.contextSize
      let found = row.load(fromByteOffset: 7, as: UInt8.self)
      if found == tag {
        return TagScores(truncatingIfNeeded: row.loadUnaligned(as: SIMD8<Int8>.self))
      }
      if found == 0 { return .zero }
      place = contexts.next(place)
    }
    return .zero
  }

  // MARK: - Places and tags of hashes

  /// Tables are filled so that no search goes on longer.
  static let longestProbe = 64

  @inline(__always)
  static func place(of hash: UInt64, bits: Int) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
  @inline(__always)
  static func contextTag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 8) | 1 }
  @inline(__always)
  static func formTag(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 8) | 1 }
  @inline(__always)
  static func wordTag(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 16) | 1 }
}
