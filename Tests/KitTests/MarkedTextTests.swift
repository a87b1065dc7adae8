import DocumentModel
import StageTesting
import Testing

@Suite struct MarkedTextTests {
  @Test(
    arguments: [
      ("", "", []), ("plain", "plain", []),
      (
        "On [DATE July 3], [PERSON Anna Berg] spoke.", "On July 3, Anna Berg spoke.",
        [("DATE", 3, 9), ("PERSON", 11, 20)]
      ),
      ("[FAC [GPE Oslo]'s harbour]", "Oslo's harbour", [("FAC", 0, 14), ("GPE", 0, 4)]),
      ("[ORG é][WORK_OF_ART 😀]", "é😀", [("ORG", 0, 2), ("WORK_OF_ART", 2, 6)]),
      ("[sic] [1] [A cat] [ORG [x] y] ]", "[sic] [1] [A cat] [x] y ]", [("ORG", 18, 23)]),
      ("[ORG ]", "", [("ORG", 0, 0)]),
    ] as [(String, String, [(String, Int, Int)])])
  func readsMarks(marked: String, text: String, marks: [(String, Int, Int)]) {
    let read = MarkedText(marked)
    #expect(read.text == text)
    #expect(read.marks == marks.map { MarkedText.Mark($0.0, TextRange($0.1, $0.2)) })
    #expect(read.description == marked)
  }

  @Test func marksEntities() {
    var document = Document(text: "Oslo's harbour")
    #expect(MarkedText(entitiesOf: document) == MarkedText("Oslo's harbour"))
    document.entities = [
      Entity(range: TextRange(0, 4), label: .gpe, by: "t"), Entity(range: TextRange(0, 14), label: .fac, by: "t"),
    ]
    #expect(MarkedText(entitiesOf: document) == MarkedText("[FAC [GPE Oslo]'s harbour]"))
    #expect(MarkedText(entitiesOf: document) != MarkedText("[GPE Oslo]'s [FAC harbour]"))
  }
}
