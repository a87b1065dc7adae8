import DocumentModel
import Testing

@testable import Evaluation

@Suite struct GoldTests {
  @Test(arguments: [
    Columns("IOB2", "Anna\tB-PER\nBerg\tI-PER\nleft\tO\nOslo\tB-LOC\nBergen\tB-LOC\n"),
    Columns("IOB1", "Anna\tI-PER\nBerg\tI-PER\nleft\tO\nOslo\tI-LOC\nBergen\tB-LOC\n"),
    Columns("BIOES", "Anna\tB-PER\nBerg\tE-PER\nleft\tO\nOslo\tS-LOC\nBergen\tS-LOC\n"),
    Columns("BILOU", "Anna\tB-PER\nBerg\tL-PER\nleft\tO\nOslo\tU-LOC\nBergen\tU-LOC\n"),
    Columns(
      "CoNLL-2003",
      "-DOCSTART- -X- O O\n\nAnna NNP I-NP I-PER\nBerg NNP I-NP I-PER\nleft VBD I-VP O\nOslo NNP I-NP I-LOC\nBergen NNP B-NP B-LOC\n"
    ),
    Columns(
      "numbers before the tokens", "1\tAnna\tB-PER\n2\tBerg\tI-PER\n3\tleft\tO\n4\tOslo\tB-LOC\n5\tBergen\tB-LOC\n"),
    Columns("columns after the tags", "Anna B-PER x\nBerg I-PER x\nleft O y\nOslo B-LOC y\nBergen B-LOC y\n"),
    Columns(
      "line ends of Windows, no last one", "Anna\tB-PER\r\nBerg\tI-PER\r\nleft\tO\r\nOslo\tB-LOC\r\nBergen\tB-LOC"),
  ])
  func columnsOfEverySchemeSayTheSame(_ example: Columns) throws {
    let document = try #require(try read("a.iob2", example.text).first?.document)
    #expect(document.text == "Anna Berg left Oslo Bergen")
    let entities = document.entities?.map { "\($0.label.rawValue) \(document[$0.range])" }
    #expect(entities == ["PER Anna Berg", "LOC Oslo", "LOC Bergen"])
  }

  struct Columns: CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  @Test func sentencesAreLinesAndDocumentsAreAsTheFileSays() throws {
    let marked = "# doc = one\nA\tO\n\nB\tB-X\n\n# newdoc id = two\n# text = C\nC\tO\n#\tB-X\n"
    #expect(try read("a.iob2", marked).map(\.document.text) == ["A\nB", "C #"])
    #expect(try read("a.iob2", marked).map(\.document.id) == ["one", "two"])
    let unmarked = "A\tO\n\n\nB\tB-X\n\nC\tO\n"
    #expect(try read("a.iob2", unmarked).map(\.document.text) == ["A", "B", "C"])
    var reader = GoldReader()
    reader.columns.sentencesPerDocument = 2
    let grouped = try reader.documents([file("a.iob2", unmarked)])
    #expect(grouped.map(\.document.text) == ["A\nB", "C"])
    #expect(grouped.map(\.place) == ["a.iob2:1", "a.iob2:6"])
    #expect(grouped[0].places.place(of: 2, in: "A\nB") == "a.iob2:4")
  }

  @Test func columnsAreKnownByTheirLooks() throws {
    #expect(try read("gold", "-DOCSTART- -X- O\n\n# doc = a\nAnna NNP B-PER\n\nleft VBD O\n").count == 1)
    #expect(throws: GoldError.self) { try read("gold", "Just a text.\nOf two lines.\n") }
  }

