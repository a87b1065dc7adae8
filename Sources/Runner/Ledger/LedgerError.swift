/// Why a ledger can't be used.
public enum LedgerError: Error, Hashable, Sendable {
  /// Another run writes into the folder.
  case locked(folder: String, process: Int?)
  /// The file is no ledger, or a damaged one.
  case damaged(path: String, reason: String)
  /// Another version of Galley made it.
  case otherVersion(path: String, version: Int)
  /// There is none in the folder.
  case missing(folder: String)
  /// There is one in the folder, which a run without would make wrong.
  case present(folder: String)
  /// The database refuses, for its own reason.
  case failed(path: String, reason: String)
}

extension LedgerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .locked(let folder, let process):
      "another run\(process.map { " (process \($0))" } ?? "") is writing into '\(folder)': wait for it, or name another "
        + "folder"
    case .damaged(let path, let reason):
      "the ledger '\(path)' can't be read: \(reason); move the folder's .galley away to start over"
    case .otherVersion(let path, let version):
      "the ledger '\(path)' is of version \(version), this Galley's is \(LedgerSchema.version): move the folder's "
        + ".galley away to start over"
    case .missing(let folder):
      "'\(folder)' has no ledger: name a folder that 'galley run … -o' wrote into"
    case .present(let folder):
      "'\(folder)' has a ledger, which would not know of this run's outputs: leave --no-ledger away, or name another folder"
    case .failed(let path, let reason): "the ledger '\(path)': \(reason)"
    }
  }
}
