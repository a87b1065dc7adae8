import DocumentModel
import Glibc
import JSON
import StageTesting
import Testing

@testable import Runner

private let untold =
  "neither its name nor its first bytes tell a kind of content that is read: name the file itself to read it as text"

/// Archives, compressed files and web archives, read without unpacking them.
@Suite struct ArchiveInputTests {
  static let members = [
    Member("2026/bridge.txt", "A bridge."), Member("caf\u{E9}/\u{FC}.txt", "Far."), Member("page.html", "<p>"),
    Member("lines.jsonl", "{\"text\": \"One.\"}\n{\"id\": \"own\", \"text\": \"Two.\"}\n"),
    Member("table.csv", "text\nRow.\n"), Member("one.json", "{\"text\": \"J.\"}"), Member(".hidden/x.txt"),
    Member("README"), Member("inner.zip"), Member("inner.txt.gz"), Member("last.txt", "Last."),
  ]

  static let found = [
    "a/2026/bridge · a.X!/2026/bridge.txt · A bridge.",
    "a/caf\u{E9}/\u{FC} · a.X!/caf\u{E9}/\u{FC}.txt · Far.",
    "a/page · a.X!/page.html · <p>",
    "a/lines/1 · a.X!/lines.jsonl#1 · One.",
    "own · a.X!/lines.jsonl#2 · Two.",
    "a/table/2 · a.X!/table.csv#2 · Row.",
    "a/one · a.X!/one.json · J.",
    "a.X!/.hidden/x.txt · skipped: its name begins with a dot",
    "a.X!/README · skipped: \(untold)",
    "a.X!/inner.zip · skipped: it is an archive or compressed file inside an archive: unpack the outer one",
    "a.X!/inner.txt.gz · skipped: it is an archive or compressed file inside an archive: unpack the outer one",
    "a/last · a.X!/last.txt · Last.",
  ]

  @Test(arguments: [Packing.tar, .gzippedTar, .bzippedTar, .xzTar, .zstdTar, .shortTar, .zip])
  func membersAreDocuments(packing: Packing) throws {
    try withTemporaryFolder { folder in
      let name = "a.\(packing.rawValue)"
      try writeArchive("\(folder.path)/\(name)", packing, Self.members)
      let expected = Self.found.map { $0.replacing("a.X", with: name) }
      #expect(try folder.feed(name) == expected)
      #expect(try folder.feed("") == expected)
    }
  }

