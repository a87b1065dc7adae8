internal import DocumentModel
public import JSON

extension ComparisonReport {
  /// The report for programs. All of it is the same for the same documents, but the member `times`.
  ///
  /// Of the documents that were kept, each change is told.
  public var json: JSON {
    let comparison = comparison
    return [
      "galley-comparison": 1, "a": .string(names.first), "b": .string(names.second),
      "documents": [
        "compared": .integer(comparison.compared), "differing": .integer(comparison.differingCount),
        "failed": .object(
          JSONObject(Comparison.Side.allCases.map { ($0.rawValue, .integer(comparison.failureCount($0))) })),
      ],
      "layers": .array(comparison.layers.map(\.json)),
      "chains": ["merged": .integer(comparison.chains.merged), "split": .integer(comparison.chains.split)],
      "labels": .array(comparison.labels.map(\.json)),
      "relabelled": .array(
        comparison.relabellings.map {
          ["from": .string($0.from), "to": .string($0.to), "count": .integer($0.count)]
        }),
      "summaries": summaries,
      "stages": .array(
        stages.map {
          [
            "stage": .string($0.stage), "version": .string($0.version), "run-for": .string($0.side.rawValue),
            "documents": .integer($0.documents),
          ]
        }),
      "limits": .array(
        limits.map { limit in
          [
            "limit": .string(limit.text), "measured": .string(limit.measured(in: comparison)),
            "passed": .bool(limit.isPassed(by: comparison)),
          ]
        }),
      "failures": .array(
        comparison.failures.map {
          ["document": .string($0.document), "side": .string($0.side.rawValue), "reason": .string($0.reason)]
        }),
      "differing": .array(comparison.differing.map { ["id": .string($0.id), "changes": .integer($0.changes)] }),
      "changes": .array(comparison.kept.map(\.json)), "times": times,
    ]
  }

  private var summaries: JSON {
    let summaries = comparison.summaries
    func score(_ value: Double) -> JSON { .real((value * 1e6).rounded() / 1e6) }
    guard summaries.documents > 0 else { return ["documents": 0] }
    return [
      "documents": .integer(summaries.documents), "rouge-1": score(summaries.rouge1),
      "rouge-2": score(summaries.rouge2), "rouge-l": score(summaries.rougeL),
    ]
  }

  /// Seconds of all workers together.
  private var times: JSON {
    .array(
      stages.map {
        [
          "stage": .string($0.stage), "run-for": .string($0.side.rawValue),
          "seconds": .real(($0.seconds * 1e6).rounded() / 1e6),
        ]
      })
  }
}

extension LayerTally {
  fileprivate var json: JSON {
    var json: JSONObject = ["layer": .string(layer)]
    if layer != "text" {
      json["a"] = .integer(first)
      json["b"] = .integer(second)
      json["same"] = .integer(same)
    }
    for kind in AnnotationChange.Kind.allCases { json[kind.comparedName] = .integer(self[kind]) }
    json["documents"] = .integer(documents)
    return .object(json)
  }
}

extension LabelTally {
  fileprivate var json: JSON {
    [
      "label": .string(label), "a": .integer(first), "b": .integer(second), "added": .integer(added),
      "removed": .integer(removed),
    ]
  }
}

extension DocumentComparison {
  fileprivate var json: JSON {
    var json: JSONObject = ["id": .string(new.id), "layers": diff.json]
    if !chains.merged.isEmpty { json["merged"] = .array(chains.merged.map(\.json)) }
    if !chains.split.isEmpty { json["split"] = .array(chains.split.map(\.json)) }
    return .object(json)
  }
}

extension ChainChanges.Regrouping {
  fileprivate var json: JSON { ["chain": .string(name), "parts": .array(parts.map { .string($0) })] }
}

extension AnnotationChange.Kind {
  /// What a comparison calls it: who looks from one pipeline to the other sees annotations removed.
  var comparedName: String { self == .gone ? "removed" : rawValue }
}
