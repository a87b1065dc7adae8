internal import Glibc
internal import PipelineTesting
internal import Runner
internal import StageKit

/// The test files that operands name, and the pipelines beside them.
struct TestSelection {
  let paths: [String]
  /// The pipeline files in the folders where tests were found, for folders that the user named.
  let pipelines: [String]

  /// - Throws: `InputError` where a path leads nowhere, `NoTestFile`.
  init(_ operands: [String]) throws {
    let operands = operands.isEmpty ? ["."] : operands
    var paths: [String] = []
    var folders: [String] = []
    do throws(InputError) {
      for input in try InputSelection(paths: operands, include: ["*\(TestFile.suffix)"]).list() {
        if case .unreadableFolder(let error) = input.kind {
          throw .missing(path: input.uri, reason: String(cString: strerror(error)))
        }
        if !paths.contains(input.uri) { paths.append(input.uri) }
        let folder = input.uri.lastIndex(of: "/").map { String(input.uri[..<$0]) } ?? "."
        if input.kind == .file, folders.last != folder { folders.append(folder) }
      }
    } catch {
      guard case .nothing = error else { throw error }
    }
    guard !paths.isEmpty else { throw NoTestFile(paths: operands) }
    self.paths = paths
    pipelines = folders.flatMap(Self.pipelines)
  }

  /// The files, read.
  ///
  /// - Throws: the mistakes of all of them at once.
  func files() throws(PipelineProblems) -> [TestFile] {
    var files: [TestFile] = []
    var problems: [PipelineProblem] = []
    for path in paths {
      do throws(PipelineProblems) {
        files.append(try TestFile(path))
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw PipelineProblems(inFileOrder: problems) }
    return files
  }

  private static func pipelines(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".json"), !name.hasSuffix(TestFile.suffix), !name.hasSuffix(".schema.json"),
        !name.hasPrefix(".")
      {
        names.append(folder == "." ? name : "\(folder)/\(name)")
      }
    }
    return names.sorted()
  }
}

/// Nothing to run.
struct NoTestFile: Error, CustomStringConvertible {
  let paths: [String]

  var description: String {
    "no test file in \(paths.map { "'\($0)'" }.joined(separator: ", ")): tests stand in files NAME\(TestFile.suffix); "
      + "'galley test --help' shows one"
  }
}

/// No case has the words of `--filter`.
struct NoSuchCase: Error, CustomStringConvertible {
  let filter: [String]
  let names: [String]

  var description: String {
    let near = filter.compactMap { $0.nearest(in: names) }.first.map { "did you mean '\($0)'?" }
    return "no case has \(filter.map { "'\($0)'" }.joined(separator: " or ")) in its name or its file's path; "
      + (near ?? "there are \(names.prefix(8).map { "'\($0)'" }.joined(separator: ", "))\(names.count > 8 ? ", …" : "")")
  }
}
