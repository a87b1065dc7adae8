/// The features of a token in its place: what stands around it, what the rules and the rest of the text say.
///
/// What holds of each word wherever it stands is added apart, by `WordForm`.
struct ContextFeatures {
  private let text: LookedUpText
  private let rules: [RuleTag]
  private let evidence: DocumentEvidence
  private let lines: [LineKind]

  init(of text: LookedUpText, rules: [RuleTag]) {
    self.text = text
    self.rules = rules
    evidence = DocumentEvidence(text)
    lines = LineKind.kinds(in: text)
  }

  /// The tokens two before to two after the one at `index`; -1 where the sentence has ended.
  @inline(__always)
  func window(around index: Int) -> SIMD8<Int32> {
    var window = SIMD8<Int32>(repeating: -1)
    window[2] = Int32(truncatingIfNeeded: index)
    if !text.isBorder(before: index) {
      window[1] = Int32(truncatingIfNeeded: index - 1)
      if !text.isBorder(before: index - 1) { window[0] = Int32(truncatingIfNeeded: index - 2) }
    }
    if index + 1 < text.count, !text.isBorder(before: index + 1) {
      window[3] = Int32(truncatingIfNeeded: index + 1)
      if index + 2 < text.count, !text.isBorder(before: index + 2) { window[4] = Int32(truncatingIfNeeded: index + 2) }
    }
    return window
  }

  private func hash(_ index: Int32) -> UInt64 { index < 0 ? WordForm.borderKey : text.text[Int(index)].hash }

  private func shape(_ index: Int32) -> UInt64 {
    guard index >= 0 else { return 15 }
    let token = text.text[Int(index)]
    let shape = WordForm.shape(of: token)
    return shape == 11 ? UInt64(token.first) << 4 | 11 : UInt64(shape)
  }

  /// Adds the features of the token at `index` of a run of tokens that may be names.
  ///
  /// - Parameter clusters: the clusters of the window's words.
  func add(
    at index: Int, of run: Range<Int>, window: SIMD8<Int32>, clusters: InlineArray<5, UInt16>,
    to list: inout FeatureList
  ) {
    let word = text.words[index]
    let token = text.text[index]
    let shapes = (shape(window[0]), shape(window[1]), shape(window[2]), shape(window[3]), shape(window[4]))
    let before = hash(window[1])
    let after = hash(window[3])
    list.add(featureHash(40, before, token.hash))
    list.add(featureHash(41, token.hash, after))
    let fine = (UInt64(clusters[1]), UInt64(clusters[2]), UInt64(clusters[3]))
    list.add(featureHash(42, fine.0, fine.1))
    list.add(featureHash(43, fine.1, fine.2))
    list.add(featureHash(44, fine.0, fine.2, shapes.2))
    list.add(featureHash(45, UInt64(clusters[0]), fine.0, shapes.2))
    list.add(featureHash(46, UInt64(clusters[4]), fine.2, shapes.2))
    list.add(featureHash(47, shapes.1, shapes.2, shapes.3))
    list.add(featureHash(48, shapes.0, shapes.1, shapes.2))
    list.add(featureHash(49, shapes.2, shapes.3, shapes.4))

    let names: UInt64 =
      (word.entry.isFirstName ? 1 : 0) | (word.entry.isLastName ? 2 : 0) | (word.entry.isCommon ? 4 : 0)
    let place: UInt64 =
      (word.beginsSentence ? 1 : 0) | (word.isInTitleCase ? 2 : 0) | (token.followsSpace ? 4 : 0)
      | (token.followsLineBreak ? 8 : 0)
    list.add(featureHash(50, place, shapes.2))
    list.add(featureHash(51, place, names, shapes.2))

    let rule = UInt64(rules[index].code)
    let ruleBefore = window[1] < 0 ? 255 : UInt64(rules[Int(window[1])].code)
    let ruleAfter = window[3] < 0 ? 255 : UInt64(rules[Int(window[3])].code)
    list.add(featureHash(52, rule))
    list.add(featureHash(53, rule, place, shapes.2))
    list.add(featureHash(54, ruleBefore, rule, ruleAfter))

    let line = UInt64(lines[index].rawValue)
    if line != 0 {
      list.add(featureHash(68, line, shapes.2, shapes.3))
      list.add(featureHash(69, line, rule))
      list.add(featureHash(70, line, senses(of: word), shapes.1))
    }
    addEvidence(at: index, place: place, to: &list)
    addRun(run, at: index, to: &list)
  }

  /// The labels that the gazetteer has for a word, as bits.
  private func senses(of word: LookedUpText.Word) -> UInt64 {
    var senses: UInt64 = 0
    text.gazetteer.forEachSense(of: word.entry) { senses |= 1 << UInt64($0.label.rawValue) }
    return senses
  }

  private func addEvidence(at index: Int, place: UInt64, to list: inout FeatureList) {
    let found = UInt64(evidence[text.text[index].hash])
    list.add(featureHash(55, found, place & 3))
    for bit in 2..<6 where found & 1 << UInt64(bit) != 0 { list.add(featureHash(56, UInt64(bit))) }
  }

  /// What stands before and after the whole run, and its first and last word.
  private func addRun(_ run: Range<Int>, at index: Int, to list: inout FeatureList) {
    let isFirst = index == run.lowerBound
    let isLast = index == run.upperBound - 1
    let part: UInt64 = (isFirst ? 1 : 0) | (isLast ? 2 : 0)
    let length = UInt64(min(run.count, 6))
    list.add(featureHash(57, part, length))
    let before = run.lowerBound - 1
    let after = run.upperBound
    let outerBefore = text.isBorder(before: run.lowerBound) ? WordForm.borderKey : text.text[before].hash
    let outerAfter = after >= text.count || text.isBorder(before: after) ? WordForm.borderKey : text.text[after].hash
    list.add(featureHash(58, outerBefore, part))
    list.add(featureHash(59, outerAfter, part))
    let ruleFirst = UInt64(rules[run.lowerBound].code)
    let ruleLast = UInt64(rules[run.upperBound - 1].code)
    list.add(featureHash(65, ruleFirst, ruleLast, part << 3 | length))
    list.add(featureHash(66, UInt64(rules[index].code), outerBefore))
    list.add(featureHash(67, UInt64(rules[index].code), outerAfter))
    if run.count > 1 {
      list.add(featureHash(60, text.text[run.upperBound - 1].hash, isFirst ? 1 : 0))
      list.add(featureHash(61, text.text[run.lowerBound].hash, isLast ? 1 : 0))
      list.add(featureHash(62, UInt64(text.classes(at: run.upperBound - 1).rawValue), part))
      list.add(featureHash(63, UInt64(text.classes(at: run.lowerBound).rawValue), part))
    }
    list.add(featureHash(64, outerBefore, outerAfter, length))
  }
}
