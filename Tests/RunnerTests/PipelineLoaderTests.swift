import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

private let loader = PipelineLoader(registry: StageRegistry([ShoutStage.self, SentenceStage.self, CountStage.self]))

@Suite struct PipelineLoaderTests {
  /// Each broken file with the place and message of every problem.
  @Test(arguments: [
    (#"{ "stages": [ ] }"#, ["1:13 the pipeline has no stages"]),
    (#"{ "name": "x" }"#, ["1:1 the pipeline has no stages"]),
    (#"[]"#, ["1:1 should be an object, not an array"]),
    (#"{ "stages": [ { "use": "shot" } ] }"#, ["1:24 unknown stage 'shot'; did you mean 'shout'?"]),
    (#"{ "stages": [ { "use": "x" } ] }"#, ["1:24 unknown stage 'x'; there are 'count', 'one-sentence', 'shout'"]),
    (#"{ "stages": [ { "with": {} } ] }"#, ["1:15 the key 'use' is missing"]),
    (#"{ "stages": [ { "use": 3 } ] }"#, ["1:24 should be a string, not an integer"]),
    (#"{ "stages": [ "shout" ] }"#, ["1:15 should be an object, not a string"]),
    (#"{ "stage": [] }"#, ["1:1 the pipeline has no stages", "1:3 unknown key 'stage'; did you mean 'stages'?"]),
    (
      #"{ "stages": [ { "use": "count" } ] }"#,
      ["1:24 stage 'count' requires sentences, which no earlier stage provides; 'one-sentence' does"]
    ),
    (
      #"{ "stages": [ { "use": "one-sentence", "when": { "language": "de" } }, { "use": "count" } ] }"#,
      [
        #"1:81 stage 'count' requires sentences, which 'one-sentence' provides only "when" its condition holds; give 'count' "#
          + #"the same "when""#
      ]
    ),
    (
      #"{ "stages": [ { "use": "one-sentence" }, { "use": "shout" } ] }"#,
      ["1:51 stage 'shout' rewrites the text, into which the sentences of 'one-sentence' point already"]
    ),
    (
      "{ \"stages\": [ { \"use\": \"one-sentence\" },\n { \"use\": \"count\", \"with\": { \"leest\": 2 } } ] }",
      ["2:30 stage 'count': unknown option 'leest'; did you mean 'least'?"]
    ),
    (
      #"{ "stages": [ { "use": "one-sentence" }, { "use": "count", "with": { "least": 11, "words": ["red", "gren"] } } ] }"#,
      [
        "1:79 stage 'count': 'least' is 11, but should be an integer from 1 to 10",
        #"1:100 stage 'count': 'words[1]': unknown value "gren"; did you mean "green"?"#,
      ]
    ),
    (
      #"{ "stages": [ { "use": "one-sentence" }, { "use": "count", "with": { "terms": "no-such-file" } } ] }"#,
      ["1:79 can't read"]
    ),
    (
      #"{ "stages": [ { "use": "shout", "on-error": "skip", "when": { "lang": "en", "language": 3 } } ] }"#,
      [
        #"1:45 unknown value "skip"; did you mean 'skip-stage'?"#, "1:63 unknown key 'lang'; did you mean 'language'?",
        "1:89 should be a string or a list of strings, not an integer",
      ]
    ),
    (
      #"{ "stages": [ { "use": "shout", "when": { "language": "English", "media-type": ["html", "TEXT/*"] } } ] }"#,
      [
        #"1:55 should be the code of a language such as "en" or "pt-BR", not 'English'"#,
        #"1:80 should be a media type such as "text/plain", "text/html" or "text/markdown", not 'html'"#,
        #"1:80 should be a media type such as "text/plain", "text/html" or "text/markdown", not 'text/*'"#,
      ]
    ),
    (
      #"{ "stages": [ { "use": "shout", "id": "a" }, { "use": "shout", "id": "a" } ] }"#,
      ["1:70 several stages are called 'a'"]
    ),
    (
      #"{ "parameters": { "n": { "type": "integer", "default": "three" } }, "stages": [ { "use": "shout" } ] }"#,
      [#"1:56 the parameter 'n' should be an integer, not "three""#]
    ),
    (
      #"{ "parameters": { "n": { "type": "integer" } }, "stages": [ { "use": "shout" } ] }"#,
      ["1:19 the parameter 'n' has no value; give one by --param n=VALUE"]
    ),
    (
      #"{ "stages": [ { "use": "one-sentence" }, { "use": "count", "with": { "note": "${name}" } } ] }"#,
      ["1:78 there is no parameter 'name'"]
    ),
    (#"{ "stages": [ { "use": "shout" } ], "stages": [] }"#, [#"1:37 not valid JSON: the key "stages" stands twice"#]),
    (
      #"{ "timeout": 0, "max-errors": "3/", "stages": [ { "use": "shout", "timeout": "1s", "retries": 101 } ] }"#,
      [
        "1:14 should be a number of seconds from 0.001 to 1000000, not 0",
        #"1:31 should be a number of inputs such as 10, or a share such as "3/1000", not "3/""#,
        #"1:78 should be a number of seconds from 0.001 to 1000000, not "1s""#,
        "1:95 should be an integer from 0 to 100, not 101",
      ]
    ),
    (#"{ "extends": "other.json" }"#, ["1:14 can't read"]),
  ])
  func findsEveryProblem(text: String, expected: [String]) throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("pipeline.json", text)
      do throws(PipelineProblems) {
        _ = try loader.load(path)
        Issue.record("accepted")
      } catch {
        let found = error.problems.map { "\($0.place.map { "\($0.line):\($0.column)" } ?? "-") \($0.message)" }
        #expect(found.count == expected.count, "\(found)")
        for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected)) }
      }
    }
  }

  /// Conditions of `one-sentence`, perhaps of a second one, and of `count` behind them, which needs what they provide.
  @Test(arguments: [
    ([#"{"language": "de"}"#], "{}", false), ([#"{"language": "de"}"#, #"{"language": "en"}"#], "{}", false),
    ([#"{"metadata": {"duplicate": "no"}}"#], "{}", false), ([#"{"language": "de"}"#, "{}"], "{}", true),
    (["{}", #"{"language": "de"}"#], "{}", true), (["{}"], #"{"language": "de"}"#, true),
    ([#"{"language": "de"}"#], #"{"language": "de"}"#, true),
    // What the one tells of the other is the user's to know.
    ([#"{"language": "de"}"#], #"{"metadata": {"desk": "Berlin"}}"#, true),
  ])
  func layersThatAreThereUnderConditions(providing: [String], needing: String, isAccepted: Bool) throws {
    let sentences = providing.enumerated().map { #"{ "use": "one-sentence", "id": "s\#($0)", "when": \#($1) }"# }
    let stages = sentences + [#"{ "use": "count", "when": \#(needing) }"#]
    try withTemporaryFolder { folder in
      let path = try folder.write("pipeline.json", "{ \"stages\": [ \(stages.joined(separator: ", ")) ] }")
      if isAccepted {
        #expect(throws: Never.self) { _ = try loader.load(path) }
      } else {
        let problems = #expect(throws: PipelineProblems.self) { _ = try loader.load(path) }
        #expect(problems?.description.contains(#"provides only "when" its condition holds"#) == true)
      }
    }
  }

  @Test func outputsOfOneNameAreRefused() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(
        "pipeline.json", #"{ "stages": [ { "use": "write" }, { "use": "write", "id": "b" } ] }"#)
      let error = #expect(throws: PipelineProblems.self) {
        try PipelineLoader(registry: StageRegistry([TextRenderer.self])).load(path)
      }
      #expect(error?.problems.map(\.kind) == [.equalOutputs(stage: "b")])
    }
  }

  @Test func limitsAreReadAndExtended() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        "base.json",
        #"{ "timeout": 60, "max-errors": "3/1000", "stages": [ { "use": "shout", "timeout": 2.5, "retries": 2 } ] }"#)
      let base = try loader.load("\(folder.path)/base.json")
      #expect(base.timeout == .seconds(60))
      #expect(base.maximumErrors == .share(3, of: 1000))
      #expect(base.steps.map(\.timeout) == [.milliseconds(2500)])
      #expect(base.steps.map(\.retries) == [2])
      try folder.write(
        "child.json",
        #"{ "extends": "base.json", "max-errors": 5, "stages": [ { "use": "shout", "retries": 0 } ] }"#)
      let child = try loader.load("\(folder.path)/child.json")
      #expect(child.timeout == .seconds(60))
      #expect(child.maximumErrors == .count(5))
      #expect(child.steps.map(\.timeout) == [.milliseconds(2500)])
      #expect(child.steps.map(\.retries) == [0])
    }
  }

  @Test func saysSyntaxErrorsWithAPlace() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("pipeline.json", "{ \"stages\": [\n  { \"use\": \"shout\" },\n] }")
      let problems = #expect(throws: PipelineProblems.self) { try loader.load(path) }
      #expect(problems?.problems.first?.place?.line == 2)
      let text = problems?.description ?? ""
      #expect(text.hasSuffix("\n   2 |   { \"use\": \"shout\" },\n     |                     ^"))
    }
  }

  @Test func changesOptionsFromTheCommandLine() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(
        "p.json", #"{ "stages": [ { "use": "one-sentence" }, { "use": "count", "with": { "least": 2 } } ] }"#)
      func result(_ settings: [String]) throws -> JSON? {
        var document = Document(text: "Hello.")
        for step in try loader.load(path, .init(settings: settings)).steps { try step.stage.process(&document) }
        return document.extensions["count"]
      }
      #expect(try result([])?["least"] == 2)
      #expect(try result(["stages.count.least=5"])?["least"] == 5)
      #expect(try result(["stages.1.least=5", "stages.count.note=a = b"])?["note"] == "a = b")
      for wrong in ["least=5", "stages.count=5", "stages.cont.least=5", "stages.count.least=50", "stages.count.x=1"] {
        let problems = #expect(throws: PipelineProblems.self) { try loader.load(path, .init(settings: [wrong])) }
        #expect(problems?.problems.first?.path == "--set \(wrong)")
      }
    }
  }

  @Test func putsParametersInTheirPlaces() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(
        "p.json",
        """
        { "parameters": { "n": { "type": "integer", "default": 3, "minimum": 1 },
            "who": { "type": "string", "environment": "GALLEY_TEST_WHO", "default": "nobody" } },
          "stages": [ { "use": "one-sentence" },
            { "use": "count", "with": { "least": "${n}", "note": "for ${who}: ${n} $${n} $5" } } ] }
        """)
      func result(_ parameters: [String], _ environment: [String: String] = [:]) throws -> JSON? {
        var document = Document(text: "Hello.")
        let arguments = PipelineLoader.Arguments(parameters: parameters, environment: environment)
        for step in try loader.load(path, arguments).steps { try step.stage.process(&document) }
        return document.extensions["count"]
      }
      #expect(try result([]) == ["sentences": 1, "least": 3, "terms": 0, "note": "for nobody: 3 ${n} $5"])
      #expect(try result(["n=4"])?["least"] == 4)
      #expect(try result([], ["GALLEY_TEST_WHO": "Ada"])?["note"] == "for Ada: 3 ${n} $5")
      #expect(try result(["who=Eve"], ["GALLEY_TEST_WHO": "Ada"])?["note"] == "for Eve: 3 ${n} $5")
      for wrong in ["n=0", "n=x", "m=1", "n"] { #expect(throws: PipelineProblems.self) { try result([wrong]) } }
    }
  }

  @Test func extendsOtherFiles() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        "base.json",
        #"{ "name": "base", "stages": [ { "use": "shout" }, { "use": "one-sentence" }, { "use": "count", "with": { "note": "base", "least": 2 } } ] }"#
      )
      func names(_ text: String) throws -> [String] {
        let path = try folder.write("child.json", text)
        return try loader.load(path).steps.map(\.contract.name)
      }
      #expect(try names(#"{ "extends": "base.json" }"#) == ["shout", "one-sentence", "count"])
      #expect(
        try names(#"{ "extends": "base.json", "stages": [ { "id": "shout", "remove": true } ] }"#) == [
          "one-sentence", "count",
        ])
      #expect(
        try names(
          #"{ "extends": "base.json", "stages": [ { "use": "count", "id": "again", "after": "one-sentence" } ] }"#)
          == ["shout", "one-sentence", "count", "count"])
      let path = try folder.write(
        "child.json",
        #"{ "extends": "base.json", "stages": [ { "use": "count", "with": { "note": "child" }, "on-error": "stop" } ] }"#
      )
      let pipeline = try loader.load(path)
      var document = Document(text: "Hello.")
      for step in pipeline.steps { try step.stage.process(&document) }
      #expect(document.extensions["count"]?["note"] == "child")
      #expect(document.extensions["count"]?["least"] == 2)
      #expect(pipeline.steps.last?.onError == .stop)
      #expect(pipeline.name == "child")
      #expect(throws: PipelineProblems.self) { try names(#"{ "extends": "child.json" }"#) }
      let removals = ["shout", "one-sentence", "count"].map { #"{ "id": "\#($0)", "remove": true }"# }
      let error = #expect(throws: PipelineProblems.self) {
        try names(#"{ "extends": "base.json", "stages": [ \#(removals.joined(separator: ", ")) ] }"#)
      }
      #expect(error?.problems.map(\.kind) == [.noStages])
    }
  }

  @Test func fingerprintsWhatResultsDependOn() throws {
    try withTemporaryFolder { folder in
      func fingerprint(_ with: String, terms: String = "a") throws -> String? {
        try folder.write("terms.txt", terms)
        let path = try folder.write(
          "p.json", "{ \"stages\": [ { \"use\": \"one-sentence\" }, { \"use\": \"count\", \"with\": \(with) } ] }")
        return try loader.load(path).steps.last?.optionsFingerprint
      }
      let plain = try fingerprint("{}")
      #expect(plain?.hasPrefix("sha256:") == true)
      #expect(try fingerprint(#"{ "least": 1 }"#) == plain, "a default spelled out is the same")
      #expect(try fingerprint(#"{ "least": 2 }"#) != plain)
      #expect(
        try fingerprint(#"{ "terms": "terms.txt" }"#) != fingerprint(#"{ "terms": "terms.txt" }"#, terms: "b"))
      func noting(_ note: String) throws -> String? { try fingerprint("{ \"note\": \"\(note)\" }") }
      #expect(try noting("postgresql://ada:one@db/news") == noting("postgresql://ada:two@db/news"), "no password")
      #expect(try noting("postgresql://ada:one@db/news") != noting("postgresql://ada:one@db/old"))
      #expect(try noting("postgresql://ada:one@db/news") != noting("postgresql://eve:one@db/news"))
    }
  }
}
