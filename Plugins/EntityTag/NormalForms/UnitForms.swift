internal import DocumentModel

/// The symbols of units (https://www.bipm.org/en/publications/si-brochure, and those of NIST's Handbook 44 for the customary
/// ones) by the words for them.
enum UnitForms {
  static let symbols: [UInt64: String] = [
    "m": "meter metre", "km": "kilometer kilometre", "cm": "centimeter centimetre", "mm": "millimeter millimetre",
    "µm": "micrometer micron", "nm": "nanometer nanometre", "mi": "mile", "yd": "yard", "in": "inch",
    "fur": "furlong", "ftm": "fathom", "ac": "acre", "ha": "hectare", "g": "gram gramme", "kg": "kilogram kilo",
    "mg": "milligram", "µg": "microgram", "t": "ton tonne", "Mt": "megaton megatonne", "kt": "kiloton kilotonne",
    "oz": "ounce", "lb": "lb pound", "l": "liter litre", "ml": "milliliter millilitre", "gal": "gallon", "pt": "pint",
    "qt": "quart", "bbl": "barrel", "bu": "bushel", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt",
    "TW": "terawatt", "V": "volt", "A": "amp ampere", "J": "joule", "kHz": "kilohertz", "MHz": "megahertz",
    "GHz": "gigahertz", "cal": "calorie", "kn": "knot", "°": "degree", "pc": "parsec", "B": "byte", "kB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "MP": "megapixel", "dB": "decibel",
    "Pa": "pascal", "N": "newton",
  ].reduce(into: irregular) { table, unit in
    for word in unit.value.split(separator: " ") {
      table[TokenHash.folded(word)] = unit.key
      table[TokenHash.folded("\(word)s")] = unit.key
    }
  }

  private static let irregular: [UInt64: String] = [
    "foot": "ft", "feet": "ft", "inches": "in", "hertz": "Hz", "horsepower": "hp", "mph": "mi/h", "kph": "km/h",
    "kmh": "km/h", "lbs": "lb",
  ].reduce(into: [:]) { $0[TokenHash.folded($1.key)] = $1.value }

  static let times: [UInt64: String] = [
    "second": "s", "sec": "s", "minute": "min", "min": "min", "hour": "h", "hr": "h", "day": "d", "week": "wk",
    "month": "mo", "year": "a",
  ].reduce(into: [:]) { $0[TokenHash.folded($1.key)] = $1.value }

  static let degree = TokenHash.folded("°")
  static let celsius = TokenHash.folded("℃")
  static let square = TokenHash.folded("²")
  static let cubic = TokenHash.folded("³")
}

extension TokenCursor {
  /// The symbol of the unit at hand, which is passed over: "km/h", "mi²", "°C".
  mutating func takeUnit() -> String? {
    guard let token else { return nil }
    if token.isMark { return takeDegrees() }
    if take("light") {
      _ = takeHyphen()
      return take("years") || take("year") ? "ly" : nil
    }
    var power = ""
    var prefix = ""
    if has(.unitModifier), !has([.unit, .unitSymbol]) || isAt("square") {
      guard let modifier = takeModifier() else { return nil }
      (prefix, power) = modifier
      _ = takeHyphen()
    }
    guard var unit = takeSymbol() else { return nil }
    if prefix == "n", unit == "mi" { unit = "nmi" } else if !prefix.isEmpty { unit = "\(prefix) \(unit)" }
    if unit == "°" { return takeScale() }
    if let mark = self.token, mark.isMark, mark.hash == UnitForms.square || mark.hash == UnitForms.cubic {
      power = mark.hash == UnitForms.square ? "²" : "³"
      advance()
    }
    return takeRate().map { "\(unit)\(power)\($0)" }
  }

  /// "square", "cubic", "nautical" and what it makes of the symbol after it.
  private mutating func takeModifier() -> (prefix: String, power: String)? {
    if take("square") || take("sq") { return ("", "²") }
    if take("cubic") || take("cu") { return ("", "³") }
    if take("nautical") { return ("n", "") }
    if take("metric") { return ("", "") }
    for (word, prefix) in [("short" as StaticString, "short"), ("long", "long"), ("troy", "troy"), ("fluid", "fl")]
    where take(word) { return (prefix, "") }
    return nil
  }

  private mutating func takeSymbol() -> String? {
    guard let token else { return nil }
    defer { advance() }
    return UnitForms.symbols[token.hash] ?? (has(.unitSymbol) ? text.string(of: index..<index + 1) : nil)
  }

  /// "°C", "℃", "°".
  private mutating func takeDegrees() -> String? {
    guard let token, token.hash == UnitForms.degree || token.hash == UnitForms.celsius else { return nil }
    advance()
    return token.hash == UnitForms.celsius ? "°C" : takeScale()
  }

  /// "Celsius", "F" after degrees.
  private mutating func takeScale() -> String? {
    if isAtEnd { return "°" }
    if take("celsius") || take("c") { return "°C" }
    return take("fahrenheit") || take("f") ? "°F" : nil
  }

  /// "/h", "per hour", "an hour"; empty where there is none.
  private mutating func takeRate() -> String? {
    if isAtEnd { return "" }
    if take(mark: "/") {
      guard token != nil else { return nil }
      defer { advance() }
      return "/\(text.string(of: index..<index + 1))"
    }
    guard take("per") || take("an") else { return "" }
    guard let token, let time = UnitForms.times[token.hash] else { return nil }
    advance()
    return "/\(time)"
  }
}
