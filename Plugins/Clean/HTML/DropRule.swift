/// Why a part of a page is left out; the raw value is the rule that its edit is recorded under.
enum DropRule: String {
  case hidden, navigation, share, comments, related, advertisement, newsletter, cookies, footer, sidebar, byline, tags
  case author = "author-box"
  case gallery, widget, form, header, links, caption, outside, copy, table, title
  case deleted
  case noteMark = "note-mark"
}

extension DropRule {
  /// What a block is, if it is not of the article: by the names and tags of the elements around it, but for those that
  /// hold much of the page.
  ///
  /// Both are borrowed: an initializer would be handed a copy of them for each block.
  init(of block: PageBlock, in page: borrowing Page, _ facts: borrowing ElementFacts) {
    let hints = facts.smallHints[block.container]
    let tags = facts.smallTags[block.container]
    let named = Self.rulesOfHints.first { hints.contains($0.0) }?.1
    let tagged = Self.rulesOfTags.first { tags.contains($0.0) }?.1
    if !hints.isDisjoint(with: [.invisible, .unspoken]) || hints.isSpokenOnly || tags.contains(.noscript)
      || page.isUnread(block)
    {
      self = .hidden
    } else {
      self = named ?? tagged ?? (block.linkDensity > 0.5 ? .links : .outside)
    }
  }

  private static let rulesOfHints: [(Hints, DropRule)] = [
    (.comments, .comments), (.cookies, .cookies), (.newsletter, .newsletter), (.share, .share),
    (.advertisement, .advertisement), (.related, .related), (.navigation, .navigation), (.footer, .footer),
    (.sidebar, .sidebar), (.login, .form), (.tags, .tags), (.authorBox, .author), (.byline, .byline),
    (.caption, .caption), (.captioned, .caption), (.gallery, .gallery), (.widget, .widget), (.header, .header),
  ]

  private static let rulesOfTags: [(Tag, DropRule)] = [
    (.nav, .navigation), (.menu, .navigation), (.aside, .sidebar), (.footer, .footer), (.form, .form),
    (.dialog, .widget), (.figcaption, .caption), (.figure, .caption), (.header, .header),
  ]
}
