import Glibc
import StageKit
import Testing

/// Runs of the program that no transcript can show: many documents, several threads, signals.
@Suite struct RunTests {
  @Test func theNumberOfJobsChangesNoByte() throws {
    let folder = try temporaryCopy(of: "\(testFolder)/Fixtures")
    defer { _ = system("rm -rf '\(folder)'") }
    try writeArticles(60, to: folder)
    for jobs in [1, 2, 5] {
      #expect(try run("pages.json in -o out-\(jobs) -q --jobs \(jobs)", in: folder) == 0)
    }
    #expect(try runShell("ls '\(folder)/out-1' | wc -l | grep -qx 60") == 0)
    #expect(try runShell("cd '\(folder)' && diff -r -x .galley out-1 out-2 && diff -r -x .galley out-1 out-5") == 0)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)] as [(String, Int32)])
  func aSignalLeavesWholeFilesOnly(signal: String, status: Int32) throws {
    let folder = try temporaryCopy(of: "\(testFolder)/Fixtures")
    defer { _ = system("rm -rf '\(folder)'") }
    try writeArticles(4000, to: folder)
    // Once the first page is there the run is under way, and has thousands to go.
    let session = """
      cd '\(folder)'; '\(try programFolder())/galley' run pages.json in -o out -q 2>err & galley=$!
      while kill -0 $galley && ! ls out | grep -q md; do sleep 0.01; done 2>/dev/null
      kill -\(signal) $galley; wait $galley
      """
    #expect(try runShell(session) == status)
    #expect(try runShell("grep -q 'interrupted; what was delivered is whole' '\(folder)/err'") == 0)
    #expect(try runShell("test -z \"$(ls '\(folder)/out/.galley/drafts')\"") == 0)
    let pages = try names(in: "\(folder)/out")
    #expect(!pages.isEmpty && pages.count < 4000)
    #expect(try run("pages.json in -o whole -q --include 'article-1*'", in: folder) == 0)
    // Inputs go in the order of their names, so what was delivered is the beginning of a whole run.
    for page in pages.prefix(100) where page.hasPrefix("article-1") {
      #expect(try runShell("cmp '\(folder)/out/\(page)' '\(folder)/whole/\(page)'") == 0)
    }
  }

  /// Writes `count` short articles, each with a number of its own, into the folder `in`.
  private func writeArticles(_ count: Int, to folder: String) throws {
    mkdir("\(folder)/in", 0o755)
    for number in 1...count {
      let path = "\(folder)/in/article-\(number).txt"
      guard let file = fopen(path, "w") else { throw ShellFailure(reason: "can't write \(path)") }
      defer { fclose(file) }
      fputs("Harbour \(number) opens\n\nPORTO, May 5 - Quay \(number) was opened by Ana Sousa on Monday.\n", file)
    }
  }

  private func run(_ arguments: String, in folder: String) throws -> Int32 {
    try runShell("cd '\(folder)' && '\(try programFolder())/galley' run \(arguments)")
  }
}
