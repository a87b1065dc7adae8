import Glibc
import StageKit
import StageTesting
import Testing

/// What the program prints, command by command.
///
/// Each file of `Transcripts/` is a session: lines that begin with `$ ` are run by the shell in a copy of `Fixtures/`, and
/// the lines below are what they print: standard output as it is, standard error after `! `, and the exit status unless it
/// is 0. `GALLEY_RECORD=1` writes the files anew.
@Suite struct TranscriptTests {
  @Test(arguments: try names(in: "\(testFolder)/Transcripts"))
  func printsWhatItSays(transcript: String) throws {
    let path = "Transcripts/\(transcript)"
    let session = String(decoding: try Resources().bytes(of: "\(testFolder)/\(path)"), as: UTF8.self)
    let folder = try temporaryCopy(of: "\(testFolder)/Fixtures")
    defer { _ = system("chmod -R u+w '\(folder)'; rm -rf '\(folder)'") }
    let lines = session.split(separator: "\n", omittingEmptySubsequences: false)
    let replay = try lines.filter { $0.hasPrefix("$ ") || $0.hasPrefix("# ") }.map { line in
      line.hasPrefix("$ ") ? "\(line)\n\(try output(of: String(line.dropFirst(2)), in: folder))\n" : "\(line)\n"
    }.joined()
    expectGolden(replay, at: path)
  }

  /// What `command` prints and how it ends, with the names of this machine's folders taken out.
  private func output(of command: String, in folder: String) throws -> String {
    let program = try programFolder()
    let line = "cd '\(folder)' && PATH='\(program)':\"$PATH\" && { \(command)\n} >.out 2>.err </dev/null"
    let status = try runShell(line)
    var text = String(decoding: try Resources(folder: folder).bytes(of: ".out"), as: UTF8.self)
    let errors = String(decoding: try Resources(folder: folder).bytes(of: ".err"), as: UTF8.self)
    for error in errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
      errors.hasSuffix("\n") ? 1 : 0)
    where !errors.isEmpty {
      text += "! \(error)\n"
    }
    if status != 0 { text += "[exit \(status)]\n" }
    return text.replacing(program, with: "BIN").replacing(folder, with: "HERE")
      .replacing(/in [\d.,]+ s, [\d,]+ documents\/s, [\d.,]+ MB\/s/, with: "in _ s, _ documents/s, _ MB/s")
      .replacing(/"seconds": [\d.e-]+/, with: #""seconds": _"#)
  }
}
