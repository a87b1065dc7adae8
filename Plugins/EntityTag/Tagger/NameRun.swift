/// The best tags for a run of tokens by Viterbi's algorithm, with how sure each is.
///
/// One value serves all runs of a text, so that its arrays are made once.
struct NameRun {
  /// The scores of the run's tokens, which `read` starts from.
  var scores: [TagScores] = []
  /// The tags of the run's tokens.
  private(set) var tags: [UInt8] = []
  /// By how much the best reading of the whole run beats the best one that gives the token another tag.
  private(set) var margins: [Int32] = []
  private var forward: [SIMD8<Int32>] = []

  /// Finds the tags for `scores`.
  mutating func read(_ transitions: InlineArray<8, SIMD8<Int32>>) {
    if scores.count == 1 { return readOne(transitions) }
    forward.removeAll(keepingCapacity: true)
    var state = transitions[NameTag.outside]
    for (index, score) in scores.enumerated() {
      if index > 0 {
        var next = SIMD8<Int32>(repeating: TaggerModel.never)
        for from in 0..<NameTag.count {
          next = pointwiseMax(next, transitions[from] &+ SIMD8<Int32>(repeating: state[from]))
        }
        state = next
      }
      state = pointwiseMax(state, SIMD8(repeating: TaggerModel.never)) &+ SIMD8<Int32>(truncatingIfNeeded: score)
      state[7] = TaggerModel.never
      forward.append(state)
    }
    readBack(transitions)
  }

  /// The same for a token alone, as half of the runs are.
  private mutating func readOne(_ transitions: InlineArray<8, SIMD8<Int32>>) {
    var total = transitions[NameTag.outside] &+ SIMD8<Int32>(truncatingIfNeeded: scores[0])
    for tag in 0..<NameTag.count { total[tag] &+= transitions[tag][NameTag.outside] }
    total[7] = TaggerModel.never
    var best = 0
    for tag in 1..<NameTag.count where total[tag] > total[best] { best = tag }
    let score = total[best]
    total[best] = 2 * TaggerModel.never
    if tags.isEmpty {
      tags = [0]
      margins = [0]
    }
    tags[0] = UInt8(truncatingIfNeeded: best)
    margins[0] = score &- total.max()
  }

  /// Goes from the run's end, which nothing inside a name follows, to its start.
  private mutating func readBack(_ transitions: InlineArray<8, SIMD8<Int32>>) {
    let count = scores.count
    if tags.count < count {
      tags = [UInt8](repeating: 0, count: count)
      margins = [Int32](repeating: 0, count: count)
    }
    var backward = SIMD8<Int32>.zero
    for tag in 0..<NameTag.count { backward[tag] = transitions[tag][NameTag.outside] }
    var next = NameTag.outside
    for index in stride(from: count - 1, through: 0, by: -1) {
      var total = forward[index] &+ pointwiseMax(backward, SIMD8(repeating: TaggerModel.never))
      total[7] = 2 * TaggerModel.never
      var best = 0
      for tag in 1..<NameTag.count where total[tag] > total[best] { best = tag }
      // Of readings with the same sum the one that goes on with the next tag.
      if !NameTag.canFollow(next, best) { best = total[next - 1] >= total[next] ? next - 1 : next }
      tags[index] = UInt8(truncatingIfNeeded: best)
      let score = total[best]
      total[best] = 2 * TaggerModel.never
      margins[index] = score &- total.max()
      next = best
      guard index > 0 else { return }
      let step = backward &+ SIMD8<Int32>(truncatingIfNeeded: scores[index])
      for from in 0..<NameTag.count { backward[from] = (transitions[from] &+ step).max() }
    }
  }
}
