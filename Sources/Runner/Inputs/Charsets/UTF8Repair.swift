/// Where `bytes` first are not UTF-8: never empty; `nil` where they are.
func firstUTF8Defect(in bytes: Span<UInt8>) -> Range<Int>? {
  do {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    let range = error.byteOffsets
    return range.lowerBound..<max(range.upperBound, range.lowerBound + 1)
  }
}

/// The text of `bytes` from `start` on, which are UTF-8 but for some places: for each of these what `repair` says.
func repairedUTF8(_ bytes: [UInt8], from start: Int, repair: (Range<Int>) -> String) -> String {
  var repaired: [UInt8] = []
  repaired.reserveCapacity(bytes.count + 16)
  var position = start
  while position < bytes.count, let defect = firstUTF8Defect(in: bytes.span.extracting(position...)) {
    let place = position + defect.lowerBound..<position + defect.upperBound
    repaired += bytes[position..<place.lowerBound]
    repaired += repair(place).utf8
    position = place.upperBound
  }
  repaired += bytes[position...]
  return String(decoding: repaired, as: UTF8.self)
}
