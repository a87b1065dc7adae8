/// A number in digits or words, with its scale: "1,500", "5 million", "two and a half", "dozens".
struct Amount {
  /// The index of the token after it.
  var end: Int
  /// What it counts, where that is known.
  var value: Double?
  var isInDigits = false
  /// Whether a scale word or sign is part of it.
  var isScaled = false
  /// Whether it is more than a lone numeral: "twenty-one", "a dozen", "two-thirds".
  var isCompound = false
  /// "few", "several": a number only before a unit of time.
  var isFew = false
}

extension NumberReader {
  /// The amount that begins at `index`, ranges not included.
  func amount(at index: Int) -> Amount? {
    guard let token = text.token(at: index) else { return nil }
    if token.isNumber { return digitAmount(at: index) }
    let roles = roles(index)
    if roles.contains(.numeral) { return wordAmount(at: index) }
    if roles.contains(.vagueNumber) { return vagueAmount(at: index) }
    if roles.contains(.article) { return articleAmount(at: index) }
    if roles.contains(.few) { return fewAmount(at: index) }
    if text.token(index, is: "half") { return halfAmount(at: index) }
    return nil
  }

  /// The amount at `index` with a second one that makes it a range: "10 to 15", "14-16", "two or three".
  ///
  /// - Parameter joiners: whether "to" and "or" (and "and" after "between") count; a hyphen always does.
  func rangeAmount(at index: Int, joiners: Bool) -> Amount? {
    guard let low = amount(at: index) else { return nil }
    var next = low.end
    if let after = afterHyphen(low.end), text[after].isNumber || has(after, .numeral) {
      next = after
    } else if joiners, !startsBlock(low.end),
      text.token(low.end, is: "to") || text.token(low.end, is: "or")
        || text.token(low.end, is: "and") && text.token(index - 1, is: "between")
    {
      next = low.end + 1
    } else {
      return low
    }
    // "to one of them", "or a dozen": only numbers make a range.
    guard let after = text.token(at: next), after.isNumber || has(next, .numeral), var high = amount(at: next)
    else { return low }
    guard after.isNumber == low.isInDigits || !joiners || high.isScaled else { return low }
    high.isCompound = true
    return high
  }

  private func digitAmount(at index: Int) -> Amount? {
    guard let run = digits(index), run.stops < 2 else { return nil }
    var amount = Amount(end: index + 1, value: run.integer.map(Double.init), isInDigits: true)
    if let fraction = endOfFraction(at: amount.end) {
      amount.end = fraction
      amount.value = nil
    } else if isByte(amount.end, "/"), touches(amount.end), touches(amount.end + 1),
      let top = integer(index, digits: 2), let bottom = integer(amount.end + 1, digits: 2), 0 < top, top < bottom,
      !isByte(amount.end + 2, "/")
    {
      amount.end += 2
      amount.value = Double(top) / Double(bottom)
      amount.isCompound = true
    }
    if touches(amount.end), has(amount.end, .shortScale), text[amount.end].isWord {
      scale(&amount, to: amount.end + 1)
      return amount
    }
    extendByScales(&amount)
    return amount
  }

  /// "½", "1/2" after a whole number.
  private func endOfFraction(at index: Int) -> Int? {
    guard let token = text.token(at: index), !token.followsLineBreak else { return nil }
    if token.isMark, Self.vulgarFractions.contains(token.hash) { return index + 1 }
    guard token.isNumber, let top = integer(index, digits: 1), isByte(index + 1, "/"), touches(index + 1),
      touches(index + 2), let bottom = integer(index + 2, digits: 2), top < bottom
    else { return nil }
    return index + 3
  }

  private static let vulgarFractions = ["½", "¼", "¾", "⅓", "⅔", "⅛", "⅜", "⅝", "⅞"].map { TokenHash.folded($0) }

  private func extendByScales(_ amount: inout Amount) {
    for _ in 0..<2 {
      let next = afterOptionalHyphen(amount.end)
      if has(next, .scale), !startsBlock(next) {
        scale(&amount, by: Double(value(next)), to: next + 1)
      } else if has(next, .shortScale), let token = text.token(at: next), token.count > 1, token.shape == .lower {
        scale(&amount, by: Double(value(next)), to: next + 1)
      } else {
        return
      }
    }
  }

