/// Currencies by name, code (ISO 4217, https://www.six-group.com/en/products-services/financial-information/data-standards.html)
/// and sign.
enum Currencies {
  /// Codes with the names that stand for them; a name's currency is the first one that has it ("dollar" is USD).
  static let names: [(code: String, names: String)] = [
    ("USD", "dollar dollars buck bucks cent cents"), ("EUR", "euro euros eurocents"),
    ("GBP", "pound pounds quid pence sterling"), ("JPY", "yen"), ("CNY", "yuan renminbi"), ("CHF", "franc francs"),
    ("INR", "rupee rupees paise"), ("RUB", "ruble rubles rouble roubles kopecks"), ("MXN", "peso pesos"),
    ("SEK", "krona kronor"), ("NOK", "krone kroner"), ("ISK", "kronur"), ("CZK", "koruna korunas"),
    ("PLN", "zloty zlotys zlotych"), ("HUF", "forint forints"), ("RON", "leu lei"), ("BGN", "lev leva"),
    ("TRY", "lira liras lire"), ("UAH", "hryvnia hryvnias hryvnya"), ("ILS", "shekel shekels"),
    ("SAR", "riyal riyals"), ("IRR", "rial rials"), ("AED", "dirham dirhams"), ("KWD", "dinar dinars"),
    ("KZT", "tenge"), ("THB", "baht"), ("IDR", "rupiah rupiahs"), ("MYR", "ringgit ringgits"), ("VND", "dong"),
    ("NGN", "naira"), ("KES", "shilling shillings"), ("GHS", "cedi cedis"), ("BDT", "taka"),
    ("AFN", "afghani afghanis"),
    ("PKR", "rupees"), ("ARS", "pesos"), ("VES", "bolivar bolivars bolivares"), ("GTQ", "quetzal quetzales"),
    ("DEM", "deutschemark deutschemarks deutschmark deutschmarks"), ("NLG", "guilder guilders"),
    ("BTC", "bitcoin bitcoins"), ("XOF", "cfa"),
  ]

  /// Names that are other words too: money only after a scale or another word of money.
  static let doubtfulNames: [(code: String, names: String)] = [
    ("KRW", "won"), ("BRL", "real reais reals"), ("DEM", "mark marks"), ("ZAR", "rand"), ("DKK", "crown crowns"),
    ("PEN", "sol soles"), ("ETB", "birr"),
  ]

  /// Codes that newspapers write before or after a number, and the short forms of rupee and franc.
  static let codes =
    "usd eur gbp jpy cny rmb chf inr rub mxn sek nok dkk isk czk pln huf ron bgn try uah ils sar aed kwd kzt thb idr myr vnd"
    + " ngn kes ghs bdt pkr ars brl krw zar aud cad nzd sgd hkd twd php egp rs tk btc eth fr dm"

  static let signs = "$ € £ ¥ ₹ ₽ ₩ ₪ ₺ ₴ ₦ ₫ ₱ ฿ ₿ ¢ ₸ ₡ ₵"

  static let prefixes = "us u.s. a au c ca can hk nz s sg nt mex r cu ar"

  static let lists = [
    WordList([.currencyName], names.map(\.names).joined(separator: " ")),
    WordList([.doubtfulCurrency], doubtfulNames.map(\.names).joined(separator: " ")),
    WordList(.currencyCode, codes),
    WordList(.currencySign, signs),
    WordList(.currencyPrefix, prefixes),
    WordList(.percent, "% percent pct percentage ‰"),
  ]
}
