import CleanPlugin
import DocumentModel
import EntityTagPlugin
import ExportPlugin
import Glibc
import LanguagePlugin
import QuotationsPlugin
import Runner
import SectionSplitPlugin
import StageKit
import StageTesting
import SummarizePlugin
import Testing

let projectFolder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  .joined(separator: "/")

let registry = StageRegistry([
  CleanStage.self, LanguageStage.self, SectionSplitStage.self, EntityTagStage.self, QuotationsStage.self,
  SummarizeStage.self, ExportStage.self,
])

/// Every file of `Pipelines/` from end to end, on articles of `Examples/articles`.
@Suite struct PipelineTests {
  /// The outputs of each pipeline, one after the other, as a person reads them.
  @Test(arguments: [
    "clean-text", "digest-markdown", "entities-csv", "news", "search-database", "search-index", "sentences",
  ])
  func rendersWhatItDid(pipeline: String) throws {
    let articles = ["brief-cable", "test-ban-talks"].map { "Examples/articles/\($0).txt" }
    let outputs = try outputs(of: "Pipelines/\(pipeline).json", on: articles)
    let drawn = outputs.map { "=== \($0.name)\n\($0.text)" }.joined(separator: "\n")
    expectGolden(drawn, at: "Goldens/\(pipeline).txt")
  }

  @Test func everyPipelineHasAGolden() throws {
    let pipelines = try names(in: "\(projectFolder)/Pipelines").filter {
      $0.hasSuffix(".json") && !$0.hasSuffix(".test.json")
    }
    let goldens = try names(in: "\(projectFolder)/Tests/PipelineTests/Goldens")
      .filter { !$0.hasSuffix("-queries.txt") }
    #expect(pipelines.map { $0.replacing(".json", with: ".txt") } == goldens)
  }

  /// Every example article goes through the whole house, contracts checked, whatever shape it has.
  @Test func newsTakesEveryExample() throws {
    let inputs = try InputSelection(paths: ["\(projectFolder)/Examples/articles"], exclude: ["*.md"]).list()
    let pipeline = try PipelineLoader(registry: registry).load("\(projectFolder)/Pipelines/news.json")
    var settings = RunSettings()
    settings.checksContracts = true
    var names: [String] = []
    let delivery = ClosureDelivery { delivered, _ in names += delivered.outputs.map(\.artifact.name) }
    let report = try Run(pipeline, on: inputs, settings: settings).start(into: delivery)
    #expect(report.exitStatus == 0, "\(report.failures)")
    #expect(report.counts.delivered == 13)
    #expect(names.count == 26)
  }

  /// What `pipeline` makes of `articles`, in order; outputs that share a file once, with their header.
  private func outputs(of pipeline: String, on articles: [String]) throws -> [(name: String, text: String)] {
    let pipeline = try PipelineLoader(registry: registry).load("\(projectFolder)/\(pipeline)")
    let inputs = try InputSelection(paths: articles.map { "\(projectFolder)/\($0)" }).list()
    var outputs: [(name: String, text: String)] = []
    let delivery = ClosureDelivery { delivered, _ in
      for artifact in delivered.outputs.map(\.artifact) {
        let text = String(decoding: artifact.bytes, as: UTF8.self).replacing("\(projectFolder)/", with: "")
        if let index = outputs.firstIndex(where: { $0.name == artifact.name }) {
          outputs[index].text += text
        } else if case .appended(let header) = artifact.placement {
          outputs.append((artifact.name, String(decoding: header, as: UTF8.self) + text))
        } else {
          outputs.append((artifact.name, text))
        }
      }
    }
    let report = try Run(pipeline, on: inputs).start(into: delivery)
    #expect(report.exitStatus == 0, "\(report.failures)")
    return outputs
  }

  private func names(in folder: String) throws -> [String] {
    let directory = try #require(opendir(folder))
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
