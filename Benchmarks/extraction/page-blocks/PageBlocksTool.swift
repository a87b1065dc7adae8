internal import CleanPlugin
internal import Glibc
internal import JSON

/// Prints the blocks of the page on standard input as `Benchmarks/extraction/learn` reads them; with `--context` what
/// stands around each, by the log-odds of all that stand in a line before the page.
@main
struct PageBlocksTool {
  static func main() {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(STDIN_FILENO, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    guard CommandLine.arguments.dropFirst().first == "--context" else {
      return print(LearningTable.json(ofPage: String(decoding: bytes, as: UTF8.self)).text())
    }
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let odds = String(decoding: parts[0], as: UTF8.self).split(separator: " ").compactMap { Float($0) }
    let page = String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
    print(LearningTable.contexts(ofPage: page, odds: odds).text())
  }
}
