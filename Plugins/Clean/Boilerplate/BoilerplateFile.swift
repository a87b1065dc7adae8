internal import JSON
internal import StageKit

/// A file of rules: those that come with the plugin, a user's own, or what `galley learn-boilerplate` has written.
///
///     { "galley-boilerplate": 1,
///       "rules": [
///         { "rule": "station", "pattern": "Listen to * on Radio Vellmar", "at": "end" },
///         { "rule": "learned", "line": "The Vellmar Gazette is part of Norrsund Media.", "articles": 41 } ] }
struct BoilerplateFile {
  let rules: [BoilerplateRule]

  /// - Throws: `BoilerplateFileError` for the first thing that is wrong.
  init(_ bytes: [UInt8], path: String) throws(BoilerplateFileError) {
    let json: JSON
    do throws(JSONSyntaxError) { json = try JSON(parsing: bytes) } catch {
      throw BoilerplateFileError(path: path, place: error.location, reason: error.problem)
    }
    func fail(_ reason: String, _ pointer: JSONPointer) -> BoilerplateFileError {
      BoilerplateFileError(path: path, place: JSONLocator(bytes).location(of: pointer), reason: reason)
    }
    guard json["galley-boilerplate"] == 1 else {
      throw fail("a file of boilerplate begins with \"galley-boilerplate\": 1", .root)
    }
    guard let entries = json["rules"]?.array else { throw fail("\"rules\" should be a list of rules", .root) }
    var rules: [BoilerplateRule] = []
    for (index, entry) in entries.enumerated() {
      do throws(EntryError) { rules.append(try Self.rule(entry)) } catch {
        throw fail(error.reason, JSONPointer.root.appending("rules").appending(index).appending(error.pointer))
      }
    }
    self.rules = rules
  }

  private struct EntryError: Error {
    var reason: String
    var pointer = JSONPointer.root
  }

  private static func rule(_ entry: JSON) throws(EntryError) -> BoilerplateRule {
    guard let members = entry.object else { throw EntryError(reason: "a rule is an object, not \(entry.kind)") }
    for key in members.keys where !keys.contains(key) {
      let near =
        key.nearest(in: keys).map { "; did you mean '\($0)'?" } ?? "; there are \(keys.joined(separator: ", "))"
      throw EntryError(reason: "unknown key '\(key)'\(near)", pointer: .root.appending(key))
    }
    guard let name = members["rule"]?.string, !name.isEmpty else {
      throw EntryError(reason: "a rule needs a name: \"rule\": \"…\"")
    }
    return BoilerplateRule(name: name, shape: try shape(members), place: try place(members["at"]))
  }

  private static func shape(_ members: JSONObject) throws(EntryError) -> BoilerplateRule.Shape {
    switch (members["pattern"], members["line"]) {
    case (.string(let text)?, nil):
      let pattern = LinePattern(text)
      guard pattern.opening.count >= 4 else {
        throw EntryError(
          reason: "a pattern begins with four letters or more before the first '*'", pointer: .root.appending("pattern")
        )
      }
      return .pattern(pattern)
    case (nil, .string(let text)?) where !text.isEmpty: return .line(Array(text.utf8))
    default: throw EntryError(reason: "a rule has either a \"pattern\" or a \"line\", a string")
    }
  }

  private static func place(_ value: JSON?) throws(EntryError) -> BoilerplateRule.Place {
    guard let value else { return .anywhere }
    guard let place = value.string.flatMap(BoilerplateRule.Place.init) else {
      throw EntryError(reason: "\"at\" is \"anywhere\", \"later\" or \"end\"", pointer: .root.appending("at"))
    }
    return place
  }

  private static let keys = ["rule", "pattern", "line", "at", "articles"]
}

/// What is wrong with a file of boilerplate, and where.
struct BoilerplateFileError: Error, CustomStringConvertible {
  let path: String
  let place: JSONLocation
  let reason: String

  var description: String { "\(path):\(place.line):\(place.column): \(reason)" }
}
