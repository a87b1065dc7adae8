public import JSON
internal import Pages

extension RunStatistics {
  /// The form of the report for programs. Times are in seconds, sizes in bytes.
  public var json: JSON {
    let counts = report.counts
    var json: JSONObject = [
      "galley-report": 1, "galley": .string(setting.version), "pipeline": .string(setting.pipeline),
      "ending": .string(report.ending.name), "exit-status": .integer(Int(report.exitStatus)),
    ]
    if let reason = report.ending.reason { json["ending-reason"] = .string(reason) }
    json["started"] = .string(isoDate(setting.started))
    json["seconds"] = seconds(elapsed.inSeconds)
    json["jobs"] = .integer(setting.jobs)
    json["output"] = setting.output.map { .string($0) } ?? .null
    json["inputs"] = .integer(counts.total)
    json["counts"] = counts.json
    json["left-out"] = ["hidden": .integer(setting.leftOut.hidden), "excluded": .integer(setting.leftOut.excluded)]
    json["outputs"] = .integer(report.outputs)
    json["bytes-read"] = .integer(report.bytesRead)
    json["documents-per-second"] = .real((documentsPerSecond * 10).rounded() / 10)
    json["bytes-per-second"] = .integer(Int(bytesPerSecond))
    json["busy-share"] = .real((busyShare * 1000).rounded() / 1000)
    json["peak-memory"] = ["process": .integer(memory.ofProcess), "children": .integer(memory.ofChildren)]
    json["steps"] = .array(
      setting.steps.map {
        ["stage": .string($0.stage), "version": .string($0.version), "options": .string($0.options)]
      })
    json["documents"] = documentTimes.json
    json["places"] = .array(
      zip(setting.places, placeTimes).map { place, times in
        .object(JSONObject([("place", .string(place))] + times.jsonMembers))
      })
    json["slowest"] = .array(slowest.documents.map(slowDocument))
    json["errors"] = .array(errors.sorted.map(\.json))
    json["errors-of-other-kinds"] = .integer(errors.others)
    json["skipped"] = .array(
      report.skipReasons.map { ["reason": .string($0.reason), "count": .integer($0.count)] })
    json["warnings"] = .array(
      warnings.sorted.map { ["code": .string($0.name), "count": .integer($0.count)] })
    json["timeline"] = timeline.json
    return .object(json)
  }

  private func slowDocument(_ document: SlowDocument) -> JSON {
    [
      "input": .string(document.uri), "seconds": seconds(Double(document.nanoseconds) / 1e9),
      "slowest-place": .string(setting.places[document.slowestPlace]),
      "place-seconds": seconds(Double(document.placeNanoseconds) / 1e9), "bytes": .integer(document.bytesRead),
    ]
  }
}

/// `number` of seconds to the microsecond.
private func seconds(_ number: Double) -> JSON { .real((number * 1e6).rounded() / 1e6) }

extension RunCounts {
  /// The counts by state.
  public var json: JSON {
    [
      "delivered": .integer(delivered), "unchanged": .integer(unchanged), "filtered": .integer(filtered),
      "skipped": .integer(skipped), "quarantined": .integer(quarantined), "not-run": .integer(notRun),
    ]
  }
}

extension TimeHistogram {
  fileprivate var jsonMembers: [(String, JSON)] {
    [
      ("documents", .integer(count)), ("seconds", seconds(totalSeconds)), ("mean", seconds(meanSeconds)),
      ("median", seconds(quantileSeconds(0.5))), ("p95", seconds(quantileSeconds(0.95))),
      ("p99", seconds(quantileSeconds(0.99))), ("max", seconds(maximumSeconds)),
    ]
  }
  fileprivate var json: JSON { .object(JSONObject(jsonMembers)) }
}

extension ErrorKind {
  fileprivate var json: JSON {
    [
      "place": .string(place), "reason": .string(reason), "count": .integer(count),
      "examples": .array(examples.map { ["input": .string($0.uri), "reason": .string($0.reason)] }),
    ]
  }
}

extension Timeline {
  fileprivate var json: JSON {
    [
      "seconds-per-bucket": .real(bucketLength.inSeconds),
      "buckets": .array(
        buckets.map {
          ["documents": .integer($0.documents), "failed": .integer($0.failed), "bytes": .integer($0.bytes)]
        }),
    ]
  }
}
