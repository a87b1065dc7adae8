package import JSON

/// Where a value of a pipeline was written.
package enum Origin: Sendable {
  case file(SourceText, JSONPointer)
  /// An argument of the command line, such as `--set stages.summarize.sentences=5`.
  case argument(String)

  /// The origin of something inside the value.
  package func appending(_ pointer: JSONPointer) -> Origin {
    switch self {
    case .file(let source, let outer): .file(source, outer.appending(pointer))
    case .argument: self
    }
  }

  package func appending(_ key: String) -> Origin { appending(JSONPointer([.key(key)])) }

  package func appending(_ index: Int) -> Origin { appending(JSONPointer([.index(index)])) }

  /// The folder that a relative path written here starts from.
  package var folder: String {
    switch self {
    case .file(let source, _): source.folder
    case .argument: "."
    }
  }

  /// The way to it within its file: `stages[2].with`; the whole argument on a command line.
  package var path: String {
    switch self {
    case .file(_, let pointer): pointer.path
    case .argument(let argument): argument
    }
  }
}

/// A value with the place where it was written.
package struct Sourced<Value: Sendable>: Sendable {
  package var value: Value
  package var origin: Origin

  package init(value: Value, origin: Origin) {
    self.value = value
    self.origin = origin
  }
}
