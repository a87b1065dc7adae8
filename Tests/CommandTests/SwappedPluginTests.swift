import JSON
import StageKit
import Testing

/// A stage is swapped by another library in its place, and nothing else is touched.
@Suite struct SwappedPluginTests {
  @Test func newsRunsWithAnotherSummarizer() throws {
    let folder = try temporaryCopy(of: "\(testFolder)/Fixtures")
    defer { _ = try? runShell("rm -rf '\(folder)'") }
    #expect(try runShell("mkdir '\(folder)/plugins' '\(folder)/elsewhere'") == 0)
    let source = "Examples/plugins/lead-summarize/LeadSummarizePlugin.swift"
    try buildPlugin(source, as: "\(folder)/plugins/libSummarizePlugin.so")

    let run = "'\(try programFolder())/galley' run '\(projectFolder)/Pipelines/news.json' --quiet"
    let article = "'\(projectFolder)/Examples/articles/ferry-verdict.txt'"
    func summary(_ output: String, _ flags: String) throws -> JSON? {
      #expect(try runShell("\(run) \(article) -o '\(folder)/\(output)' \(flags)") == 0)
      return try JSON(parsing: Resources(folder: folder).bytes(of: "\(output)/ferry-verdict.json"))["summary"]
    }
    #expect(try summary("own", "")?["by"] == "summarize")
    #expect(try summary("swapped", "--plugins '\(folder)/plugins'")?["by"] == "lead-summarize")

    // Under another file name it takes nobody's place, and two plugins with one stage are an error that names both.
    #expect(try runShell("mv '\(folder)/plugins/libSummarizePlugin.so' '\(folder)/elsewhere/libOther.so'") == 0)
    let clash = "\(run) \(article) -o '\(folder)/clash' --plugins '\(folder)/elsewhere' 2>'\(folder)/errors'"
    #expect(try runShell(clash) == 2)
    let errors = String(decoding: try Resources(folder: folder).bytes(of: "errors"), as: UTF8.self)
    #expect(errors.contains("libOther.so' and '"))
    #expect(errors.contains("libSummarizePlugin.so' both bring a stage 'summarize'"))
  }
}
