/// Units of measure (https://www.bipm.org/en/publications/si-brochure, and the customary ones of newspapers).
enum Units {
  static let lists = [
    WordList(
      .unit,
      """
      meter meters metre metres kilometer kilometers kilometre kilometres centimeter centimeters centimetre centimetres
      millimeter millimeters millimetre millimetres micrometer micrometers micron microns nanometer nanometers
      nanometre nanometres mile miles yard yards foot feet inch inches furlong furlongs fathom fathoms
      acre acres hectare hectares
      gram grams gramme grammes kilogram kilograms kilogramme kilogrammes kilo kilos milligram milligrams microgram
      micrograms ton tons tonne tonnes megaton megatons megatonne megatonnes kiloton kilotons kilotonne kilotonnes
      ounce ounces lb lbs
      liter liters litre litres milliliter milliliters millilitre millilitres gallon gallons pint pints quart quarts
      barrel barrels bushel bushels
      watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts
      volt volts amp amps ampere amperes joule joules hertz kilohertz megahertz gigahertz
      calorie calories horsepower knot knots mph kph kmh degree degrees parsec parsecs
      byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte petabytes
      megapixel megapixels decibel decibels pascal pascals newton newtons
      """),
    WordList(.unitSymbol, unitSymbols.joined(separator: " ")),
    WordList(.unitModifier, "square sq cubic cu nautical metric short long light statute troy fluid"),
    WordList(
      .weightContext, "weigh weighs weighed weighing weight lost gained lose gain heavier lighter shed lift lifted"),
  ]

  /// Symbols as they are written: their case tells "5 g" from "5G".
  static let unitSymbols = [
    "m", "km", "cm", "mm", "nm", "ft", "yd", "mi", "ha", "g", "kg", "mg", "t", "kt", "oz", "l", "L", "ml", "mL", "cl",
    "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "V", "kV", "Hz", "kHz", "MHz", "GHz", "kB", "KB", "MB",
    "GB",
    "TB", "dB", "hp", "kcal", "kJ", "MJ", "hPa", "kPa", "bpd", "C", "F",
  ]

  /// Their exact hashes, sorted for a binary search.
  static let symbolHashes = unitSymbols.map { TokenHash.exact($0) }.sorted()
}
