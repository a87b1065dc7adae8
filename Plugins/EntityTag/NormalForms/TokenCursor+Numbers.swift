internal import DocumentModel

extension TokenCursor {
  /// The exact number at hand, in digits or words, passed over; `nil` where there is none that is exact ("dozens").
  mutating func takeNumber() -> Fraction? {
    if token?.isNumber == true { return takeDigits() }
    if isAt("half") { return takeHalf() }
    if has(.article) { advance() }
    return has([.numeral, .scale, .fraction]) ? takeWords() : nil
  }

  /// A second number that makes the one before it a range: "10 to 15", "14-16".
  mutating func takeRangeEnd(joiners: Bool) -> Fraction? {
    let start = self
    let isJoined = takeHyphen() || joiners && (take("to") || take("or") || take("and"))
    guard isJoined, token?.isNumber == true || has([.numeral, .scale]), let number = takeNumber() else {
      self = start
      return nil
    }
    return number
  }

  // MARK: Digits

  private mutating func takeDigits() -> Fraction? {
    guard var number = plainDigits() else { return nil }
    advance()
    if let part = takeSmallFraction() {
      guard let sum = number.plus(part) else { return nil }
      number = sum
    } else if let quotient = takeQuotient(of: number) {
      return quotient
    }
    return takeScales(of: number)
  }

  /// The digits at hand: commas between thousands (or lakhs) are left out, one stop divides whole and part. Other commas,
  /// as in "1,8", may be a decimal sign of elsewhere: no number.
  private func plainDigits() -> Fraction? {
    guard let token, let run = reader.digits(index), run.stops < 2, run.digits <= 18 else { return nil }
    var value: Int64 = 0
    var scale: Int64 = 1
    var isPart = false
    var group: Int?
    let bytes = text.text.utf8.span
    for offset in token.start..<token.end {
      switch bytes[offset] {
      case UInt8(ascii: ","):
        guard !isPart, group.map({ 2...3 ~= $0 }) ?? true else { return nil }
        group = 0
      case UInt8(ascii: "."):
        guard group ?? 3 == 3 else { return nil }
        (isPart, group) = (true, nil)
      default:
        group = group.map { $0 + 1 }
        value = value * 10 + Int64(bytes[offset] &- 0x30)
        if isPart { scale *= 10 }
      }
    }
    return group ?? 3 == 3 ? Fraction(value, over: scale) : nil
  }

  /// "½", or "1/2" after a whole number.
  private mutating func takeSmallFraction() -> Fraction? {
    guard let token else { return nil }
    if token.isMark, let known = Self.vulgarFractions.first(where: { $0.hash == token.hash }) {
      advance()
      return known.value
    }
    var rest = self
    guard token.followsSpace, let top = rest.takeInteger(digits: 1), rest.take(mark: "/"),
      let bottom = rest.takeInteger(digits: 2), top < bottom
    else { return nil }
    self = rest
    return Fraction(Int64(top), over: Int64(bottom))
  }

  /// "3/4", where the 3 has been read.
  private mutating func takeQuotient(of number: Fraction) -> Fraction? {
    var rest = self
    guard number.denominator == 1, rest.take(mark: "/"), let bottom = rest.takeInteger(digits: 2), bottom > 0 else {
      return nil
    }
    self = rest
    return Fraction(number.numerator, over: Int64(bottom))
  }

  private static let vulgarFractions: [(hash: UInt64, value: Fraction?)] = [
    ("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
  ].map { (TokenHash.folded($0.0), Fraction($0.1, over: $0.2)) }

  /// The number times the scales that follow: "5 million", "2.5bn", "3 hundred thousand".
  private mutating func takeScales(of number: Fraction) -> Fraction? {
    var number = number
    while true {
      var next = self
      _ = next.takeHyphen()
      let isTight = next.token?.followsSpace == false || next.token?.startsUpper == false
      guard next.has(.scale) || readsShortScales && next.has(.shortScale) && isTight, next.value > 0,
        let scaled = number.times(Fraction(Int64(next.value)))
      else { return number }
      next.advance()
      (self, number) = (next, scaled)
    }
  }

  // MARK: Words

  /// "twenty-five", "two hundred and six", "a million", "two-thirds", "two and a half million".
  private mutating func takeWords() -> Fraction? {
    var total = Fraction(0)
    var group: Fraction?
    while true {
      var next = self
      if let group, !next.takeHyphen(), isAnd(after: group, total) { next.advance() }
      if group != nil, next.isAt("a") {
        next.advance()
        _ = next.takeHyphen()
        guard next.take("half"), let half = Fraction(1, over: 2) else { break }
        group = group?.plus(half)
      } else if let number = next.take(.numeral) {
        group = (group ?? Fraction(0)).plus(Fraction(Int64(number)))
      } else if next.has(.scale) {
        let scale = Fraction(Int64(next.value))
        next.advance()
        group = (group ?? Fraction(1)).times(scale)
        if scale.numerator >= 1000 {
          guard let sum = group.flatMap(total.plus) else { return nil }
          (total, group) = (sum, nil)
          self = next
          // "two million and six": what follows a scale is added to it.
          guard has(.numeral) || isAt("and") else { return total }
          group = Fraction(0)
          continue
        }
      } else if next.has(.fraction), next.value > 1 {
        guard let part = Fraction(1, over: Int64(next.value)) else { return nil }
        next.advance()
        self = next
        return (group ?? Fraction(1)).times(part)
      } else {
        break
      }
      guard group != nil else { return nil }
      self = next
    }
    return group.map { total.plus($0) } ?? (total.numerator == 0 ? nil : total)
  }

  /// Whether an "and" goes on with the number: "two hundred and six", "two and a half", but not "two and three".
  private func isAnd(after group: Fraction, _ total: Fraction) -> Bool {
    guard isAt("and") else { return false }
    let isLarge = total.numerator > 0 || !(group < Fraction(100))
    return isLarge || text.token(index + 1, is: "a")
  }

  /// "half a million", "half an hour", "half of".
  private mutating func takeHalf() -> Fraction? {
    advance()
    guard let half = Fraction(1, over: 2) else { return nil }
    if has(.article) { advance() }
    guard has(.scale) else { return half }
    return takeScales(of: half)
  }
}
