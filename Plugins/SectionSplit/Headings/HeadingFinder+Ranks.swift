extension HeadingFinder {
  /// Gives each heading but the title the rank that its mark tells, or, where it has none, its kind.
  ///
  /// Of headings in capitals and plain ones, the kind that comes first stands higher.
  func rank(_ headings: inout [Heading], _ blocks: [TextBlock]) {
    let firstUnmarked = headings.first { $0.rank > 0 && ($0.kind == .capitals || $0.kind == .plain) }?.kind
    for index in headings.indices where headings[index].rank > 0 {
      switch (headings[index].kind, blocks[headings[index].block].mark) {
      case (.markdown, .markdown(let level)), (.underlined, .underline(let level)): headings[index].rank = level
      case (.numbered, .number(let number)): headings[index].rank = number.depth
      case (let kind, _): headings[index].rank = kind == firstUnmarked ? 1 : 2
      }
    }
  }
}
