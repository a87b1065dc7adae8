internal import TextBytes

/// Lines with numbers that belong together, `1.`, `2.`, `3.` or `2.1`, `2.2`: the headings of an outline or the items of a list.
///
/// They are judged together: all are headings if most of them look it and stand above text of their own.
struct NumberedSeries {
  /// The blocks of its lines, one at least.
  private(set) var members: [Int]
  /// How many numbers the marks have.
  var depth: Int { style.depth }
  private let style: Style
  private var last: Int
  private var isDescending: Bool

  /// What the marks of a series have in common.
  private struct Style: Equatable {
    var depth: Int
    /// The last byte of the mark: a dot, a bracket, or a digit as 0.
    var end: UInt8
    var isRoman: Bool
  }

  /// The series among `blocks`, in the order of their first lines.
  static func all(in blocks: [TextBlock], _ bytes: Span<UInt8>) -> [NumberedSeries] {
    var series: [NumberedSeries] = []
    // The last series of each style; there are a dozen styles at most, by depth, end and kind of number.
    var open: [Int] = []
    for (index, block) in blocks.enumerated() {
      guard block.kind == .text || block.kind == .listItem,
        let number = block.number
      else { continue }
      let mark = bytes.trimSpace(from: block.start, to: number.wordsStart) - 1
      let style = Style(
        depth: number.depth, end: number.isBare || bytes[mark].isDigit ? 0 : bytes[mark],
        isRoman: !bytes[block.start].isDigit)
      let place = open.firstIndex { series[$0].style == style }
      if let place, series[open[place]].add(index, number.value, isBare: number.isBare) { continue }
      // "12 Angry Men" counts nothing.
      guard !number.isBare || number.value == 1 else { continue }
      if let place { open[place] = series.count } else { open.append(series.count) }
      series.append(NumberedSeries(members: [index], style: style, last: number.value, isDescending: false))
    }
    return series
  }

  /// Whether its numbers count something. One alone does not where it has no dot, "1 Dead in Storm", or where it may be a
  /// time or an amount, "8.15 GMT".
  var counts: Bool { members.count > 1 || (depth == 1 ? style.end != 0 : last == 1) }

  /// Whether the number goes on with the series: upwards with or without gaps, down by one, or, as lazy lists do, on the
  /// spot from one line to the next. One of several numbers goes up by three at most, or is 1 again.
  private mutating func add(_ index: Int, _ value: Int, isBare: Bool) -> Bool {
    guard let before = members.last else { return false }
    let goesOn =
      if isBare {
        value == last + 1
      } else if style.depth > 1 {
        value == 1 || 1...3 ~= value - last
      } else if value == last {
        index == before + 1
      } else if value == last - 1, members.count == 1 || isDescending {
        true
      } else {
        value > last && !isDescending
      }
    guard goesOn else { return false }
    isDescending = style.depth == 1 && value < last
    members.append(index)
    last = value
    return true
  }
}
