import DocumentModel
import Glibc
import StageKit
import StageTesting
import Testing

@testable import Runner

/// The questions of `Documentation/databases.md`, asked of a database of the example articles.
@Suite struct DatabaseTests {
  @Test func answersTheQuestionsOfItsPage() throws {
    var template = Array("/tmp/galley-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let file = "\(folder)/articles.sqlite"
    defer { for path in [file, folder] { remove(path) } }
    try deliverExamples(into: folder)

    let database = try SQLiteDatabase(file, .readOnly)
    var drawn = ""
    for query in try queries().filter({ !$0.contains("tsquery") }) {
      drawn += "\(query)\n"
      let statement = try database.prepare(query)
      while try statement.step() {
        let cells = (0..<statement.columnCount).map { statement.isNull($0) ? "-" : statement.text($0) }
        drawn += "  \(cells.joined(separator: " | ").replacing("\n", with: "⏎"))\n"
      }
      drawn += "\n"
    }
    expectGolden(drawn, at: "Goldens/search-database-queries.txt")
  }

  private func deliverExamples(into folder: String) throws {
    let pipeline = try PipelineLoader(registry: registry).load("\(projectFolder)/Pipelines/search-database.json")
    let inputs = try InputSelection(paths: ["\(projectFolder)/Examples/articles"], exclude: ["*.md"]).list()
    var store: (any RowStore)?
    let delivery = ClosureDelivery { delivered, input throws(DeliveryError) in
      for artifact in delivered.outputs.map(\.artifact) {
        guard case .rows(let database) = artifact.placement else { continue }
        if store == nil { store = try makeRowStore(name: artifact.name, database: database, in: folder) }
        try store?.replace(input.bareDocument.id, with: artifact.bytes)
      }
    }
    let report = try Run(pipeline, on: inputs).start(into: delivery)
    #expect(report.exitStatus == 0, "\(report.failures)")
    #expect(report.counts.delivered == 13)
    try store?.commit()
  }

  /// The blocks of SQL in the page, in order.
  private func queries() throws -> [String] {
    let descriptor = open("\(projectFolder)/Documentation/databases.md", O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var page = [UInt8](repeating: 0, count: 1 << 20)
    page.removeSubrange(max(0, read(descriptor, &page, page.count))...)
    let blocks = String(decoding: page, as: UTF8.self).split(separator: "```", omittingEmptySubsequences: false)
    return blocks.filter { $0.hasPrefix("sql\n") }.map { String($0.dropFirst(4).dropLast()) }
  }
}
