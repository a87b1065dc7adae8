public import JSON
public import Runner

/// The JSON Schema (draft 2020-12) of test files, with the options of every stage that is installed.
public struct TestFileSchema {
  private let registry: StageRegistry
  private let pipelines: PipelineSchema

  public init(_ registry: StageRegistry) {
    self.registry = registry
    pipelines = PipelineSchema(registry)
  }

  /// The schema, for editors that complete and check while one types.
  public var json: JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Galley tests",
      "type": "object",
      "additionalProperties": false,
      "required": ["cases"],
      "properties": [
        "$schema": Self.string("The schema of this file, for editors."),
        "description": Self.string("What the cases are about."),
        "pipeline": Self.string(
          "The pipeline file of cases that name nothing else to run, relative to this file; NAME.json beside NAME.test.json "
            + "by default."),
        "cases": ["type": "array", "minItems": 1, "items": testCase, "description": "The cases, run one by one."],
      ],
      "$defs": .object(definitions),
    ]
  }

  private var testCase: JSON {
    [
      "type": "object",
      "additionalProperties": false,
      "required": ["name"],
      "properties": [
        "name": Self.string("What the case shows, in a sentence; the name of its snapshot too."),
        "description": Self.string("More about the case."),
        "skip": Self.string("Why the case is not run for now."),
        "stage": ["enum": .array(registry.names.map { .string($0) }), "description": "The stage to run by itself."],
        "with": ["type": "object", "description": "The stage's options."],
        "stages": ["type": "array", "items": pipelines.stage, "description": "Stages to run one after the other."],
        "pipeline": Self.string("The pipeline file to run, relative to this file."),
        "set": [
          "type": "object", "description": "Options over what the pipeline says: \"stages.STAGE.OPTION\": value.",
        ],
        "params": ["type": "object", "description": "The pipeline's parameters by name."],
        "from": Self.string("The stage to begin with: its id, name or number from 0."),
        "until": Self.string("The stage to end with."),
        "text": [
          "anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]],
          "description": "The input as a text, or as a list of its lines.",
        ],
        "media-type": Self.string("What kind of text it is: text/plain by default, text/html, text/markdown."),
        "metadata": ["type": "object", "description": "What is known of the text beforehand."],
        "file": Self.string("The input's file, relative to this file: an article or a document's JSON."),
        "document": ["type": "object", "required": ["text"], "description": "The input as a document's JSON."],
        "expect": members("What the document should have, among other things."),
        "exactly": members("What the document should have, and nothing else in the members named."),
        "absent": absent,
        "counts": counts,
        "outputs": outputs,
        "error": [
          "anyOf": [["const": true], ["type": "string"], Self.reference("words")],
          "description": "The document should fail, in these words among others.",
        ],
        "snapshot": [
          "enum": [true, false, "document", "outputs"],
          "description": "Compare the whole document with its recorded drawing; with \"outputs\" what is rendered too.",
        ],
      ],
      "allOf": pipelines.optionRules("stage"),
    ]
  }

  private func members(_ description: String) -> JSON {
    let properties = ViewShape.document.map { ($0.key, Self.schema(of: $0.shape)) }
    return [
      "type": "object", "additionalProperties": false, "description": .string(description),
      "properties": .object(JSONObject(properties)),
    ]
  }

  private var absent: JSON {
    let properties = ViewShape.document.map { member -> (String, JSON) in
      let element = ViewShape.element(of: member.key).map(Self.schema) ?? ["type": "string"]
      return (member.key, ["anyOf": [["const": true], ["type": "array", "items": element]]])
    }
    return [
      "description": "What the document should not have: elements, words of the text, keys, or whole layers.",
      "anyOf": [
        ["type": "array", "items": ["enum": .array(ViewShape.layers.map { .string($0.key) })]],
        ["type": "object", "additionalProperties": false, "properties": .object(JSONObject(properties))],
      ],
    ]
  }

  private var counts: JSON {
    let names = ViewShape.listNames + ViewShape.measures.filter { !ViewShape.listNames.contains($0) }
    let properties = names.map { name -> (String, JSON) in
      var bounds: JSONObject = ["at-least": ["type": "integer"], "at-most": ["type": "integer"]]
      if let element = ViewShape.element(of: name) { bounds["where"] = Self.schema(of: element) }
      let object: JSON = ["type": "object", "additionalProperties": false, "properties": .object(bounds)]
      return (name, ["anyOf": [["type": "integer", "minimum": 0], object]])
    }
    return [
      "type": "object", "additionalProperties": false, "properties": .object(JSONObject(properties)),
      "description": "How many there should be, exactly or within bounds, of all or of those like \"where\".",
    ]
  }

  private var outputs: JSON {
    [
      "type": "object", "description": "What should be rendered, by the outputs' names.",
      "additionalProperties": [
        "anyOf": [
          ["const": true], ["type": "string"],
          [
            "type": "object", "additionalProperties": false,
            "properties": .object(JSONObject(Self.conditions + [("json", ["description": "What its JSON is like."])])),
          ],
        ]
      ],
    ]
  }

  // MARK: - Parts

  private var definitions: JSONObject {
    [
      "words": ["type": "object", "additionalProperties": false, "properties": .object(JSONObject(Self.conditions))]
    ]
  }

  private static var conditions: [(String, JSON)] {
    Pattern.conditions.map { condition in
      (
        condition,
        condition.hasPrefix("at-")
          ? ["type": "number"] : ["anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]]
      )
    }
  }

  private static func schema(of shape: ViewShape) -> JSON {
    switch shape {
    case .words: return ["anyOf": [["type": ["string", "null"]], reference("words")]]
    case .integer: return ["anyOf": [["type": ["integer", "null"]], reference("words")]]
    case .number: return ["anyOf": [["type": ["number", "null"]], reference("words")]]
    case .open: return ["type": "object"]
    case .list(let element): return ["type": "array", "items": schema(of: element)]
    case .object(let members, let main):
      let properties = members.map { ($0.key, schema(of: $0.shape)) }
      let object: JSON = [
        "type": "object", "additionalProperties": false, "properties": .object(JSONObject(properties)),
      ]
      return main == nil ? object : ["anyOf": [["type": "string"], object]]
    }
  }

  private static func reference(_ name: String) -> JSON { ["$ref": .string("#/$defs/\(name)")] }

  private static func string(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }
}
