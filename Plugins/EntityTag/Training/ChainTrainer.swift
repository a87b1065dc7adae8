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
  private var current: ChainWeights
  /// The weights after each epoch of the last third, added up: their mean is what the model has.
  private var sum: ChainWeights
  private var summed = 0
  private var epoch = 0
  private var random: SplitMix

  init(_ set: TrainingSet, settings: Settings) {
    self.set = set
    self.settings = settings
    current = ChainWeights(forms: set.formIndex.hashes.count * 5, contexts: set.contextIndex.hashes.count)
    sum = current
    random = SplitMix(state: settings.seed)
  }

  /// The weights, the mean of the last epochs where these have come.
  var weights: ChainWeights { summed > 0 ? sum.scaled(by: 1 / Float(summed)) : current }

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
    epoch += 1
    if epoch * 3 > settings.epochs * 2 {
      sum.add(current)
      summed += 1
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
    var scores = [Row](repeating: .zero, count: run.tokens.count)
    for token in scores.indices {
      scores[token] = current.score(
        active.forms[active.formStarts[token]..<active.formStarts[token + 1]],
        active.contexts[active.contextStarts[token]..<active.contextStarts[token + 1]])
    }
    let transitions = current.transitions.rows
    let right = run.tokens.map { Int(set.tags[$0]) }
    let lattice = Lattice(scores: scores, transitions: transitions)
    let step = ChainWeights.Step(rate: settings.rate, decay: settings.decay)
    for token in scores.indices {
      var gradient = lattice.marginals[token]
      gradient[right[token]] -= 1
      gradient[7] = 0
      guard gradient.min() < -1e-3 || gradient.max() > 1e-3 else { continue }
      gradient *= run.weight
      let contexts = active.contexts[active.contextStarts[token]..<active.contextStarts[token + 1]]
      current.move(active.forms[active.formStarts[token]..<active.formStarts[token + 1]], contexts, gradient, step)
    }
    let expected = Self.difference(lattice.transitions, right)
    for tag in 0..<NameTag.count {
      current.transitions.move(tag, expected[tag] * run.weight, step)
    }
    return lattice.loss(of: right, scores: scores, transitions: transitions)
  }

  /// The expected pairs of tags less the right ones.
  private static func difference(_ expected: [Row], _ right: [Int]) -> [Row] {
    var difference = expected
    var previous = NameTag.outside
    for tag in right {
      difference[previous][tag] -= 1
      previous = tag
    }
    difference[previous][NameTag.outside] -= 1
    return difference
  }
}
