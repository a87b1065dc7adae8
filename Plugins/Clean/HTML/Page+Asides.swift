extension Page {
  /// Whether a whole block stands in formatting that is called a caption, and is no heading, item or cell for all that.
  func isCaption(_ block: PageBlock) -> Bool {
    let place = places[block.container]
    guard place.headingLevel == 0, place.item < 0, place.row < 0 else { return false }
    for element in ancestors(of: block.nodes.lowerBound).prefix(Self.mostAround) {
      if element == block.container { return false }
      let isCalled = !hints[element].isDisjoint(with: [.caption, .captioned])
      if isCalled, tree.nodes[element].end >= block.nodes.upperBound { return true }
    }
    return false
  }

  private static let mostAround = 20

  /// Whether a block is the label of an advertisement, or asks before it shows what others have.
  func isNotice(_ block: PageBlock, _ bytes: Span<UInt8>) -> Bool {
    let place = places[block.container]
    guard place.headingLevel == 0, place.row < 0, place.item < 0, block.letters <= Self.longestNotice,
      tree.nodes[block.container].tag != .dt, tree.nodes[block.container].tag != .dd
    else { return false }
    return TailPhrases.isNotice(loweredText(of: block, bytes, upTo: TailPhrases.longest))
  }

  private static let longestNotice = 800
}
