internal import DocumentModel
internal import JSON
internal import StageKit

/// The labels that a stage gives: OntoNotes' eighteen, then the user's own in the order in which files and models name
/// them.
struct LabelNames: Sendable {
  private var names = EntityLabel.ontoNotes
  private var labels: [String: Label] = [:]
  /// What the option `labels` names: such a label is meant, however near it is to another.
  private let wanted: [String]?

  /// More labels than these have no number.
  fileprivate static let most = 200

  /// - Parameter wanted: what the option `labels` names, where it is set.
  init(wanted: [String]? = nil) {
    self.wanted = wanted
    for (name, label) in zip(names, Label.ontoNotes) { labels[name.rawValue] = label }
  }

  /// The label as documents have it.
  func name(of label: Label) -> EntityLabel { names[Int(label.rawValue)] }

  /// The label with this name, where there is one already.
  func known(_ name: String) -> Label? { labels[name] }

  /// The label with this name, a new one where there is none yet.
  ///
  /// - Parameter isCertain: whether the name is no slip, however near it is to one of OntoNotes'.
  /// - Throws: where the name is none, or is so near to one of OntoNotes' that it is likely to be a slip.
  mutating func label(named name: String, isCertain: Bool = false) throws(LabelProblem) -> Label {
    if let label = labels[name] { return label }
    guard !name.isEmpty else { throw .empty }
    guard !name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw .space(name) }
    if !isCertain, wanted?.contains(name) != true, let near = Self.slip(name) { throw .slip(name, of: near) }
    guard names.count < Self.most, let number = UInt8(exactly: names.count) else { throw .tooMany(name) }
    let label = Label(number: number)
    names.append(EntityLabel(rawValue: name))
    labels[name] = label
    return label
  }

  /// The one of OntoNotes' labels that a name is likely to mean.
  static func slip(_ name: String) -> String? { name.nearest(in: EntityLabel.ontoNotes.map(\.rawValue)) }

  /// Which labels, by their numbers, the option `labels` asks for: all where it is not set.
  ///
  /// - Throws: `OptionErrors` for one that nothing gives.
  func selection() throws(OptionErrors) -> [Bool] {
    guard let wanted else { return names.map { _ in true } }
    let all = names.map(\.rawValue)
    let errors = wanted.enumerated().filter { labels[$1] == nil }.map { index, name in
      OptionError(.notAChoice(name, choices: all), at: .root.appending("labels").appending(index))
    }
    guard errors.isEmpty else { throw OptionErrors(errors) }
    return all.map(wanted.contains)
  }
}

/// Why a name can't be a label.
enum LabelProblem: Error, Hashable, Sendable {
  case empty
  case space(String)
  case slip(String, of: String)
  case tooMany(String)
}

extension LabelProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .empty: "the label is empty"
    case .space(let name): "the label '\(name)' has a space in it; write it as one word, such as WORK_OF_ART"
    case .slip(let name, let near):
      "unknown label '\(name)'; did you mean '\(near)'? A label of your own that is near to another goes into the option "
        + "'labels' too"
    case .tooMany(let name):
      "the label '\(name)' is one too many; there can be \(LabelNames.most - Int(Label.firstOwn)) of your own"
    }
  }
}
