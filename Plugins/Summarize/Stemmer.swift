internal import CStemmer

/// Snowball's stemmer of one language (https://snowballstem.org); not for several threads at once.
struct Stemmer: ~Copyable {
  private let handle: OpaquePointer?

  /// - Parameter language: an ISO 639 code: `en`. Where Snowball has no rules for it, words stay as they are.
  init(language: String) { handle = sb_stemmer_new(language, "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// Gives the stem of a word in lower case, which is valid until the next call.
  func withStem<Result>(of word: [UInt8], _ body: (Span<UInt8>) -> Result) -> Result {
    guard let handle, let length = Int32(exactly: word.count), let stem = sb_stemmer_stem(handle, word, length) else {
      return body(word.span)
    }
    return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))).span)
  }
}
