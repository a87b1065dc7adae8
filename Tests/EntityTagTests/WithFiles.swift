import Glibc
import StageKit
import Testing

/// Runs `body` with files of these contents, `list-0.EXTENSION` and so on, in a folder that is gone afterwards.
func withFiles<Result>(
  _ contents: [[UInt8]], named pathExtension: String, _ body: ([String], Resources) throws -> Result
) throws -> Result {
  var template = Array("/tmp/galley-files-XXXXXX".utf8CString)
  try #require(mkdtemp(&template) != nil)
  let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  let names = contents.indices.map { "list-\($0).\(pathExtension)" }
  defer {
    for name in names { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
  for (name, content) in zip(names, contents) {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    #expect(fwrite(content, 1, content.count, file) == content.count)
    fclose(file)
  }
  return try body(names, Resources(folder: folder))
}

func withFiles<Result>(
  _ contents: [String], named pathExtension: String, _ body: ([String], Resources) throws -> Result
) throws -> Result {
  try withFiles(contents.map { Array($0.utf8) }, named: pathExtension, body)
}
