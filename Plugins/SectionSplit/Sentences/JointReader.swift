internal import TextBytes

/// Reads the features of the places of one sentence.
struct JointReader {
  /// Where the words of the sentence begin.
  let start: Int
  /// Whether it is the first of its paragraph.
  let isFirst: Bool
  /// The end of the paragraph, and how long it is.
  let end: Int
  let length: Int
  /// Whether it may be asked: the model has learned English alone.
  let isOn: Bool

  /// How much of a sentence is looked at, in bytes: more is no headline.
  static let reach = 160

  init(start: Int, isFirst: Bool, end: Int, paragraphLength: Int, isOn: Bool = true) {
    self.isFirst = isFirst
    self.isOn = isOn
    self.start = start
    self.end = end
    length = paragraphLength < 300 ? 0 : paragraphLength < 1_000 ? 1 : paragraphLength < 3_000 ? 2 : 3
  }

  /// The features of the place before the capital at `offset`; `nil` where no sentence can begin without a stop before it.
  func features(beforeCapitalAt offset: Int, in bytes: Span<UInt8>, _ table: borrowing WordTable) -> JointFeatures? {
    // Most capitals are those of names. Only a day that stands alone can be followed by any of them.
    let mayOpen = table.openings.mayBegin(at: offset, in: bytes)
    let before = offset > 1 ? bytes[offset - 2] : 0
    guard mayOpen || before <= 0x39 || before >= 0x80 else { return nil }
    let leftEnd = bytes.trimSpace(from: start, to: offset)
    guard leftEnd > start else { return nil }
    let isBehindNumber = bytes[leftEnd - 1].isDigit
    guard isBehindNumber || mayOpen else { return nil }
    let words = table.slots.span
    let wordEnd = bytes.wordEnd(from: offset, before: end)
    let after = bytes.wordKey(offset..<wordEnd)
    let classes = words.classes(of: after)
    let dateEnd = classes.contains(.calendar) ? bytes.date(from: offset, before: end) : nil
    let mayBegin =
      dateEnd != nil
      || (!classes.isDisjoint(with: [.starter, .opener, .caption])
        && classes.isDisjoint(with: [.partOfNames, .title]))
    guard mayBegin || isBehindNumber, let left = left(endingAt: leftEnd, in: bytes) else { return nil }
    let right =
      dateEnd.map { standsAlone(upTo: $0, in: bytes) ? .dateAlone : .date } ?? right(offset..<wordEnd, in: bytes)
    let fragment = fragment(upTo: leftEnd, in: bytes)
    guard mayBegin || fragment == .date, !right.isCapitals || left.kind == .capitals else { return nil }
    // "MADISON, Wis. – After a night" is one sentence.
    if isFirst, fragment.isTitle, left.kind == .dash || left.kind == .hyphen { return nil }
    var features = JointFeatures(
      left: left.kind, right: right, fragment: fragment, length: length, before: left.key, after: after)
    features.isCertain =
      fragment == .date
      ? bytes.isWeekday(at: start, before: end)
      : right == .dateAlone && bytes.isWeekday(at: offset, before: end) && left.kind.mayEndHeadline
        && !words.classes(of: left.key).contains(.small)
    return features
  }

  /// The features of the place between `run` and the small letter of `next`.
  func features(
    after run: StopRun, before next: NextWord, in bytes: Span<UInt8>, _ words: Span<WordTable.Slot>
  ) -> JointFeatures {
    let word = bytes.wordBeforeStop(endingAt: run.start, notBefore: start)
    let left: JointFeatures.Left =
      if run.hasExclamation {
        bytes[run.start] == UInt8(ascii: "?") ? .question : .exclamation
      } else if run.dots > 1 {
        .ellipsis
      } else if word.isLowercase {
        word.range.count > 3 ? .dotAfterLower : .dotAfterShort
      } else {
        .dotAfterOther
      }
    return JointFeatures(
      left: left, right: right(next.range, in: bytes), fragment: fragment(upTo: run.start, in: bytes),
      length: length, before: bytes.wordKey(word.range), after: bytes.wordKey(next.range))
  }

  private func right(_ word: Range<Int>, in bytes: Span<UInt8>) -> JointFeatures.Right {
    let after = bytes.kind(at: word.upperBound, before: end)
    let next = after == .space ? bytes.kind(at: word.upperBound + 1, before: end) : .mark
    let first = bytes.kind(at: word.lowerBound, before: end)
    guard first == .upper else { return .init(.lower, then: next) }
    guard word.count > 1 else {
      return .init(bytes[word.lowerBound] == UInt8(ascii: "I") ? .pronounI : .single, then: next)
    }
    let second = bytes.kind(at: word.lowerBound + 1, before: end)
    return .init(second == .upper ? .capitals : .capitalized, then: next)
  }

  private func fragment(
    upTo leftEnd: Int, in bytes: Span<UInt8>
  ) -> JointFeatures.Fragment {
    let first = bytes.kind(at: start, before: end)
    guard leftEnd - start <= Self.reach else { return .init(words: 99, case: first == .lower ? .lower : .mixed) }
    if first == .upper, bytes.date(from: start, before: end) == leftEnd { return .date }
    var (count, lowers, longLowers) = (0, 0, 0)
    var at = start
    while at < leftEnd {
      let wordStart = at
      while at < leftEnd, bytes[at] > 0x20 { at += 1 }
      if at > wordStart {
        count += 1
        if bytes[wordStart].isLower {
          lowers += 1
          if at - wordStart > 3 { longLowers += 1 }
        }
      }
      at += 1
    }
    let isTitle = longLowers == 0 && 2 * lowers < count
    return .init(words: count, case: first == .lower ? .lower : isTitle ? .title : .mixed)
  }

  /// Whether nothing goes on after a day that ends at `dateEnd`.
  private func standsAlone(upTo dateEnd: Int, in bytes: Span<UInt8>) -> Bool {
    guard dateEnd < end else { return true }
    return bytes[dateEnd] <= 0x20 && bytes.kind(at: bytes.skipSpace(from: dateEnd, to: end), before: end) != .lower
  }
}
