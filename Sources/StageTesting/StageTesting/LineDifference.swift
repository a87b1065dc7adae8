internal import JSON

/// What differs between two lists of lines, drawn with a line of what is the same before and after.
struct LineDifference {
  let text: String

  init(from old: [String], to new: [String]) {
    let difference = new.difference(from: old) { $0.isIdentical(to: $1) }
    let gone = Set(difference.removals.map(\.place))
    let added = Set(difference.insertions.map(\.place))
    var lines: [(mark: String, text: String)] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, gone.contains(oldIndex) {
        lines.append(("-", old[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, added.contains(newIndex) {
        lines.append(("+", new[newIndex]))
        newIndex += 1
      } else {
        lines.append((" ", old[oldIndex]))
        (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
      }
    }
    let shown = lines.indices.filter { index in
      lines[max(0, index - 1)...min(lines.count - 1, index + 1)].contains { $0.mark != " " }
    }
    var drawn: [String] = []
    for (place, index) in shown.enumerated() {
      if place > 0, shown[place - 1] + 1 < index { drawn.append("  …") }
      drawn.append("  \(lines[index].mark) \(lines[index].text)")
    }
    text = drawn.joined(separator: "\n")
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
