internal import DocumentModel
internal import Evaluation
internal import Runner
internal import StageKit

/// What of gold is compared, as flags and file say.
enum EvalChoices {
  /// The layers that gold has and the pipeline looks for, as far as the user wants them.
  static func layers(
    _ arguments: Arguments, _ gold: [GoldDocument], _ pipeline: Pipeline
  ) throws -> Set<MeasureName.Layer> {
    let there = gold.reduce(into: Set<MeasureName.Layer>()) { $0.formUnion($1.layers) }
    let provided = pipeline.steps.reduce(into: Set<Layer>()) { $0.formUnion($1.contract.provides) }
    let wanted = try arguments.value("layers").map { try Set(names($0).map { try layer($0, among: there) }) } ?? there
    let measured = wanted.filter { provided.contains($0.documentLayer) }
    for layer in MeasureName.Layer.allCases where wanted.contains(layer) && !measured.contains(layer) {
      Terminal.standardError.write(
        "galley: \(layer.rawValue) not measured: no stage of '\(pipeline.name)' provides \(layer.documentLayer)\n")
    }
    guard !measured.isEmpty else {
      let names = MeasureName.Layer.allCases.filter(wanted.contains).map(\.rawValue).joined(separator: ", ")
      throw refused(
        there.isEmpty
          ? "the gold says nothing of its texts: no entities, sections, sentences, quotations or references"
          : "there is nothing to measure: no stage of '\(pipeline.name)' provides \(names)")
    }
    return measured
  }

  private static func layer(
    _ name: String, among there: Set<MeasureName.Layer>
  ) throws -> MeasureName.Layer {
    let known = MeasureName.Layer.allCases.filter { there.contains($0) }
    guard let layer = known.first(where: { $0.rawValue == name }) else {
      let near = name.nearest(in: known.map(\.rawValue)).map { "; did you mean '\($0)'?" }
      throw refused(
        "--layers: the gold has no \(name)" + (near ?? "; it has \(known.map(\.rawValue).joined(separator: ", "))"))
    }
    return layer
  }

  /// The file's map with the flags' over it.
  static func labelMap(
    _ arguments: Arguments, _ file: EvaluationFile?, _ gold: [GoldDocument]
  ) throws -> [String: String] {
    var map = file?.labelMap ?? [:]
    for pair in arguments.values("map-labels").flatMap(names) {
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts.contains(where: \.isEmpty) else {
        throw refused("--map-labels should be OLD=NEW, such as GPE=LOC, with commas between several, not '\(pair)'")
      }
      map[String(parts[0])] = String(parts[1])
    }
    let known = goldLabels(gold).union(EntityLabel.ontoNotes.map(\.rawValue))
    for label in map.keys.sorted() where !known.contains(label) {
      guard let near = label.nearest(in: known.sorted()) else { continue }
      throw refused("the label '\(label)' that is to be mapped is none that is known; did you mean '\(near)'?")
    }
    return map
  }

  /// The labels that count; each is one that the gold has once its labels are mapped.
  static func labels(
    _ arguments: Arguments, _ file: EvaluationFile?, _ gold: [GoldDocument], _ settings: EvaluationSettings
  ) throws -> Set<String>? {
    guard let labels = arguments.value("labels").map(names) ?? file?.labels else { return nil }
    let known = Set(goldLabels(gold).map { settings.labelMap[$0] ?? $0 })
    for label in labels where !known.contains(label) {
      let near = label.nearest(in: known.sorted()).map { "; did you mean '\($0)'?" }
      throw refused(
        "the gold has no entity with the label '\(label)'"
          + (near ?? (known.isEmpty ? ": it has none at all" : "; it has \(known.sorted().joined(separator: ", "))")))
    }
    return Set(labels)
  }

  static func matchesMentionsByOverlap(_ arguments: Arguments) throws -> Bool {
    switch arguments.value("mentions") ?? "exact" {
    case "exact": return false
    case "overlap": return true
    case let word: throw UsageError(.badValue("mentions", word, expected: "exact or overlap"), of: EvalCommand.command)
    }
  }

  private static func goldLabels(_ gold: [GoldDocument]) -> Set<String> {
    gold.reduce(into: []) { $0.formUnion(($1.document.entities ?? []).map(\.label.rawValue)) }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
  }

  private static func refused(_ why: String) -> UsageError { UsageError(.refused(why), of: EvalCommand.command) }
}
