internal import JSON

/// What differs between two fingerprints, in words.
enum FingerprintChanges {
  /// One sentence for each difference, in the order of the parts.
  static func between(_ old: JSON, _ new: JSON) -> [String] {
    var changes: [String] = []
    for (key, name) in [
      ("galley", "Galley's version"), ("document-format", "the document format"), ("charset", "--charset"),
      ("check-contracts", "--check-contracts"),
    ] where old[key] != new[key] {
      changes.append("\(name): \(old[key]?.text() ?? "none") before, \(new[key]?.text() ?? "none") now")
    }
    let (before, after) = (old["stages"]?.array ?? [], new["stages"]?.array ?? [])
    guard before.map({ $0["stage"] }) == after.map({ $0["stage"] }) else {
      return changes + ["the stages: \(names(before)) before, \(names(after)) now"]
    }
    for (index, (old, new)) in zip(before, after).enumerated() {
      let stage = "stages[\(index)], '\(new["stage"]?.string ?? "")'"
      for (key, what) in [
        ("version", "its version"), ("build", "its plugin's build"),
        ("options", "its options or a file that they name"),
        ("when", "its 'when'"), ("on-error", "its 'on-error'"),
      ] where old[key] != new[key] {
        let isShort = key == "version" || key == "on-error"
        let values = isShort ? ": \(old[key]?.string ?? "") before, \(new[key]?.string ?? "") now" : " changed"
        changes.append("\(stage): \(what)\(values)")
      }
    }
    // Whatever else differs is told as well as it can be.
    return changes.isEmpty && old != new ? ["the settings of the run changed"] : changes
  }

  private static func names(_ stages: [JSON]) -> String {
    stages.map { $0["stage"]?.string ?? "" }.joined(separator: " → ")
  }
}
