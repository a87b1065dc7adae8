internal import DocumentModel

/// Reads annotated sentences: a token and its tag a line, separated by a tab, and a blank line after each sentence.
///
/// Sentences after a line "# doc = ID" are one text, a sentence a line; others are texts of their own. The tag "?" marks
/// tokens of which it is not known whether they are names.
struct IOB2 {
  private var texts: [AnnotatedText] = []
  private var tokens: [(word: Substring, tag: Substring)] = []
  private let kinds: NameKinds
  private var isDocument = false
  private var isSpaced = false

  private init(kinds: NameKinds) { self.kinds = kinds }

  /// - Throws: `CorpusError` at a line that is no token with its tag.
  static func texts(
    in content: String, path: String, kinds: NameKinds
  ) throws(CorpusError) -> [AnnotatedText] {
    var reader = IOB2(kinds: kinds)
    var number = 0
    for line in content.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init) {
      number += 1
      if line.utf8.starts(with: "# doc".utf8) {
        reader.finishSentence()
        reader.isDocument = true
        reader.texts.append(AnnotatedText())
      } else if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
        reader.finishSentence()
      } else if line.utf8.first != 0x23 || line.utf8.contains(0x09) {
        let columns = line.utf8.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false).map(
          Substring.init)
        guard columns.count >= 2, IOB2.isTag(columns[1]) else {
          throw CorpusError(
            path: path, line: number, reason: "wants a token, a tab and a tag such as B-PER, I-PER or O")
        }
        if !columns[0].isEmpty { reader.tokens.append((columns[0], columns[1])) }
      }
    }
    reader.finishSentence()
    return reader.texts.filter { !$0.text.isEmpty }
  }

  private static func isTag(_ tag: Substring) -> Bool {
    tag == "O" || tag == "?"
      || tag.utf8.count > 2 && (tag.utf8.starts(with: "B-".utf8) || tag.utf8.starts(with: "I-".utf8))
  }

  private mutating func finishSentence() {
    guard !tokens.isEmpty else { return }
    if !isDocument || texts.isEmpty { texts.append(AnnotatedText()) }
    var text = texts.removeLast()
    if !text.text.isEmpty { text.text += "\n" }
    var detokenizer = Detokenizer(isSpaced: isSpaced)
    // Texts of corpora come with spaces around marks as well as without.
    isSpaced.toggle()
    var open: (start: Int, label: Substring)?
    func close() {
      guard let name = open else { return }
      let kind = kinds.kind(of: name.label)
      if kind != nil || name.label == "?" {
        text.names.append(.init(range: TextRange(name.start, text.text.utf8.count), kind: kind))
      }
      open = nil
    }
    for token in tokens {
      let label = token.tag == "?" ? "?" : token.tag.dropFirst(2)
      let goesOn = open.map { $0.label == label && token.tag.utf8.first != 0x42 } ?? false
      if !goesOn { close() }
      if detokenizer.hasSpace(before: token.word) { text.text += " " }
      if !goesOn, token.tag != "O" { open = (text.text.utf8.count, label) }
      text.text += token.word
    }
    close()
    tokens.removeAll()
    texts.append(text)
  }
}

/// Tells where spaces stood before a text was cut into tokens.
struct Detokenizer {
  private let isSpaced: Bool
  private var previous: Substring?
  private var isQuoted = false

  /// - Parameter isSpaced: whether all tokens shall have spaces between them.
  init(isSpaced: Bool) { self.isSpaced = isSpaced }

  mutating func hasSpace(before token: Substring) -> Bool {
    defer {
      previous = token
      if token == "\"" || token == "``" || token == "''" { isQuoted.toggle() }
    }
    guard let previous else { return false }
    if isSpaced { return true }
    if Self.leaning.contains(token) || Self.opening.contains(previous) { return false }
    if token == "\"" || token == "''" { return !isQuoted }
    return !(previous == "\"" && isQuoted)
  }

  private static let leaning: Set<Substring> = [
    ",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "...", "n't", "'s", "'re", "'ve", "'d", "'ll", "'m", "'", "’",
    "’s",
    "’re", "’ve", "’d", "’ll", "’m", "”", "''",
  ]
  private static let opening: Set<Substring> = ["(", "[", "{", "$", "£", "€", "#", "``", "“"]
}

/// Why a file of annotated texts can't be read.
package struct CorpusError: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var line: Int
  package var reason: String

  package var description: String { "\(path):\(line): \(reason)" }
}
