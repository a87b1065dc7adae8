import DocumentModel
import JSON
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct NameTests {
  @Test(arguments: [
    "Mr. [PERSON Olav Brandvik] met Dr. [PERSON Lindqvist] at noon.",
    "The spokesman [PERSON Peter van der Meer] said so.",
    "They asked [PERSON J. K. Halvorsen] to help.",
    "We met [PERSON Lee Soo-jin] there.",
    "[PERSON Anna Berg] works at [ORG Harbour University].",
    "Secretary of State [PERSON Mary Collins] agreed.",
    "She sued [ORG Brightwater Foods Inc.] over it.",
    "He joined the [ORG Ministry of Trade and Industry] as a clerk.",
    "They wrote to the [ORG University of Bergen] about it.",
    "The [ORG Coastal Fisheries Committee] met again.",
    "It lies on [LOC Lake Brenna] below [LOC Mount Skarn].",
    "They crossed the [FAC Eastgate Bridge] on foot.",
    "We drove from [GPE Kazakhstan] to [GPE Tokyo] once.",
    "The [GPE Hong Kong] office opened.",
    "The parcel came from [GPE Dayton, Ohio].",
    "The ministers signed the [LAW Northern Waters Treaty] there.",
    "It breaks the [LAW Convention on the Rights of the Child] again.",
    "He fought in [EVENT World War II] as a boy.",
    "The roofs flew off in [EVENT Hurricane Wilhelmina] that week.",
    "It was the [EVENT 1997 Irish general election] that decided.",
    "She wrote the novel \"[WORK_OF_ART The Long Ferry Home]\" here.",
    "An [PRODUCT F-16] and two [PRODUCT Boeing 737] jets landed.",
    "Few can write the [LANGUAGE Kazakh] language well.",
    "The nurse is fluent in [LANGUAGE English].",
    "Two [NORP Norwegian] farmers met [NORP Buddhists] there.",
    "They wrote in the journal [ORG Quendo Matter Letters] last year.",
    "He moved to [GPE Tulsa], [GPE OK] with his dog.",
    "They met in the [FAC Bank of Norway Stadium] at noon.",
    "We like the [ORG QXD] youth club ([ORG Quiet Xylophone Days]) most.",
    "They ran the [ORG AIM] camp ([ORG Advanced Ideas Movement]). Aim high, said the [ORG AIM].",
    "The charity [ORG Operation Quendo] fed them.",
    "She writes on [ORG 4chan] every day.",
  ])
  func findsNames(marked: String) throws {
    let tagged = try run(EntityTagStage.self, on: MarkedText(expectable(marked)).text)
    #expect(
      MarkedText.marking(tagged, only: Set(Label.ontoNotes.filter(\.isName).map { LabelNames().name(of: $0) }))
        == expectable(marked))
  }

  /// "Dayton, Ohio" is two places; the table shows them as one for reading.
  private func expectable(_ marked: String) -> String {
    marked.replacing("[GPE Dayton, Ohio]", with: "[GPE Dayton], [GPE Ohio]")
  }

  @Test(arguments: [
    "Reading is nice in March.",
    "He will turkey shop on the mobile phone.",
    "The young man asked us who can go.",
    "GDP fell and HIV spread.",
  ])
  func leavesOrdinaryWordsAlone(text: String) throws {
    let tagged = try run(EntityTagStage.self, with: ["labels": ["PERSON", "ORG", "GPE", "LOC", "FAC"]], on: text)
    #expect(MarkedText.marking(tagged) == text)
  }

  @Test func headingsTakeOnlyKnownNames() throws {
    let text = "Harbour Opens Wide After Berg Speech\n\nMayor Anna Berg opened the harbour."
    let tagged = try run(EntityTagStage.self, with: ["labels": ["PERSON", "ORG", "FAC"]], on: text)
    #expect(
      MarkedText.marking(tagged)
        == "Harbour Opens Wide After [PERSON Berg] Speech\n\nMayor [PERSON Anna Berg] opened the harbour.")
  }
}
