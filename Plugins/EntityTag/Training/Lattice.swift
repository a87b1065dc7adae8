internal import Glibc

/// The probabilities of all ways to tag a run.
struct Lattice {
  typealias Row = SIMD8<Float>
  private(set) var marginals: [Row] = []
  /// The expected number of each pair of tags, the borders of the run included.
  private(set) var transitions = [Row](repeating: .zero, count: 8)
  private var logTotal: Float = 0

  init(scores: [Row], transitions weights: [Row]) {
    var factors = InlineArray<8, Row>(repeating: .zero)
    for from in 0..<NameTag.count {
      for to in 0..<NameTag.count where NameTag.canFollow(to, from) { factors[from][to] = expf(weights[from][to]) }
    }
    // Forward, each row scaled to the sum 1.
    var forward: [Row] = []
    var emissions: [Row] = []
    var scales: [Float] = []
    for (index, score) in scores.enumerated() {
      var highest = -Float.infinity
      for tag in 0..<NameTag.count { highest = max(highest, score[tag]) }
      var emission = Row.zero
      for tag in 0..<NameTag.count { emission[tag] = expf(score[tag] - highest) }
      var state = index == 0 ? factors[NameTag.outside] : .zero
      if index > 0 { for from in 0..<NameTag.count { state += factors[from] * forward[index - 1][from] } }
      state *= emission
      let sum = max(state.sum(), 1e-30)
      forward.append(state / sum)
      emissions.append(emission)
      scales.append(sum)
      logTotal += logf(sum) + highest
    }
    guard let last = forward.last else { return }
    // Backward, scaled alike.
    var backward = Row.zero
    for tag in 0..<NameTag.count { backward[tag] = factors[tag][NameTag.outside] }
    let end = max((last * backward).sum(), 1e-30)
    logTotal += logf(end)
    for from in 0..<NameTag.count { transitions[from][NameTag.outside] += last[from] * backward[from] / end }
    backward /= end
    marginals = [Row](repeating: .zero, count: scores.count)
    for index in stride(from: scores.count - 1, through: 0, by: -1) {
      marginals[index] = forward[index] * backward
      let step = backward * emissions[index] / scales[index]
      if index == 0 {
        transitions[NameTag.outside] += factors[NameTag.outside] * step
        return
      }
      for from in 0..<NameTag.count {
        transitions[from] += factors[from] * step * forward[index - 1][from]
        backward[from] = (factors[from] * step).sum()
      }
    }
  }

  /// The negative logarithm of the probability of these tags.
  func loss(of tags: [Int], scores: [Row], transitions: [Row]) -> Float {
    var score: Float = 0
    var previous = NameTag.outside
    for (index, tag) in tags.enumerated() {
      score += scores[index][tag] + transitions[previous][tag]
      previous = tag
    }
    return logTotal - score - transitions[previous][NameTag.outside]
  }
}