  private func scale(_ amount: inout Amount, by factor: Double? = nil, to end: Int) {
    amount.value = amount.value.map { $0 * (factor ?? Double(value(end - 1))) }
    amount.end = end
    amount.isScaled = true
    amount.isCompound = true
  }

  /// "twenty-five", "two hundred and six", "two and a half million", "two-thirds".
  private func wordAmount(at index: Int) -> Amount {
    var amount = Amount(end: index + 1, value: Double(value(index)), isScaled: has(index, .scale))
    var last = value(index)
    // As many words as the largest number has; a longer run is no number.
    for _ in 0..<24 {
      var next = afterOptionalHyphen(amount.end)
      guard !startsBlock(next) else { break }
      if text.token(next, is: "and"), amount.isScaled, has(next + 1, .numeral), last >= 100 { next += 1 }
      if has(next, .scale) {
        last = value(next)
        scale(&amount, by: Double(last), to: next + 1)
      } else if has(next, .numeral), last >= 100 || last >= 20 && last < 100 && last % 10 == 0 && value(next) < 10 {
        guard value(next) > 0 else { break }
        last = last >= 100 ? value(next) : last + value(next)
        amount.value = amount.value.map { $0 + Double(value(next)) }
        amount.end = next + 1
        amount.isCompound = true
      } else {
        break
      }
    }
    if let end = endOfHalf(after: amount.end) {
      amount.end = end
      amount.value = amount.value.map { $0 + 0.5 }
      amount.isCompound = true
      extendByScales(&amount)
    } else if last < 10, last > 0, !amount.isScaled {
      let next = afterOptionalHyphen(amount.end)
      let isPart = last == 1 ? !has(next, .plural) && !text.token(next, is: "second") : !has(next, .ordinal)
      if has(next, .fraction), isPart, !(has(next, .dateUnit) && has(next, .plural) && last > 3) {
        amount.end = next + 1
        amount.value = Double(last) / Double(max(value(next), 1))
        amount.isCompound = true
      }
    }
    return amount
  }

  /// The end of "and a half" at `index`.
  private func endOfHalf(after index: Int) -> Int? {
    var next = afterOptionalHyphen(index)
    guard text.token(next, is: "and") else { return nil }
    next = afterOptionalHyphen(next + 1)
    guard text.token(next, is: "a") else { return nil }
    next = afterOptionalHyphen(next + 1)
    return text.token(next, is: "half") ? next + 1 : nil
  }

  /// "dozens", "tens of thousands".
  private func vagueAmount(at index: Int) -> Amount {
    var end = index + 1
    if text.token(end, is: "of"), has(end + 1, .vagueNumber) { end += 2 }
    return Amount(end: end, isScaled: true, isCompound: true)
  }

  /// "a dozen", "a hundred and fifty", "a third", "a few hundred".
  private func articleAmount(at index: Int) -> Amount? {
    let next = index + 1
    if has(next, .scale) {
      var amount = wordAmount(at: next)
      amount.isScaled = true
      amount.isCompound = true
      return amount
    }
    if has(next, .few) { return fewAmount(at: next) }
    if text.token(next, is: "half"), has(next + 1, .scale) {
      return Amount(end: next + 2, isScaled: true, isCompound: true)
    }
    if has(next, .fraction), text.token(next + 1, is: "of") {
      return Amount(end: next + 1, value: 1 / Double(max(value(next), 1)), isCompound: true)
    }
    return nil
  }

  /// "several hundred", "a few thousand"; before a unit of time also alone: "several years", "a couple of weeks".
  private func fewAmount(at index: Int) -> Amount {
    var end = index + 1
    if text.token(index, is: "couple"), text.token(end, is: "of") { end += 1 }
    guard has(end, .scale) else { return Amount(end: end, isFew: true) }
    return Amount(end: end + 1, isScaled: true, isCompound: true)
  }

  /// "half a million", "half of".
  private func halfAmount(at index: Int) -> Amount? {
    let next = index + 1
    if has(next, .article), has(next + 1, .scale) { return Amount(end: next + 2, isScaled: true, isCompound: true) }
    if has(next, .article), has(next + 1, [.dateUnit, .clockUnit, .unit, .percent, .currencyName]) {
      return Amount(end: next + 1, value: 0.5)
    }
    if text.token(next, is: "of") { return Amount(end: next, value: 0.5, isCompound: true) }
    return nil
  }
}
