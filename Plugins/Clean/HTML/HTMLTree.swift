internal import TextBytes

/// A page as a tree: its elements and runs of text in the order of the source, each before what is inside it.
///
/// Flat, so that an element with all inside it is a range of `nodes` and measures of a whole page are loops.
struct HTMLTree {
  struct Node {
    var tag: Tag
    /// Whether there is white space in the text only.
    var isBlank = false
    /// The index of the element around it; -1 for none.
    var parent: Int32
    /// The index behind the last node inside it.
    var end: Int32
    /// Its place in the source: an element's with its tags, as far as these are there.
    var source: Range<Int>
    /// Where its attributes stand in the tree's `attributes`.
    var attributes: Range<Int32>
  }

  var nodes: [Node] = []
  var attributes: [HTMLAttribute] = []

  /// The value of an attribute as it stands in the source; `nil` where the element has none.
  func value(_ name: HTMLAttribute.Name, of node: Int) -> Range<Int>? {
    let range = nodes[node].attributes
    for index in range where attributes[Int(index)].name == name { return attributes[Int(index)].value }
    return nil
  }

  /// The number that an attribute begins with (HTML Standard, 2.3.4.1); `nil` where there is none of at most nine digits.
  func number(_ name: HTMLAttribute.Name, of node: Int, _ bytes: Span<UInt8>) -> Int? {
    guard let value = value(name, of: node) else { return nil }
    var at = value.lowerBound
    while at < value.upperBound, bytes[at].isSpace { at += 1 }
    let isNegative = at < value.upperBound && bytes[at] == UInt8(ascii: "-")
    if isNegative || (at < value.upperBound && bytes[at] == UInt8(ascii: "+")) { at += 1 }
    let digits = at
    var number = 0
    while at < value.upperBound, bytes[at].isDigit {
      guard at - digits < 9 else { return nil }
      number = number * 10 + Int(bytes[at] & 0x0F)
      at += 1
    }
    guard at > digits else { return nil }
    return isNegative ? -number : number
  }

  /// Whether a node is a link to a place of the same page.
  func leadsIntoPage(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard nodes[index].tag == .a, let target = value(.href, of: index) else { return false }
    return target.count > 1 && bytes[target.lowerBound] == UInt8(ascii: "#")
  }

  /// Whether the source has a `body`, or an `html` that stands for it. What stands in no element of a fragment would be taken
  /// for a part of the first one.
  var hasBody: Bool { siblings(in: nodes.indices).contains { nodes[$0].tag == .html || nodes[$0].tag == .body } }

  /// The indices of the nodes inside the one at `index`.
  func inside(_ index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }
}
