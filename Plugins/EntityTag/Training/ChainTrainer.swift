internal import Glibc

/// Learns the weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
/// gradients with step sizes of their own for each weight (AdaGrad: Duchi, Hazan and Singer 2011).
struct ChainTrainer {
  typealias Row = SIMD8<Float>

  struct Settings {
    var epochs: Int
    var rate: Float
    /// How strongly weights are drawn to zero.
    var decay: Float
    /// The share of features that a token does without, so that none is relied on alone.
    var dropout: Float
    var seed: UInt64
  }

  let set: TrainingSet
  let settings: Settings
  /// By form feature and position, five rows a feature.
  private(set) var formWeights: [Row]
  private(set) var contextWeights: [Row]
  /// By the tag before.
  private(set) var transitions = InlineArray<8, Row>(repeating: .zero)
  private var formSquares: [Row]
  private var contextSquares: [Row]
  private var transitionSquares = InlineArray<8, Row>(repeating: .zero)
  private var random: SplitMix

  init(_ set: TrainingSet, settings: Settings) {
    self.set = set
    self.settings = settings
    formWeights = [Row](repeating: .zero, count: set.formIndex.hashes.count * 5)
    contextWeights = [Row](repeating: .zero, count: set.contextIndex.hashes.count)
    formSquares = formWeights
    contextSquares = contextWeights
    random = SplitMix(state: settings.seed)
  }

  /// Goes once through all runs, and gives the mean loss of a token.
  mutating func runEpoch() -> Double {
    var order = Array(set.runs.indices)
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
    var loss = 0.0
    var tokens = 0
    for index in order {
      loss += Double(learn(set.runs[index]))
      tokens += set.runs[index].tokens.count
    }
    return loss / Double(max(tokens, 1))
  }

  // MARK: - One run

  /// The rows of the features that each token of the run has this time.
  private struct Active {
    var forms: [Int32] = []
    var formStarts: [Int] = [0]
    var contexts: [Int32] = []
    var contextStarts: [Int] = [0]
  }

  private mutating func active(_ run: Range<Int>) -> Active {
    var active = Active()
    let limit = UInt64(settings.dropout * 65536)
    var bits: UInt64 = 0
    var left = 0
    func isDropped(_ random: inout SplitMix) -> Bool {
      if left == 0 {
        bits = random.next()
        left = 4
      }
      left -= 1
      defer { bits >>= 16 }
      return bits & 0xFFFF < limit
    }
    for token in run {
      for position in 0..<5 {
        for feature in set.formFeatures[Int(set.windows[token * 5 + position])] where !isDropped(&random) {
          active.forms.append(feature * 5 + Int32(position))
        }
      }
      active.formStarts.append(active.forms.count)
      for index in Int(set.contextStarts[token])..<Int(set.contextStarts[token + 1]) where !isDropped(&random) {
        active.contexts.append(set.contexts[index])
      }
      active.contextStarts.append(active.contexts.count)
    }
    return active
  }

  private mutating func learn(_ run: TrainingSet.Run) -> Float {
    let active = active(run.tokens)
    var scores: [Row] = []
    for token in 0..<run.tokens.count {
      var score = Row.zero
      for index in active.formStarts[token]..<active.formStarts[token + 1] {
        score += formWeights[Int(active.forms[index])]
      }
      for index in active.contextStarts[token]..<active.contextStarts[token + 1] {
        score += contextWeights[Int(active.contexts[index])]
      }
      scores.append(score)
    }
    let right = run.tokens.map { Int(set.tags[$0]) }
    let lattice = Lattice(scores: scores, transitions: transitions)
    for token in 0..<run.tokens.count {
      var gradient = lattice.marginals[token]
      gradient[right[token]] -= 1
      gradient[7] = 0
      guard gradient.min() < -1e-3 || gradient.max() > 1e-3 else { continue }
      gradient *= run.weight
      for index in active.formStarts[token]..<active.formStarts[token + 1] {
        let row = Int(active.forms[index])
        Self.step(&formWeights[row], &formSquares[row], gradient, settings)
      }
      for index in active.contextStarts[token]..<active.contextStarts[token + 1] {
        let row = Int(active.contexts[index])
        Self.step(&contextWeights[row], &contextSquares[row], gradient, settings)
      }
    }
    var expected = lattice.transitions
    var previous = NameTag.outside
    for tag in right {
      expected[previous][tag] -= 1
      previous = tag
    }
    expected[previous][NameTag.outside] -= 1
    for tag in 0..<NameTag.count {
      Self.step(&transitions[tag], &transitionSquares[tag], expected[tag] * run.weight, settings)
    }
    return lattice.loss(of: right, scores: scores, transitions: transitions)
  }

  @inline(__always)
  private static func step(_ weight: inout Row, _ square: inout Row, _ gradient: Row, _ settings: Settings) {
    let slope = gradient + weight * settings.decay
    square += slope * slope
    weight -= settings.rate * slope / (square + 1e-6).squareRoot()
  }
}

/// The probabilities of all ways to tag a run.
struct Lattice {
  typealias Row = SIMD8<Float>
  private(set) var marginals: [Row] = []
  /// The expected number of each pair of tags, the borders of the run included.
  private(set) var transitions = InlineArray<8, Row>(repeating: .zero)
  private var logTotal: Float = 0

  init(scores: [Row], transitions weights: InlineArray<8, Row>) {
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
  func loss(of tags: [Int], scores: [Row], transitions: InlineArray<8, Row>) -> Float {
    var score: Float = 0
    var previous = NameTag.outside
    for (index, tag) in tags.enumerated() {
      score += scores[index][tag] + transitions[previous][tag]
      previous = tag
    }
    return logTotal - score - transitions[previous][NameTag.outside]
  }
}

/// Random numbers by SplitMix64 (https://prng.di.unimi.it/splitmix64.c): the same for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
