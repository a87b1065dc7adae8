internal import CleanPlugin
internal import Glibc
internal import JSON

/// Prints the blocks of the page on standard input as `Benchmarks/extraction/learn` reads them.
@main
struct PageBlocksTool {
  static func main() {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(STDIN_FILENO, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    print(LearningTable.json(ofPage: String(decoding: bytes, as: UTF8.self)).text())
  }
}
