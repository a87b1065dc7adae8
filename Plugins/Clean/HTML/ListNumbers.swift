/// The numbers of the items of a list, as `start`, `value`, `reversed` and `type` have them.
///
/// Items that are no part of the article count, so that the others have the numbers that readers of the page see.
struct ListNumbers {
  /// By the node of an item.
  private var numbers: [Int: Int] = [:]
  /// As `type` has it: `1`, `a`, `A`, `i` or `I`.
  private let style: UInt8

  /// - Complexity: O(children).
  init(of list: Int, in tree: HTMLTree, _ bytes: Span<UInt8>) {
    style = Self.style(of: list, in: tree, bytes)
    let items = tree.children(of: list).filter { tree.nodes[$0].tag == .li }
    let isReversed = tree.value(.reversed, of: list) != nil
    var next = tree.number(.start, of: list, bytes) ?? (isReversed ? items.count : 1)
    for item in items {
      let number = tree.number(.value, of: item, bytes) ?? next
      numbers[item] = number
      next = isReversed ? number - 1 : number + 1
    }
  }

  private static func style(of list: Int, in tree: HTMLTree, _ bytes: Span<UInt8>) -> UInt8 {
    let css = tree.value(.style, of: list)?.prefix(256) ?? 0..<0
    let named = styles.first { style in css.contains { bytes.says(style.name.utf8, at: $0) } }
    if let named { return named.type }
    guard let type = tree.value(.type, of: list), type.count == 1 else { return UInt8(ascii: "1") }
    return bytes[type.lowerBound]
  }

  private static let styles: [(name: String, type: UInt8)] = [
    ("lower-alpha", UInt8(ascii: "a")), ("upper-alpha", UInt8(ascii: "A")), ("lower-latin", UInt8(ascii: "a")),
    ("upper-latin", UInt8(ascii: "A")), ("lower-roman", UInt8(ascii: "i")), ("upper-roman", UInt8(ascii: "I")),
  ]

  /// The number of the item at a node as readers see it: `7`, `g`, `VII`; `nil` where it is no item of the list.
  subscript(item: Int) -> String? {
    guard let number = numbers[item] else { return nil }
    switch style {
    case UInt8(ascii: "a"): return Self.letters(of: number)
    case UInt8(ascii: "A"): return Self.letters(of: number).uppercased()
    case UInt8(ascii: "i"): return Self.roman(number)
    case UInt8(ascii: "I"): return Self.roman(number).uppercased()
    default: return "\(number)"
    }
  }

  /// `a` to `z`, then `aa`; digits where there are no letters for a number.
  private static func letters(of number: Int) -> String {
    guard number > 0 else { return "\(number)" }
    var letters: [UInt8] = []
    var rest = number
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String {
    guard 1..<4000 ~= number else { return "\(number)" }
    var rest = number
    var roman = ""
    for (value, digits) in romanDigits {
      while rest >= value {
        roman += digits
        rest -= value
      }
    }
    return roman
  }

  private static let romanDigits = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
