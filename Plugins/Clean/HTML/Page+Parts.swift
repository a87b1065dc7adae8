internal import TextBytes

extension Page {
  /// Whether a page sets words apart that have nothing but tags between them: parts of a recipe, as
  /// `<b class="amount">1</b><i class="ingredient">egg</i>`, and buttons.
  ///
  /// Only elements that are called like such: others may have half a word in them, or its first letter.
  ///
  /// - Parameters:
  ///   - last: a text.
  ///   - next: one behind it.
  /// - Complexity: O(depth).
  func areParts(_ last: Int, _ next: Int, _ bytes: Span<UInt8>) -> Bool {
    let (end, start) = (tree.nodes[last].source.upperBound, tree.nodes[next].source.lowerBound)
    guard end < start, let left = bytes.scalar(before: end), left.isOfWord, case let right = bytes.scalar(at: start),
      right.isOfWord, !left.isIdeograph || !right.isIdeograph
    else { return false }
    // The first letter of a word.
    if left.isCapital, !right.isCapital, left.count == tree.nodes[last].source.count { return false }
    let (one, other) = (branch(of: last, besides: next).element, branch(of: next, besides: last).element)
    return tree.nodes[one].end == other && isPart(one, bytes) && isPart(other, bytes)
  }

  private func isPart(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let name = tree.value(.class, of: index)?.prefix(256) else { return false }
    return bytes.text(name).split { "-_ \t\n".contains($0) }.contains { Self.partNames.contains($0.lowercased()) }
  }

  private static let partNames: Set<String> = [
    "ingredient", "ingredients", "recipe", "amount", "quantity", "unit", "measure", "button", "btn",
  ]
}

extension DecodedScalar {
  fileprivate var isOfWord: Bool {
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  fileprivate var isCapital: Bool { unicode?.properties.isUppercase ?? false }

  /// Whether it is written without spaces between words, as Chinese is.
  fileprivate var isIdeograph: Bool { (0x3041...0x30FF).contains(value) || unicode?.properties.isIdeographic ?? false }
}
