import DocumentModel
import Glibc
import JSON
import Runner
import StageKit

/// Measures each stage of a pipeline alone, on one core, with all documents in memory.
///
/// Processor time of the one thread, so that other work on the machine does not count.
struct StageSpeed {
  /// The texts to run over.
  let texts: [String]

  private var bytes: Int { texts.reduce(0) { $0 + $1.utf8.count } }

  /// Words between white space: what the rates count.
  private var words: Int {
    texts.reduce(0) { total, text in
      var words = 0
      var isInside = false
      for byte in text.utf8 {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace && !isInside { words += 1 }
        isInside = !isSpace
      }
      return total + words
    }
  }

  /// Runs `pipeline` stage by stage, `rounds` times, and prints the best round of each.
  func measure(_ pipeline: Pipeline, rounds: Int) throws {
    var best = [Double](repeating: .infinity, count: pipeline.steps.count)
    for _ in 0..<rounds {
      var documents = texts.enumerated().map { Document(id: "\($0)", text: $1) }
      for (index, step) in pipeline.steps.enumerated() {
        best[index] = min(best[index], try seconds(of: step, &documents))
      }
    }
    print("\(texts.count) documents, \(bytes / 1000) kB, \(words) words")
    for (step, seconds) in zip(pipeline.steps, best) { report(step.contract.name, seconds) }
    report("all stages", best.reduce(0, +))
  }

  private func seconds(of step: Step, _ documents: inout [Document]) throws -> Double {
    let start = Self.processorSeconds
    var rendered = 0
    for index in documents.indices {
      if let renderer = step.stage as? any Renderer {
        rendered += try renderer.render(documents[index]).bytes.count
      } else {
        try step.stage.process(&documents[index])
      }
    }
    return Self.processorSeconds - start
  }

  private func report(_ name: String, _ seconds: Double) {
    let padding = String(repeating: " ", count: max(0, 16 - name.count))
    print(
      "\(name)\(padding)\(rate(Double(texts.count), seconds)) documents/s"
        + "\(rate(Double(bytes) / 1e6, seconds)) MB/s\(rate(Double(words), seconds)) words/s")
  }

  private func rate(_ amount: Double, _ seconds: Double) -> String {
    let digits = Array(String(Int((amount / seconds).rounded())).reversed())
    let grouped = digits.enumerated().map { ($0 > 0 && $0 % 3 == 0 ? "," : "") + String($1) }.joined()
    return String(repeating: " ", count: max(0, 14 - grouped.count)) + String(grouped.reversed())
  }

  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
