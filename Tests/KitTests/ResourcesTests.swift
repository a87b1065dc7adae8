import StageKit
import Testing

@Suite struct ResourcesTests {
  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")

  @Test func readsRelativeToItsFolder() throws {
    let bytes = try Resources(folder: Self.folder).bytes(of: "ResourcesTests.swift")
    #expect(bytes.starts(with: "import StageKit\n".utf8))
    #expect(try Resources(folder: "/none").bytes(of: "\(Self.folder)/ResourcesTests.swift") == bytes)
  }

  @Test(arguments: [("none.txt", "No such file or directory"), ("Goldens", "Is a directory")])
  func saysWhyNot(path: String, reason: String) {
    let expected = ResourceError(path: "\(Self.folder)/\(path)", reason: reason)
    #expect(throws: expected) { try Resources(folder: Self.folder).bytes(of: path) }
    #expect(expected.description == "can't read '\(Self.folder)/\(path)': \(reason)")
  }
}
