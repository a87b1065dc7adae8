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

  /// The indices of the nodes inside the one at `index`.
  func inside(_ index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }
}
