public import DocumentModel
public import JSON
public import StageKit

/// What a stage owes its neighbours and does not keep, in words; empty where all is well.
///
/// Checked on each of `documents` (texts that have tripped stages before, unless others are given): the same answer
/// twice, and from a second instance that has seen the documents in another order; every promised layer there, no other
/// layer touched, ranges inside the text and between characters, indices that lead somewhere, the text changed only by
/// who says so, a JSON form that reads back as the same document; of a renderer the same bytes twice, under a name that
/// stays in the output folder.
///
///     #expect(try brokenPromises(of: CleanStage.self, with: ["unwrap": "always"]) == [])
///
/// - Parameter prepare: gives a bare document the layers that the stage requires.
/// - Throws: what the options, `prepare` or the stage throw.
public func brokenPromises<S: Stage>(
  of type: S.Type, with options: JSONObject = [:], resources: Resources = Resources(),
  on documents: [Document] = troublesomeDocuments, prepare: (inout Document) throws -> Void = { _ in }
) throws -> [String] {
  let stage = try S(with: options, resources: resources)
  let prepared = try documents.map { document in
    var document = document
    try prepare(&document)
    return document
  }
  var results: [[UInt8]] = []
  var broken: [String] = []
  for document in prepared {
    var result = document
    try stage.process(&result)
    results.append(result.json())
    broken += try Promises(of: stage, document, result).broken.map { "\"\(document.id)\": \($0)" }
  }
  let other = try S(with: options, resources: resources)
  for (document, bytes) in zip(prepared, results).reversed() {
    var result = document
    try other.process(&result)
    if result.json() != bytes { broken.append("\"\(document.id)\": another instance gives another result") }
  }
  return broken
}

/// What one run of a stage shows of its promises.
private struct Promises<S: Stage> {
  private(set) var broken: [String] = []

  init(of stage: S, _ document: Document, _ result: Document) throws {
    var again = document
    try stage.process(&again)
    // Bytes tell more than `==`, which takes a text and its normalized form as equal.
    let bytes = result.json()
    if result != again || bytes != again.json() { broken.append("two runs differ") }
    broken += stage.contract.violations(from: document, to: result)
    if result.trace != document.trace { broken.append("changed the trace, which the runner writes") }
    if result.extra != document.extra { broken.append("changed keys that the format does not know") }
    checkReading(of: result, bytes)
    if let renderer = stage as? any Renderer { try check(renderer, on: document) }
  }

  private mutating func checkReading(of result: Document, _ bytes: [UInt8]) {
    do {
      let read = try Document(json: JSON(parsing: bytes))
      if read != result || read.json() != bytes { broken.append("the document reads back from JSON as another one") }
    } catch {
      broken.append("the document does not read back from JSON: \(error)")
    }
  }

  private mutating func check(_ renderer: any Renderer, on document: Document) throws {
    let artifact = try renderer.render(document)
    if try renderer.render(document) != artifact { broken.append("two renderings differ") }
    // Rows go to a database, whose name is a path or an address.
    if case .rows = artifact.placement { return }
    let parts = artifact.name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
      broken.append("the output's name '\(artifact.name)' leads out of the output folder or to none")
    }
    if let planned = renderer.plannedName(for: document), planned != artifact.name {
      broken.append("planned the output '\(planned)' and rendered '\(artifact.name)'")
    }
  }
}

/// Texts that have tripped stages of many tools: empty, blank, one line, huge, no letters, marks without partners, long
/// words, scripts beyond Latin, emoji, combining marks, characters that change their length with their case.
public let troublesomeDocuments: [Document] = troublesomeTexts.map { Document(id: $0.name, text: $0.text) }

/// Code points that stand for no character, which literals can't hold.
private let noncharacters = String(
  String.UnicodeScalarView([0xFDD0, 0xFFFE, 0xFFFF, 0x10FFFF].compactMap(Unicode.Scalar.init)))

private let troublesomeTexts: [(name: String, text: String)] = [
  ("empty", ""),
  ("one space", " "),
  ("only line feeds", "\n\n\n\n"),
  ("one letter", "a"),
  ("one full stop", "."),
  ("only marks", "... !? \"( - -- ) ' “ » …"),
  ("one word without end", String(repeating: "a", count: 5000)),
  ("one line of many sentences", String(repeating: "It rains. ", count: 300)),
  ("carriage returns", "One.\r\nTwo.\rThree.\n"),
  ("NUL and controls", "a\u{0}b\u{1}c\u{7F}d\u{85}e\u{2028}f"),
  ("marks at both ends", "\u{FEFF}\"Quoted\u{200B}\"\u{AD}"),
  ("combining marks", "e\u{301}\u{323} \u{301} n\u{303}\u{303}\u{303}"),
  ("emoji", "👩‍👩‍👧‍👦 flew to 🇰🇿 on 3 July. 👍🏽"),
  ("other scripts", "Путин прибыл в Астану. 習近平は北京で語った。 قال الوزير. Ο Μητσοτάκης μίλησε."),
  ("unpaired quotation marks", "\"It is late, he said. \"Go home. \"\"\" 'tis"),
  ("headings only", "Title\n\n# One\n\n## Two\n\nTHREE\n\n4. Four\n"),
  ("list", "Needed:\n\n- bread\n- milk\n* salt\n1. first\n2) second\n(a) third"),
  ("numbers", "1,234.56 1.2.3 $5 5% 3/4 12:30 1990s ½ ² 10^6 -7 +44 20 7946 0958"),
  (
    "many combining marks",
    "e" + String(repeating: "\u{301}", count: 300) + " x" + String(repeating: "\u{489}", count: 50)
  ),
  ("case changes the length", "İstanbul STRASSE ŉ ǰ ΐ ﬃ ẞ ß. Ǆ ǅ ǆ ſ K Å"),
  ("noncharacters and private use", "a\u{E000}b\u{F8FF}c\u{FFFD}d\u{FFFC}e" + noncharacters + "f"),
  ("marks of direction", "\u{202E}abc\u{202C} \u{2067}Oslo\u{2069} \u{200F}1,5\u{200E}."),
  ("parts of Hangul, joiners and variants", "\u{1112}\u{1161}\u{11AB} \u{200D}\u{200C} ☎\u{FE0F} \u{E0100}葛"),
  ("huge", String(repeating: "Anna Berg of Oslo paid $5 on 3 May. \"It rains,\" she said.\n\n", count: 500)),
  (
    "article",
    "Ferry Line Opens\n\nOSLO, May 2 - The ferry line opened on Monday, Mayor Anna Berg said. \"We waited for years,\" she said."
  ),
]
