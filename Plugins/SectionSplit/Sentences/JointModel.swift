/// What a word adds to the score of the places beside it, in hundredths of a natural logit.
struct JointWeights: Sendable {
  /// Before a place without a stop, and before one with.
  var before: Int16 = 0
  var beforeStop: Int16 = 0
  /// After a place without a stop, and after one with.
  var after: Int16 = 0
  var afterStop: Int16 = 0
}

/// A logistic regression over pairs of features and over the words on both sides.
///
/// `Benchmarks/sections/learn` makes the weights, in JointModel+Weights.swift.
enum JointModel {
  /// The words that have weights.
  static let words: [(word: String, weights: JointWeights)] = wordWeights.split(separator: "\n").map { line in
    let fields = line.split(separator: " ")
    let numbers = fields.dropFirst().map { Int16($0) ?? 0 }
    return (
      String(fields[0]),
      JointWeights(before: numbers[0], beforeStop: numbers[1], after: numbers[2], afterStop: numbers[3])
    )
  }
}

extension JointFeatures {
  /// Whether a sentence ends at the place.
  func endsSentence(_ words: Span<WordTable.Slot>) -> Bool { isCertain || score(words) > 0 }

  private func score(_ words: Span<WordTable.Slot>) -> Int {
    let (before, after) = (words.joints(of: before), words.joints(of: after))
    var score = left.isStop ? Int(before.beforeStop) + Int(after.afterStop) : Int(before.before) + Int(after.after)
    let pairs = pairs
    for index in pairs.indices { score += Int(JointModel.pairs[pairs[index]]) }
    return score
  }

  /// Where the weights of its pairs of features are.
  var pairs: InlineArray<5, Int> {
    let (lefts, rights, fragments, lengths) = (Left.allCases.count, Right.count, Fragment.count, 4)
    let (left, right, fragment) = (left.rawValue, right.index, fragment.index)
    let leftFragments = lefts * rights
    let rightFragments = leftFragments + lefts * fragments
    let lengthLefts = rightFragments + rights * fragments
    let lengthRights = lengthLefts + lengths * lefts
    return [
      left * rights + right, leftFragments + left * fragments + fragment, rightFragments + right * fragments + fragment,
      lengthLefts + length * lefts + left, lengthRights + length * rights + right,
    ]
  }
}

extension JointFeatures.Left {
  /// Whether a stop stands before the place.
  var isStop: Bool { rawValue >= Self.dotAfterLower.rawValue }
}
