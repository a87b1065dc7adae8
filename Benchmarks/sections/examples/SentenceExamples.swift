internal import SectionSplitPlugin

/// Prints what the model of `section-split` sees of each place in paragraphs that people divided, for the script that
/// learns its weights.
///
/// Standard input: a paragraph a line, its sentences separated by tabs. Standard output: a place a line: the paragraph's
/// number, 1 where a sentence ends, 1 after a stop, the byte where it would end, the words before and after, the pairs of features.
@main
struct SentenceExamples {
  static func main() {
    var paragraph = 0
    while let line = readLine() {
      let sentences = line.split(separator: "\t").map(String.init)
      for example in JointExamples(sentences).examples {
        let fields =
          [String(paragraph), example.endsSentence ? "1" : "0", example.isAfterStop ? "1" : "0"]
          + [String(example.end), example.before, example.after] + example.pairs.map(String.init)
        print(fields.joined(separator: "\t"))
      }
      paragraph += 1
    }
  }
}
