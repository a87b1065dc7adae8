internal import DocumentModel

/// The normal forms of durations, ages and repeated times: ISO 8601's "P2Y", "PT45M", "R/P1W".
struct DurationForms {
  let reader: NumberReader

  func form(_ cursor: TokenCursor) -> String? { ageForm(cursor) ?? lengthForm(cursor) }

  /// "two years", "six-week", "the last three months", "10 to 12 hours", "every two weeks".
  private func lengthForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    let repeats = cursor.take(.each) != nil
    let isDeictic = cursor.take(.deictic) != nil
    let isOther = repeats && cursor.take("other")
    guard let numbers = isOther ? Numbers(first: Fraction(2)) : cursor.takeCount(implied: !isDeictic) else {
      return nil
    }
    cursor.skipFiller()
    guard let unit = cursor.takeDurationUnit() else { return nil }
    _ = cursor.take("old") || cursor.take("olds") || cursor.take("of") && cursor.take("age")
    guard cursor.isAtEnd, let form = numbers.times(Fraction(unit.count))?.form({ "\(unit.prefix)\($0)\(unit.letter)" })
    else { return nil }
    return repeats ? "R/\(form)" : form
  }

  /// "aged 43", "the age of 60", "43" after a name.
  private func ageForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    if cursor.take(.age) != nil { _ = cursor.take("of") }
    guard let numbers = cursor.takeNumbers(), cursor.isAtEnd, numbers.first < Fraction(130) else { return nil }
    return numbers.form { "P\($0)Y" }
  }
}

extension TokenCursor {
  /// A number of units of time, or one where there is none: "an hour", and if `implied` "(every) week".
  mutating func takeCount(implied: Bool) -> Numbers? {
    if has([.dateUnit, .clockUnit]), implied { return has(.plural) ? nil : Numbers(first: Fraction(1)) }
    guard !has(.ordinal) else { return nil }
    if has(.article), reader.has(index + 1, [.dateUnit, .clockUnit]) {
      advance()
      return Numbers(first: Fraction(1))
    }
    return takeNumbers()
  }

  /// Passes over a hyphen, or a word between the number and the unit: "three full years".
  fileprivate mutating func skipFiller() {
    if takeHyphen() { return }
    // "half an hour"
    if has(.article) { return advance() }
    _ = take("full") || take("consecutive") || take("straight") || take("long") || take("more")
  }

  /// The unit at hand, passed over with the hyphen after it.
  fileprivate mutating func takeDurationUnit() -> DurationUnit? {
    guard let token, let unit = DurationUnit.named[token.hash] else { return nil }
    advance()
    _ = takeHyphen()
    return unit
  }
}

/// A unit of time as ISO 8601 writes it.
private struct DurationUnit {
  /// "P", or "PT" for what is less than a day.
  var prefix: String
  /// How many of the designator's units it is.
  var count: Int64 = 1
  var letter: String

  /// The units by the folded hashes of their names.
  static let named: [UInt64: DurationUnit] = [
    ("day days", DurationUnit(prefix: "P", letter: "D")), ("week weeks", DurationUnit(prefix: "P", letter: "W")),
    ("fortnight fortnights", DurationUnit(prefix: "P", count: 2, letter: "W")),
    ("month months", DurationUnit(prefix: "P", letter: "M")),
    ("quarter quarters", DurationUnit(prefix: "P", count: 3, letter: "M")),
    ("year years yr yrs", DurationUnit(prefix: "P", letter: "Y")),
    ("decade decades", DurationUnit(prefix: "P", count: 10, letter: "Y")),
    ("century centuries", DurationUnit(prefix: "P", count: 100, letter: "Y")),
    ("hour hours hr hrs", DurationUnit(prefix: "PT", letter: "H")),
    ("minute minutes min mins", DurationUnit(prefix: "PT", letter: "M")),
    ("second seconds sec secs", DurationUnit(prefix: "PT", letter: "S")),
  ].reduce(into: [:]) { table, entry in
    for word in entry.0.split(separator: " ") { table[TokenHash.folded(word)] = entry.1 }
  }
}
