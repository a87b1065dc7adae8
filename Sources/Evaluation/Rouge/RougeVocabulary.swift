internal import TextBytes

/// Numbers for words: the same for those that ROUGE takes for the same.
struct RougeVocabulary {
  private let stems: Bool
  private var numbers: [[UInt8]: Int] = [:]

  init(stems: Bool) { self.stems = stems }

  /// The words of a text in UTF-8: runs of ASCII letters and digits, in lower case.
  ///
  /// Two other characters have a lower case of ASCII: U+0130 (İ), whose dot above then ends the word, and U+212A, the
  /// Kelvin sign.
  mutating func words(of text: Substring.UTF8View) -> [Int] {
    let bytes = Array(text)
    var words: [Int] = []
    var word: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if bytes[index].isAlphanumeric {
        word.append(bytes[index].lowered)
      } else if rest.starts(with: [0xC4, 0xB0]) {
        word.append(UInt8(ascii: "i"))
        end(&word, &words)
      } else if rest.starts(with: [0xE2, 0x84, 0xAA]) {
        word.append(UInt8(ascii: "k"))
        index += 2
      } else {
        end(&word, &words)
      }
      index += 1
    }
    end(&word, &words)
    return words
  }

  private mutating func end(_ word: inout [UInt8], _ words: inout [Int]) {
    guard !word.isEmpty else { return }
    if stems, word.count > 3 { word = PorterStemmer.stem(of: word) }
    let number = numbers[word] ?? numbers.count
    numbers[word] = number
    words.append(number)
    word.removeAll(keepingCapacity: true)
  }
}
