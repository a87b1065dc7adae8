/// What is wrong with a user's file of names or patterns, by line.
struct FileErrors: Error {
  let path: String
  /// The first ones, as they are told.
  private var messages: [String] = []
  private var count = 0

  /// More than these are counted only.
  private static let mostTold = 10

  init(path: String) { self.path = path }

  var isEmpty: Bool { count == 0 }

  /// - Parameters:
  ///   - line: from 1 on; asked for only where the error is told, as `reason` is: to count lines takes the whole file.
  ///   - column: from 1 on, in Unicode code points.
  mutating func append(line: @autoclosure () -> Int, column: Int? = nil, _ reason: @autoclosure () -> String) {
    count += 1
    guard messages.count < Self.mostTold else { return }
    messages.append("\(path):\(line())\(column.map { ":\($0)" } ?? ""): \(reason())")
  }
}

extension FileErrors: CustomStringConvertible {
  var description: String {
    (messages + (count > messages.count ? ["… and \(count - messages.count) more"] : [])).joined(separator: "\n")
  }
}
