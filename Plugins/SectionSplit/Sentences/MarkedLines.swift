extension Span<UInt8> {
  /// Where the first of the lines ends that the markup of a paragraph from `start` to `end` has told apart, and its sentence
  /// with it; `end` where none does.
  ///
  /// A sentence goes on behind a comma or a hyphen, and before a small letter that begins no item of a list.
  func markedLineEnd(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      guard self[at] == 0x0A else {
        at += 1
        continue
      }
      let next = skipSpace(from: at, to: end)
      if parts(trimSpace(from: start, to: at), next, before: end) { return at }
      at = next
    }
    return end
  }

  /// Whether a sentence ends with the line that ends at `lineEnd`, where the next line begins at `next`.
  private func parts(_ lineEnd: Int, _ next: Int, before end: Int) -> Bool {
    if listMark(at: next, before: end) != nil { return true }
    let last = character(before: lineEnd)
    return character(at: last).kind != .dash && self[last] != UInt8(ascii: ",")
      && nextWord(from: next, before: end)?.kind != .lower
  }
}
