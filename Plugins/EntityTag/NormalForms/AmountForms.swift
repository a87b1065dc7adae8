internal import DocumentModel

/// The normal forms of shares, sums, measures and numerals.
///
/// - PERCENT: "12.5%"; of percentage points "5.2pp".
/// - MONEY: the ISO 4217 code and the amount in its main unit: "USD 3200000000", "GBP 0.2".
/// - QUANTITY: the number and the symbol of the unit: "72 km/h", "1500 mi²".
/// - ORDINAL and CARDINAL: the number, "21".
///
/// A range has both ends: "10/15". No form where the number is not exact ("dozens") or may be no range ("won 3-2").
struct AmountForms {
  let reader: NumberReader

  func percent(_ tokens: Range<Int>) -> String? {
    var cursor = TokenCursor(tokens, reader)
    guard let numbers = cursor.takeNumbers() else { return nil }
    _ = cursor.takeHyphen()
    guard cursor.has(.percent) || cursor.isAt("per") else { return nil }
    let last = tokens.upperBound - 1
    let isPoints = reader.text.token(last, is: "points") || reader.text.token(last, is: "point")
    return numbers.form { "\($0)\(isPoints ? "pp" : "%")" }
  }

  func ordinal(_ tokens: Range<Int>) -> String? {
    var cursor = TokenCursor(tokens, reader)
    guard let number = cursor.takeOrdinal(), cursor.isAtEnd else { return nil }
    return String(number)
  }

  func cardinal(_ tokens: Range<Int>) -> String? {
    var cursor = TokenCursor(tokens, reader)
    guard let number = cursor.takeNumber() else { return nil }
    if cursor.isAtEnd { return number.description }
    // "3-2" may be a score.
    guard cursor.isAt("to") || cursor.isAt("or") || cursor.isAt("and"),
      let last = cursor.takeRangeEnd(joiners: true), cursor.isAtEnd
    else { return nil }
    return Numbers(first: number, last: last).form { $0.description }
  }

  func money(_ tokens: Range<Int>) -> String? {
    var cursor = TokenCursor(tokens, reader)
    let sign = cursor.takeCurrencySign()
    guard var numbers = cursor.takeNumbers() else { return nil }
    _ = cursor.takeHyphen()
    let name = cursor.takeCurrencyName()
    guard cursor.isAtEnd, let currency = name?.isPrecise == true ? name : sign ?? name else { return nil }
    if currency.isHundredth, let hundredth = Fraction(1, over: 100) {
      guard let scaled = numbers.times(hundredth) else { return nil }
      numbers = scaled
    }
    return numbers.form { $0.description }.map { "\(currency.code) \($0)" }
  }

  func quantity(_ tokens: Range<Int>) -> String? {
    // An "m" is a metre, or a million metres that are named after it.
    quantity(TokenCursor(tokens, reader, readsShortScales: false)) ?? quantity(TokenCursor(tokens, reader))
  }

  private func quantity(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    guard let numbers = cursor.takeNumbers() else { return nil }
    _ = cursor.takeHyphen()
    guard let unit = cursor.takeUnit() else { return nil }
    // "6-foot-2", "5 feet 10 inches"
    if unit == "ft", !cursor.isAtEnd {
      _ = cursor.takeHyphen()
      guard let inches = cursor.takeInteger(digits: 2) else { return nil }
      _ = cursor.takeHyphen()
      guard cursor.isAtEnd || cursor.take("inches") || cursor.take("inch"), cursor.isAtEnd else { return nil }
      return numbers.form { "\($0) ft \(inches) in" }
    }
    return cursor.isAtEnd ? numbers.form { "\($0) \(unit)" } : nil
  }
}

/// A number or the two ends of a range.
struct Numbers {
  var first: Fraction
  var last: Fraction?

  func times(_ factor: Fraction) -> Numbers? {
    guard let first = first.times(factor) else { return nil }
    guard let last else { return Numbers(first: first) }
    return last.times(factor).map { Numbers(first: first, last: $0) }
  }

  /// `unit` of the number, or of both ends of the range; `nil` where the ends are in no order.
  func form(_ unit: (Fraction) -> String) -> String? {
    guard let last else { return unit(first) }
    return first < last ? "\(unit(first))/\(unit(last))" : nil
  }
}

extension TokenCursor {
  /// "5", "5 to 10", "5-10 million", where the scale is of both.
  mutating func takeNumbers() -> Numbers? {
    let start = index
    guard let first = takeNumber() else { return nil }
    let isPlain = index == start + 1
    guard let last = takeRangeEnd(joiners: true) else { return Numbers(first: first) }
    guard isPlain, first < last, let scale = scaleBefore(index), let scaled = first.times(scale) else {
      return Numbers(first: first, last: last)
    }
    return Numbers(first: scaled, last: last)
  }

  /// What the scale just read multiplies by.
  private func scaleBefore(_ index: Int) -> Fraction? {
    guard reader.has(index - 1, [.scale, .shortScale]) else { return nil }
    return Fraction(reader.value(index - 1))
  }
}
