/// How many inputs may fail before a run ends: a number, or a share of all.
public enum MaximumErrors: Hashable, Sendable {
  case count(Int)
  /// So many of every `of` inputs.
  case share(Int, of: Int)

  /// Reads `10` or `3/1000`; `nil` where `word` is neither, or more than the whole.
  public init?(_ word: String) {
    let numbers = word.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part).flatMap { $0 <= Self.largest ? $0 : nil } : nil
    }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let count?, _): self = .count(count)
    case (2, let part?, let whole?) where whole > 0 && part <= whole: self = .share(part, of: whole)
    default: return nil
    }
  }

  /// What a word has to be, in a message.
  public static let expectation = "a number of inputs such as 10, or a share such as \"3/1000\""

  /// Far more than any run has inputs, and small enough to be multiplied.
  private static let largest = 1_000_000_000

  /// How many of `total` inputs may fail.
  public func limit(of total: Int) -> Int {
    switch self {
    case .count(let count): count
    case .share(let part, let whole): total / whole * part + total % whole * part / whole
    }
  }
}
