public import JSON
internal import Runner

extension TestReport {
  /// The report for programs.
  public func json(coverage: Coverage) -> JSON {
    [
      "cases": .integer(count), "passed": .integer(count(.passed)), "failed": .integer(count(.failed)),
      "skipped": .integer(count(.skipped)),
      "files": .array(files.map(\.json)),
      "stale-snapshots": .array(staleSnapshots.map { .string($0) }),
      "coverage": coverage.json,
    ]
  }
}

extension TestReport.File {
  fileprivate var json: JSON { ["file": .string(path), "cases": .array(results.map(\.json))] }
}

extension TestReport.Result {
  fileprivate var json: JSON {
    var json: JSONObject = [
      "name": .string(name), "line": .integer(place.line), "result": .string(ending.rawValue),
      "seconds": .real(Double(nanoseconds) / 1e9),
    ]
    if let skipReason { json["reason"] = .string(skipReason) }
    if let recordedSnapshot { json["recorded"] = .string(recordedSnapshot) }
    if !failures.isEmpty { json["failures"] = .array(failures.map(\.json)) }
    return .object(json)
  }
}

extension TestFailure {
  fileprivate var json: JSON {
    [
      "file": .string(place.file), "line": .integer(place.line), "column": .integer(place.column),
      "expected": .string(expected), "found": .string(found), "details": .array(details.map { .string($0) }),
    ]
  }
}
