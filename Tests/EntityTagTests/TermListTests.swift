import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import EntityTagPlugin

/// Names of the user's own.
@Suite struct TermListTests {
  /// Tags `text` with lists of terms; a name of the text in brackets is what must be found by them.
  private func tag(_ text: String, _ lists: String..., with options: JSONObject = [:]) throws -> Document {
    try withFiles(lists, named: "tsv") { names, resources in
      var options = options
      options["gazetteers"] = .array(names.map { .string($0) })
      return try run(EntityTagStage.self, with: options, resources: resources, on: text)
    }
  }

  static let terms = """
    term\tlabel\tcanonical\tid
    # What the brewery is called.
    Kvell\tORG\tKvell Brewing\tQ77
    Kvell Brewing Works\tORG\tKvell Brewing\tQ77
    KBW\tORG\tKvell Brewing\tQ77
    stout\tPRODUCT
    Öre F-16\tPRODUCT

    the old mill\tFAC\tOld Mill
    IT\tORG
    """

  @Test(arguments: [
    ("as it is written", "They met at [ORG Kvell]."),
    ("the longest one", "They met at [ORG Kvell Brewing Works], not elsewhere."),
    ("before a possessive", "It is [ORG Kvell]'s own."),
    ("over a line break", "They met at [ORG Kvell\nBrewing Works]."),
    ("not over a blank line", "They met at [ORG Kvell]\n\nBrewing Works"),
    ("small letters stand for any", "[PRODUCT Stout] and [PRODUCT STOUT] and [PRODUCT stout]"),
    ("capitals throughout", "HE MET THEM AT [ORG KVELL]."),
    ("but not of a short one", "it is it, but [ORG IT] is another"),
    ("not in other letters", "They kvell a lot."),
    ("with marks", "He flew an [PRODUCT Öre F-16] there."),
    ("not inside a word", "stouter Kvellish"),
    ("one that begins with a common word", "He saw [FAC the old mill] and the old man."),
  ])
  func findsTerms(_ what: String, marked: String) throws {
    let document = try tag(MarkedText(marked).text, Self.terms)
    #expect(MarkedText.marking(document, only: [.org, .product, .fac]) == marked)
    for entity in document.entities ?? [] where entity.label != .date {
      #expect(entity.why == .gazetteer && entity.score == 1)
    }
  }

  @Test func joinsTheNamesOfOneThing() throws {
    let document = try tag("Kvell grew. KBW was small. Kvell Brewing Works closed.", Self.terms)
    let chain = try #require(document.chains?.first)
    #expect(document.chains?.count == 1)
    #expect(chain.canonical == "Kvell Brewing" && chain.id == "Q77" && chain.mentions == [0, 1, 2])
  }

  @Test(arguments: [
    (true, "She lives in [PERSON Berlin] now."), (false, "She lives in [GPE Berlin] now."),
  ])
  func winsWhereAsked(wins: Bool, marked: String) throws {
    let document = try tag(
      "She lives in Berlin now.", "Berlin\tPERSON\n",
      with: ["gazetteers-win": .bool(wins), "labels": ["PERSON", "GPE"]])
    #expect(MarkedText.marking(document) == marked)
  }

  @Test func theFirstFileCounts() throws {
    let document = try tag("Kvell grew.", "Kvell\tGPE\n", Self.terms)
    #expect(document.entities?.map(\.label) == [.gpe])
  }

  @Test func theSameLineTwiceIsOne() throws {
    #expect(try tag("Kvell grew.", "Kvell\tGPE\nKvell\tGPE\n").entities?.count == 1)
  }

  @Test(arguments: [
    ("Kvell\n", "list-0.tsv:1: the label is missing"),
    ("Kvell\tORG\n\tORG\n", "list-0.tsv:2: the term is missing"),
    ("Kvell\tORGG\n", "list-0.tsv:1: unknown label 'ORGG'; did you mean 'ORG'?"),
    ("Kvell\tmy label\n", "list-0.tsv:1: the label 'my label' has a space in it"),
    ("Kvell\t\n", "list-0.tsv:1: the label is empty"),
    ("a\tORG\tb\tc\td\n", "list-0.tsv:1: there are more than four columns"),
    ("Kvell\tORG\n#\nKvell\tGPE\n", "list-0.tsv:3: the same term stands on line 1 with another meaning"),
    (String(repeating: "a ", count: 33) + "\tORG\n", "list-0.tsv:1: the term has more than 32 words"),
    ("x\n" + String(repeating: "y\n", count: 20), "… and 11 more"),
  ])
  func saysWhereALineIsWrong(content: String, message: String) {
    let error = #expect(throws: FileErrors.self) { try tag("", content) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func saysWhichFileIsNotThere() {
    let error = #expect(throws: ResourceError.self) {
      try run(EntityTagStage.self, with: ["gazetteers": ["none.tsv"]], on: "")
    }
    #expect(error?.description.contains("none.tsv") == true)
  }

  @Test func keepsItsPromises() throws {
    let broken = try withFiles([Self.terms], named: "tsv") { names, resources in
      try brokenPromises(
        of: EntityTagStage.self, with: ["gazetteers": .array(names.map { .string($0) })], resources: resources)
    }
    #expect(broken == [])
  }

  /// What is found is in order, overlaps nothing, and is what a search through all terms finds, whatever the list.
  @Test(arguments: 0..<20) func findsWhatASearchFinds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = ["Ab", "cd", "Ef", "gh", "-", "Ij"]
    func some(_ count: Int) -> [String] { (0..<count).map { _ in words.randomElement(using: &random) ?? "" } }
    let terms = Set((0..<12).map { _ in some(Int.random(in: 1...3, using: &random)) })
    let list = terms.map { $0.joined(separator: " ") + "\tORG\n" }.sorted().joined()
    let text = some(60)
    var expected: [String] = []
    var index = 0
    while index < text.count {
      let length = (1...3).last { index + $0 <= text.count && terms.contains(Array(text[index..<index + $0])) }
      if let length { expected.append(text[index..<index + length].joined(separator: " ")) }
      index += length ?? 1
    }
    let document = try tag(text.joined(separator: " "), list, with: ["labels": ["ORG"]])
    let found = (document.entities ?? []).filter { $0.why == .gazetteer && $0.score == 1 }
    #expect(found.map { String(document[$0.range]) } == expected)
  }
}
