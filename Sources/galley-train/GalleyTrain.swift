internal import EntityTagPlugin
internal import Glibc

/// Makes the model of the entity tagger from annotated texts.
@main
struct GalleyTrain {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let message = Array("galley-train: \(error)\n".utf8)
      _ = write(STDERR_FILENO, message, message.count)
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var training = TaggerTraining()
    var output: String?
    var clusterTexts: [String] = []
    var index = 0
    while index < arguments.count {
      let option = arguments[index]
      if option == "--learn-from-dev" {
        training.learnsFromDevelopment = true
        index += 1
        continue
      }
      guard index + 1 < arguments.count else { throw UsageError("\(option) wants a value") }
      let value = arguments[index + 1]
      switch option {
      case "--train": training.training.append(try corpus(value))
      case "--dev": training.development.append(try corpus(value))
      case "--cluster-text": clusterTexts.append(try content(of: value))
      case "--clusters": training.clusters = try content(of: value)
      case "--note": training.note = try content(of: value)
      case "--epochs": training.epochs = Int(value) ?? training.epochs
      case "--seed": training.seed = UInt64(value) ?? training.seed
      case "--rate": training.rate = Double(value) ?? training.rate
      case "--decay": training.decay = Double(value) ?? training.decay
      case "--dropout": training.dropout = Double(value) ?? training.dropout
      case "--boldness": training.boldness = Double(value) ?? training.boldness
      case "--least-forms": training.leastForms = Int(value) ?? training.leastForms
      case "--least-contexts": training.leastContexts = Int(value) ?? training.leastContexts
      case "--recasing": training.recasing = Int(value) ?? training.recasing
      case "-o": output = value
      default: throw UsageError("unknown option '\(option)'")
      }
      index += 2
    }
    guard let output else { throw UsageError("-o FILE is missing: where the model goes") }
    guard clusterTexts.isEmpty else {
      let clusters = TaggerTraining.clusters(of: clusterTexts)
      return try save(Array(clusters.utf8), to: output)
    }
    let model = try training.model {
      print($0)
      fflush(nil)
    }
    try save(model, to: output)
    print("\(output): \(model.count) bytes")
  }

  /// A file, and its weight where one follows a colon.
  private static func corpus(_ value: String) throws -> TaggerTraining.Corpus {
    let parts = value.split(separator: ":")
    guard parts.count == 2, let weight = Double(parts[1]) else {
      return TaggerTraining.Corpus(path: value, content: try content(of: value), weight: 1)
    }
    return TaggerTraining.Corpus(path: String(parts[0]), content: try content(of: String(parts[0])), weight: weight)
  }

  private static func content(of path: String) throws -> String {
    guard let file = fopen(path, "r") else {
      throw UsageError("can't read '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func save(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw UsageError("can't write '\(path)': \(String(cString: strerror(errno)))")
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw UsageError("can't write all of '\(path)'") }
  }
}

/// What is wrong with the command.
struct UsageError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
