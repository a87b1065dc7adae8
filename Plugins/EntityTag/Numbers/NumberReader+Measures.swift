internal import DocumentModel

extension NumberReader {
  /// An amount and what it is of: a share, a sum, a measure, a duration, an age, or a bare count.
  func measured(at index: Int) -> Reading? {
    guard let wide = rangeAmount(at: index, joiners: true) else { return nil }
    if let reading = unit(of: wide, from: index) { return reading }
    let isSplit = text.token(index - 1, is: "from") || text.token(index - 1, is: "between")
    guard isSplit, let narrow = amount(at: index) else { return count(wide, from: index) }
    return unit(of: narrow, from: index) ?? count(narrow, from: index)
  }

  private func unit(of amount: Amount, from start: Int) -> Reading? {
    guard !startsBlock(amount.end) else { return nil }
    if !amount.isFew {
      if let end = endOfPercent(at: amount.end) { return Reading(start, end, .percent, score: 0.98) }
      if let end = endOfCurrency(after: amount, from: start) { return Reading(start, end, .money, score: 0.95) }
      if let end = endOfMeasure(after: amount, from: start) { return Reading(start, end, .quantity, score: 0.95) }
    }
    if isMetres(amount) { return Reading(start, amount.end, .quantity, score: 0.7) }
    return duration(of: amount, from: start)
  }

  /// Whether an "m" that touches its number is a metre ("30m deep"), not a million ("30m people").
  private func isMetres(_ amount: Amount) -> Bool {
    guard amount.isInDigits, text.token(amount.end - 1, is: "m"), text[amount.end - 1].shape == .lower else {
      return false
    }
    return text.token(at: amount.end).map { !$0.isWord || !isPlural($0) } ?? true
  }

  // MARK: Shares

  private func endOfPercent(at index: Int) -> Int? {
    let next = afterOptionalHyphen(index)
    if text.token(next, is: "percentage") { return isPoint(next + 1) ? next + 2 : nil }
    if has(next, .percent) { return isPoint(next + 1) ? next + 2 : next + 1 }
    if text.token(next, is: "per"), let cent = afterCent(next + 1) { return isPoint(cent) ? cent + 1 : cent }
    return nil
  }

  private func afterCent(_ index: Int) -> Int? {
    let next = afterOptionalHyphen(index)
    return text.token(next, is: "cent") ? next + 1 : nil
  }

  private func isPoint(_ index: Int) -> Bool { text.token(index, is: "points") || text.token(index, is: "point") }

  // MARK: Money

  /// A sum whose sign or code comes first: "$5 million", "US$ 3.2bn", "EUR 40", "Rs. 500 crore".
  func prefixedMoney(at index: Int) -> Reading? {
    guard let token = text.token(at: index) else { return nil }
    var start = index
    var next = index + 1
    if token.isMark {
      if touches(index), !touches(index - 1) || !isHyphen(index - 2), has(index - 1, .currencyPrefix),
        text[index - 1].shape != .lower
      {
        start = index - 1
      }
    } else {
      guard token.shape == .allCaps || text.token(index, is: "rs") && token.startsUpper else { return nil }
      if isByte(next, "."), touches(next) { next += 1 }
      if has(next, .currencySign) { next += 1 }
    }
    guard !startsBlock(next), text.token(at: next)?.isNumber == true, token.isMark || !text[next].followsLineBreak,
      let amount = rangeAmount(at: next, joiners: false)
    else { return nil }
    // "$5 million US dollars": what names the currency again belongs to it.
    let named = endOfCurrency(after: amount, from: next) ?? amount.end
    let end = has(named - 1, .doubtfulCurrency) ? amount.end : named
    return Reading(start, end, .money, score: 0.98)
  }

  /// The end of a currency after an amount: "euros", "Swiss francs", "€", "USD".
  private func endOfCurrency(after amount: Amount, from start: Int) -> Int? {
    let next = afterOptionalHyphen(amount.end)
    if has(next, .currencySign), !(touches(next + 1) && text.token(at: next + 1)?.isNumber == true) { return next + 1 }
    if has(next, .currencyCode), text[next].shape == .allCaps, text[next].count == 3 { return next + 1 }
    if has(next, .currencyName) {
      if isWeight(next, amount, from: start) { return nil }
      return endOfCurrencyName(at: next)
    }
    if has(next, .doubtfulCurrency), amount.isScaled { return next + 1 }

    // "Hong Kong dollars", "U.S. dollars", "South Korean won"
    var name = next
    while name < next + 2, isCapitalized(name), !has(name, .month) { name += 1 }
    guard name > next, has(name, [.currencyName, .doubtfulCurrency]), text[name].shape == .lower else { return nil }
    return endOfCurrencyName(at: name)
  }

