internal import Synchronization

/// The lexicons that documents before have filled, one for each thread and language, so that a common word is looked at
/// once and not in every document again.
///
/// What a lexicon knows follows from the spelling alone, so results don't depend on which documents came before.
final class LexiconPool: Sendable {
  private let idle = Mutex<[Lexicon]>([])

  /// The spellings up to which a lexicon is kept, some 5 MB of them: rare words must not fill the memory.
  private static let mostSpellings = 1 << 16
  /// The lexicons that are kept; languages are named by the documents and may be any.
  private static let mostLexicons = 32

  /// Hands a lexicon of `language` to `body`, which has it alone.
  func withLexicon<Result>(language: String, _ body: (inout Lexicon) -> Result) -> Result {
    var lexicon = take(language) ?? Lexicon(language: language)
    let result = body(&lexicon)
    if lexicon.count <= Self.mostSpellings { give(lexicon) }
    return result
  }

  private func take(_ language: String) -> Lexicon? {
    idle.withLock { idle in idle.lastIndex { $0.language == language }.map { idle.remove(at: $0) } }
  }

  private func give(_ lexicon: consuming Lexicon) {
    let lexicon = lexicon
    idle.withLock { idle in
      if idle.count == Self.mostLexicons { idle.removeFirst() }
      idle.append(lexicon)
    }
  }
}
