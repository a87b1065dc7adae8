extension RunCounts {
  /// The states in which inputs end, in the order in which they are told, each with its count.
  var states: [(name: String, count: Int)] {
    [
      ("delivered", delivered), ("unchanged", unchanged), ("filtered", filtered), ("skipped", skipped),
      ("quarantined", quarantined),
    ]
  }
}
