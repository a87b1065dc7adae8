internal import Glibc

/// A second since 1970 as `2026-11-24T02:54:32Z` (ISO 8601, UTC).
func isoDate(_ second: Int) -> String {
  var time = time_t(second)
  var parts = tm()
  guard gmtime_r(&time, &parts) != nil else { return "" }
  var buffer = [CChar](repeating: 0, count: 64)
  let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
  return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
