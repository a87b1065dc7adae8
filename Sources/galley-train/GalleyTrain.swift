internal import EntityTagPlugin
internal import Glibc

/// Makes the model of the entity tagger from annotated texts.
@main
struct GalleyTrain {
  static func main() {
    do {
      guard let arguments = try TrainArguments(Array(CommandLine.arguments.dropFirst())) else {
        print(TrainArguments.help)
        return
      }
      try run(arguments)
    } catch {
      tell("galley-train: \(error)")
      exit(2)
    }
  }

  private static func run(_ arguments: TrainArguments) throws {
    guard arguments.clusterTexts.isEmpty else {
      let clusters = TaggerTraining.clusters(of: try arguments.clusterTexts.map(File.content))
      return try File.save(Array(clusters.utf8), to: arguments.output)
    }
    let model = try arguments.training.model(report: tell)
    try File.save(model, to: arguments.output)
    print("\(arguments.output): \(model.count) bytes")
  }

  /// A line of progress or of an error, which is not the result.
  private static func tell(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
