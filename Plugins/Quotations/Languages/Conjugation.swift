/// The forms of English verbs, as many as texts in the third person have.
enum Conjugation {
  /// "announce" as "announce announces announced" and, apart, "announcing".
  ///
  /// - Parameter verbs: with spaces between; "admit+" doubles its last letter, "think:thought" has a past of its own, as
  ///   "write:wrote:written" has two.
  static func forms(of verbs: String) -> (finite: String, participles: String) {
    var finite: [String] = []
    var participles: [String] = []
    for entry in verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: ":").map(String.init)
      let doubles = parts[0].hasSuffix("+")
      let base = doubles ? String(parts[0].dropLast()) : parts[0]
      let stem = doubles ? base + base.suffix(1) : base.hasSuffix("e") ? String(base.dropLast()) : base
      finite += [base, present(base)]
      finite += parts.count > 1 ? Array(parts.dropFirst()) : [past(base, stem)]
      participles.append(stem + "ing")
    }
    return (finite.joined(separator: " "), participles.joined(separator: " "))
  }

  private static func present(_ base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    return base + (["s", "sh", "ch", "x", "z", "o"].contains(where: base.hasSuffix) ? "es" : "s")
  }

  private static func past(_ base: String, _ stem: String) -> String {
    endsInConsonantAndY(base) ? base.dropLast() + "ied" : stem + "ed"
  }

  private static func endsInConsonantAndY(_ base: String) -> Bool {
    base.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains(where: base.hasSuffix)
  }
}
