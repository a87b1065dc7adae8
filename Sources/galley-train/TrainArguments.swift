internal import EntityTagPlugin
internal import StageKit

/// What the command line of galley-train asks for.
struct TrainArguments {
  private(set) var training = TaggerTraining()
  private(set) var clusterTexts: [String] = []
  private(set) var output = ""

  /// - Returns: `nil` where help is asked for.
  /// - Throws: `UsageError`, and what reading a file throws.
  init?(_ arguments: [String]) throws {
    guard !arguments.isEmpty, !arguments.contains("--help"), !arguments.contains("-h") else { return nil }
    var index = 0
    while index < arguments.count {
      let option = arguments[index]
      index += 1
      if option == "--learn-from-dev" {
        training.learnsFromDevelopment = true
        continue
      }
      guard Self.options.contains(option) else { throw UsageError.unknown(option) }
      guard index < arguments.count else { throw UsageError("\(option) wants a value; see galley-train --help") }
      try take(option, arguments[index])
      index += 1
    }
    guard !output.isEmpty else { throw UsageError("-o FILE is missing: where the model goes") }
    guard !clusterTexts.isEmpty || !training.training.isEmpty else {
      throw UsageError("--train FILE is missing: what to learn from")
    }
  }

  static let options = [
    "--train", "--dev", "--cluster-text", "--clusters", "--note", "--epochs", "--seed", "--rate", "--decay",
    "--dropout", "--boldness", "--order", "--least-forms", "--least-contexts", "--recasing", "--labels", "-o",
  ]

  private mutating func take(_ option: String, _ value: String) throws {
    switch option {
    case "--train": training.training.append(try Self.corpus(value))
    case "--dev": training.development.append(try Self.corpus(value))
    case "--cluster-text": clusterTexts.append(value)
    case "--clusters": training.clusters = try File.content(of: value)
    case "--note": training.note = try File.content(of: value)
    case "--epochs": training.epochs = try Self.number(value, in: 1...1000, for: option)
    case "--seed": training.seed = try Self.number(value, in: 0...UInt64.max, for: option)
    case "--rate": training.rate = try Self.number(value, in: 1e-6...10, for: option)
    case "--decay": training.decay = try Self.number(value, in: 0...1, for: option)
    case "--dropout": training.dropout = try Self.number(value, in: 0...0.95, for: option)
    case "--boldness": training.boldness = try Self.number(value, in: -10...10, for: option)
    case "--order": training.order = try Self.number(value, in: 0...100, for: option)
    case "--least-forms": training.leastForms = try Self.number(value, in: 1...1_000_000, for: option)
    case "--least-contexts": training.leastContexts = try Self.number(value, in: 1...1_000_000, for: option)
    case "--recasing": training.recasing = try Self.number(value, in: 0...1_000_000, for: option)
    case "--labels": training.labels = try Self.labels(value)
    default: output = value
    }
  }

  private static func number<Number: LosslessStringConvertible & Comparable>(
    _ value: String, in bounds: ClosedRange<Number>, for option: String
  ) throws -> Number {
    guard let number = Number(value), bounds.contains(number) else {
      throw UsageError("\(option) wants a number from \(bounds.lowerBound) to \(bounds.upperBound), not '\(value)'")
    }
    return number
  }

  /// Labels with commas between them.
  private static func labels(_ value: String) throws -> [String] {
    let labels = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard Set(labels).count == labels.count, labels.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
    else {
      throw UsageError("--labels wants different labels with commas between, such as DRUG,GENE, not '\(value)'")
    }
    return labels
  }

  /// A file, and its weight where one follows a colon.
  private static func corpus(_ value: String) throws -> TaggerTraining.Corpus {
    guard let colon = value.lastIndex(of: ":"), let weight = Double(value[value.index(after: colon)...]) else {
      return TaggerTraining.Corpus(path: value, content: try File.content(of: value), weight: 1)
    }
    guard weight > 0, weight <= 1000 else {
      throw UsageError("'\(value)': a file's weight is more than 0 and at most 1000")
    }
    let path = String(value[..<colon])
    return TaggerTraining.Corpus(path: path, content: try File.content(of: path), weight: weight)
  }
}

/// What is wrong with the command.
struct UsageError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }

  static func unknown(_ option: String) -> UsageError {
    guard let near = option.nearest(in: TrainArguments.options + ["--learn-from-dev", "--help"]) else {
      return UsageError("unknown option '\(option)'; see galley-train --help")
    }
    return UsageError("unknown option '\(option)'; did you mean '\(near)'?")
  }
}
