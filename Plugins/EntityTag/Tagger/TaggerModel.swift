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
  /// From the tag before, as scores of the next one; what can't be is far below.
  let transitions: InlineArray<8, SIMD8<Int32>>

  /// - Parameter bytes: those of a model, which must outlive it. `nil` where they are not.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let layout = TaggerLayout(bytes) else { return nil }
    self.bytes = bytes
    self.layout = layout
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

  // MARK: - Words

  /// The row of a known word.
  @inline(__always)
  func row(ofWord key: UInt64) -> Int? {
    let tag = Self.wordTag(key)
    let mask = 1 << layout.wordBits - 1
    var place = Self.place(of: key, bits: layout.wordBits)
    for _ in 0..<Self.longestProbe {
      let offset = layout.words + place * TaggerLayout.wordSize
      let found =
        UInt32(bytes.loadUnaligned(fromByteOffset: offset + 14, as: UInt16.self)) << 16
        | UInt32(bytes.loadUnaligned(fromByteOffset: offset + 30, as: UInt16.self))
      if found == tag { return place }
      if found == 0 { return nil }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The scores that the word in a row brings to the token `2 - position` after it.
  @inline(__always)
  func scores(ofRow row: Int, position: Int) -> TagScores {
    bytes.loadUnaligned(
      fromByteOffset: layout.words + row * TaggerLayout.wordSize + position * 16, as: TagScores.self)
  }

  func clusters(ofRow row: Int) -> WordClusters {
    let offset = layout.words + row * TaggerLayout.wordSize
    return WordClusters(
      coarse: bytes.loadUnaligned(fromByteOffset: offset + 46, as: UInt16.self),
      fine: bytes.loadUnaligned(fromByteOffset: offset + 62, as: UInt16.self))
  }

  // MARK: - Features

  /// Adds what a feature of a word brings.
  func add(form hash: UInt64, to scores: inout FormScores) {
    let tag = Self.formTag(hash)
    let mask = 1 << layout.formBits - 1
    var place = Self.place(of: hash, bits: layout.formBits)
    for _ in 0..<Self.longestProbe {
      let offset = layout.forms + place * TaggerLayout.formSize
      let found = UInt16(bytes[offset + 7]) << 8 | UInt16(bytes[offset + 15])
      if found == 0 { return }
      if found == tag {
        for position in 0..<5 {
          let row = bytes.loadUnaligned(fromByteOffset: offset + position * 8, as: SIMD8<Int8>.self)
          scores[position] &+= TagScores(truncatingIfNeeded: row)
        }
        return
      }
      place = (place + 1) & mask
    }
  }

  /// What a feature of a place brings.
  @inline(__always)
  func scores(ofContext hash: UInt64) -> TagScores {
    let tag = Self.contextTag(hash)
    let mask = 1 << layout.contextBits - 1
    var place = Self.place(of: hash, bits: layout.contextBits)
    for _ in 0..<Self.longestProbe {
      let offset = layout.contexts + place * TaggerLayout.contextSize
      let found = bytes[offset + 7]
      if found == tag {
        return TagScores(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self))
      }
      if found == 0 { return .zero }
      place = (place + 1) & mask
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