  private func endOfCurrencyName(at index: Int) -> Int {
    text.token(index + 1, is: "sterling") ? index + 2 : index + 1
  }

  /// Whether pounds are a weight here: "200-pound", "weighs 200 pounds", "six pounds of flour".
  private func isWeight(_ index: Int, _ amount: Amount, from start: Int) -> Bool {
    guard text.token(index, is: "pounds") || text.token(index, is: "pound") else { return false }
    if amount.isScaled, amount.isInDigits { return text.token(index + 1, is: "of") && !amount.isScaled }
    if text.token(index, is: "pound") && touches(index) || text.token(index + 1, is: "of") { return true }
    return (max(0, start - 4)..<max(0, start)).contains { has($0, .weightContext) }
  }

  // MARK: Measures

  /// The end of a unit of measure after an amount: "km/h", "square miles", "degrees Celsius", "-metre".
  private func endOfMeasure(after amount: Amount, from start: Int) -> Int? {
    var next = afterOptionalHyphen(amount.end)
    if isDegreeSign(next) {
      return isSymbol(next + 1) ? next + 2 : next + 1
    }
    if has(next, .currencyName), isWeight(next, amount, from: start) { return next + 1 }
    if has(next, .unitModifier) {
      let noun = afterOptionalHyphen(next + 1)
      if text.token(next, is: "light"), text.token(noun, is: "years") || text.token(noun, is: "year") {
        return noun + 1
      }
      guard has(noun, .unit) || isSymbol(noun) else { return nil }
      next = noun
    }
    guard has(next, .unit) || isUnitSymbol(next, after: amount) else { return nil }
    var end = next + 1
    if text.token(next, is: "degrees") || text.token(next, is: "degree") {
      return text.token(end, is: "celsius") || text.token(end, is: "fahrenheit") || isSymbol(end) ? end + 1 : end
    }
    if let rate = endOfRate(at: end) { return rate }
    // "6-foot-2", "5 feet 10 inches"
    let small = afterOptionalHyphen(end)
    if text.token(next, is: "foot") || text.token(next, is: "feet"), integer(small, digits: 2) != nil {
      end = small + 1
      let inches = afterOptionalHyphen(end)
      if text.token(inches, is: "inches") || text.token(inches, is: "inch") { end = inches + 1 }
    }
    return end
  }

  /// The end of "per hour", "an hour", "/h", "²".
  private func endOfRate(at index: Int) -> Int? {
    if isByte(index, "/"), touches(index), touches(index + 1), text.token(at: index + 1)?.isWord == true {
      return index + 2
    }
    if touches(index), let token = text.token(at: index), Self.powers.contains(token.hash) { return index + 1 }
    let isPer = text.token(index, is: "per") || text.token(index, is: "an") && text.token(index + 1, is: "hour")
    return isPer && has(index + 1, [.clockUnit, .dateUnit]) ? index + 2 : nil
  }

  private static let powers = ["²", "³"].map { TokenHash.folded($0) }

  private func isDegreeSign(_ index: Int) -> Bool {
    guard let token = text.token(at: index), token.isMark else { return false }
    return token.hash == Self.degreeSign || token.hash == Self.celsiusSign
  }

  private static let degreeSign = TokenHash.folded("°")
  private static let celsiusSign = TokenHash.folded("℃")

  /// Whether the token is a unit's symbol in its own case.
  private func isSymbol(_ index: Int) -> Bool {
    guard has(index, .unitSymbol) else { return false }
    let hash = text.exactHash(of: index)
    return Units.symbolHashes.contains(hash)
  }

  /// Whether a symbol is a unit after this amount; one of a single letter has to be a measure's plain number.
  private func isUnitSymbol(_ index: Int, after amount: Amount) -> Bool {
    guard amount.isInDigits, isSymbol(index), !text[index].followsLineBreak else { return false }
    guard text[index].count == 1 else { return true }
    return text[index].shape == .lower || touches(index) && !text.token(index, is: "f") && !text.token(index, is: "c")
  }
}
