/// Why outputs could not be delivered.
public enum DeliveryError: Error, Hashable, Sendable {
  /// The name leads out of the output folder, or is none.
  case badName(String)
  /// Another input's output has the name.
  case nameTaken(String, by: String)
  /// Another input's document has the id.
  case idTaken(String, by: String)
  /// Two renderers append to one file, each with a header of its own.
  case differentHeaders(String)
  /// The output can't be put at its name, for the system's reason; others can.
  case unplaceable(String, reason: String)
  /// The document's rows can't be in the database; others can.
  case badRows(String, reason: String)
  /// Nothing can be written any more, for the system's reason.
  case unwritable(String, reason: String)
  /// A stream takes nothing more, for the system's reason; what it took may end in the middle of an output.
  case brokenStream(String, reason: String)
  /// Whoever read the output has gone.
  case readerGone
  /// No thread could be started.
  case noThreads

  /// Whether it is of no use to go on with the next document.
  var endsRun: Bool {
    switch self {
    case .unwritable, .brokenStream, .readerGone, .noThreads: true
    case .badName, .nameTaken, .idTaken, .differentHeaders, .unplaceable, .badRows: false
    }
  }
}

extension DeliveryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badName(let name):
      "the output name '\(name)' is none inside the output folder: it must be relative, without '..' and '.galley'"
    case .nameTaken(let name, let owner):
      "the output '\(name)' is that of '\(owner)' already: put {id} into the name"
    case .idTaken(let id, let owner):
      "the document's id '\(id)' is that of '\(owner)' already: give each input an id of its own"
    case .differentHeaders(let name):
      "two export stages append to '\(name)' with different columns: give each a name of its own"
    case .unplaceable(let name, let reason):
      "can't write the output '\(name)': \(reason); check what stands in its place in the output folder"
    case .badRows(let name, let reason):
      "the document's rows can't be put into '\(name)': \(reason)"
    case .unwritable(let path, let reason):
      "could not write '\(path)': \(reason); nothing incomplete was left there, so mend that and run again"
    case .brokenStream(let name, let reason):
      "could not write to \(name): \(reason); what it took so far may end in the middle of an output"
    case .readerGone: "the reader of the output has gone"
    case .noThreads:
      "no worker thread could be started: raise the limit of processes (ulimit -u) or of memory"
    }
  }
}
