import Testing

@testable import EntityTagPlugin

@Suite struct FileErrorsTests {
  /// Of a million wrong lines all but the first would be counted from the file's beginning for nothing.
  @Test func onlyErrorsThatAreToldAreLookedInto() {
    var errors = FileErrors(path: "names.tsv")
    var asked = 0
    func line() -> Int {
      asked += 1
      return asked
    }
    for _ in 0..<1000 { errors.append(line: line(), "no label") }
    #expect(asked == 10)
    #expect("\(errors)".hasPrefix("names.tsv:1: no label\nnames.tsv:2: no label\n"))
    #expect("\(errors)".hasSuffix("\n… and 990 more"))
  }
}
