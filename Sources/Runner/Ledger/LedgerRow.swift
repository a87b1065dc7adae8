/// What the ledger says of one input.
struct LedgerRow: Sendable {
  var row: Int
  var id: String?
  var uri: String?
  var state: State
  /// The run that last brought it to an end.
  var run: Int
  /// The SHA-256 of the bytes that were read, in hexadecimal digits.
  var source: String?
  /// The number of the fingerprint that it was run with.
  var fingerprint: Int?
  /// How many times it has been run with the same bytes and fingerprint.
  var attempt: Int
  /// Where it failed: `reading`, `delivery`, or a stage's name after `stage `.
  var place: String?
  /// Its error, or why it was skipped.
  var reason: String?

  enum State: String, Hashable, Sendable, CaseIterable {
    case delivered, unchanged, filtered, skipped, quarantined
  }

  /// What a batch stage had decided about its document among the others, as JSON; `nil` where nothing was.
  var decision: String? {
    guard let source, source != source.sourceDigest else { return nil }
    return String(source.dropFirst(source.sourceDigest.count + 1))
  }

  static let columns = "row, id, uri, state, run, source, fingerprint, attempt, place, reason"

  /// The row that stands in the first columns of `statement`.
  init(_ statement: SQLiteStatement) {
    func optional(_ column: Int32) -> String? { statement.isNull(column) ? nil : statement.text(column) }
    row = statement.integer(0)
    id = optional(1)
    uri = optional(2)
    state = State(rawValue: statement.text(3)) ?? .quarantined
    run = statement.integer(4)
    source = optional(5)
    fingerprint = statement.isNull(6) ? nil : statement.integer(6)
    attempt = statement.integer(7)
    place = optional(8)
    reason = optional(9)
  }
}

extension DocumentFailure.Place {
  /// The place as the ledger writes it.
  var ledgerName: String {
    switch self {
    case .reading: "reading"
    case .stage(let name): "stage \(name)"
    case .delivery: "delivery"
    }
  }

  init(ledgerName: String) {
    self =
      switch ledgerName {
      case "reading": .reading
      case "delivery": .delivery
      default: .stage(String(ledgerName.dropFirst(6)))
      }
  }
}
