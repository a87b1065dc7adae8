internal import DocumentModel

/// Finds states by their postal codes after a city: "Tulsa, OK".
struct StateCodeFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    for index in 2..<max(text.count, 2) where text.text[index].count == 2 && text.text[index].shape == .allCaps {
      guard text.text.byte(index - 1) == 0x2C, text.isJoined(at: index), isCity(before: index - 1, in: text),
        StateCode.words(of: index, in: text.text) != nil
      else { continue }
      let tokens = index..<(index + 1)
      found.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: .gpe, why: .rule, score: Confidence.good))
    }
    return found
  }

  /// Whether a city's name of at most three words ends before `end`, and no person's: "Anna Berg, MD" is a doctor.
  private func isCity(before end: Int, in text: LookedUpText) -> Bool {
    for start in stride(from: end - 1, through: max(0, end - 3), by: -1) {
      guard text.isCapital(start), start == end - 1 || text.isJoined(at: start + 1) else { return false }
      var isPlace = false
      text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: start..<end))) { sense in
        if sense.label == .gpe { isPlace = true }
      }
      if isPlace { return !text.isCapital(start - 1) || !text.words[start - 1].entry.isFirstName }
    }
    return false
  }
}

/// The states of the United States by their postal codes.
enum StateCode {
  /// The hash of the state's name, as a text has it, where the token is its code.
  static func words(of index: Int, in text: TokenizedText) -> UInt64? {
    guard let token = text.token(at: index), token.count == 2, token.shape == .allCaps else { return nil }
    return hashes[token.hash]
  }

  /// By the hash of the code, that of the name.
  private static let hashes: [UInt64: UInt64] = {
    var hashes: [UInt64: UInt64] = [:]
    for (code, name) in names {
      let words = name.split(separator: " ").map { TokenHash.folded($0) }
      hashes[TokenHash.folded(code)] = words.dropFirst().reduce(words[0]) { Gazetteer.extended($0, by: $1) }
    }
    return hashes
  }()

  private static let names = [
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
  ]
}
