internal import Glibc

/// The program: finds the subcommand and runs it.
@main
struct Galley {
  /// Every subcommand, in the order of the help.
  static let commands: [Command] = [
    RunCommand.command, StreamCommand.command, StatusCommand.command, ReplayCommand.command, ExplainCommand.command,
    CacheCommand.command, LearnBoilerplateCommand.command,
    EvalCommand.command, ValidateCommand.command, TestCommand.command, ShowCommand.command, DiffCommand.command,
    CompareCommand.command, ViewCommand.command, DigestCommand.command,
    StagesCommand.command, DescribeCommand.command, SchemaCommand.command,
    VersionCommand.command, HelpCommand.command,
  ]

  static func main() {
    // A closed pipe is told by write(2), and ends the program quietly.
    signal(SIGPIPE, SIG_IGN)
    // So is a file beyond the limit of `ulimit -f`: as an error of the system, not as the end on the spot.
    signal(SIGXFSZ, SIG_IGN)
    occupyStandardStreams()
    exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the program with `arguments` and gives its exit status.
  static func status(of arguments: [String]) -> Int32 {
    do {
      return try run(arguments)
    } catch is ClosedPipe {
      return ExitStatus.success
    } catch {
      Terminal.standardError.write("galley: \(error)\n")
      return ExitStatus.couldNotRun
    }
  }

  /// Opens what the caller has closed, so that no file of a run gets the number of a standard stream. Reading or writing
  /// there fails as it does without.
  private static func occupyStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    guard let name = arguments.first else {
      Terminal.standardError.write(Help.overview)
      return ExitStatus.couldNotRun
    }
    switch name {
    case "--help", "-h": return try HelpCommand.command.run([])
    case "--version", "-V": return try VersionCommand.command.run([])
    default: break
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      throw UsageError(.unknownCommand(name))
    }
    return try command.run(Array(arguments.dropFirst()))
  }
}

/// The program's exit statuses beside those of signals (128 and the signal's number).
enum ExitStatus {
  /// All well.
  static let success: Int32 = 0
  /// The run finished; some documents failed.
  static let someFailed: Int32 = 1
  /// Nothing could be run: usage, pipeline, plugin, input or output.
  static let couldNotRun: Int32 = 2
}
