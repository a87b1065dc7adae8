internal import Glibc
internal import Pages
internal import PipelineTesting
internal import Runner

/// `galley test --watch`: runs the tests in a process of their own, which loads plugins afresh, and again whenever a file
/// changes that they depend on.
struct TestWatch {
  private let operands: [String]
  private let words: [String]
  private let plugins: [String]

  init(_ arguments: Arguments) {
    operands = arguments.operands
    let flags = arguments.words.prefix { $0 != "--" }
    words = flags.filter { $0 != "--watch" } + arguments.words.dropFirst(flags.count)
    plugins =
      arguments.values("plugins") + (Environment["GALLEY_PLUGIN_PATH"] ?? "").split(separator: ":").map(String.init)
  }

  func run() throws -> Int32 {
    // A path that leads nowhere will not begin to: that is a slip, and worth no waiting.
    _ = try InputSelection(paths: operands.isEmpty ? ["."] : operands, include: ["*"]).list()
    while true {
      if Terminal.standardOutput.isInteractive { Terminal.standardOutput.write("\u{1B}[2J\u{1B}[H") }
      let before = state(of: dependencies)
      try runOnce()
      Terminal.standardOutput.write("watching \(state(of: watched).count.grouped) files; Ctrl-C ends\n")
      // What the run itself has written beside the tests, a report perhaps, is no reason to run again.
      let seen = state(of: watched)
      // What somebody has changed meanwhile is.
      guard before == state(of: dependencies) else { continue }
      while state(of: watched) == seen { usleep(300_000) }
    }
  }

  private func runOnce() throws {
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = (["galley", "test"] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let error = posix_spawn(&child, "/proc/self/exe", nil, nil, &arguments, environ)
    guard error == 0 else { throw UsageError(.refused("can't start the tests: \(String(cString: strerror(error)))")) }
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
  }

  /// What makes a file another one: its size and when it was written last.
  private struct Stamp: Hashable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// The test files, and the pipelines and inputs that their cases name.
  private var dependencies: Set<String> {
    var paths: Set<String> = []
    for path in (try? TestSelection(operands))?.paths ?? [] {
      paths.insert(path)
      paths.formUnion((try? TestFile(path))?.dependencies ?? [])
    }
    return paths
  }

  /// These, and whatever lies beside them: what a pipeline extends, a stage's word list, a test that is new.
  private var watched: Set<String> {
    var paths = dependencies
    var folders: Set<String> = Set(plugins)
    for path in paths { folders.insert(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") }
    for folder in folders { paths.formUnion(Self.files(in: folder)) }
    return paths
  }

  /// The files as they are now.
  private func state(of paths: Set<String>) -> [String: Stamp] {
    var state: [String: Stamp] = [:]
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      state[path] = Stamp(
        size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
    }
    return state
  }

  private static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { paths.append("\(folder)/\(name)") }
    }
    return paths
  }
}
