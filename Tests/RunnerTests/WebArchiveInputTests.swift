import DocumentModel
import JSON
import Testing

@testable import Runner

/// Web archives, read without unpacking them.
@Suite struct WebArchiveInputTests {
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
