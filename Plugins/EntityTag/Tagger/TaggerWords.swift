/// What the words of one text bring to their own and their neighbours' tags: known words' scores from the model, others'
/// added up once from their features.
struct TaggerWords {
  private let model: TaggerModel
  private let text: LookedUpText
  /// By token: a row of the model, or from -2 down a place among `others`; -1 where it is not known yet.
  private var words: [Int32]
  private let border: Int32
  private var others: [FormScores] = []
  private var placeOfOther: [UInt64: Int32] = [:]
  /// What was found last, by the keys' low bits: most words of a text come again, and the model is larger than the
  /// processor's near memory.
  private var recentKeys = [UInt64](repeating: 0, count: 512)
  private var recent = [Int32](repeating: -1, count: 512)

  init(model: TaggerModel, text: LookedUpText) {
    self.model = model
    self.text = text
    words = [Int32](repeating: -1, count: text.count)
    border = Int32(truncatingIfNeeded: model.row(ofWord: WordForm.borderKey) ?? 0)
  }

  /// What `scores` and `cluster` know the word by; -1 is where the sentence has ended.
  mutating func word(at index: Int) -> Int32 {
    guard index >= 0, index < words.count else { return border }
    if words[index] == -1 { words[index] = found(index) }
    return words[index]
  }

  /// Lets the processor fetch what is known of the words around `run`.
  func prefetch(around run: Range<Int>) {
    for index in max(0, run.lowerBound - 2)..<min(words.count, run.upperBound + 2) where words[index] == -1 {
      model.prefetchRow(ofWord: WordForm.key(of: text.text[index]))
    }
  }

  private mutating func found(_ index: Int) -> Int32 {
    let token = text.text[index]
    let key = WordForm.key(of: token)
    let slot = Int(truncatingIfNeeded: key & 511)
    if recent[slot] != -1, recentKeys[slot] == key { return recent[slot] }
    let place =
      model.row(ofWord: key).map { Int32(truncatingIfNeeded: $0) } ?? placeOfOther[key] ?? added(token, key, index)
    recentKeys[slot] = key
    recent[slot] = place
    return place
  }

  /// Adds up the features of a word that the model does not know.
  private mutating func added(_ token: Token, _ key: UInt64, _ index: Int) -> Int32 {
    var features = FeatureList()
    WordForm.addFeatures(
      of: token, in: text, word: text.words[index], clusters: WordClusters(), to: &features)
    var scores = FormScores(repeating: .zero)
    for feature in 0..<features.count { model.add(form: features.hashes[feature], to: &scores) }
    let place = -2 - Int32(truncatingIfNeeded: others.count)
    others.append(scores)
    placeOfOther[key] = place
    return place
  }

  func scores(of word: Int32, position: Int) -> NameScores {
    word >= 0 ? model.scores(ofRow: Int(word), position: position) : others[Int(-2 - word)][position]
  }

  func cluster(of word: Int32) -> UInt16 { word >= 0 ? model.cluster(ofRow: Int(word)) : 0 }
}
