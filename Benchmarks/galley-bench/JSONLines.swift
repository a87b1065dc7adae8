import DocumentModel
import Glibc
import JSON

/// Reads documents as JSON lines from stdin and writes them as JSON lines to stdout: no stages between.
enum JSONLines {
  static func run() throws {
    // Streams of our own: the C globals are mutable, which Swift 6 does not let pass.
    guard let input = fdopen(STDIN_FILENO, "r"), let output = fdopen(STDOUT_FILENO, "w") else { return }
    defer { fclose(output) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    var writer = JSONWriter()
    let form = DocumentForm(layout: .compact)
    defer { free(line) }
    while case let count = getline(&line, &room, input), count > 0, let start = line {
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      let document = try Document(json: JSON(parsing: bytes.bindMemory(to: UInt8.self).span))
      document.write(to: &writer, form)
      let written = writer.takeLine()
      fwrite(written, 1, written.count, output)
    }
  }
}
