/// The tags, classes and ids around a block, as buckets of a linear model: what pages call the parts of which the lists of
/// `HintWords` know nothing.
///
/// A name has four buckets: for the block's own element, the one around it, the next, and all further out.
struct ElementNames {
  static let bucketBits = 16

  /// By node: what its names say in each of the four places; what those of all around it say as further out ones.
  private var own: [SIMD4<Float>]
  private var around: [Float]
  /// By node: how many names are behind these.
  private var counts: [Int32]
  private var countsAround: [Int32]
  private let tree: HTMLTree

  init(_ page: Page, _ measures: PageMeasures, _ weights: HashedWeights, _ bytes: Span<UInt8>) {
    tree = page.tree
    let count = tree.nodes.count
    own = [SIMD4<Float>](repeating: .zero, count: count)
    around = [Float](repeating: 0, count: count)
    counts = [Int32](repeating: 0, count: count)
    countsAround = counts
    for index in tree.nodes.indices where tree.nodes[index].tag != .text && measures.blocks[index] > 0 {
      Self.forEachName(of: index, tree, bytes) { bucket in
        own[index] += weights.four(from: bucket)
        counts[index] += 1
      }
      let parent = Int(tree.nodes[index].parent)
      around[index] = own[index][3] + (parent >= 0 ? around[parent] : 0)
      countsAround[index] = counts[index] &+ (parent >= 0 ? countsAround[parent] : 0)
    }
  }

  /// What the names of an element and of those around it say together.
  func score(of element: Int) -> Float {
    var (sum, count): (Float, Int32) = (0, 0)
    var element = element
    for place in 0..<3 where element >= 0 {
      sum += own[element][place]
      count &+= counts[element]
      element = Int(tree.nodes[element].parent)
    }
    if element >= 0 {
      sum += around[element]
      count &+= countsAround[element]
    }
    return count > 0 ? sum / Float(count).squareRoot() : 0
  }

  /// The buckets that `score(of:)` adds up.
  static func buckets(of element: Int, _ page: Page, _ bytes: Span<UInt8>) -> [Int] {
    var buckets: [Int] = []
    for (place, element) in ([element] + Array(page.ancestors(of: element))).enumerated() {
      forEachName(of: element, page.tree, bytes) { buckets.append($0 + min(place, 3)) }
    }
    return buckets
  }

  /// Gives `receive` the first of the four buckets of the tag, of each class and id, and of each word in these.
  private static func forEachName(of element: Int, _ tree: HTMLTree, _ bytes: Span<UInt8>, _ receive: (Int) -> Void) {
    func receiveBucket(_ hash: UInt64) {
      receive(Int(TokenReader.mixed(hash) >> UInt64(64 - bucketBits + 2)) << 2)
    }
    receiveBucket(UInt64(tree.nodes[element].tag.rawValue))
    for name in [HTMLAttribute.Name.class, .id] {
      guard let value = tree.value(name, of: element) else { continue }
      var names = NameReader()
      for at in value.prefix(longest) { names.read(bytes[unchecked: at], receiveBucket) }
      names.read(0x20, receiveBucket)
    }
  }

  /// Longer names than any person writes are cut off.
  private static let longest = 512
}
