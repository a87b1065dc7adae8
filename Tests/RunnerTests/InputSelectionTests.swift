import Glibc
import Testing

@testable import Runner

@Suite struct InputSelectionTests {
  private func ids(_ folder: TemporaryFolder, include: [String] = [], exclude: [String] = []) throws -> [String] {
    try InputSelection(paths: [folder.path], include: include, exclude: exclude).list().map(\.id)
  }

  @Test func folderIsListedInTheOrderOfPaths() throws {
    try withTemporaryFolder { folder in
      for name in ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "Z.txt", "2024/plans.txt"] { try folder.write(name) }
      #expect(try ids(folder) == ["2024/plans", "Z", "a", "a/b/c", "a/z", "b"])
    }
  }

  /// What is included, what is excluded, and the ids that are left.
  static let globs: [(include: [String], exclude: [String], expected: [String])] = [
    (["*.txt"], [], ["a", "old/b", "old/deep/c"]),
    (["a.txt"], [], ["a"]),
    (["old/*"], [], ["old/b"]),
    (["./old/*"], [], ["old/b"]),
    (["old/**"], [], ["old/b", "old/deep/c"]),
    (["**/c.txt"], [], ["old/deep/c"]),
    (["**/deep/*.txt"], [], ["old/deep/c"]),
    (["[a-b].txt"], [], ["a", "old/b"]),
    ([], ["old"], ["a"]),
    ([], ["deep"], ["a", "old/b"]),
    ([], ["old/*.txt"], ["a", "old/deep/c"]),
    (["*.txt"], ["?.txt"], []),
  ]

  @Test(arguments: globs)
  func globsChoose(include: [String], exclude: [String], expected: [String]) throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "old/b.txt", "old/deep/c.txt"] { try folder.write(name) }
      guard !expected.isEmpty else {
        #expect(throws: InputError.nothing(paths: [folder.path], hidden: 0, excluded: 3)) {
          try ids(folder, include: include, exclude: exclude)
        }
        return
      }
      #expect(try ids(folder, include: include, exclude: exclude) == expected)
    }
  }

  @Test func hiddenFilesAreLeftOutAndCounted() throws {
    try withTemporaryFolder { folder in
      for name in [".DS_Store", ".git/config", "a.txt"] { try folder.write(name) }
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list.map(\.id) == ["a"])
      #expect(list.hiddenCount == 2)
    }
  }

  @Test func folderNamedLikeAFileIsWalked() throws {
    try withTemporaryFolder { folder in
      try folder.write("x.txt/y.txt")
      #expect(try ids(folder) == ["x.txt/y"])
    }
  }

  @Test func symbolicLinksAreFollowedButNotInCircles() throws {
    try withTemporaryFolder { folder in
      try folder.write("a/b/text.txt")
      symlink("../..", "\(folder.path)/a/b/up")
      symlink("b", "\(folder.path)/a/c")
      symlink("nowhere", "\(folder.path)/lost.txt")
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list.map(\.id) == ["a/b/text", "a/b/up", "a/c/text", "a/c/up", "lost"])
      #expect(list[1].skipReason == "it is a symbolic link to a folder that contains it")
    }
  }

  @Test func pipesInFoldersAreSkipped() throws {
    try withTemporaryFolder { folder in
      mkfifo("\(folder.path)/pipe.txt", 0o666)
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list[0].skipReason == "it is a socket, a pipe or a device")
    }
  }

  static let names: [(name: String, reason: String?)] = [
    ("a.txt", nil), ("a.TEXT", nil),
    ("a.html", nil), ("a.xhtml", nil), ("a.md", nil),
    ("a.rtf", "application/rtf is not read by this version, only plain text, HTML and Markdown"),
    ("a.xyz", nil), ("README", nil),
  ]

  @Test(arguments: names)
  func mediaTypesAreTold(name: String, reason: String?) throws {
    try withTemporaryFolder { folder in
      try folder.write(name)
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list[0].skipReason == reason)
    }
  }

  @Test func namedFilesAreReadWhateverTheirNames() throws {
    try withTemporaryFolder { folder in
      for name in ["a.xyz", "README", ".hidden", "b.txt"] { try folder.write(name) }
      let paths = ["b.txt", "a.xyz", "README", ".hidden"].map { "\(folder.path)/\($0)" }
      let list = try InputSelection(paths: paths + ["-"], exclude: ["*"]).list()
      #expect(list.map(\.id) == ["b", "a.xyz", "README", ".hidden", "stdin"])
      #expect(list.map(\.mediaType) == Array(repeating: "text/plain", count: 5))
      #expect(list.map(\.uri) == paths + ["-"])
    }
  }

  @Test func nameThatIsNotUTF8IsOpened() throws {
    try withTemporaryFolder { folder in
      let path = Array(folder.path.utf8).map(CChar.init(bitPattern:)) + [0x2F, -1] + Array(".txt".utf8CString)
      let descriptor = open(path, O_CREAT | O_WRONLY, 0o666)
      try #require(descriptor >= 0)
      close(descriptor)
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list.map(\.id) == ["%FF"])
      #expect(try list[0].bytes(limit: 10) == [])
    }
  }

  @Test func missingPathIsNamed() throws {
    let error = #expect(throws: InputError.self) { try InputSelection(paths: ["/no/such"]).list() }
    #expect(error?.description == "no input at '/no/such': No such file or directory; check the path")
  }

  @Test func emptyFolderIsNoInput() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: InputError.self) { try InputSelection(paths: [folder.path]).list() }
      #expect(error?.description == "no input: there is no file in '\(folder.path)'")
    }
  }

  @Test func equalIDsAreRefused() throws {
    try withTemporaryFolder { folder in
      for name in ["a.TXT", "a.b.txt", "a.txt", "a.pdf"] { try folder.write(name) }
      let error = #expect(throws: InputError.self) { try ids(folder) }
      let (one, other) = ("\(folder.path)/a.TXT", "\(folder.path)/a.txt")
      #expect(
        error?.description
          == "'\(one)' and '\(other)' would both be the document 'a': rename one, or leave it out by --exclude")
      #expect(throws: InputError.equalIDs([InputError.EqualID(id: "a", first: other, second: other)])) {
        try InputSelection(paths: [other, other]).list()
      }
    }
  }

  @Test func allEqualIDsAreToldAtOnce() throws {
    try withTemporaryFolder { folder in
      for number in 1...22 { for format in ["html", "txt"] { try folder.write("\(number + 10).\(format)") } }
      let error = #expect(throws: InputError.self) { try ids(folder) }
      let lines = error?.description.split(separator: "\n") ?? []
      #expect(lines.first == "22 pairs of inputs would be one document each: rename one, or leave it out by --exclude")
      #expect(lines.count == 22)
      let first = "'\(folder.path)/11.html' and '\(folder.path)/11.txt'"
      #expect(lines.dropFirst().first == "  \(first) would both be the document '11'")
      #expect(lines.last == "  … and 2 more")
    }
  }

  /// A folder that a run has written into is no input of another; named itself, it is.
  @Test func outputsOfOtherRunsAreLeftOut() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "out/b.txt", "out/.galley/ledger.db"] { try folder.write(name) }
      let list = try InputSelection(paths: [folder.path]).list()
      #expect(list.map(\.id) == ["a"] && list.excludedCount == 1)
      #expect(try InputSelection(paths: ["\(folder.path)/out"]).list().map(\.id) == ["b"])
    }
  }

  @Test func namesThatOnlyLookEqualAreTwo() throws {
    try withTemporaryFolder { folder in
      for name in ["caf\u{E9}.txt", "cafe\u{301}.txt"] { try folder.write(name) }
      #expect(try ids(folder).count == 2)
    }
  }

  @Test func outputFolderIsNotRead() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "out/b.txt"] { try folder.write(name) }
      let selection = InputSelection(paths: [folder.path])
      #expect(try selection.list(output: "\(folder.path)/out").map(\.id) == ["a"])
      #expect(throws: InputError.outputIsInput(path: folder.path)) { try selection.list(output: "\(folder.path)/.") }
    }
  }

  // MARK: - Patterns and lists

  /// A pattern and the ids of what it fits.
  static let patterns: [(pattern: String, expected: [String])] = [
    ("news/*.txt", ["a"]), ("news/**/*.txt", ["2026/b", "2026/old/c", "a"]),
    ("news/20*/?.txt", ["b"].map { "2026/\($0)" }),
    ("news/20*", ["2026/b", "2026/old/c"]), ("n*/a.txt", ["news/a"]), ("**/c.*", ["news/2026/old/c"]),
    ("news/2026/[a-b].txt", ["b"]), ("news/*/old/*", ["2026/old/c"]), ("*/[x]", ["other/[x]"]),
  ]

  @Test(arguments: patterns)
  func patternsChooseFiles(pattern: String, expected: [String]) throws {
    try withTemporaryFolder { folder in
      for name in ["news/a.txt", "news/2026/b.txt", "news/2026/old/c.txt", "other/.hidden.txt", "other/d.md"] {
        try folder.write(name)
      }
      if pattern == "*/[x]" {
        // What is there by this very name is no pattern.
        try folder.write("other/[x]")
        let list = try InputSelection(paths: ["\(folder.path)/other/[x]"]).list()
        #expect(list.map(\.id) == ["[x]"])
        return
      }
      let list = try InputSelection(paths: ["\(folder.path)/\(pattern)"]).list()
      #expect(list.map(\.id) == expected)
    }
  }

  @Test func patternThatFitsNothingIsNamed() throws {
    try withTemporaryFolder { folder in
      try folder.write("a.txt")
      // A folder that the pattern does not lead into is not opened, so that it can't be in the way.
      mkdir("\(folder.path)/closed", 0)
      let pattern = "\(folder.path)/b*.txt"
      #expect(throws: InputError.noMatch(pattern: pattern)) { try InputSelection(paths: [pattern]).list() }
    }
  }

  @Test func listsNameFilesAndFolders() throws {
    try withTemporaryFolder { folder in
      for name in ["x/a.txt", "y/a.txt", "z/deep/b.txt", "odd\nname.txt"] { try folder.write(name) }
      let names = ["x/a.txt", "y/../y/a.txt", "z", "gone.txt"].map { "\(folder.path)/\($0)" }
      let root = folder.path.utf8.drop { $0 == UInt8(ascii: "/") }
      let prefix = String(decoding: root, as: UTF8.self)
      try folder.write("lines", names.joined(separator: "\r\n") + "\n\n")
      let lines = try PathList(at: "\(folder.path)/lines", isNullSeparated: false)
      let list = try InputSelection(paths: [], listed: [lines]).list()
      #expect(list.map(\.id) == ["\(prefix)/x/a", "\(prefix)/y/y/a", "deep/b", "\(prefix)/gone"])
      #expect(
        list.map(\.uri) == ["x/a.txt", "y/../y/a.txt", "z/deep/b.txt", "gone.txt"].map { "\(folder.path)/\($0)" })
      #expect(throws: ReadError.missing) { try list[3].bytes(limit: 10) }
      try folder.write("nulls", "\(folder.path)/odd\nname.txt\0")
      let nulls = try PathList(at: "\(folder.path)/nulls", isNullSeparated: true)
      #expect(try InputSelection(paths: [], listed: [nulls]).list().map(\.id) == ["\(prefix)/odd\nname"])
      #expect(throws: InputError.nothing(paths: ["\(folder.path)/empty"], hidden: 0, excluded: 0)) {
        try folder.write("empty", "\n")
        let empty = try PathList(at: "\(folder.path)/empty", isNullSeparated: false)
        return try InputSelection(paths: [], listed: [empty]).list()
      }
    }
  }
}
