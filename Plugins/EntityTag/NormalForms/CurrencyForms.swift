internal import DocumentModel

/// A currency as a text names it.
struct NamedCurrency {
  /// ISO 4217's code (https://www.six-group.com/en/products-services/financial-information/data-standards.html).
  var code: String
  /// Whether the name is of its hundredth part: "cents", "pence".
  var isHundredth = false
  /// Whether the words say which of several it is: "Hong Kong dollars".
  var isPrecise = false
}

/// Which currency the signs and names of several countries stand for.
enum CurrencyForms {
  /// Signs, and the codes and short forms that are not ISO's own.
  static let signs = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB", "₿": "BTC", "₸": "KZT", "₡": "CRC", "₵": "GHS",
  ].hashed
  static let prefixedDollars = [
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "hk": "HKD",
    "nz": "NZD",
    "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mex": "MXN",
  ].hashed
  static let codes = ["rs": "INR", "rmb": "CNY", "tk": "BDT", "btc": "BTC", "dm": "DEM"].hashed

  /// Names that are of one country, or that without a country's name are taken for that of one.
  static let names = [
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "pounds": "GBP", "quid": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB",
    "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN",
    "forint": "HUF",
    "forints": "HUF", "hryvnia": "UAH", "hryvnias": "UAH", "shekel": "ILS", "shekels": "ILS", "tenge": "KZT",
    "baht": "THB", "rupiah": "IDR", "rupiahs": "IDR", "ringgit": "MYR", "ringgits": "MYR", "dong": "VND",
    "naira": "NGN",
    "cedi": "GHS", "cedis": "GHS", "taka": "BDT", "afghani": "AFN", "afghanis": "AFN", "bitcoin": "BTC",
    "bitcoins": "BTC", "quetzal": "GTQ", "quetzales": "GTQ", "koruna": "CZK", "korunas": "CZK", "won": "KRW",
    "birr": "ETB", "rand": "ZAR", "reais": "BRL",
  ].hashed
  static let hundredths = [
    "cent": "USD", "cents": "USD", "eurocents": "EUR", "pence": "GBP", "paise": "INR", "kopecks": "RUB",
  ].hashed

  /// What a country's name or adjective makes of a name.
  static let ofCountries: [UInt64: [UInt64: String]] = [
    "dollar": [
      "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "kong": "HKD",
      "zealand": "NZD", "singapore": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "jamaican": "JMD", "namibian": "NAD",
      "zimbabwean": "ZWL", "bahamian": "BSD", "fijian": "FJD", "liberian": "LRD", "belize": "BZD",
    ],
    "pound": [
      "british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "irish": "IEP",
      "cypriot": "CYP",
    ],
    "franc": [
      "swiss": "CHF", "french": "FRF", "belgian": "BEF", "congolese": "CDF", "rwandan": "RWF", "cfa": "XOF",
    ],
    "rupee": ["indian": "INR", "pakistani": "PKR", "lankan": "LKR", "nepalese": "NPR", "mauritian": "MUR"],
    "peso": [
      "mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP",
      "colombian": "COP", "cuban": "CUP", "uruguayan": "UYU", "dominican": "DOP",
    ],
    "krone": ["norwegian": "NOK", "danish": "DKK"], "krona": ["swedish": "SEK", "icelandic": "ISK"],
    "crown": [
      "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "icelandic": "ISK", "slovak": "SKK",
    ],
    "won": ["korean": "KRW"], "yuan": ["chinese": "CNY"], "yen": ["japanese": "JPY"],
    "lira": ["turkish": "TRY", "italian": "ITL", "lebanese": "LBP"], "real": ["brazilian": "BRL"],
    "riyal": ["saudi": "SAR", "qatari": "QAR", "omani": "OMR"],
    "rial": ["iranian": "IRR", "omani": "OMR", "yemeni": "YER"],
    "dinar": [
      "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "libyan": "LYD", "tunisian": "TND",
      "algerian": "DZD", "bahraini": "BHD",
    ],
    "dirham": ["uae": "AED", "emirati": "AED", "moroccan": "MAD"], "rand": ["african": "ZAR"],
    "shilling": ["kenyan": "KES", "tanzanian": "TZS", "ugandan": "UGX", "somali": "SOS"], "mark": ["german": "DEM"],
    "leu": ["romanian": "RON", "moldovan": "MDL"], "ruble": ["russian": "RUB", "belarusian": "BYN"],
  ].reduce(into: [:]) { table, entry in
    for name in entry.key.forms { table[TokenHash.folded(name)] = entry.value.hashed }
  }
}

extension TokenCursor {
  /// "$", "US$", "EUR", "Rs.", passed over.
  mutating func takeCurrencySign() -> NamedCurrency? {
    if has(.currencyPrefix), let token {
      var next = self
      next.advance()
      if let sign = next.token, sign.isMark, !sign.followsSpace, next.has(.currencySign) {
        guard let code = CurrencyForms.prefixedDollars[token.hash] else { return nil }
        next.advance()
        self = next
        return NamedCurrency(code: code, isPrecise: true)
      }
    }
    guard has([.currencySign, .currencyCode]), let token else { return nil }
    let code = token.isMark ? CurrencyForms.signs[token.hash] : CurrencyForms.codes[token.hash] ?? isoCode
    guard let code else { return nil }
    advance()
    _ = take(mark: ".")
    // "USD$ 5"
    if !token.isMark, has(.currencySign) { advance() }
    return NamedCurrency(code: code, isPrecise: !token.isMark)
  }

  /// The three capitals at hand.
  private var isoCode: String? {
    guard let token, token.count == 3, token.shape == .allCaps else { return nil }
    return text.string(of: index..<index + 1)
  }

  /// "euros", "Swiss francs", "USD", "€", passed over.
  mutating func takeCurrencyName() -> NamedCurrency? {
    if has([.currencySign, .currencyCode]), !has(.currencyName) { return takeCurrencySign() }
    var country: UInt64?
    while let token, !has([.currencyName, .doubtfulCurrency]) {
      country = token.hash
      advance()
    }
    guard let token else { return nil }
    advance()
    if take("sterling") { return NamedCurrency(code: "GBP", isPrecise: true) }
    if let country {
      // A country that is not known by its money: no guess.
      return CurrencyForms.ofCountries[token.hash]?[country].map { NamedCurrency(code: $0, isPrecise: true) }
    }
    if let code = CurrencyForms.hundredths[token.hash] { return NamedCurrency(code: code, isHundredth: true) }
    return CurrencyForms.names[token.hash].map { NamedCurrency(code: $0) }
  }
}

extension [String: String] {
  /// The values by the folded hashes of the keys.
  fileprivate var hashed: [UInt64: String] {
    reduce(into: [:]) { $0[TokenHash.folded($1.key)] = $1.value }
  }
}

extension String {
  /// A currency's name and its plurals.
  fileprivate var forms: [String] {
    switch self {
    case "krone": ["krone", "kroner"]
    case "krona": ["krona", "kronor", "kronur"]
    case "lira": ["lira", "liras", "lire"]
    case "leu": ["leu", "lei"]
    case "real": ["real", "reais", "reals"]
    case "won", "yuan", "yen", "rand": [self]
    case "ruble": ["ruble", "rubles", "rouble", "roubles"]
    default: [self, "\(self)s"]
    }
  }
}
