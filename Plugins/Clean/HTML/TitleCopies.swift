/// The blocks that say the title above the text once more, as a heading or a line: as a heading of the first level behind a
/// standfirst as well. In a poem or a notice of a few short lines, a line is one of these.
struct TitleCopies {
  private(set) var blocks: [Int] = []

  private let page: Page
  private let title: String

  /// A title of fewer characters may be what a box or a table is of.
  private static let lettersOfTitles = 15..<300
  private static let mostBeforeText = 20
  /// Fewer characters are a line of a poem, or a notice.
  private static let leastProse = 60

  /// - Parameter rules: by block why it is left out, `nil` where it is part of the article.
  init(of title: String, in page: Page, _ rules: [DropRule?], _ bytes: Span<UInt8>) {
    (self.page, self.title) = (page, title)
    let taken = rules.indices.filter { rules[$0] == nil }
    let text = taken.last { page.blocks[$0].isProse && page.blocks[$0].letters >= Self.leastProse } ?? 0
    var prose = 0
    for index in taken.prefix(Self.mostBeforeText) {
      let block = page.blocks[index]
      let level = page.places[block.container].headingLevel
      let isAlone = level > 0 ? index == taken.last : index >= text
      if !isAlone, prose == 0 || level == 1, isCopy(block, bytes) {
        blocks.append(index)
      } else if block.isProse {
        prose += 1
        if prose > 1 { return }
      }
    }
  }

  /// Whether a block has the words of the title, and not as an item, a cell, a quotation or a sentence.
  private func isCopy(_ block: PageBlock, _ bytes: Span<UInt8>) -> Bool {
    let place = page.places[block.container]
    guard Self.lettersOfTitles ~= block.letters, place.item < 0, place.row < 0, !place.isQuoted else { return false }
    let words = page.words(of: block, bytes)
    guard let last = words.utf8.last, last != UInt8(ascii: "."), last != UInt8(ascii: ",") else { return false }
    // A line in quotation marks quotes what the title says without.
    let beginsAlike = words.first?.isLetter == title.first?.isLetter
    return (place.headingLevel > 0 || beginsAlike) && PageTitle.isSame(words, title)
  }
}
