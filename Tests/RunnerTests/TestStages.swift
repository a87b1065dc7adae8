import DocumentModel
import Glibc
import JSON
import StageKit
import Synchronization

@testable import Runner

/// A stage made of a closure.
struct ClosureStage: Stage {
  static let contract = Contract("closure", version: "1.0.0", summary: "Does what a test asks for.")
  var contract: Contract
  private let body: @Sendable (inout Document) throws -> Void

  init(options: NoOptions, resources: Resources) { self.init { _ in } }

  init(
    _ name: String = "closure", provides: Set<Layer> = [.extension("note")],
    _ body: @escaping @Sendable (inout Document) throws -> Void
  ) {
    contract = Contract(name, version: "1.0.0", summary: "Does what a test asks for.", provides: provides)
    self.body = body
  }

  func process(_ document: inout Document) throws { try body(&document) }
}

/// A renderer that writes the text, or whatever a test asks for, under a name made of the document.
struct TextRenderer: Renderer {
  static let contract = Contract("write", version: "1.0.0", summary: "Renders the text.")
  private let isPlanned: Bool
  private let name: @Sendable (Document) -> String
  private let placement: Artifact.Placement
  private let text: @Sendable (Document) throws -> String

  init(options: NoOptions, resources: Resources) { self.init { "\($0.id).out" } }

  init(
    isPlanned: Bool = true, placement: Artifact.Placement = .whole,
    text: @escaping @Sendable (Document) throws -> String = { $0.text }, name: @escaping @Sendable (Document) -> String
  ) {
    self.isPlanned = isPlanned
    self.placement = placement
    self.text = text
    self.name = name
  }

  func plannedName(for document: Document) -> String? { isPlanned && placement == .whole ? name(document) : nil }

  func render(_ document: Document) throws -> Artifact {
    Artifact(name: name(document), bytes: Array(try text(document).utf8), placement: placement)
  }
}

extension Pipeline {
  /// A pipeline of `stages`, each with the same `onError` and `condition`.
  static func of(
    _ stages: any Stage..., onError: OnError = .quarantine, condition: Condition = .always, retries: Int = 0,
    maximumErrors: MaximumErrors? = nil
  ) -> Pipeline {
    Pipeline(
      name: "test",
      steps: stages.map {
        Step(
          stage: $0, optionsFingerprint: "sha256:0", condition: condition, onError: onError, retries: retries)
      }, maximumErrors: maximumErrors)
  }
}

/// Remembers what it is told, as "uri: state".
final class RememberingObserver: RunObserver {
  private let log = Mutex<[String]>([])
  var lines: [String] { log.withLock { $0 } }

  func ended(_ ended: EndedInput, report: RunReport) {
    let name = ended.input.uri.split(separator: "/").last ?? ""
    let state =
      switch ended.ending {
      case .delivered(let outputs): "delivered \(outputs)"
      case .unchanged: "unchanged"
      case .filtered: "filtered"
      case .skipped(let reason): "skipped: \(reason)"
      case .quarantined(let failure): "failed: \(failure)"
      }
    log.withLock { $0.append("\(name): \(state)") }
  }
}
