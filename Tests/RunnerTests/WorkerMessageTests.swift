import DocumentModel
import StageKit
import StageTesting
import Testing

@testable import Runner

@Suite struct WorkerMessageTests {
  private static let pipeline = Pipeline.of(ClosureStage { _ in }, TextRenderer { "\($0.id).out" })

  private static let input = Input(
    id: "a", uri: "in/a.txt", kind: .file, mediaType: "text/plain", form: .document, listIndex: 3, position: 3,
    path: [0x61, 0])

  private static func output(_ name: String, _ placement: Artifact.Placement) -> Delivered.Output {
    let artifact = Artifact(name: name, bytes: Array("bytes of \(name) 😀".utf8), placement: placement)
    return Delivered.Output(step: 1, renderer: TextRenderer { $0.id }, artifact: artifact)
  }

  private static let outcomes: [ProcessedInput.Outcome] = [
    .filtered, .skipped(reason: "it is a socket"), .notRun(reason: "no more processes"),
    .processed(Delivered(json: Array("{}".utf8))), .processed(Delivered()),
    .processed(
      Delivered(outputs: [
        output("ä.json", .whole), output("all.csv", .appended(header: [])),
        output("rows.csv", .appended(header: Array("id\n".utf8))), output("", .whole),
      ])),
    .failed(DocumentFailure(.reading, reason: "binary"), endsRun: false),
    .failed(DocumentFailure(.reading, reason: "locked", isUnread: true), endsRun: false),
    .failed(DocumentFailure(.delivery, reason: ""), endsRun: false),
    .failed(DocumentFailure(.stage("closure"), reason: "no \u{0} good", attempts: 3), endsRun: true),
  ]

  /// Everything that is sent of it, as text.
  private static func drawing(_ processed: ProcessedInput) -> String {
    var outcome = "\(processed.outcome)"
    if case .processed(let delivered) = processed.outcome {
      outcome = "\(delivered.json ?? []) \(delivered.outputs.map { ($0.step, $0.artifact) })"
    }
    return
      "\(processed.documentID ?? "-") \(processed.bytesRead) \(processed.sourceDigest ?? "-") \(processed.stepNanoseconds) "
      + "\(processed.failedStep ?? -1) \(processed.documentBefore ?? []) \(outcome)"
  }

  private static var samples: [ProcessedInput] {
    outcomes.enumerated().map { index, outcome in
      var processed = ProcessedInput(input, outcome)
      guard index % 2 == 0 else { return processed }
      processed.bytesRead = 12
      processed.documentID = "ä"
      processed.sourceDigest = "ba78"
      processed.stepNanoseconds = [0, 1, Int64.max]
      processed.failedStep = 1
      processed.documentBefore = Array(#"{"text":"…"}"#.utf8)
      return processed
    }
  }

  @Test func resultReadsBack() throws {
    for sample in Self.samples {
      let frame = sample.encoded()
      #expect(WireFrame.size(frame) == frame.count)
      let read = try ProcessedInput(Self.input, decoding: frame, of: Self.pipeline)
      #expect(Self.drawing(read) == Self.drawing(sample))
    }
  }

  @Test func requestReadsBack() throws {
    let history = StepHistory([
      StepHistory.Record(step: 0, attempts: 2),
      StepHistory.Record(step: 7, attempts: 1, failure: DocumentFailure(.stage("x"), reason: "y"), isFinal: true),
    ])
    let inputs = [Self.input, Self.input.read(from: Array("/proc/1/fd/3".utf8))]
    for inputs in [inputs, [inputs[0]], [inputs[1]]] {
      let read = try WorkerRequest(decoding: WorkerRequest(inputs, history: history).encoded())
      #expect(read.inputs == inputs)
      #expect(read.history == history)
    }
  }

  /// A worker that a stage has overwritten can send anything.
  @Test func damagedResultsAreRefusedOrReadAndNeverTrap() {
    var dice = SplitMix64(seed: 3)
    for sample in Self.samples {
      let frame = sample.encoded()
      for length in 0..<frame.count {
        _ = try? ProcessedInput(Self.input, decoding: Array(frame[..<length]), of: Self.pipeline)
      }
      for _ in 0..<500 {
        var damaged = frame
        damaged[Int.random(in: 0..<frame.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        _ = try? ProcessedInput(Self.input, decoding: damaged, of: Self.pipeline)
        _ = WireFrame.size(damaged)
      }
    }
  }
}
