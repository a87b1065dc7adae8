internal import EntityTagData

/// Scores of a token for each tag, the eighth lane unused.
typealias TagScores = SIMD8<Int16>

/// Scores of a token for the tags 1 to 6 above that of tag 0, as the tables have them; the last two lanes hold anything.
typealias NameScores = SIMD8<Int16>

extension NameScores {
  /// The scores of all tags.
  @inline(__always)
  var ofAllTags: TagScores { TagScores(0, self[0], self[1], self[2], self[3], self[4], self[5], 0) }
}

/// The scores that a word brings to the tokens two after it (first) to two before it (last).
typealias FormScores = InlineArray<5, NameScores>

/// The weights of the tagger, read in place.
///
/// Every access stays inside its table, whatever the bytes are: damaged ones give wrong answers, never others' memory.
struct TaggerModel: @unchecked Sendable {
  /// What weights are multiplied by to be whole numbers.
  static let scale: Float = 20

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
    guard let layout = TaggerLayout(bytes), layout.size == bytes.count, let start = bytes.baseAddress else {
      return nil
    }
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
  var note: String { String(decoding: bytes[layout.note..<layout.labels], as: UTF8.self) }

  /// The labels of the user's own that the kinds of names stand for, three at most; none for people, organizations and
  /// places.
  var labels: [String] {
    let text = String(decoding: bytes[layout.labels..<layout.size], as: UTF8.self)
    return text.split(separator: "\n").prefix(NameTag.Kind.allCases.count).map(String.init)
  }

  /// Which share of the names with this margin are right.
  func confidence(margin: Int32) -> Double {
    let bucket = min(max(Int(margin) / Self.marginWidth, 0), TaggerLayout.calibrationCount - 1)
    return Double(min(bytes[layout.calibration + bucket], 100)) / 100
  }

  /// How far margins of one bucket of the calibration lie apart.
  static let marginWidth = 5

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
    let tag = Self.tag(key)
    var place = words.first(key)
    for _ in 0..<Self.longestProbe {
      let row = words.start + place &* TaggerLayout.wordSize
      let found = row.loadUnaligned(fromByteOffset: 60, as: UInt16.self)
      if found == tag { return place }
      if found == 0 { return nil }
      place = words.next(place)
    }
    return nil
  }

  /// Lets the processor fetch the row where the search for a word begins.
  @inline(__always)
  func prefetchRow(ofWord key: UInt64) { galley_prefetch(words.start + words.first(key) &* TaggerLayout.wordSize) }

  /// The scores that the word in a row brings to the token `2 - position` after it.
  @inline(__always)
  func scores(ofRow row: Int, position: Int) -> NameScores {
    let row = words.start + (row & words.mask) &* TaggerLayout.wordSize
    precondition(position >= 0 && position < 5)
    return row.loadUnaligned(fromByteOffset: position &* 12, as: NameScores.self)
  }

  @inline(__always)
  func cluster(ofRow row: Int) -> UInt16 {
    let row = words.start + (row & words.mask) &* TaggerLayout.wordSize
    return row.loadUnaligned(fromByteOffset: 62, as: UInt16.self)
  }

  // MARK: - Features

  /// Adds what a feature of a word brings.
  func add(form hash: UInt64, to scores: inout FormScores) {
    let tag = Self.tag(hash)
    var place = forms.first(hash)
    for _ in 0..<Self.longestProbe {
      let row = forms.start + place &* TaggerLayout.formSize
      let found = row.loadUnaligned(fromByteOffset: 30, as: UInt16.self)
      if found == 0 { return }
      if found == tag {
        for position in 0..<5 {
          scores[position] &+= NameScores(
            truncatingIfNeeded: row.loadUnaligned(fromByteOffset: position &* 6, as: SIMD8<Int8>.self))
        }
        return
      }
      place = forms.next(place)
    }
  }

  /// What the features of a place bring together.
  ///
  /// All first rows are loaded before any is looked at, so that the processor waits for memory once rather than for each.
  @inline(__always)
  func scores(ofContexts features: inout FeatureList) -> NameScores {
    for index in 0..<features.count {
      let place = contexts.first(features.hashes[index])
      features.rows[index] = (contexts.start + place &* TaggerLayout.contextSize).loadUnaligned(as: UInt64.self)
    }
    var scores = NameScores.zero
    for index in 0..<features.count {
      let hash = features.hashes[index]
      let tag = Self.tag(hash)
      var row = features.rows[index]
      var place = contexts.first(hash)
      var probes = 1
      while row >> 48 != UInt64(tag), row >> 48 != 0, probes < Self.longestProbe {
        place = contexts.next(place)
        row = (contexts.start + place &* TaggerLayout.contextSize).loadUnaligned(as: UInt64.self)
        probes &+= 1
      }
      // Half of the features are unknown, which no branch foresees: nothing is added for these.
      let known = row >> 48 == UInt64(tag) ? row : 0
      scores &+= NameScores(truncatingIfNeeded: unsafeBitCast(known, to: SIMD8<Int8>.self))
    }
    return scores
  }

  // MARK: - Places and tags of hashes

  /// Tables are filled so that no search goes on longer.
  static let longestProbe = 64

  @inline(__always)
  static func place(of hash: UInt64, bits: Int) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
  /// What tells a hash from others of its place; never 0.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 8) | 1 }
}
