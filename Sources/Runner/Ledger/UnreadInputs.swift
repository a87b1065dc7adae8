/// What the last run could not read of a pipeline's inputs: folders, archives, files of records. What earlier runs found in
/// them may be there still.
struct UnreadInputs {
  /// Their addresses, without the `/` that a folder's may end in.
  private let addresses: Set<String>
  /// Whether records are among them, which are told by their numbers.
  private let haveRecords: Bool

  /// Those that have failed since the run numbered `run` began.
  init(of pipeline: Int, since run: Int, _ database: SQLiteDatabase) throws(SQLiteError) {
    var addresses: [String] = []
    try database.prepare(
      """
      SELECT uri FROM documents WHERE pipeline = ? AND run >= ? AND state = 'quarantined' AND place = 'reading'
      AND uri IS NOT NULL
      """
    ).eachRow(.integer(pipeline), .integer(run)) { addresses.append($0.text(0)) }
    self.init(addresses)
  }

  init(_ addresses: some Sequence<String>) {
    self.addresses = Set(addresses.map { $0.last == "/" ? String($0.dropLast()) : $0 })
    haveRecords = self.addresses.contains { $0.utf8.contains(UInt8(ascii: "#")) }
  }

  /// Whether what stood at `address` may stand there still: below a folder, in an archive, among the records of a file that
  /// could not be read. A document that has lost its address may be any of the records.
  func mayHold(_ address: String?) -> Bool {
    guard !addresses.isEmpty else { return false }
    guard let address else { return haveRecords }
    if addresses.contains("."), address.utf8.first != UInt8(ascii: "/") { return true }
    return address.utf8.indices.contains { index in
      switch address.utf8[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "!"): addresses.contains(String(address[..<index]))
      default: false
      }
    }
  }
}
