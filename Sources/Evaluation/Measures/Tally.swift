/// What one document adds to a measure.
public struct Tally: Hashable, Sendable {
  /// How much of what was found is right.
  public var right: Double
  /// How much was found.
  public var found: Double
  /// How much of the gold was found.
  public var recalled: Double
  /// How much there is to find.
  public var gold: Double
  /// The document's own F1, where a measure is the mean of the documents'.
  public var f1: Double

  public init(right: Double, found: Double, recalled: Double, gold: Double, f1: Double = 0) {
    self.right = right
    self.found = found
    self.recalled = recalled
    self.gold = gold
    self.f1 = f1
  }

  /// A tally of things that are matched one to one.
  public init(matched: Int, found: Int, gold: Int) {
    self.init(right: Double(matched), found: Double(found), recalled: Double(matched), gold: Double(gold))
  }

  /// A document's own score, for a mean over documents.
  init(_ score: Score) {
    self.init(right: score.precision, found: 1, recalled: score.recall, gold: 1, f1: score.f1)
  }

  public static let zero = Tally(matched: 0, found: 0, gold: 0)

  static func += (left: inout Tally, right: Tally) { left.add(right, times: 1) }

  mutating func add(_ other: Tally, times: Double) {
    right += times * other.right
    found += times * other.found
    recalled += times * other.recalled
    gold += times * other.gold
    f1 += times * other.f1
  }

  /// The share of what was found that is right; `nil` where nothing was found.
  public var precision: Double? { found > 0 ? right / found : nil }

  /// The share of the gold that was found; `nil` where there is none.
  public var recall: Double? { gold > 0 ? recalled / gold : nil }

  /// The harmonic mean of precision and recall, 0 where one of them is missing; `nil` where both are.
  var harmonicMean: Double? {
    guard found > 0 || gold > 0 else { return nil }
    return Score(precision: precision ?? 0, recall: recall ?? 0).f1
  }
}
