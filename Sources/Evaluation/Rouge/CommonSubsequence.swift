/// The longest common subsequence of two sequences of numbers, 64 cells of its table at a time.
///
/// Heikki Hyyrö: Bit-Parallel LCS-length Computation Revisited, 2004. A bit of a row is 0 where the length grows by one
/// with that element of the second sequence.
struct CommonSubsequence {
  private let first: [Int]
  private let second: [Int]
  /// The row of each length of the first sequence, or only the last.
  private var rows: [[UInt64]]

  /// - Parameter keepsRows: whether `places` will be asked for; it costs a bit for each cell.
  init(_ first: [Int], _ second: [Int], keepsRows: Bool = false) {
    self.first = first
    self.second = second
    let wordCount = (second.count + 63) / 64
    var places: [Int: [Int]] = [:]
    for (place, number) in second.enumerated() { places[number, default: []].append(place) }
    var row = [UInt64](repeating: .max, count: wordCount)
    rows = [row]
    for number in first {
      if let places = places[number] { row.advance(places) }
      if keepsRows { rows.append(row) } else { rows[0] = row }
    }
  }

  /// How long it is.
  var count: Int { rows.last?.zeros(below: second.count) ?? 0 }

  /// The places of its elements in the first sequence, descending. Of several that are equally long it is the one that
  /// `rouge-score` reads out: equal elements are taken, else the second sequence is shortened only if that keeps more.
  var places: [Int] {
    var result: [Int] = []
    var (i, j) = (first.count, second.count)
    var length = count
    var lengthAbove = i > 0 ? rows[i - 1].zeros(below: j) : 0
    while i > 0, j > 0 {
      if first[i - 1] == second[j - 1] {
        result.append(i - 1)
        (i, j) = (i - 1, j - 1)
      } else if length - rows[i].growth(at: j - 1) > lengthAbove {
        j -= 1
        length -= rows[i].growth(at: j)
        lengthAbove -= rows[i - 1].growth(at: j)
        continue
      } else {
        i -= 1
      }
      length = rows[i].zeros(below: j)
      lengthAbove = i > 0 ? rows[i - 1].zeros(below: j) : 0
    }
    return result
  }
}

extension [UInt64] {
  /// Makes this row the next, for an element that the second sequence has at `places`, ascending.
  fileprivate mutating func advance(_ places: [Int]) {
    var rest = places[...]
    var carry: UInt64 = 0
    for index in indices {
      var matches: UInt64 = 0
      while let place = rest.first, place / 64 == index {
        matches |= 1 << UInt64(place % 64)
        rest.removeFirst()
      }
      let matched = self[index] & matches
      let (sum, overflow) = self[index].addingReportingOverflow(matched)
      let (carried, secondOverflow) = sum.addingReportingOverflow(carry)
      self[index] = carried | (self[index] & ~matched)
      carry = overflow || secondOverflow ? 1 : 0
    }
  }

  fileprivate func growth(at place: Int) -> Int { self[place / 64] & (1 << UInt64(place % 64)) == 0 ? 1 : 0 }

  /// How many of the first `count` bits are 0.
  fileprivate func zeros(below count: Int) -> Int {
    var zeros = 0
    for index in 0..<(count / 64) { zeros += (~self[index]).nonzeroBitCount }
    let rest = UInt64(count % 64)
    if rest > 0 { zeros += (~self[count / 64] & ((1 << rest) - 1)).nonzeroBitCount }
    return zeros
  }
}
