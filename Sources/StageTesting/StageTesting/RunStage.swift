public import DocumentModel
public import JSON
public import StageKit

/// Runs one stage on `document` and gives the result back.
///
///     #expect(try run(CleanStage.self, on: Document(text: "a  b")).text == "a b")
///
/// - Throws: what the options or the stage throw.
public func run<S: Stage>(
  _ stage: S.Type, with options: JSONObject = [:], resources: Resources = Resources(), on document: Document
) throws -> Document {
  var document = document
  try S(with: options, resources: resources).process(&document)
  return document
}

/// Runs one stage on a document of `text` alone.
public func run<S: Stage>(
  _ stage: S.Type, with options: JSONObject = [:], resources: Resources = Resources(), on text: String
) throws -> Document {
  try run(stage, with: options, resources: resources, on: Document(text: text))
}
