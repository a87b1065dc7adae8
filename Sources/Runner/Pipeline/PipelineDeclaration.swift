internal import JSON

/// What pipeline files say, with the place of each word; checked for its form only.
struct PipelineDeclaration: Sendable {
  var name: String
  var parameters: [ParameterDeclaration]
  var stages: [StageDeclaration]
  var timeout: Duration?
  var maximumErrors: MaximumErrors?
  /// Where the stages were listed.
  var origin: Origin
}

/// One entry of `stages`.
struct StageDeclaration: Sendable {
  /// The name to be changed by: `id`, or else the stage's name.
  var id: String
  /// The stage's name; `nil` in an entry that changes one of the file that is extended.
  var use: Sourced<String>?
  /// The members of `with`.
  var options: [String: Sourced<JSON>]
  /// The keys of `options` in the order in which they were written.
  var optionKeys: [String]
  var condition: Condition?
  var onError: OnError?
  var timeout: Duration?
  var retries: Int?
  /// Where an entry of an extending file goes.
  var position: Position?
  /// Whether the entry takes the stage out of the pipeline.
  var removes: Bool
  var origin: Origin

  init(
    id: String, use: Sourced<String>?, condition: Condition? = nil, onError: OnError? = nil,
    timeout: Duration? = nil, retries: Int? = nil, position: Position? = nil, removes: Bool = false,
    with options: Sourced<JSONObject>?, origin: Origin
  ) {
    (self.id, self.use, self.condition, self.onError) = (id, use, condition, onError)
    (self.timeout, self.retries, self.position, self.removes) = (timeout, retries, position, removes)
    self.origin = origin
    self.options = [:]
    optionKeys = []
    guard let options else { return }
    for member in options.value {
      set(member.key, Sourced(value: member.value, origin: options.origin.appending(member.key)))
    }
  }

  /// The entry of a stage by itself.
  init(use: Sourced<String>, options: Sourced<JSONObject>?) {
    self.init(id: use.value, use: use, with: options, origin: use.origin)
  }

  /// A place beside another stage.
  enum Position: Sendable {
    case before(Sourced<String>)
    case after(Sourced<String>)
  }

  /// The `with` object as it stands.
  var values: JSONObject { JSONObject(optionKeys.compactMap { key in options[key].map { (key, $0.value) } }) }

  /// Sets one option, over any earlier value.
  mutating func set(_ key: String, _ value: Sourced<JSON>) {
    if options.updateValue(value, forKey: key) == nil { optionKeys.append(key) }
  }

  /// This entry as changed by an entry of an extending file.
  func changed(by other: StageDeclaration) -> StageDeclaration {
    var changed = self
    if let use = other.use { changed.use = use }
    for key in other.optionKeys { other.options[key].map { changed.set(key, $0) } }
    changed.condition = other.condition ?? condition
    changed.onError = other.onError ?? onError
    changed.timeout = other.timeout ?? timeout
    changed.retries = other.retries ?? retries
    return changed
  }
}

/// One entry of `parameters`.
struct ParameterDeclaration: Sendable {
  var name: String
  var type: ParameterType
  var minimum: Double?
  var maximum: Double?
  var defaultValue: JSON?
  /// The environment variable that gives the value where `--param` does not.
  var environment: String?
  var origin: Origin
}

/// The kinds of value that a parameter can have.
enum ParameterType: String, Sendable, CaseIterable {
  case string
  case integer
  case number
  case boolean
}
