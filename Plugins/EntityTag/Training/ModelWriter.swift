/// Writes what has been learned as the bytes of a model.
struct ModelWriter {
  private var bytes: [UInt8]
  private let layout: TaggerLayout

  /// - Parameters:
  ///   - boldness: what a token outside names costs; the more, the more names are found.
  ///   - otherWords: words of no training text, of which the model shall know the scores.
  ///   - calibration: shares in hundredths by margin.
  static func bytes(
    of trainer: ChainTrainer, boldness: Float, otherWords: [KnownWord], calibration: [UInt8], note: String
  ) -> [UInt8] {
    let set = trainer.set
    let forms = QuantizedRows(trainer.formWeights)
    let contexts = QuantizedRows(trainer.contextWeights)
    let usedForms = set.formIndex.hashes.indices.filter { feature in
      (0..<5).contains { !forms.isZero(feature * 5 + $0) }
    }
    let usedContexts = set.contextIndex.hashes.indices.filter { !contexts.isZero($0) }
    let words = set.formKeys.indices.filter { $0 == 0 || set.isKnown($0) }.map {
      KnownWord(key: set.formKeys[$0], clusters: set.formClusters[$0], features: set.formFeatures[$0])
    }
    let layout = TaggerLayout(
      formBits: bits(for: usedForms.count), contextBits: bits(for: usedContexts.count),
      wordBits: bits(for: words.count + otherWords.count), noteSize: note.utf8.count)
    var writer = ModelWriter(layout: layout)
    writer.writeHeader(note: note, calibration: calibration)
    writer.write(transitions: trainer.transitions, boldness: boldness)
    for feature in usedForms { writer.add(form: set.formIndex.hashes[feature], rows: forms, feature: feature) }
    for feature in usedContexts { writer.add(context: set.contextIndex.hashes[feature], row: contexts[feature]) }
    for word in words + otherWords { writer.add(word, rows: forms) }
    return writer.bytes
  }

  private init(layout: TaggerLayout) {
    self.layout = layout
    bytes = [UInt8](repeating: 0, count: layout.size)
  }

  /// The logarithm of a table's size for so many rows: three quarters full at most.
  private static func bits(for count: Int) -> Int {
    var bits = 4
    while (1 << bits) / 4 * 3 < count { bits += 1 }
    return bits
  }

  private mutating func writeHeader(note: String, calibration: [UInt8]) {
    bytes.replaceSubrange(0..<8, with: "GALLEYNT".utf8)
    let numbers = [
      Int(TaggerLayout.version), layout.formBits, layout.contextBits, layout.wordBits, layout.noteSize,
    ]
    for (index, number) in numbers.enumerated() { write(number, size: 4, at: 8 + index * 4) }
    for index in 0..<TaggerLayout.calibrationCount { bytes[layout.calibration + index] = calibration[index] }
    bytes.replaceSubrange(layout.note..<layout.size, with: note.utf8)
  }

  /// Every step to a token outside names costs `boldness`.
  private mutating func write(transitions: InlineArray<8, SIMD8<Float>>, boldness: Float) {
    for from in 0..<8 {
      for to in 0..<8 {
        let weight = transitions[from][to] - (to == NameTag.outside ? boldness : 0)
        let score = Int((weight * TaggerModel.scale).rounded())
        write(max(-32000, min(32000, score)), size: 2, at: layout.transitions + (from * 8 + to) * 2)
      }
    }
  }

  private mutating func write(_ number: Int, size: Int, at offset: Int) {
    for index in 0..<size { bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
  }

  // MARK: - Tables

  private mutating func add(form hash: UInt64, rows: QuantizedRows, feature: Int) {
    let size = TaggerLayout.formSize
    let offset = free(in: layout.forms, size: size, bits: layout.formBits, hash: hash) { bytes, offset in
      bytes[offset + 7] == 0 && bytes[offset + 15] == 0
    }
    guard let offset else { return }
    for position in 0..<5 {
      for lane in 0..<7 {
        bytes[offset + position * 8 + lane] = UInt8(bitPattern: rows[feature * 5 + position][lane])
      }
    }
    let tag = TaggerModel.formTag(hash)
    bytes[offset + 7] = UInt8(tag >> 8)
    bytes[offset + 15] = UInt8(tag & 0xFF)
  }

  private mutating func add(context hash: UInt64, row: SIMD8<Int8>) {
    let size = TaggerLayout.contextSize
    let offset = free(in: layout.contexts, size: size, bits: layout.contextBits, hash: hash) { $0[$1 + 7] == 0 }
    guard let offset else { return }
    for lane in 0..<7 { bytes[offset + lane] = UInt8(bitPattern: row[lane]) }
    bytes[offset + 7] = TaggerModel.contextTag(hash)
  }

  private mutating func add(_ word: KnownWord, rows: QuantizedRows) {
    let size = TaggerLayout.wordSize
    let offset = free(in: layout.words, size: size, bits: layout.wordBits, hash: word.key) { bytes, offset in
      bytes[offset + 14] | bytes[offset + 15] | bytes[offset + 30] | bytes[offset + 31] == 0
    }
    guard let offset else { return }
    for position in 0..<5 {
      var sum = SIMD8<Int32>.zero
      for feature in word.features { sum &+= SIMD8<Int32>(truncatingIfNeeded: rows[Int(feature) * 5 + position]) }
      for lane in 0..<7 { write(Int(sum[lane]), size: 2, at: offset + position * 16 + lane * 2) }
    }
    let tag = TaggerModel.wordTag(word.key)
    write(Int(tag >> 16), size: 2, at: offset + 14)
    write(Int(tag & 0xFFFF), size: 2, at: offset + 30)
    write(Int(word.clusters.coarse), size: 2, at: offset + 46)
    write(Int(word.clusters.fine), size: 2, at: offset + 62)
  }

  /// Where the row of a hash goes, or `nil` where no look-up would get to a free place.
  private func free(
    in table: Int, size: Int, bits: Int, hash: UInt64, isFree: ([UInt8], Int) -> Bool
  ) -> Int? {
    var place = TaggerModel.place(of: hash, bits: bits)
    for _ in 0..<TaggerModel.longestProbe {
      let offset = table + place * size
      if isFree(bytes, offset) { return offset }
      place = (place + 1) & (1 << bits - 1)
    }
    return nil
  }
}

/// A word whose scores a model holds added up.
struct KnownWord {
  var key: UInt64
  var clusters: WordClusters
  /// The numbers of its features.
  var features: [Int32]
}

/// Rows of weights as whole numbers of eight bits.
struct QuantizedRows {
  private let rows: [SIMD8<Int8>]

  init(_ weights: [SIMD8<Float>]) {
    rows = weights.map { weight in
      // What all tags share says nothing.
      var mean: Float = 0
      for lane in 0..<NameTag.count { mean += weight[lane] / Float(NameTag.count) }
      var row = SIMD8<Int8>.zero
      for lane in 0..<NameTag.count {
        row[lane] = Int8(max(-127, min(127, ((weight[lane] - mean) * TaggerModel.scale).rounded())))
      }
      return row
    }
  }

  subscript(index: Int) -> SIMD8<Int8> { rows[index] }
  /// Whether the row moves no score by more than a rounding would.
  func isZero(_ index: Int) -> Bool { rows[index].min() >= -1 && rows[index].max() <= 1 }
}
