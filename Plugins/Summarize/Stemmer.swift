internal import CStemmer

/// Snowball's stemmer of one language (https://snowballstem.org); not for several threads at once.
///
/// Unchecked because the lexicon that has it is in one thread's hands at a time: `LexiconPool` sees to that.
final class Stemmer: @unchecked Sendable {
  private let handle: OpaquePointer?

  /// - Parameter language: an ISO 639 code: `en`. Where Snowball has no rules for it, words stay as they are.
  init(language: String) { handle = sb_stemmer_new(language, "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// Makes a word in lower case its stem.
  func stem(_ word: inout [UInt8]) {
    guard let handle, let length = Int32(exactly: word.count), let stem = sb_stemmer_stem(handle, word, length) else {
      return
    }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
