/// Numbers joined into groups.
struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ left: Int, _ right: Int) { parents[root(left)] = root(right) }

  /// The groups, each ascending, in the order of their first members.
  var members: [[Int]] {
    var copy = self
    var groups: [[Int]] = []
    var places: [Int: Int] = [:]
    for number in parents.indices {
      let root = copy.root(number)
      if let place = places[root] {
        groups[place].append(number)
      } else {
        places[root] = groups.count
        groups.append([number])
      }
    }
    return groups
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
