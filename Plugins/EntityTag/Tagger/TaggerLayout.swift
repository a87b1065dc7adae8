/// Where the parts of a tagger's model lie.
///
/// All integers are little-endian, all parts follow each other without gaps:
///
/// - header, 64 bytes: "GALLEYNT", then 32-bit version, the logarithms of the three tables' sizes, the bytes of the
///   note and of the labels, and zeros;
/// - transitions: 8 × 8 numbers of 16 bits, by the tag before and the tag;
/// - calibration: 64 bytes, the share of names in hundredths that are right, by their margin;
/// - forms, 32 bytes each: the scores of a feature of a word for the tags of the tokens two after to two before it, six
///   bytes each, and two bytes with the feature's tag;
/// - contexts, 8 bytes each: the scores of a feature of a place, six bytes, and two with the feature's tag;
/// - words, 64 bytes each: the sums of the forms' scores for known words, five times six numbers of 16 bits, then the
///   word's tag and its cluster, 16 bits each;
/// - the note: JSON that says what the model was made from;
/// - the labels of the user's own that the kinds of names stand for, a line each; none for people, organizations and
///   places.
///
/// Scores are those of the tags 1 to 6 above that of tag 0, a token outside names. The tables are filled by linear
/// probing from the place that a hash's high bits give. A tag of 0 marks a free place.
struct TaggerLayout: Hashable, Sendable {
  static let version: UInt32 = 2
  static let headerSize = 64
  static let formSize = 32
  static let contextSize = 8
  static let wordSize = 64
  static let calibrationCount = 64

  let formBits: Int
  let contextBits: Int
  let wordBits: Int
  let noteSize: Int
  let labelsSize: Int

  let transitions = Self.headerSize
  var calibration: Int { transitions + 128 }
  var forms: Int { calibration + Self.calibrationCount }
  var contexts: Int { forms + Self.formSize << formBits }
  var words: Int { contexts + Self.contextSize << contextBits }
  var note: Int { words + Self.wordSize << wordBits }
  var labels: Int { note + noteSize }
  var size: Int { labels + labelsSize }

  init(formBits: Int, contextBits: Int, wordBits: Int, noteSize: Int, labelsSize: Int) {
    self.formBits = formBits
    self.contextBits = contextBits
    self.wordBits = wordBits
    self.noteSize = noteSize
    self.labelsSize = labelsSize
  }

  /// Reads the header; `nil` where these are not the bytes of a model of this version, whole. More bytes may follow.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerSize, bytes.starts(with: "GALLEYNT".utf8), bytes.word(at: 8) == Self.version
    else { return nil }
    let bits = [12, 16, 20].map { Int(bytes.word(at: $0)) }
    guard bits.allSatisfy({ (1...26).contains($0) }) else { return nil }
    self.init(
      formBits: bits[0], contextBits: bits[1], wordBits: bits[2], noteSize: Int(bytes.word(at: 24)),
      labelsSize: Int(bytes.word(at: 28)))
    guard size <= bytes.count else { return nil }
  }
}
