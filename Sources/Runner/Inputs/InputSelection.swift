/// What a run is asked to read: files and folders, and which files of the folders.
public struct InputSelection: Hashable, Sendable {
  /// Files, folders and `-` for standard input, in the order in which their documents come.
  public var paths: [String]
  /// Globs, one of which a folder's file has to match; empty for all files. See `Glob`.
  public var include: [String]
  /// Globs of files and folders to leave out. A file named in `paths` is always read.
  public var exclude: [String]

  /// The paths of files and folders out of lists, which are more than fit a command line.
  public var listed: [PathList]
  /// The form of the files named by themselves and of standard input; `nil` to go by their names.
  public var format: InputFormat?

  public init(
    paths: [String], include: [String] = [], exclude: [String] = [], listed: [PathList] = [],
    format: InputFormat? = nil
  ) {
    self.paths = paths
    self.include = include
    self.exclude = exclude
    self.listed = listed
    self.format = format
  }

  /// Everything that the run has to account for, folders walked.
  ///
  /// - Parameters:
  ///   - output: the folder that the run writes to, if any; it is not walked.
  ///   - capture: the folder for documents between stages, if any; it is not walked either.
  public func list(output: String? = nil, capture: String? = nil) throws(InputError) -> InputList {
    let written = [output, capture].compactMap { $0.flatMap(FileIdentity.init(path:)) }
    var walk = InputWalk(selection: self, written: written)
    for path in paths { try walk.add(path) }
    for paths in listed { try walk.add(paths) }
    var list = walk.list
    guard !list.isEmpty else {
      throw .nothing(paths: paths + listed.map(\.name), hidden: list.hiddenCount, excluded: list.excludedCount)
    }
    try list.check()
    return list
  }
}

/// Why a run has nothing to read, or can't tell its inputs apart.
public enum InputError: Error, Hashable, Sendable {
  /// `path` can't be opened, for the system's `reason`.
  case missing(path: String, reason: String)
  /// Nothing fits a pattern.
  case noMatch(pattern: String)
  /// A list of paths can't be read, for a reason.
  case unreadableList(path: String, reason: String)
  /// The folders have no file that the selection lets through.
  case nothing(paths: [String], hidden: Int, excluded: Int)
  /// Inputs would be documents of one name.
  case equalIDs([EqualID])
  /// The run would read what it writes.
  case outputIsInput(path: String)

  /// Two inputs that would be one document.
  public struct EqualID: Hashable, Sendable {
    public let id: String
    public let first: String
    public let second: String

    fileprivate var words: String { "'\(first)' and '\(second)' would both be the document '\(id)'" }
  }
}

extension InputError: CustomStringConvertible {
  private static let mostTold = 20

  public var description: String {
    switch self {
    case .missing(let path, let reason):
      return "no input at '\(path)': \(reason); check the path"
    case .noMatch(let pattern):
      return "no input matches '\(pattern)': check the pattern, in which ** stands for any number of folders"
    case .unreadableList(let path, let reason):
      return "can't read the list of inputs '\(path)': \(reason)"
    case .nothing(let paths, let hidden, let excluded):
      let places = paths.map { "'\($0)'" }.joined(separator: ", ")
      let leftOut = [(hidden, "hidden"), (excluded, "left out by --include, --exclude or as outputs of runs")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      let reason = leftOut.isEmpty ? "there is no file" : "no file is left (\(leftOut))"
      return paths.isEmpty
        ? "no input: name a folder, a file, or '-' for standard input"
        : "no input: \(reason) in \(places)"
    case .equalIDs(let pairs):
      if let twice = pairs.first(where: { $0.first == $0.second }) {
        return "'\(twice.first)' is named twice: name it once"
      }
      let advice = "rename one, or leave it out by --exclude"
      guard pairs.count > 1 else { return pairs.map { "\($0.words): \(advice)" }.joined() }
      let more = pairs.count > Self.mostTold ? ["… and \(pairs.count - Self.mostTold) more"] : []
      let told = pairs.prefix(Self.mostTold).map(\.words) + more
      return "\(pairs.count) pairs of inputs would be one document each: \(advice)\n  \(told.joined(separator: "\n  "))"
    case .outputIsInput(let path):
      return "the output folder is the input folder '\(path)', so results would be read as inputs: name another one"
    }
  }
}
