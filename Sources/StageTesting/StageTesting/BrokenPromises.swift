public import DocumentModel
public import JSON
public import StageKit

/// What a stage owes its neighbours and does not keep, in words; empty where all is well.
///
/// Checked on each of `documents` (texts that have tripped stages before, unless others are given): the same answer
/// twice, every promised layer there, no other layer touched, ranges inside the text and between characters, indices
/// that lead somewhere, the text changed only by who says so, and a JSON form that reads back as the same document.
///
/// - Parameter prepare: gives a bare document the layers that the stage requires.
public func brokenPromises<S: Stage>(
  of type: S.Type, with options: JSONObject = [:], resources: Resources = Resources(),
  on documents: [Document] = troublesomeDocuments, prepare: (inout Document) throws -> Void = { _ in }
) throws -> [String] {
  let stage = try S(with: options, resources: resources)
  var broken: [String] = []
  for var document in documents {
    try prepare(&document)
    func blame(_ what: String) { broken.append("\"\(document.id)\": \(what)") }
    var result = document
    var again = document
    try stage.process(&result)
    try stage.process(&again)
    // Bytes tell more than `==`, which takes a text and its normalized form as equal.
    let bytes = result.json()
    if result != again || bytes != again.json() { blame("two runs differ") }
    for violation in stage.contract.violations(from: document, to: result) { blame(violation) }
    do {
      let read = try Document(json: JSON(parsing: bytes))
      if read != result || read.json() != bytes { blame("the document reads back from JSON as another one") }
    } catch {
      blame("the document does not read back from JSON: \(error)")
    }
  }
  return broken
}

/// Texts that have tripped stages of many tools: empty, blank, one line, no letters, marks without partners, long words,
/// scripts beyond Latin, emoji and combining marks.
public let troublesomeDocuments: [Document] = [
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
    "article",
    "Ferry Line Opens\n\nOSLO, May 2 - The ferry line opened on Monday, Mayor Anna Berg said. \"We waited for years,\" she said."
  ),
].map { Document(id: $0, text: $1) }
