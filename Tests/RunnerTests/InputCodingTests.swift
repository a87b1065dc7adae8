import StageTesting
import Testing

@testable import Runner

@Suite struct InputCodingTests {
  static let inputs: [Input] = [
    Input(id: "", uri: "", kind: .file, mediaType: nil, form: .document, listIndex: 0, position: 0),
    Input(
      id: "2026/a", uri: "in/2026/\u{E9}.txt", kind: .named, mediaType: "text/plain", isDeclared: true, form: .document,
      listIndex: 3,
      position: 1 << 40, path: [-1, 65, 0]),
    Input(
      id: "a/7", uri: "a.csv#7", kind: .record, mediaType: "text/plain", form: .csv, listIndex: 2, position: 9,
      payload: Payload(bytes: [0, 255, 10], line: 7, columns: CSVColumns(delimiter: 9, names: ["text", ""]))),
    Input(
      id: "w/1", uri: "w.warc#1", kind: .member, mediaType: "text/html", form: .document, isCompressed: true,
      listIndex: 1, position: 2,
      payload: Payload(bytes: [], charset: "utf-8", metadata: [Payload.Fact(key: "url", value: "http://x.org/")])),
    Input(id: "x", uri: "x", kind: .leftOut(reason: "r"), mediaType: nil, form: .json, listIndex: 0, position: 1),
    Input(id: "x", uri: "x", kind: .broken(reason: "b"), mediaType: nil, form: .warc, listIndex: 0, position: 1),
    Input(id: "x", uri: "x", kind: .unreadableFolder(13), mediaType: nil, form: .tsv, listIndex: 0, position: 1),
    Input(id: "x", uri: "x", kind: .standardInput, mediaType: nil, form: .archive, listIndex: 0, position: 1),
    Input(id: "x", uri: "x", kind: .special, mediaType: nil, form: .jsonLines, listIndex: 0, position: 1),
    Input(id: "x", uri: "x", kind: .cycle, mediaType: nil, form: .document, listIndex: 0, position: 1),
  ]

  @Test(arguments: inputs)
  func inputReadsBackAsItWas(input: Input) throws {
    let bytes = input.encoded()
    #expect(Input(decoding: bytes) == input)
    for count in 0..<bytes.count { #expect(Input(decoding: Array(bytes[..<count])) == nil) }
    #expect(Input(decoding: bytes + [0]) == nil)
  }

  @Test func damagedBytesAreNoInputOrAnother() {
    var random = SplitMix64(seed: 7)
    for input in Self.inputs {
      let bytes = input.encoded()
      for _ in 0..<300 {
        var damaged = bytes
        for _ in 0..<3 {
          damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        guard let read = Input(decoding: damaged) else { continue }
        #expect(Input(decoding: read.encoded()) == read)
      }
    }
  }
}
