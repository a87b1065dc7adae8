import StageTesting

/// A corpus and what happens to it, run after run.
struct Story: CustomStringConvertible {
  var pipeline: ModelPipeline
  var chapters: [Chapter] = []

  /// Edits and the run that follows.
  struct Chapter {
    var edits: [Edit]
    var prunes = false
    var offsets = "unicode"
    /// The calls at which earlier attempts of the run were killed.
    var kills: [Int] = []
  }

  init(seed: UInt64, _ pipeline: ModelPipeline) {
    self.pipeline = pipeline
    var random = SplitMix64(seed: seed)
    for number in 0..<Int.random(in: 2...6, using: &random) {
      var chapter = Chapter(edits: [])
      for _ in 0..<Int.random(in: number == 0 ? 4...14 : 0...4, using: &random) {
        chapter.edits.append(number == 0 ? .add(.random(&random)) : .random(&random))
      }
      chapter.prunes = Int.random(in: 0..<3, using: &random) == 0
      if Int.random(in: 0..<4, using: &random) == 0 { chapter.offsets = "utf8" }
      if Int.random(in: 0..<3, using: &random) == 0 {
        chapter.kills = (0..<Int.random(in: 1...2, using: &random)).map { _ in Int.random(in: 1...250, using: &random) }
      }
      chapters.append(chapter)
    }
  }

  var description: String {
    chapters.map { chapter in
      var run = "run with \(chapter.offsets)\(chapter.prunes ? " --prune" : "")"
      if !chapter.kills.isEmpty { run += ", before that killed at calls \(chapter.kills)" }
      return chapter.edits.map { "  \($0)\n" }.joined() + run
    }.joined(separator: "\n")
  }

  /// What goes wrong in it; `nil` where all is as the model says.
  func fault() throws -> String? {
    try withWorkplace { workplace in
      var world = try ModelWorld(workplace, pipeline)
      for (number, chapter) in chapters.enumerated() {
        if let fault = try world.live(chapter) { return "in run \(number + 1): \(fault)" }
      }
      return nil
    }
  }

  /// The story with as much left out as can be without losing the fault, as far as the time allows.
  func shrunk(for duration: Duration) throws -> Story {
    let deadline = ContinuousClock.now + duration
    var story = self
    var isShorter = true
    while isShorter {
      isShorter = false
      for shorter in story.shorterOnes {
        guard ContinuousClock.now < deadline else { return story }
        guard try shorter.fault() != nil else { continue }
        (story, isShorter) = (shorter, true)
        break
      }
    }
    return story
  }

  private var shorterOnes: [Story] {
    var stories: [Story] = []
    for chapter in chapters.indices.reversed() {
      func add(_ change: (inout Story) -> Void) {
        var story = self
        change(&story)
        stories.append(story)
      }
      add { $0.chapters.remove(at: chapter) }
      if !chapters[chapter].kills.isEmpty { add { $0.chapters[chapter].kills.removeLast() } }
      if chapters[chapter].prunes { add { $0.chapters[chapter].prunes = false } }
      for edit in chapters[chapter].edits.indices { add { $0.chapters[chapter].edits.remove(at: edit) } }
    }
    return stories
  }
}

/// Something that is done to the inputs or the outputs between two runs.
enum Edit: CustomStringConvertible {
  case add(Article)
  /// Of the input of this number, modulo how many there are.
  case change(Int, Article)
  case touch(Int)
  case delete(Int)
  case rename(Int, to: String)
  case deleteOutput(Int)
  case truncateOutput(Int)

  static func random(_ random: inout SplitMix64) -> Edit {
    let place = Int.random(in: 0..<1000, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0...2: return .add(.random(&random))
    case 3...5: return .change(place, .random(&random))
    case 6: return .touch(place)
    case 7, 8: return .delete(place)
    case 9: return .rename(place, to: Article.randomName(&random))
    case 10: return .deleteOutput(place)
    default: return .truncateOutput(place)
    }
  }

  var description: String {
    switch self {
    case .add(let article): "add \(article)"
    case .change(let place, let article):
      "change input \(place) into \(article.kind) '\(article.title)' \(article.body)"
    case .touch(let place): "touch input \(place)"
    case .delete(let place): "delete input \(place)"
    case .rename(let place, let name): "rename input \(place) to \(name)"
    case .deleteOutput(let place): "delete output \(place)"
    case .truncateOutput(let place): "truncate output \(place)"
    }
  }
}
