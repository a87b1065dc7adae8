internal import DocumentModel
public import JSON
internal import Pages

/// The difference of two documents for people, as lines, and for programs.
public struct DiffDrawing: Sendable {
  private let diff: AnnotationDiff
  private let width: Int
  private let hasColours: Bool

  /// - Parameters:
  ///   - width: the columns of the terminal.
  ///   - hasColours: whether to use its colours and weights.
  public init(_ diff: AnnotationDiff, width: Int, hasColours: Bool) {
    self.diff = diff
    self.width = max(20, width)
    self.hasColours = hasColours
  }

  /// A line for each layer that differs with those of its annotations that do, and one that names the others.
  public var text: String {
    var lines: [String] = []
    for layer in diff.layers where !layer.isEmpty {
      lines += filled([StyledText(layer.layer, .bold), StyledText(": \(words(for: layer))")], indent: 2).map(outdented)
      lines += layer.changes.flatMap { filled(pieces(of: $0), indent: 4) }
    }
    let same = diff.layers.filter(\.isEmpty).map(\.layer)
    if !same.isEmpty {
      lines += filled([StyledText("same: \(same.joined(separator: ", "))", .dim)], indent: 2).map(outdented)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func filled(_ pieces: [StyledText], indent: Int) -> [String] {
    LineFiller.lines(pieces, width: width, indent: indent, hasColours: hasColours)
  }

  private func outdented(_ line: String) -> String { String(line.dropFirst(2)) }

  private func words(for layer: LayerDiff) -> String {
    var words = layer.counts.map { "\($0.count.grouped) \($0.kind.rawValue)" }
    if layer.same > 0, layer.layer != "text" { words.append("\(layer.same.grouped) the same") }
    switch layer.absence {
    case .before: words.append("the first document has no such layer")
    case .after: words.append("the second document has no such layer")
    case nil: break
    }
    return words.joined(separator: ", ")
  }

  private func pieces(of change: AnnotationChange) -> [StyledText] {
    switch (change.before, change.after) {
    case (nil, let after?): [mark("+", 2)] + pieces(of: after)
    case (let before?, nil): [mark("-", 1)] + pieces(of: before)
    case (let before?, let after?) where change.kind == .relabelled:
      [
        mark("~", 3), StyledText("\(before.label) → \(after.label)", .bold), StyledText(" \(quoted(after))"),
        place(of: after),
      ]
    case (let before?, let after?) where change.kind == .changed && after.range != nil:
      [mark("~", 3)] + pieces(of: after, value: "\(before.told) → \(after.told)")
    case (let before?, let after?):
      [mark("~", 3)] + pieces(of: before) + [StyledText(" → ", .bold)]
        + (change.kind == .changed ? [StyledText(quoted(after))] : [StyledText(quoted(after)), place(of: after)])
    case (nil, nil): []
    }
  }

  private func mark(_ mark: String, _ colour: Int) -> StyledText {
    StyledText("\(mark) ", TextStyle(colour: colour, isBold: true))
  }

  private func pieces(of annotation: Annotation, value: String? = nil) -> [StyledText] {
    let label = annotation.label.isEmpty ? [] : [StyledText("\(annotation.label) ", .bold)]
    let value = value.map { [StyledText(": \($0)")] } ?? []
    return label + [StyledText(quoted(annotation)), place(of: annotation)] + value
  }

  private func place(of annotation: Annotation) -> StyledText {
    StyledText(annotation.range.map { " \($0)" } ?? "", .dim)
  }

  /// The words in quotation marks, the middle of long ones left out.
  private func quoted(_ annotation: Annotation) -> String {
    let words = annotation.words.unicodeScalars
    guard words.count > 160 else { return "“\(annotation.words)”" }
    return "“\(String(words.prefix(100))) … \(String(words.suffix(40)))”"
  }
}

extension AnnotationDiff {
  /// The difference for programs: the layers that differ, with counts by kind and the annotations. Ranges count UTF-8
  /// bytes.
  public var json: JSON {
    .array(
      layers.filter { !$0.isEmpty }.map { layer in
        var json: JSONObject = ["layer": .string(layer.layer)]
        for (kind, count) in layer.counts { json[kind.rawValue] = .integer(count) }
        json["same"] = .integer(layer.same)
        if let absence = layer.absence { json["absent"] = .string(absence.rawValue) }
        json["changes"] = .array(layer.changes.map(\.json))
        return .object(json)
      })
  }
}

extension AnnotationChange {
  fileprivate var json: JSON {
    var json: JSONObject = ["kind": .string(kind.rawValue)]
    if let before { json["before"] = before.json }
    if let after { json["after"] = after.json }
    return .object(json)
  }
}

extension Annotation {
  fileprivate var json: JSON {
    var json: JSONObject = [:]
    if let range {
      json["start"] = .integer(range.start)
      json["end"] = .integer(range.end)
    }
    if !label.isEmpty { json["label"] = .string(label) }
    json["words"] = .string(words)
    if !value.isEmpty { json["value"] = .string(value) }
    return .object(json)
  }

  fileprivate var told: String { value.isEmpty ? "nothing" : value }
}
