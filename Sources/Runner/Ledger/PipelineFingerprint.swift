internal import DocumentModel
internal import Glibc
public import JSON
internal import StageKit

/// What every document of a run depends on beside its own bytes, part by part: this program, the document format, how
/// inputs are read, and of each stage its version, its plugin's build, its resolved options with their files, and its
/// condition.
public struct PipelineFingerprint: Sendable {
  /// The parts, for people and for comparing.
  public let parts: JSON
  /// The SHA-256 of the parts in hexadecimal digits.
  public let digest: String

  /// - Throws: `PluginError` where a plugin's library can't be read any more.
  public init(of pipeline: Pipeline, settings: RunSettings) throws(PluginError) {
    var stages: [JSON] = []
    for step in pipeline.steps { stages.append(try step.fingerprint) }
    parts = [
      "galley": .string("\(Plugin.kitVersion)"), "document-format": .integer(DocumentForm.version),
      "charset": settings.charset.map { .string($0) } ?? .null, "check-contracts": .bool(settings.checksContracts),
      "text-field": .string(settings.fields.text), "id-field": settings.fields.id.map { .string($0) } ?? .null,
      "stages": .array(stages),
    ]
    digest = SHA256.hexDigest(of: parts.text().utf8.span)
  }
}

extension Step {
  /// What the step makes of a document depends on this.
  var fingerprint: JSON {
    get throws(PluginError) {
      var build = JSON.null
      if let library { build = .string(try LibraryDigests.digest(of: library)) }
      return [
        "stage": .string(contract.name), "version": .string(contract.version), "build": build,
        "options": .string(optionsFingerprint), "when": condition.json, "on-error": .string(onError.rawValue),
      ]
    }
  }
}

extension Condition {
  /// The condition as a value whose keys have one order.
  var json: JSON {
    func list(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }
    let keys = metadata.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return [
      "media-type": list(mediaTypes), "language": list(languages),
      "metadata": .array(keys.map { [.string($0), list(metadata[$0] ?? [])] }),
    ]
  }
}
