import DocumentModel
import Testing

@testable import Runner

extension TemporaryFolder {
  /// What a feed over `paths` of this folder gives, an input a line: `id · uri · text`, or why there is none. Names
  /// begin with this folder no more.
  func feed(
    _ paths: String..., settings: RunSettings = RunSettings(), include: [String] = [], exclude: [String] = [],
    format: InputFormat? = nil
  ) throws -> [String] {
    try documents(
      in: InputSelection(paths: paths.map { "\(path)/\($0)" }, include: include, exclude: exclude, format: format),
      settings
    ).map(\.line)
  }

  /// What becomes of the inputs of `selection`, and that their positions go up by one.
  func documents(
    in selection: InputSelection, _ settings: RunSettings = RunSettings(), harmlessBytes: Int = 64 << 20
  ) throws -> [(line: String, document: Document?)] {
    let list = try selection.list()
    var feedSettings = try FeedSettings(settings, list)
    feedSettings.harmlessBytes = harmlessBytes
    var feed = InputFeed(list, feedSettings)
    let reader = try DocumentReader(
      maximumBytes: settings.maximumBytes, charset: settings.charset, fields: settings.fields)
    var found: [(line: String, document: Document?)] = []
    while let input = feed.next() {
      #expect(input.position == found.count)
      #expect(Input(decoding: input.encoded()) == input)
      let uri = input.uri.replacing("\(path)/", with: "")
      if let reason = input.skipReason {
        found.append(("\(uri) · skipped: \(reason)", nil))
        continue
      }
      do throws(ReadError) {
        let document = try reader.document(of: input)
        found.append(("\(document.id) · \(uri) · \(document.text)", document))
      } catch .leftOut(let reason) {
        found.append(("\(uri) · skipped: \(reason)", nil))
      } catch {
        found.append(("\(uri) · failed: \(error)", nil))
      }
    }
    #expect(feed.next() == nil)
    #expect(feed.knownCount == found.count)
    #expect(feed.total == nil || feed.total == found.count)
    return found
  }
}
