public import JSON

extension Evaluation {
  /// The evaluation for programs: figures with their intervals, the confusion of labels, failures and all errors.
  public func json(_ figures: [Figure]) -> JSON {
    [
      "documents": .integer(documentCount),
      "failures": .array(failures.map { ["place": .string($0.place), "reason": .string($0.reason)] }),
      "figures": .object(JSONObject(figures.map { ($0.name.path, $0.json) })),
      "confusion": .array(confusion.json),
      "errors": .array(errors.map(\.json)),
    ]
  }
}

extension Figure {
  fileprivate var json: JSON {
    var object: JSONObject = [:]
    object["gold"] = gold.map { .real($0) }
    object["found"] = found.map { .real($0) }
    for kind in Kind.allCases {
      guard let value = value(kind) else { continue }
      var member: JSONObject = ["value": .real(value.value)]
      if let interval = value.interval { member["interval"] = [.real(interval.low), .real(interval.high)] }
      object[kind.rawValue] = .object(member)
    }
    return .object(object)
  }
}

extension Confusion {
  fileprivate var json: [JSON] {
    let names = labels.map(Optional.some) + [nil]
    return names.flatMap { gold in
      names.compactMap { found in
        let count = self[gold, found]
        guard count > 0 else { return nil }
        return [
          "gold": gold.map { .string($0) } ?? .null, "found": found.map { .string($0) } ?? .null,
          "count": .integer(count),
        ]
      }
    }
  }
}

extension EvaluationError {
  fileprivate var json: JSON {
    func json(_ finding: Finding?) -> JSON {
      finding.map { ["label": .string($0.label), "words": .string($0.words)] } ?? .null
    }
    return [
      "layer": .string(layer.rawValue), "kind": .string(kind.rawValue), "place": .string(place),
      "document": .string(document), "gold": json(gold), "found": json(found), "before": .string(before),
      "after": .string(after),
    ]
  }
}
