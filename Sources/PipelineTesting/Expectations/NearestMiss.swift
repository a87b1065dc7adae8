internal import JSON
internal import StageKit

/// The element that comes nearest to a pattern that none fits, for a message that leads to the fault.
struct NearestMiss {
  let element: JSON
  let mismatches: [Pattern.Mismatch]

  /// - Returns: `nil` where no element is like the pattern at all.
  init?(to pattern: Pattern, among elements: [JSON]) {
    let keys = pattern.full.object?.count ?? 1
    var best: (element: JSON, mismatches: [Pattern.Mismatch], score: Int)?
    for element in elements {
      let mismatches = pattern.mismatches(with: element)
      let nearness = Self.nearness(of: element, to: pattern)
      guard nearness > 0 else { continue }
      let score = 4 * nearness + max(0, keys - mismatches.count)
      if score > best?.score ?? 0 { best = (element, mismatches, score) }
    }
    guard let best else { return nil }
    (element, mismatches) = (best.element, best.mismatches)
  }

  /// What it is, and what of it differs: `{"text": "Astana", "label": "PERSON"}, whose label is "PERSON"`.
  var description: String {
    let keys = Set(mismatches.compactMap { $0.pointer.tokens.isEmpty ? nil : $0.pointer.path })
    let differences = mismatches.filter { !$0.pointer.tokens.isEmpty }.map { mismatch in
      "\(mismatch.pointer.path) is \(mismatch.found.map(\.brief) ?? "not there"), not \(mismatch.expected.brief)"
    }
    guard let object = element.object, !differences.isEmpty else { return element.brief }
    let shown = JSONObject(
      object.filter { $0.key == "text" || $0.key == "canonical" || $0.key == "heading" || keys.contains($0.key) }
        .map { ($0.key, $0.value) })
    return "\(JSON.object(shown).brief): \(differences.joined(separator: "; "))"
  }

  /// How like the words of `element` are to those that `pattern` asks for: 3 the same, 2 one holds the other, 1 a few
  /// letters differ, 0 not at all. Without words to go by, whether anything fits.
  private static func nearness(of element: JSON, to pattern: Pattern) -> Int {
    let asked = pattern.full
    guard let main = pattern.main, let words = asked[main].flatMap(Self.words) else {
      return pattern.mismatches(with: element).count < asked.object?.count ?? 1 ? 1 : 0
    }
    guard let found = element[main]?.string?.onOneLine else { return 0 }
    if found.isIdentical(to: words) { return 3 }
    if found.utf8.firstRange(of: words.utf8) != nil || words.utf8.firstRange(of: found.utf8) != nil { return 2 }
    return words.utf8.count < 200 && words.nearest(in: [found]) != nil ? 1 : 0
  }

  private static func words(_ pattern: JSON) -> String? {
    (pattern.string ?? pattern["contains"]?.string ?? pattern["starts-with"]?.string)?.onOneLine
  }
}

extension JSON {
  /// The value on one line, the middle of a long one left out.
  var brief: String { text(.lines(depth: 0)).brief }
}

extension String {
  /// The text, the middle of a long one left out.
  var brief: String {
    let scalars = unicodeScalars
    guard scalars.count > 220 else { return self }
    return "\(String(scalars.prefix(140))) … \(String(scalars.suffix(60)))"
  }
}