  @Test func tokensAreJoinedAsTheyAreWritten() throws {
    var reader = GoldReader()
    reader.columns.spacing = .written
    let tokens = "He did n't say \" yes \" ( or $ 5 ) , O'Neil 's".split(separator: " ").map { "\($0)\tO\n" }.joined()
    #expect(
      try reader.documents([file("a.iob2", tokens)]).map(\.document.text) == ["He didn't say \"yes\" (or $5), O'Neil's"]
    )
  }

  @Test func bratHasTextAnnotationsAndChains() throws {
    let gold = try GoldReader().documents([
      file(
        "b/x.ann",
        "T1\tPER 0 9\tAnna Berg\nA1\tNegation T1\nT2\tLOC 15 19\tMölk\nT3\tPER 21 24\tShe\n#1\tNote T1 hm\n*\tEquiv T1 T3\nR1\tLivesIn Arg1:T1 Arg2:T2\n"
      ),
      file("b/x.txt", "Anna Berg left Mölk. She waved.\n"),
    ])
    let document = try #require(gold.first?.document)
    #expect(gold.count == 1)
    #expect(document.entities?.map { String(document[$0.range]) } == ["Anna Berg", "Mölk", "She"])
    #expect(document.chains?.map(\.mentions) == [[0, 2], [1]])
    #expect(document.entities?.map(\.chain) == [0, 1, 0])
    #expect(gold[0].places.place(of: 0, in: document.text) == "b/x.txt:1")
  }

  @Test func documentsBringReferencesAlong() throws {
    let lines = """
      {"id": "a", "text": "One. Two.", "summary": {"text": "One."}, "references": ["First.", "Second."]}

      {"text": "Three.", "entities": [{"start": 0, "end": 5, "label": "CARDINAL"}]}
      """
    let gold = try read("g.jsonl", lines)
    #expect(gold.map(\.references) == [["One.", "First.", "Second."], []])
    #expect(gold.map(\.document.id) == ["a", "g#3"])
    #expect(gold.map(\.place) == ["g.jsonl:1: character 0", "g.jsonl:3: character 0"])
    #expect(gold.map(\.layers) == [[.summary], [.entities]])
    #expect(try read("g.json", lines).count == 2)
  }

  @Test(arguments: [
    Wrong("a.iob2", "A\tO\nB\tPER\n", "a.iob2:2: 'PER' is no tag"),
    Wrong("a.iob2", "A\tO\nB\tO\nC\n", "a.iob2:3: has 1 column, but the tag stands in column 2"),
    Wrong("a.iob2", "\n\n", "a.iob2: has no token in it"),
    Wrong("a.iob2", "A\u{0}", "a.iob2: is no text in UTF-8"),
    Wrong("a.json", "{\n\"text\": 1}", "a.json:2: is no document"),
    Wrong("a.json", "{\n\"text\": ", "a.json:2: is no JSON"),
    Wrong(
      "a.json",
      "{\"text\": \"Oslo\",\n\"entities\": [\n{\"start\": 0, \"end\": 3, \"label\": \"GPE\", \"text\": \"Oslo\"}]}",
      "a.json:3: is no document: entities[0]: the text at the range is \"Osl\", not \"Oslo\""),
    Wrong("a.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\",}", "a.jsonl:2: is no JSON: column"),
    Wrong("a.jsonl", "\n", "a.jsonl: is empty"),
    Wrong("a.json", "{\"text\": \"a\", \"references\": [1]}", "a.json: \"references\" should be a list of texts"),
    Wrong("a.txt", "Just a text.", "a.txt: is no gold that is known by its name or looks"),
    Wrong("a.gold", "", "a.gold: is empty"),
    Wrong("a.ann", "T1\tPER 0 4\tAnna\n", "a.ann: its text 'a.txt' is missing"),
    Wrong(
      "x.ann", "T1\tPER 0 4\tAnna\nT2\tPER 5 99\tx\n", "x.ann:2: 5 to 99 is no part of 'x.txt', which has 10 characters"
    ),
    Wrong("x.ann", "T1\tPER 0 4\tBert\n", "x.ann:1: 'x.txt' has 'Anna' at 0 to 4, not 'Bert'; is it the text"),
    Wrong("x.ann", "T1 PER 0 4 Anna\n", "x.ann:1: should be a name, a tab, a label"),
    Wrong("x.ann", "*\tEquiv T1 T2\n", "x.ann:1: no line has the name T1"),
    Wrong("x.ann", "hello\n", "x.ann:1: begins with none of brat's signs"),
  ])
  func badGoldIsToldWithItsPlace(_ example: Wrong) {
    let error = #expect(throws: GoldError.self) {
      try GoldReader().documents(
        [file(example.uri, example.text), file("x.txt", "Anna left.")].filter {
          $0.uri != "x.txt" || example.uri == "x.ann"
        })
    }
    #expect(error?.description.hasPrefix(example.message) == true, "\(error?.description ?? "")")
  }

  struct Wrong: CustomTestStringConvertible {
    let uri: String
    let text: String
    let message: String
    var testDescription: String { message }

    init(_ uri: String, _ text: String, _ message: String) {
      self.uri = uri
      self.text = text
      self.message = message
    }
  }

  /// Nothing that a file can hold makes the readers trap.
  @Test func anyBytesAreReadOrRefused() {
    var state: UInt32 = 5
    let alphabet = Array("AB\t\t \n\n-#IOBES{}[]\":,0T1*R;é".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<40).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return alphabet[Int(state >> 16) % alphabet.count]
      }
      for name in ["a.iob2", "a.json", "a.jsonl", "x.ann", "a.gold"] {
        _ = try? GoldReader().documents([GoldFile(uri: name, bytes: bytes), file("x.txt", "Anna é left.")])
      }
    }
  }
}

func file(_ uri: String, _ text: String) -> GoldFile { GoldFile(uri: uri, bytes: Array(text.utf8)) }

func read(_ uri: String, _ text: String) throws(GoldError) -> [GoldDocument] {
  try GoldReader().documents([file(uri, text)])
}
