/// The columns of a table, as its first row names them.
struct CSVColumns: Hashable, Sendable {
  let delimiter: UInt8
  let names: [String]
}