  @Test func membersOfOneNameAreToldApart() throws {
    try withTemporaryFolder { folder in
      let members = [
        Member("x.txt", "1"), Member("x.txt", "2"), Member("x (2).txt", "3"), Member("x.txt", "4"),
        Member("l.jsonl", "{\"text\": \"5\"}"), Member("l.jsonl", "{\"text\": \"6\"}"),
      ]
      try writeArchive("\(folder.path)/a.tar", .tar, members)
      #expect(
        try folder.feed("a.tar") == [
          "a/x · a.tar!/x.txt · 1", "a/x (2) · a.tar!/x.txt (2) · 2", "a/x (2) · a.tar!/x (2).txt · 3",
          "a/x (3) · a.tar!/x.txt (3) · 4", "a/l/1 · a.tar!/l.jsonl#1 · 5", "a/l (2)/1 · a.tar!/l.jsonl (2)#1 · 6",
        ])
    }
  }

  /// Names that are not in UTF-8: those of zip files are in code page 437, of others the bytes are told.
  @Test(arguments: [(Packing.tar, ["M%81ller", "M%94ller"]), (.zip, ["M\u{FC}ller", "M\u{F6}ller"])])
  func namesInOtherCharsetsAreToldApart(packing: Packing, expected: [String]) throws {
    try withTemporaryFolder { folder in
      let name = "a.\(packing.rawValue)"
      try writeArchive("\(folder.path)/\(name)", packing, [Member("M~ller.txt", "1"), Member("M^ller.txt", "2")])
      var bytes = try #require(folder.bytes(name))
      for index in bytes.indices.dropFirst() where bytes[index - 1] == UInt8(ascii: "M") {
        guard let byte: UInt8 = [UInt8(ascii: "~"): 0x81, UInt8(ascii: "^"): 0x94][bytes[index]] else { continue }
        bytes[index] = byte
        if packing == .tar { bytes.writeTarChecksum(ofHeaderAt: index - 1) }
      }
      try folder.write(name, bytes)
      #expect(
        try folder.feed(name) == zip(expected, 1...).map { "a/\($0) · \(name)!/\($0).txt · \($1)" })
    }
  }

  /// As `tar -C FOLDER .` and `tar -P ../FOLDER` name members.
  @Test(arguments: [Packing.tar, .zip])
  func pathsOfMembersAreBelowTheFolder(packing: Packing) throws {
    try withTemporaryFolder { folder in
      let name = "a.\(packing.rawValue)"
      let paths = ["./2026/x.txt", "../y.txt", "/data//z.txt", "y.txt", "./.hidden/x.txt"]
      try writeArchive("\(folder.path)/\(name)", packing, paths.map { Member($0, "A.") })
      #expect(
        try folder.feed(name, include: ["2026/**", "?.txt"]) == [
          "a/2026/x · \(name)!/2026/x.txt · A.", "a/y · \(name)!/y.txt · A.", "a/data/z · \(name)!/data/z.txt · A.",
          "a/y (2) · \(name)!/y.txt (2) · A.", "\(name)!/.hidden/x.txt · skipped: its name begins with a dot",
        ])
    }
  }

  @Test func backupsBehindWhatTheyAreOfAreLeftOut() throws {
    try withTemporaryFolder { folder in
      let names = [
        "b.html~", "x/a.html", "x/a.html~", "x/#a.html#", "x/a.html.bak", "x/a.html.1", "v1", "v1.2", "b.html",
      ]
      try writeArchive("\(folder.path)/a.tar", .tar, names.map { Member($0, "<!DOCTYPE html><p>A page.") })
      let found = try folder.feed("a.tar").filter { $0.contains("skipped") }
      let reason = "skipped: it is a backup of 'x/a.html' before it: unpack it to read it"
      #expect(found == names[2...5].map { "a.tar!/\($0) · \(reason)" })
    }
  }

  @Test func linksAndFoldersOfArchivesHoldNothing() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.tar", .tar, [Member(link: "l.txt"), Member("x.txt", "X.")])
      #expect(
        try folder.feed("a.tar") == [
          "a.tar!/l.txt · skipped: it is a link or a device in an archive", "a/x · a.tar!/x.txt · X.",
        ])
    }
  }

  @Test func globsChooseMembers() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.tar", .tar, [Member("x/1.txt", "1"), Member("y/2.txt"), Member("x/3.txt")])
      #expect(
        try folder.feed("a.tar", include: ["x/*"], exclude: ["3.*"]) == [
          "a/x/1 · a.tar!/x/1.txt · 1", "a.tar!/y/2.txt · skipped: --include and --exclude leave it out",
          "a.tar!/x/3.txt · skipped: --include and --exclude leave it out",
        ])
    }
  }

  @Test(arguments: [Packing.gzip, .bzip, .xz, .zstd])
  func compressedFilesAreAsIfTheyWereNot(packing: Packing) throws {
    try withTemporaryFolder { folder in
      let end = packing.rawValue
      try writeArchive("\(folder.path)/in.txt.\(end)", packing, [Member("x", "A text.")])
      try writeArchive("\(folder.path)/lines.jsonl.\(end)", packing, [Member("x", "{\"text\": \"Line.\"}\n")])
      try writeArchive("\(folder.path)/page.html.\(end)", packing, [Member("x", "<p>")])
      try writeArchive("\(folder.path)/page.html.\(end)?id=3", packing, [Member("x", "<p>Q")])
      try writeArchive("\(folder.path)/record.json.\(end)", packing, [Member("x", "{\"text\": \"J.\"}")])
      try writeArchive("\(folder.path)/unknown.\(end)", packing, [Member("x", "U.")])
      #expect(
        try folder.feed("") == [
          "in · in.txt.\(end) · A text.", "lines/1 · lines.jsonl.\(end)#1 · Line.",
          "page · page.html.\(end) · <p>",
          "page.html.\(end)?id=3 · page.html.\(end)?id=3 · <p>Q",
          "record · record.json.\(end) · J.",
          "unknown.\(end) · skipped: \(untold)",
        ])
      #expect(try folder.feed("unknown.\(end)") == ["unknown · unknown.\(end) · U."])
    }
  }

  // MARK: - What is damaged or means harm

  @Test func cutOffArchiveGivesWhatCameBefore() throws {
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 3)
      let noise = (0..<400_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
      let members = [Member("a.txt", "First."), Member("b.txt", bytes: noise), Member("c.txt", "Third.")]
      try writeArchive("\(folder.path)/whole.tar.gz", .gzippedTar, members)
      truncate("\(folder.path)/whole.tar.gz", 200_000)
      let problem = "truncated gzip input; what came before is read, so mend or replace the file"
      #expect(
        try folder.feed("whole.tar.gz") == [
          "whole/a · whole.tar.gz!/a.txt · First.",
          "whole.tar.gz · failed: can't be unpacked any further: \(problem)",
        ])
    }
  }

  @Test func memberOfWrongChecksumFailsAlone() throws {
    try withTemporaryFolder { folder in
      let members = [Member("1.txt", "1"), Member("2.txt", "2"), Member("3.pdf"), Member("4.txt", "4")]
      try writeArchive("\(folder.path)/a.zip", .zip, members)
      var bytes = try #require(folder.bytes("a.zip"))
      // The checksums of the second and third in the directory at the end, and behind their bytes.
      for (mark, place) in [([0x50, 0x4B, 1, 2], 16), ([0x50, 0x4B, 7, 8], 4)] as [([UInt8], Int)] {
        let starts = bytes.indices.filter { bytes[$0...].starts(with: mark) }
        for start in starts.dropFirst().prefix(2) { bytes[start + place] ^= 1 }
      }
      try folder.write("a.zip", bytes)
      let found = try folder.feed("a.zip")
      #expect(found.count == 4)
      #expect(found[1].hasPrefix("a.zip!/2.txt · failed: can't be unpacked: ZIP bad CRC"))
      #expect(found[2].hasPrefix("a.zip!/3.pdf · skipped"))
      #expect(found[0] == "a/1 · a.zip!/1.txt · 1" && found[3] == "a/4 · a.zip!/4.txt · 4")
    }
  }

  @Test func membersBehindADamagedHeadAreRead() throws {
    try withTemporaryFolder { folder in
      try writeArchive(
        "\(folder.path)/a.tar", .tar, [Member("1.txt", "1"), Member("2.txt", "2"), Member("3.txt", "3")])
      var bytes = try #require(folder.bytes("a.tar"))
      // Each member has a block of 512 bytes for its head, and one for its text.
      bytes[1024] ^= 1
      try folder.write("a.tar", bytes)
      #expect(
        try folder.feed("a.tar") == [
          "a/1 · a.tar!/1.txt · 1", "a/3 · a.tar!/3.txt · 3",
          "a.tar · failed: is damaged where a member should begin: those before and after are read, so mend or replace the "
            + "file",
        ])
    }
  }

  /// Lines as gzip, with a damaged byte.
  private func write(_ name: String, damaging place: (Int) -> Int, _ folder: TemporaryFolder) throws {
    let lines = (0..<50).map { "{\"text\": \"\($0) \(String(repeating: "x", count: 40 + $0))\"}\n" }.joined()
    try writeArchive("\(folder.path)/\(name)", .gzip, [Member("x", lines)])
    var bytes = try #require(folder.bytes(name))
    bytes[place(bytes.count)] ^= 0x10
    try folder.write(name, bytes)
  }

  @Test(arguments: [(8, "incorrect data check"), (4, "incorrect length check")])
  func checksumsOfGzipAreChecked(fromEnd: Int, problem: String) throws {
    try withTemporaryFolder { folder in
      try write("a.jsonl.gz", damaging: { $0 - fromEnd }, folder)
      let found = try folder.feed("a.jsonl.gz")
      #expect(found.count == 51)
      #expect(
        found.last == "a.jsonl.gz · failed: can't be unpacked any further: damaged gzip input: \(problem); what came "
          + "before is read, so mend or replace the file")
    }
  }

  /// tar is at its end before gzip is.
  @Test func checksumsOfGzippedArchivesAreChecked() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.tar.gz", .gzippedTar, [Member("x.txt", "X.")])
      var bytes = try #require(folder.bytes("a.tar.gz"))
      bytes[bytes.count - 6] ^= 1
      try folder.write("a.tar.gz", bytes)
      let found = try folder.feed("a.tar.gz")
      #expect(found.first == "a/x · a.tar.gz!/x.txt · X.")
      #expect(found.count == 2)
      #expect(found.last?.contains("damaged gzip input: incorrect data check") == true)
    }
  }

  /// Of a cut file every line that is whole is read.
  @Test func cutOffGzipGivesWhatCameBefore() throws {
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 5)
      let lines = (0..<1000).map { "{\"text\": \"\($0) \(random.next())\"}\n" }.joined()
      try writeArchive("\(folder.path)/a.jsonl.gz", .gzip, [Member("x", lines)])
      try folder.write("a.jsonl.gz", Array(#require(folder.bytes("a.jsonl.gz")).dropLast(9)))
      let found = try folder.feed("a.jsonl.gz")
      #expect(found.count > 990)
      #expect(found.last?.contains("truncated gzip input; what came before is read") == true)
    }
  }

  @Test func membersOfGzipFollowOneAnother() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.jsonl.gz", .gzip, [Member("x", "{\"text\": \"A\"}\n")])
      let member = try #require(folder.bytes("a.jsonl.gz"))
      try folder.write("a.jsonl.gz", member + member + [0, 0])
      #expect(try folder.feed("a.jsonl.gz") == ["a/1 · a.jsonl.gz#1 · A", "a/2 · a.jsonl.gz#2 · A"])
      // A member that is damaged where it begins.
      try folder.write("a.jsonl.gz", member + [0x20] + member.dropFirst() + member)
      #expect(
        try folder.feed("a.jsonl.gz") == [
          "a/1 · a.jsonl.gz#1 · A",
          "a.jsonl.gz · failed: can't be unpacked any further: what follows a member is no gzip; what came before is read, "
            + "so mend or replace the file",
        ])
    }
  }

  /// As gzip(1) has it.
  @Test(arguments: [[0x0A], [0x0D, 0x0A], [0, 0, 0x1F, 0x8C, 0x78], Array("-----BEGIN PGP SIGNATURE-----\n".utf8)])
  func whatFollowsTheEndOfGzipIsPassedOver(rest: [UInt8]) throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.txt.gz", .gzip, [Member("x", "A text.")])
      try writeArchive("\(folder.path)/b.tar.gz", .gzippedTar, [Member("x.txt", "X.")])
      for name in ["a.txt.gz", "b.tar.gz"] { try folder.write(name, #require(folder.bytes(name)) + rest) }
      #expect(try folder.feed("") == ["a · a.txt.gz · A text.", "b/x · b.tar.gz!/x.txt · X."])
    }
  }

  /// As what is served with gzip for its coding is kept by some.
  @Test func gzipInsideGzipIsUndone() throws {
    try withTemporaryFolder { folder in
      for (name, text) in [("a.txt.gz", "A text."), ("b.jsonl.gz", "{\"text\": \"B\"}\n")] {
        try writeArchive("\(folder.path)/\(name)", .gzip, [Member("x", text)])
        try writeArchive("\(folder.path)/\(name)", .gzip, [Member("x", bytes: #require(folder.bytes(name)))])
      }
      #expect(try folder.feed("") == ["a · a.txt.gz · A text.", "b/1 · b.jsonl.gz#1 · B"])
    }
  }

  /// Of a single document nothing came before.
  @Test func damagedDocumentIsTold() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.txt.gz", .gzip, [Member("x", "A text.")])
      try folder.write("a.txt.gz", Array(#require(folder.bytes("a.txt.gz")).dropLast(9)))
      #expect(
        try folder.feed("a.txt.gz") == [
          "a.txt.gz · failed: can't be unpacked: truncated gzip input; mend or replace the file"
        ])
    }
  }

  /// Records whose name says nothing of compression, as those of a pipe.
  @Test(arguments: [Packing.gzip, .bzip, .xz, .zstd])
  func compressionIsToldByTheBytes(packing: Packing) throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/records", packing, [Member("x", "{\"text\": \"A\"}\n")])
      #expect(try folder.feed("records", format: .jsonl) == ["records/1 · records#1 · A"])
    }
  }

  @Test(arguments: ["a.tar", "a.zip", "a.tar.gz", "a.txt.gz", "a.jsonl.zst", "a.txt.xz"])
  func whatIsNoArchiveIsToldOf(name: String) throws {
    try withTemporaryFolder { folder in
      try folder.write(name, "This is no archive, whatever its name says.\n")
      try folder.write("b.txt", "B.")
      let found = try folder.feed("")
      // A text that was never compressed reads as it is, as gzip -f -d and libarchive have it.
      #expect(found.count == 2)
      #expect(found.first?.contains("failed") == true || name == "a.txt.gz" || name == "a.txt.xz")
      #expect(found.last == "b · b.txt · B.")
    }
  }

  @Test func passwordsAreToldOf() throws {
    try withTemporaryFolder { folder in
      try writeArchive("\(folder.path)/a.zip", .zip, [Member("x.txt"), Member("y.txt")], password: "secret")
      #expect(
        try folder.feed("a.zip") == [
          "a.zip · failed: is protected by a password from the member 'x.txt' on: unpack it with the password and name "
            + "the folder"
        ])
    }
  }

  @Test func memberThatIsTooLargeFailsAlone() throws {
    try withTemporaryFolder { folder in
      var settings = RunSettings()
      settings.maximumBytes = 1000
      let long = String(repeating: "x", count: 1001)
      for packing in [Packing.gzippedTar, .zip] {
        let name = "a.\(packing.rawValue)"
        try writeArchive("\(folder.path)/\(name)", packing, [Member("l.txt", long), Member("s.txt", "S.")])
        #expect(
          try folder.feed(name, settings: settings) == [
            "\(name)!/l.txt · failed: has more than 1000 bytes, the limit: raise --max-bytes or split it",
            "a/s · \(name)!/s.txt · S.",
          ])
      }
    }
  }

  @Test(arguments: [Packing.gzippedTar, .zip, .zstd])
  func bombsAreNotUnpacked(packing: Packing) throws {
    try withTemporaryFolder { folder in
      let name = "a.\(packing.rawValue)"
      let zeros = [UInt8](repeating: 0, count: 2 << 20)
      let members = [Member("a.bin", bytes: zeros)] + (packing == .zstd ? [] : [Member("b.txt")])
      try writeArchive("\(folder.path)/\(name)", packing, members)
      let selection = InputSelection(paths: ["\(folder.path)/\(name)"])
      var settings = RunSettings()
      settings.maximumExpansion = 50
      let problem =
        "\(name) · failed: unpacks to more than 50 times its size, as files do that are made to fill up machines: if it "
        + "is none, raise --max-expansion"
      #expect(try folder.documents(in: selection, settings, harmlessBytes: 1 << 20).last?.line == problem)
      #expect(try folder.documents(in: selection, settings).last?.line != problem)
      settings.maximumExpansion = 1_000_000
      #expect(try folder.documents(in: selection, settings, harmlessBytes: 1 << 20).last?.line != problem)
    }
  }

  // MARK: - Web archives

  private func record(_ type: String, _ address: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
      + "Content-Type: application/http; msgtype=\(type)\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private var pages: String {
    record("warcinfo", "x", "software: none\r\n")
      + record("request", "http://a.org/", "GET / HTTP/1.1\r\n\r\n")
      + record(
        "response", "http://a.org/", "HTTP/1.1 200 OK\r\ncontent-type: text/plain; charset=\"utf-8\"\r\n\r\nPage.")
      + record("response", "http://a.org/p", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
      + record("response", "http://a.org/q", "HTTP/1.1 404 Not Found\r\n\r\nnone")
      + record(
        "response", "http://a.org/r",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: dcb\r\n\r\nx")
      + record("response", "http://a.org/s", "garbage")
      + record("response", "<http://a.org/t>", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nLast.")
  }

  @Test(arguments: ["w.warc", "w.warc.gz"])
  func responsesAreDocuments(name: String) throws {
    try withTemporaryFolder { folder in
      if name == "w.warc" {
        try folder.write(name, pages)
      } else {
        try writeArchive("\(folder.path)/\(name)", .gzip, [Member("x", pages)])
      }
      let found = try folder.documents(in: InputSelection(paths: ["\(folder.path)/\(name)"]))
      #expect(
        found.map(\.line) == [
          "w/3 · \(name)#3 · Page.",
          "w/4 · \(name)#4 · <p>",
          "\(name)#5 · skipped: its HTTP status is 404, not 200",
          "\(name)#6 · skipped: its body is coded as dcb, which is not undone by this version",
          "\(name)#7 · skipped: it is no answer of HTTP", "w/8 · \(name)#8 · Last.",
        ])
      let page = try #require(found.first?.document)
      #expect(page.metadata == Metadata(["url": "http://a.org/", "retrieved": "2026-01-02T03:04:05Z"]))
      #expect(page.source.charset == "utf-8")
      #expect(page.source.charsetEvidence == .valid)
      #expect(found.last?.document?.metadata["url"] == "http://a.org/t")
    }
  }

  private func response(_ head: String, _ body: [UInt8]) -> [UInt8] {
    let block = Array("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n".utf8) + body
    return Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(block.count)\r\n\r\n".utf8) + block
      + Array("\r\n\r\n".utf8)
  }

  private func chunked(_ body: [UInt8]) -> [UInt8] {
    let half = body.count / 2
    return Array("\(String(half, radix: 16));x=y\r\n".utf8) + body[..<half]
      + Array("\r\n\(String(body.count - half, radix: 16))\r\n".utf8) + body[half...] + Array("\r\n0\r\n\r\n".utf8)
  }

  /// The checksum of zlib's format (RFC 1950), big-endian.
  private func adler32(_ bytes: [UInt8]) -> [UInt8] {
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65521
      high = (high + low) % 65521
    }
    return [high >> 8, high & 0xFF, low >> 8, low & 0xFF].map { UInt8($0) }
  }

  @Test(arguments: ["deflate", "gzip", "deflate, gzip", "br", "zstd"])
  func bodyOfNothingIsNothing(codings: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("w.warc", response("Content-Type: text/html\r\nContent-Encoding: \(codings)", []))
      #expect(try folder.feed("w.warc") == ["w/1 · w.warc#1 · "])
    }
  }

  @Test func codingsOfBodiesAreUndone() throws {
    try withTemporaryFolder { folder in
      let page = Array("<p>\(String(repeating: "And so on. ", count: 20_000))a page, a page.".utf8)
      try writeArchive("\(folder.path)/page.gz", .gzip, [Member("x", bytes: page)])
      let gzip = try #require(folder.bytes("page.gz"))
      // Without name and flags its head has ten bytes, and its end eight.
      let raw = Array(gzip[10..<gzip.count - 8])
      let zlib = [0x78, 0x9C] + raw + adler32(page)
      try writeArchive("\(folder.path)/page.zst", .zstd, [Member("x", bytes: page)])
      let zstd = try #require(folder.bytes("page.zst"))
      // What brotli(1) makes of the page.
      let brotli: [UInt8] = [
        0x5B, 0x71, 0x5B, 0x83, 0xDF, 0x79, 0x60, 0xC7, 0xD4, 0x8C, 0x0D, 0x0E, 0x5B, 0xF2, 0xB1, 0xE6, 0x09, 0x0A,
        0x83,
        0x53, 0x6F, 0x73, 0x09, 0xE2, 0xE2, 0x56, 0x3E, 0x64, 0xA9, 0x08, 0x21, 0x0F, 0x66, 0x00, 0x08, 0x5C, 0x35,
        0x0F,
        0x53, 0x03, 0xCC, 0x8B, 0x43, 0x97, 0xEF, 0x12,
      ]
      let type = "Content-Type: text/html\r\n"
      let bodies: [(head: String, body: [UInt8], found: String)] = [
        ("Transfer-Encoding: chunked", chunked(page), " · <p>"), ("Content-Encoding: gzip", gzip, " · <p>"),
        ("Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked", chunked(gzip), " · <p>"),
        ("Content-Encoding: deflate", raw, " · <p>"),
        // What is said and not so.
        ("Transfer-Encoding: chunked", page, " · <p>"), ("Content-Encoding: gzip", page, " · <p>"),
        ("Transfer-Encoding: chunked", Array(chunked(page).dropLast(9)), " · <p>"),
        ("Transfer-Encoding: chunked", Array("+10\r\n".utf8) + page, " · +10"),
        ("Content-Encoding: deflate", page, " · <p>"), ("Content-Encoding: deflate", gzip, " · <p>"),
        ("Content-Encoding: gzip", zlib, " · <p>"), ("Content-Encoding: deflate", zlib + [0x0D, 0x0A], " · <p>"),
        ("Content-Encoding: gzip", gzip + [0x0D, 0x0A], " · <p>"), ("Content-Encoding: none", page, " · <p>"),
        ("Content-Encoding: utf-8", page, " · <p>"), ("Content-Encoding: identity", page, " · <p>"),
        (
          "Content-Encoding: gzip", Array(gzip.dropLast(9)),
          " · failed: has a body that can't be unpacked: truncated gzip input; mend or replace the file, or fetch the page again"
        ),
        ("Content-Encoding: br", brotli, " · <p>"), ("Content-Encoding: br", brotli + [0x0D, 0x0A], " · <p>"),
        ("Content-Encoding: br\r\nTransfer-Encoding: chunked", chunked(brotli), " · <p>"),
        ("Content-Encoding: br", page, " · <p>"),
        (
          "Content-Encoding: br", Array(brotli.dropLast(9)),
          " · failed: has a body that can't be unpacked: truncated brotli"
        ),
        (
          "Content-Encoding: br", [brotli[0] ^ 0x10] + brotli[1...],
          " · failed: has a body that can't be unpacked: damaged br"
        ),
        ("Content-Encoding: zstd", zstd, " · <p>"), ("Content-Encoding: zstd", zstd + [0x0D, 0x0A], " · <p>"),
        ("Content-Encoding: zstd", page, " · <p>"),
        (
          "Content-Encoding: zstd", Array(zstd.dropLast(9)),
          " · failed: has a body that can't be unpacked: truncated zstd"
        ),
        ("Content-Encoding: dcb", page, " · skipped: its body is coded as dcb, which is not undone by this version"),
      ]
      try folder.write("w.warc", bodies.flatMap { response(type + $0.head, $0.body) })
      let found = try folder.feed("w.warc")
      #expect(found.count == bodies.count)
      for (line, body) in zip(found, bodies) { #expect(line.contains(body.found), "\(body.head)") }
      #expect(found.count { $0.hasSuffix("a page, a page.") } == 22)
    }
  }

  @Test(arguments: ["gzip", "zstd", "br"])
  func whatBodiesUnpackToIsBounded(coding: String) throws {
    try withTemporaryFolder { folder in
      let spaces = [Member("x", bytes: [UInt8](repeating: 0x20, count: 2 << 20))]
      try writeArchive("\(folder.path)/gzip", .gzip, spaces)
      try writeArchive("\(folder.path)/zstd", .zstd, spaces)
      // What brotli(1) makes of them.
      try folder.write("br", [0x9B, 0xFF, 0xFF, 0x1F, 0xF8, 0x25, 0x40, 0xE2, 0xB1, 0x40, 0x20, 0xF7, 0xFE, 0x03])
      let head = "Content-Type: text/html\r\nContent-Encoding: \(coding)"
      try folder.write("w.warc", try response(head, #require(folder.bytes(coding))))
      let selection = InputSelection(paths: ["\(folder.path)/w.warc"])
      #expect(try folder.documents(in: selection, harmlessBytes: 1 << 20).last?.line.contains("200 times") == true)
      #expect(try folder.documents(in: selection).last?.document?.text.utf8.count == 2 << 20)
    }
  }

  /// The texts of WET files.
  @Test func conversionsAreDocuments() throws {
    try withTemporaryFolder { folder in
      let conversion = record("conversion", "http://a.org/", "A text.")
        .replacing("application/http; msgtype=conversion", with: "text/plain")
      try folder.write("w.warc", conversion + record("response", "http://a.org/", "HTTP/1.1 200 OK\r\n\r\n<p>"))
      #expect(
        try folder.feed("w.warc") == [
          "w/1 · w.warc#1 · A text.", "w.warc#2 · skipped: its server tells no kind of content",
        ])
    }
  }

  @Test func cutOffWebArchiveGivesWhatCameBefore() throws {
    try withTemporaryFolder { folder in
      try folder.write("w.warc", String(pages.dropLast(10)))
      let found = try folder.feed("w.warc")
      #expect(found.count == 6)
      #expect(found.last == "w.warc · failed: ends within record 8: replace the file, it is cut off")
      try folder.write("w.warc", "text")
      #expect(try folder.feed("w.warc") == ["w.warc · failed: is no web archive: its first line is no WARC/1.0"])
    }
  }
}
