/// What the elements around a block make of it.
struct Place {
  /// The level of the innermost heading, 0 for none.
  var headingLevel: UInt8 = 0
  var listDepth: UInt8 = 0
  var isQuoted = false
  /// Whether the innermost item of a list is a part of a quotation.
  var isItemQuoted = false
  /// The innermost element of text whose lines are kept as they are, -1 for none.
  var code: Int32 = -1
  /// The innermost item of a list, -1 for none.
  var item: Int32 = -1
  /// The innermost row of a table of data, -1 for none.
  var row: Int32 = -1
  /// The innermost cell of a table, -1 for none.
  var cell: Int32 = -1

  /// Whether text here is written with its lines and spaces.
  var isCode: Bool { code >= 0 && headingLevel == 0 && row < 0 }

  /// The place inside each node of `tree`, each made of the one around it.
  ///
  /// - Parameter lengths: the characters of each text, by node.
  /// - Complexity: O(nodes), however deep they are nested.
  static func places(in tree: HTMLTree, _ lengths: [Int32]) -> [Place] {
    let isDataRow = DataRows(of: tree, lengths)
    var places: [Place] = []
    places.reserveCapacity(tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      var place = node.parent >= 0 ? places[Int(node.parent)] : Place()
      switch node.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6: place.headingLevel = UInt8(node.tag.headingLevel ?? 1)
      case .li: (place.item, place.isItemQuoted) = (Int32(index), place.isQuoted)
      case .ul, .ol, .menu, .dir: if place.listDepth < .max { place.listDepth += 1 }
      case .blockquote: place.isQuoted = true
      case .pre, .listing, .xmp: place.code = Int32(index)
      case .tr: if isDataRow[index] { place.row = Int32(index) }
      case .td, .th: place.cell = Int32(index)
      default: break
      }
      places.append(place)
    }
    return places
  }
}
