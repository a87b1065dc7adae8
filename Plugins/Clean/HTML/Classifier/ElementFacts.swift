internal import TextBytes

/// What the elements around each node tell of it, gathered from the outside in.
struct ElementFacts {
  /// By node: the hints of the element and of all around it.
  private(set) var hints: [Hints]
  /// Those of them that come from elements with a small part of the page's prose: what holds most of an article is the
  /// article, whatever it is called.
  private(set) var smallHints: [Hints]
  /// The tags of the element and of all around it.
  private(set) var tags: [TagSet]
  /// Those of them whose elements have a small part of the page's prose.
  private(set) var smallTags: [TagSet]
  /// The tags of the element and of all inside it.
  private(set) var innerTags: [TagSet]
  /// A number made of the tags and classes of the element and the one around it: what a template repeats has it in common.
  private(set) var shapes: [UInt64]
  private(set) var depths: [UInt16]
  /// The number of pictures inside each element.
  private(set) var images: [Int32]

  init(_ page: Page, _ measures: PageMeasures, _ bytes: Span<UInt8>) {
    let nodes = page.tree.nodes
    let count = nodes.count
    hints = [Hints](repeating: [], count: count)
    smallHints = hints
    tags = [TagSet](repeating: [], count: count)
    smallTags = tags
    innerTags = tags
    shapes = [UInt64](repeating: 0, count: count)
    depths = [UInt16](repeating: 0, count: count)
    images = [Int32](repeating: 0, count: count)
    for index in nodes.indices.reversed() {
      let isImage = nodes[index].tag == .img || nodes[index].tag == .picture || nodes[index].tag == .video
      if isImage { images[index] += 1 }
      innerTags[index] = innerTags[index].union(TagSet(nodes[index].tag))
      guard nodes[index].parent >= 0 else { continue }
      images[Int(nodes[index].parent)] &+= images[index]
      innerTags[Int(nodes[index].parent)] = innerTags[Int(nodes[index].parent)].union(innerTags[index])
    }
    // Hidden parts count as hidden whatever their size, unless a script shows next to everything later.
    let isShown = measures.prose.first.map { Self.hiddenProse(page, measures) <= $0 / 4 * 3 } ?? true
    let small = count > 0 ? measures.prose[0] / 4 : 0
    for index in nodes.indices where nodes[index].tag != .text && measures.blocks[index] > 0 {
      let node = nodes[index]
      let parent = Int(node.parent)
      let isSmall = measures.prose[index] <= small
      let own = TagSet(node.tag)
      hints[index] = page.hints[index]
      tags[index] = own
      if isSmall {
        (smallHints[index], smallTags[index]) = (page.hints[index], own)
      } else if isShown {
        smallHints[index] = page.hints[index].intersection(.invisible)
      }
      var shape = FNV1a(seed: UInt64(node.tag.rawValue) &* 0x9E37_79B9_7F4A_7C15)
      if let value = page.tree.value(.class, of: index) {
        for at in value.prefix(64) { shape.add(bytes[unchecked: at]) }
      }
      if parent >= 0 {
        hints[index].formUnion(hints[parent])
        smallHints[index].formUnion(smallHints[parent])
        tags[index] = tags[index].union(tags[parent])
        smallTags[index] = smallTags[index].union(smallTags[parent])
        depths[index] = depths[parent] &+ 1
        shape.add(shapes[parent] >> 32)
      }
      // The low half is the element's own part, the high half the part that its children take on.
      shapes[index] = shape.value
    }
  }

  /// Characters of prose that attributes hide.
  private static func hiddenProse(_ page: Page, _ measures: PageMeasures) -> Int32 {
    var sum: Int32 = 0
    var index = 0
    while index < page.tree.nodes.count {
      let isHidden = page.hints[index].contains(.invisible)
      if isHidden { sum &+= measures.prose[index] }
      index = isHidden ? Int(page.tree.nodes[index].end) : index + 1
    }
    return sum
  }
}
