import Glibc
import Runner

/// Measures parts of Galley within one process; `Benchmarks/run` uses it.
@main
struct GalleyBench {
  static let usage = """
    usage: galley-bench stages PIPELINE [FOLDER]   each stage alone over FOLDER's .txt files, or over 2,000 made ones
           galley-bench corpus COUNT FOLDER        write COUNT made articles into FOLDER
           galley-bench json-lines                 documents as JSON lines from standard input to standard output

    """

  static func main() {
    do {
      try run()
    } catch {
      complain("galley-bench: \(error)\n")
    }
  }

  private static func run() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("stages", 2...3): try measureStages(arguments[1], folder: arguments.count == 3 ? arguments[2] : nil)
    case ("corpus", 3): try writeCorpus(count: Int(arguments[1]) ?? 0, folder: arguments[2])
    case ("json-lines", 1): try JSONLines.run()
    default: complain(usage)
    }
  }

  private static func complain(_ text: String) -> Never {
    write(STDERR_FILENO, text, text.utf8.count)
    exit(2)
  }

  private static func measureStages(_ path: String, folder: String?) throws {
    let registry = try PluginHost(named: [], searchPath: nil).load()
    let pipeline = try PipelineLoader(registry: registry).load(path)
    let texts = try folder.map { try Corpus.texts(in: $0) } ?? (0..<2000).map { SyntheticArticles.article($0) }
    try StageSpeed(texts: texts).measure(pipeline, rounds: 5)
  }

  private static func writeCorpus(count: Int, folder: String) throws {
    for index in 0..<count { try Corpus.write(SyntheticArticles.article(index), number: index, to: folder) }
  }
}
