/// Gathers the text of a page into blocks.
struct PageBlockReader {
  private(set) var blocks: [PageBlock] = []
  /// By node: the characters of a text, white space between words as one.
  private(set) var lengths: [Int32]
  /// By node: the commas of a text.
  private(set) var commas: [Int32]
  private let tree: HTMLTree
  private var open: [(end: Int, isBlock: Bool, isLink: Bool)] = []
  private var containers: [Int] = []
  private var links = 0
  private var current: PageBlock?
  private var lineBreaks = 0

  /// Elements whose inside is nothing to read.
  static let unread: TagSet = [
    .script, .style, .template, .svg, .iframe, .object, .embed, .applet, .select, .textarea, .canvas, .audio, .video,
    .map, .head, .title, .datalist, .button, .input, .progress, .meter, .noembed, .noframes, .frameset, .rt, .rp,
    .ampEmbed,
  ]

  init(reading tree: HTMLTree, _ bytes: Span<UInt8>) {
    self.tree = tree
    lengths = [Int32](repeating: 0, count: tree.nodes.count)
    commas = lengths
    read(bytes)
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, last.end <= index { leave(last) }
      let node = tree.nodes[index]
      if node.tag == .text {
        if !node.isBlank { add(index, bytes) }
        index += 1
        continue
      }
      if Self.unread.contains(node.tag) {
        index = Int(node.end)
        continue
      }
      if node.tag == .br {
        lineBreaks += 1
        if lineBreaks > 1 { finish() }
      }
      enter(index, node)
      index += 1
    }
    while let last = open.last { leave(last) }
    finish()
  }

  private mutating func enter(_ index: Int, _ node: HTMLTree.Node) {
    let isBlock = Tag.blocks.contains(node.tag)
    if isBlock {
      finish()
      containers.append(index)
    }
    let isLink = node.tag == .a
    if isLink { links += 1 }
    open.append((Int(node.end), isBlock, isLink))
  }

  private mutating func leave(_ element: (end: Int, isBlock: Bool, isLink: Bool)) {
    open.removeLast()
    if element.isLink { links -= 1 }
    guard element.isBlock else { return }
    finish()
    containers.removeLast()
  }

  private mutating func add(_ index: Int, _ bytes: Span<UInt8>) {
    let measure = TextMeasure(bytes, tree.nodes[index].source)
    var block = current ?? PageBlock(nodes: index..<index, container: containers.last ?? 0)
    lengths[index] = Int32(clamping: measure.letters + measure.words)
    commas[index] = Int32(clamping: measure.commas)
    block.nodes = block.nodes.lowerBound..<index + 1
    block.letters += measure.letters
    block.commas += measure.commas
    block.words += measure.words
    block.smallWords += measure.smallWords
    block.digits += measure.digits
    block.endsSentence = measure.endsSentence
    if links > 0 { block.linkLetters += measure.letters }
    current = block
    lineBreaks = 0
  }

  private mutating func finish() {
    if let current { blocks.append(current) }
    current = nil
    lineBreaks = 0
  }
}
