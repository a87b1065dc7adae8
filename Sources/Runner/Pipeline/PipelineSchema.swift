public import JSON
internal import StageKit

/// The JSON Schema (draft 2020-12) of pipeline files, with the options of every stage that is installed.
public struct PipelineSchema {
  private let registry: StageRegistry

  public init(_ registry: StageRegistry) { self.registry = registry }

  /// The schema, for editors that complete and check while one types.
  public var json: JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Galley pipeline",
      "type": "object",
      "additionalProperties": false,
      "anyOf": [["required": ["stages"]], ["required": ["extends"]]],
      "properties": [
        "$schema": Self.string("The schema of this file, for editors."),
        "name": Self.string("The pipeline's name; the file's own by default."),
        "description": Self.string("What the pipeline is for."),
        "extends": Self.string(
          "A pipeline file whose stages and parameters this one starts from, relative to this one."),
        "timeout": Self.seconds("How long one document may take, in seconds."),
        "max-errors": [
          "anyOf": [["type": "integer", "minimum": 0], ["type": "string", "pattern": "^[0-9]+(/[1-9][0-9]*)?$"]],
          "description": "How many inputs may fail before the run ends: a number, or a share such as \"3/1000\".",
        ],
        "parameters": parameters,
        "stages": ["type": "array", "items": stage, "description": "What a document goes through, in order."],
      ],
    ]
  }

  private var parameters: JSON {
    [
      "type": "object",
      "description": "Values that --param NAME=VALUE gives, put in where options say ${NAME}.",
      "additionalProperties": [
        "type": "object",
        "required": ["type"],
        "additionalProperties": false,
        "properties": [
          "type": ["enum": .array(ParameterType.allCases.map { .string($0.rawValue) })],
          "default": ["description": "The value where none is given; without it the parameter has to be given."],
          "minimum": ["type": "number"],
          "maximum": ["type": "number"],
          "environment": Self.string("An environment variable that gives the value where --param does not."),
          "help": Self.string("What the parameter is for."),
        ],
      ],
    ]
  }

  /// The schema of one entry of `stages`.
  package var stage: JSON {
    let words: JSON = ["anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]]
    return [
      "type": "object",
      "additionalProperties": false,
      "properties": [
        "use": ["enum": .array(registry.names.map { .string($0) }), "description": "The stage's name."],
        "id": Self.string("A name for --set and for files that extend this one; the stage's name by default."),
        "with": ["type": "object", "description": "The stage's options."],
        "when": [
          "type": "object",
          "description": "What a document must be for the stage to run on it.",
          "additionalProperties": false,
          "properties": [
            "media-type": words, "language": words, "metadata": ["type": "object", "additionalProperties": words],
          ],
        ],
        "on-error": [
          "enum": .array(OnError.allCases.map { .string($0.rawValue) }), "default": "quarantine",
          "description": "What becomes of a document on which the stage fails.",
        ],
        "timeout": Self.seconds("How long the stage may take on a document, in seconds."),
        "retries": [
          "type": "integer", "minimum": .integer(Step.retryBounds.lowerBound),
          "maximum": .integer(Step.retryBounds.upperBound), "default": 0,
          "description": "How many times the stage is tried again on a document on which it failed.",
        ],
        "before": Self.string("In a file that extends another: the stage before which this one goes."),
        "after": Self.string("In a file that extends another: the stage after which this one goes."),
        "remove": ["type": "boolean", "description": "In a file that extends another: takes the stage out."],
      ],
      "allOf": optionRules(),
    ]
  }

  /// The rules that each stage has just its own options, where the stage stands under `key`.
  package func optionRules(_ key: String = "use") -> JSON {
    .array(registry.entries.map { Self.options(of: $0.type, key) })
  }

  /// The rule that a stage of this type has just these options.
  private static func options(of type: any Stage.Type, _ key: String) -> JSON {
    var properties: JSONObject = [:]
    for option in type.options {
      // Any option can be a parameter's value, whatever its kind.
      properties[option.key] = [
        "anyOf": [.object(option.schema), ["type": "string", "pattern": #"^\$\{[^}]+\}$"#]],
        "description": .string(option.help),
      ]
    }
    let with: JSON = ["type": "object", "additionalProperties": false, "properties": .object(properties)]
    let required = type.options.filter(\.isRequired).map { JSON.string($0.key) }
    var then: JSONObject = ["properties": ["with": with]]
    if !required.isEmpty {
      then["required"] = ["with"]
      then["properties"] = ["with": ["allOf": [with, ["required": .array(required)]]]]
    }
    return [
      "if": [
        "properties": .object(JSONObject([(key, ["const": .string(type.contract.name)] as JSON)])),
        "required": [.string(key)],
      ],
      "then": .object(then),
    ]
  }

  private static func seconds(_ description: String) -> JSON {
    [
      "type": "number", "minimum": .real(Step.timeoutBounds.lowerBound),
      "maximum": .real(Step.timeoutBounds.upperBound), "description": .string(description),
    ]
  }

  private static func string(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }
}
