import StageTesting

/// An input, and what is to become of it.
struct Article: CustomStringConvertible {
  var name: String
  var title: String
  var kind: Kind
  var body: Int

  enum Kind: String, CaseIterable {
    case good
    /// The pipeline's conditions leave it without an output.
    case unwanted
    /// A stage fails on it.
    case failing
    /// It is no text.
    case binary
  }

  static func random(_ random: inout SplitMix64) -> Article {
    let kinds: [Kind] = [.good, .good, .good, .good, .good, .unwanted, .failing, .binary]
    return Article(
      name: randomName(&random), title: ["One", "Two", "Three", "Four", "Five"].randomElement(using: &random) ?? "",
      kind: kinds.randomElement(using: &random) ?? .good, body: Int.random(in: 0..<4, using: &random))
  }

  static func randomName(_ random: inout SplitMix64) -> String {
    (["", "x/", "x/y/"].randomElement(using: &random) ?? "")
      + (["a", "b", "c", "d", "e"].randomElement(using: &random) ?? "a")
  }

  var description: String { "\(kind) '\(title)' \(body) as \(name)" }

  var text: String {
    switch kind {
    case .good: "\(title) ferries sail\n\nBy Ana Sousa\n\nPlain words of number \(body).\n"
    case .unwanted: "\(title) ferries sail\n\nPlain words of number \(body).\n"
    case .failing: "\(title) ferries sail\n\nBy Kari Lunde\n\nPlain words of number \(body).\n"
    case .binary: "\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0\(body)"
    }
  }
}
