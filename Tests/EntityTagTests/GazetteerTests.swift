import DocumentModel
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct GazetteerTests {
  private var embedded: [UInt8] { [UInt8](Gazetteer.embeddedBytes) }

  @Test func embeddedOneIsValid() throws {
    let gazetteer = try #require(Gazetteer.embedded)
    let entry = gazetteer.entry(TokenHash.folded("Kazakhstan"))
    var labels: [Label] = []
    gazetteer.forEachSense(of: entry) { labels.append($0.label) }
    #expect(labels == [.gpe])
    #expect(gazetteer.classes(of: gazetteer.entry(TokenHash.folded("ministry"))).contains(.orgHead))
    #expect(gazetteer.entry(TokenHash.folded("qqxzzy")) == .none)
    #expect(embedded.count < 3_000_000)
  }

  @Test func sequencesHashAsTheCompilerHashesThem() throws {
    let gazetteer = try #require(Gazetteer.embedded)
    let text = TokenizedText("United States of America")
    let entry = gazetteer.entry(text.foldedHash(of: 0..<4))
    var names: [String?] = []
    gazetteer.forEachSense(of: entry) { names.append(gazetteer.canonicalName(of: $0.thing)) }
    #expect(names == ["United States"])
  }

  @Test(arguments: [0, 1, 31, 32, 33, 1000]) func shortBytesAreRefused(count: Int) {
    let bytes = Array(embedded.prefix(count))
    bytes.withUnsafeBytes { #expect(Gazetteer($0) == nil) }
  }

  @Test(arguments: [0, 8, 12, 16, 20, 24, 28]) func damagedHeadersAreRefused(offset: Int) {
    var bytes = embedded
    bytes[offset] ^= 0x40
    bytes.withUnsafeBytes { #expect(Gazetteer($0) == nil) }
  }

  /// Damage behind the header gives wrong answers at worst: every read stays inside, or this test traps.
  @Test func damagedBodiesAreReadInside() throws {
    var random = SplitMix64(seed: 7)
    var bytes = embedded
    for _ in 0..<200_000 {
      bytes[Int.random(in: 32..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try bytes.withUnsafeBytes { raw in
      let gazetteer = try #require(Gazetteer(raw))
      var things = 0
      for _ in 0..<20_000 {
        let entry = gazetteer.entry(UInt64.random(in: 0...UInt64.max, using: &random))
        _ = gazetteer.classes(of: entry)
        let any = GazetteerEntry(value: UInt32.random(in: 0...UInt32.max, using: &random))
        _ = gazetteer.classes(of: any)
        var left = 0
        gazetteer.forEachSense(of: any) { sense in
          left += 1
          if left < 4, gazetteer.canonicalName(of: sense.thing) != nil { things += 1 }
        }
        _ = gazetteer.canonicalName(of: Int.random(in: 0..<2000, using: &random))
      }
      #expect(things >= 0)
    }
  }
}
