internal import DocumentModel
internal import StageKit

/// Writes documents as they are between stages: `DIR/02-section-split/2026/bridge.json`.
///
/// The worker that has the document writes it, before each stage begins: of one that ends its process, the document is
/// there that it was given.
struct CaptureWriter: Sendable {
  private let folder: String
  private let globs: [Glob]
  private let count: Int
  /// The folder for what each step is given, and for what the last one leaves; `nil` after a renderer, which changes
  /// nothing.
  private let places: [String?]

  /// Makes the folder.
  init(_ capture: StageCapture, of pipeline: Pipeline) throws(UnwritableFile) {
    folder = capture.folder
    globs = capture.only.map(Glob.init)
    count = capture.count ?? Int.max
    places = Self.places(of: pipeline)
    do throws(SystemError) { _ = try Folder(making: folder) } catch {
      throw UnwritableFile(path: folder, reason: error.description)
    }
  }

  /// `00-read`, then for each step its number in the whole pipeline and its name.
  private static func places(of pipeline: Pipeline) -> [String?] {
    var number = pipeline.stepsBefore.count { !($0.stage is any Renderer) }
    func place(_ name: String) -> String { "\(number < 10 ? "0" : "")\(number)-\(CapturePath.name(name))" }
    var places: [String?] = [place("read")]
    for step in pipeline.steps {
      let isRenderer = step.stage is any Renderer
      if !isRenderer { number += 1 }
      places.append(isRenderer ? nil : place(step.contract.name))
    }
    return places
  }

  /// Whether the document of `input` is chosen, as far as can be told before it is read.
  func mayChoose(_ input: Input) -> Bool {
    input.position < count && (!input.isPlain || fits(id: input.id, uri: input.uri))
  }

  func chooses(_ document: Document, of input: Input) -> Bool {
    input.position < count && fits(id: document.id, uri: input.uri)
  }

  private func fits(id: String, uri: String) -> Bool {
    globs.isEmpty || globs.contains { $0.matches(Array(id.utf8)[...]) || $0.matches(Array(uri.utf8)[...]) }
  }

  /// Writes `document` as it is before the step at `index`; of a place after a renderer nothing.
  ///
  /// - Returns: whether there is a file.
  func write(_ document: Document, before index: Int) throws(UnwritableFile) -> Bool {
    guard let place = places[index] else { return false }
    let path = "\(folder)/\(place)/\(CapturePath.path(ofID: document.id)).json"
    try OutputFile.replace(path, with: document.json(.complete) + [0x0A])
    return true
  }
}
