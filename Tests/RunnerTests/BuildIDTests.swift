import StageTesting
import Testing

@testable import Runner

@Suite struct BuildIDTests {
  /// The head of an ELF file with one segment of notes.
  private func library(notes: [UInt8], kind: UInt8 = 4) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64 + 56)
    bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    (bytes[32], bytes[54], bytes[56]) = (64, 56, 1)
    (bytes[64], bytes[64 + 8], bytes[64 + 32]) = (kind, 120, UInt8(notes.count))
    return bytes + notes
  }

  private static let other: [UInt8] = [4, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0x47, 0x4E, 0x55, 0, 9, 9, 0, 0]
  private static let id: [UInt8] = [4, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 0x47, 0x4E, 0x55, 0, 0xAB, 0x01, 0xFF, 0]

  @Test func isFoundAmongNotes() throws {
    try withTemporaryFolder { folder in
      try folder.write("one.so", library(notes: Self.id))
      try folder.write("two.so", library(notes: Self.other + Self.id))
      try folder.write("none.so", library(notes: Self.other))
      try folder.write("elsewhere.so", library(notes: Self.id, kind: 1))
      #expect(BuildID.ofLibrary(at: "\(folder.path)/one.so") == "ab01ff")
      #expect(BuildID.ofLibrary(at: "\(folder.path)/two.so") == "ab01ff")
      #expect(BuildID.ofLibrary(at: "\(folder.path)/none.so") == nil)
      #expect(BuildID.ofLibrary(at: "\(folder.path)/elsewhere.so") == nil)
      #expect(BuildID.ofLibrary(at: "\(folder.path)/missing.so") == nil)
    }
  }

  @Test func anyBytesAreRead() throws {
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 7)
      let whole = library(notes: Self.other + Self.id)
      for _ in 0..<500 {
        var bytes = Array(whole.prefix(Int(random.next() % UInt64(whole.count + 1))))
        for _ in 0..<4 where !bytes.isEmpty {
          bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        try folder.write("any.so", bytes)
        _ = BuildID.ofLibrary(at: "\(folder.path)/any.so")
      }
    }
  }
}
