/// A tag of a token: whether it begins, continues or ends an annotation, and with what label.
///
/// Read as the evaluation script of CoNLL-2003 does, so that IOB1, IOB2, BIOES and BILOU need not be told apart: an
/// annotation begins at B, S and U, and at I, E and L after none or another label; it ends after S, U, E, L.
struct Tag: Hashable {
  /// `nil` for O.
  let label: String?
  private let prefix: UInt8

  /// `nil` where this is no tag: `O`, or one of `B- I- E- L- S- U- M-` and a label.
  init?(_ text: Substring.UTF8View) {
    guard let prefix = text.first else { return nil }
    self.prefix = prefix
    if text.count == 1 {
      guard prefix == UInt8(ascii: "O") else { return nil }
      label = nil
      return
    }
    guard "BIELSUM".utf8.contains(prefix), text.dropFirst().first == UInt8(ascii: "-"), text.count > 2 else {
      return nil
    }
    label = String(Substring(text.dropFirst(2)))
  }

  func begins(after previous: Tag?) -> Bool {
    guard label != nil else { return false }
    return "BSU".utf8.contains(prefix) || previous?.label != label || previous?.ends == true
  }

  private var ends: Bool { "ELSU".utf8.contains(prefix) }
}
