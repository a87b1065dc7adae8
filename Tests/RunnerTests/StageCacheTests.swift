import DocumentModel
import StageKit
import StageTesting
import Testing

@testable import Runner

/// Documents between stages come back as they were, within bounds, and damage costs no more than a run.
@Suite struct StageCacheTests {
  private func document(_ id: String) -> Document {
    var document = Document(id: id, text: String(repeating: "Ferries sail again. ", count: 40))
    document.sentences = [Sentence(range: TextRange(0, 19), by: "test")]
    return document
  }

  @Test func framesComeBack() throws {
    for count in [0, 1, 1000, 100_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
      let frame = try #require(Zstandard.compress(bytes))
      #expect(Zstandard.decompress(frame, limit: count) == bytes)
      if count > 1 { #expect(Zstandard.decompress(frame, limit: count - 1) == nil) }
      for cut in [0, frame.count / 2, frame.count - 1] {
        #expect(Zstandard.decompress(Array(frame.prefix(cut)), limit: 1 << 20) == nil)
      }
      var damaged = frame
      damaged[frame.count - 1] ^= 1
      #expect(Zstandard.decompress(damaged, limit: 1 << 20) == nil)
    }
  }

  @Test func documentsComeBack() throws {
    try withTemporaryFolder { folder in
      _ = try Folder(making: "\(folder.path)/.galley")
      let file = try StageCacheFile(in: folder.path, limit: 1 << 20, run: 1)
      #expect(StageCache(StageCacheFile.path(in: folder.path)) == nil)
      for number in 0..<3 {
        try file.keep(#require(Snapshot(of: document("d\(number)"), key: [UInt8(number)])))
      }
      try file.commit()
      let cache = try #require(StageCache(StageCacheFile.path(in: folder.path)))
      #expect(cache.document([1]) == document("d1"))
      #expect(cache.document([9]) == nil)
      let latest = cache.latest(of: [[2], [0], [1], [9]])
      #expect(latest?.0.id == "d1")
      #expect(latest?.1 == 2)
    }
  }

  @Test func theOldestMakeRoomAndThoseOfTheRunStay() throws {
    try withTemporaryFolder { folder in
      _ = try Folder(making: "\(folder.path)/.galley")
      let size = try #require(Snapshot(of: document("a"), key: [0])).bytes.count
      for run in 1...3 {
        let file = try StageCacheFile(in: folder.path, limit: 10 * size + size / 2, run: run)
        for number in 0..<6 {
          try file.keep(#require(Snapshot(of: document("a"), key: [UInt8(run), UInt8(number)])))
        }
        try file.commit()
      }
      let contents = try #require(try StageCacheFile.contents(in: folder.path))
      #expect(contents.bytes <= 10 * size + size / 2)
      let cache = try #require(StageCache(StageCacheFile.path(in: folder.path)))
      for number in 0..<6 { #expect(cache.document([3, UInt8(number)]) != nil) }
      #expect(cache.document([1, 0]) == nil)
    }
  }

  @Test func aDamagedCacheIsBegunAnew() throws {
    try withTemporaryFolder { folder in
      _ = try Folder(making: "\(folder.path)/.galley")
      try folder.write(".galley/cache.db", Array(repeating: UInt8(7), count: 9000))
      let file = try StageCacheFile(in: folder.path, limit: 1 << 20, run: 1)
      try file.keep(#require(Snapshot(of: document("a"), key: [1])))
      try file.commit()
      #expect(try StageCacheFile.contents(in: folder.path)?.documents == 1)
    }
  }
}
