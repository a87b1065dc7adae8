/// Writes what has been learned as the bytes of a model.
struct ModelWriter {
  private var bytes: [UInt8]
  private let layout: TaggerLayout

  /// - Parameters:
  ///   - boldness: what a token outside names costs; the more, the more names are found.
  ///   - order: what the weights of pairs of tags are multiplied by.
  ///   - otherWords: words of no training text, of which the model shall know the scores.
  ///   - calibration: shares in hundredths by margin.
  ///   - labels: those of the user's own that the kinds of names stand for.
  static func bytes(
    of trainer: ChainTrainer, boldness: Float, order: Float, otherWords: [KnownWord], calibration: [UInt8],
    note: String,
    labels: [String]
  ) -> [UInt8] {
    let labels = labels.joined(separator: "\n")
    let set = trainer.set
    let weights = trainer.weights
    let forms = QuantizedRows(weights.forms.rows)
    let contexts = QuantizedRows(weights.contexts.rows)
    let usedForms = set.formIndex.hashes.indices.filter { feature in
      (0..<5).contains { !forms.isZero(feature * 5 + $0) }
    }
    let usedContexts = set.contextIndex.hashes.indices.filter { !contexts.isZero($0) }
    let words = set.formKeys.indices.filter { $0 == 0 || set.isKnown($0) }.map {
      KnownWord(key: set.formKeys[$0], clusters: set.formClusters[$0], features: set.formFeatures[$0])
    }
    let layout = TaggerLayout(
      formBits: bits(for: usedForms.count), contextBits: bits(for: usedContexts.count),
      wordBits: bits(for: words.count + otherWords.count), noteSize: note.utf8.count,
      labelsSize: labels.utf8.count)
    var writer = ModelWriter(layout: layout)
    writer.writeHeader(note: note, labels: labels, calibration: calibration)
    writer.write(transitions: weights.transitions.rows, boldness: boldness, order: order)
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

  private mutating func writeHeader(note: String, labels: String, calibration: [UInt8]) {
    bytes.replaceSubrange(0..<8, with: "GALLEYNT".utf8)
    let numbers = [
      Int(TaggerLayout.version), layout.formBits, layout.contextBits, layout.wordBits, layout.noteSize,
      layout.labelsSize,
    ]
    for (index, number) in numbers.enumerated() { write(number, size: 4, at: 8 + index * 4) }
    for index in 0..<TaggerLayout.calibrationCount { bytes[layout.calibration + index] = calibration[index] }
    bytes.replaceSubrange(layout.note..<layout.labels, with: note.utf8)
    bytes.replaceSubrange(layout.labels..<layout.size, with: labels.utf8)
  }

  /// Every step to a token outside names costs `boldness`.
  private mutating func write(transitions: [SIMD8<Float>], boldness: Float, order: Float) {
    for from in 0..<8 {
      for to in 0..<8 {
        let weight = transitions[from][to] * order - (to == NameTag.outside ? boldness : 0)
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
    guard let offset = free(in: layout.forms, size: TaggerLayout.formSize, bits: layout.formBits, hash: hash) else {
      return
    }
    for position in 0..<5 { write(rows[feature * 5 + position], at: offset + position * 6) }
    write(Int(TaggerModel.tag(hash)), size: 2, at: offset + 30)
  }

  private mutating func add(context hash: UInt64, row: SIMD8<Int8>) {
    let size = TaggerLayout.contextSize
    guard let offset = free(in: layout.contexts, size: size, bits: layout.contextBits, hash: hash) else { return }
    write(row, at: offset)
    write(Int(TaggerModel.tag(hash)), size: 2, at: offset + 6)
  }

  /// The scores of the tags 1 to 6.
  private mutating func write(_ row: SIMD8<Int8>, at offset: Int) {
    for lane in 1..<NameTag.count { bytes[offset + lane - 1] = UInt8(bitPattern: row[lane]) }
  }

  private mutating func add(_ word: KnownWord, rows: QuantizedRows) {
    let size = TaggerLayout.wordSize
    guard let offset = free(in: layout.words, size: size, bits: layout.wordBits, hash: word.key, tag: 60) else {
      return
    }
    for position in 0..<5 {
      var sum = SIMD8<Int32>.zero
      for feature in word.features { sum &+= SIMD8<Int32>(truncatingIfNeeded: rows[Int(feature) * 5 + position]) }
      for lane in 1..<NameTag.count {
        write(Int(max(-32000, min(32000, sum[lane]))), size: 2, at: offset + position * 12 + (lane - 1) * 2)
      }
    }
    write(Int(TaggerModel.tag(word.key)), size: 2, at: offset + 60)
    write(Int(word.clusters.fine), size: 2, at: offset + 62)
  }

  /// Where the row of a hash goes, or `nil` where no look-up would get to a free place.
  ///
  /// - Parameter tag: where in a row its tag is; at its end by default.
  private func free(in table: Int, size: Int, bits: Int, hash: UInt64, tag: Int? = nil) -> Int? {
    let tag = tag ?? size - 2
    var place = TaggerModel.place(of: hash, bits: bits)
    for _ in 0..<TaggerModel.longestProbe {
      let offset = table + place * size
      if bytes[offset + tag] | bytes[offset + tag + 1] == 0 { return offset }
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

/// Rows of weights as whole numbers of eight bits, above that of a token outside names.
struct QuantizedRows {
  private let rows: [SIMD8<Int8>]

  init(_ weights: [SIMD8<Float>]) {
    rows = weights.map { weight in
      var row = SIMD8<Int8>.zero
      for lane in 1..<NameTag.count {
        // What all tags share says nothing.
        row[lane] = Int8(max(-127, min(127, ((weight[lane] - weight[0]) * TaggerModel.scale).rounded())))
      }
      return row
    }
  }

  subscript(index: Int) -> SIMD8<Int8> { rows[index] }
  /// Whether the row moves no score by more than a rounding would.
  func isZero(_ index: Int) -> Bool { rows[index].min() >= -1 && rows[index].max() <= 1 }
}
