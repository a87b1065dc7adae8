import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SectionSplitPlugin

/// Abbreviations and ordinals of languages; ` | ` stands where one sentence ends and the next begins.
@Suite struct LanguageTests {
  static let sentences = [
    ("de", "Am 3. Oktober spielte der 1. FC Lindow im 2. Stock. | Der Eintritt war frei."),
    ("de", "Sie kam auf Platz 2. | Danach ging sie heim. | Am 09./10. Mai kommt sie wieder."),
    ("de", "Das kostet 3 Mrd. Euro bzw. Dollar, vgl. Abs. 3 und Abb. 7. | Niemand zahlt."),
    ("de", "Der Hof, z. B. Die Linde, d.h. Das Haus, stammt aus dem 19. Jh. | Es ist leer."),
    ("de-AT", "Ludwig XIV. König von Frankreich, lebte bis 1715. | Er baute viel."),
    ("de", "Es gab Obst, Gemüse usw. | Über den Preis sprach Dr. Ahn. | Art. 5 gilt."),
    ("fr", "M. Le Goff et Mme Roux ont lu l'art. 5. | M. Petit est parti vers 200 av. J.-C. | Il dort."),
    ("fr", "Il y a des pommes, des poires, etc. | Le reste est cher. | Écoutez p. ex. Marie."),
    ("es", "El Sr. Ruiz y la Dra. Gil viven en EE. UU. | Él trabaja, pág. 12, en la Av. Mayor."),
    ("it", "Il sig. Rossi e il dott. Neri, cfr. Gazzetta 12, arrivano. | È tardi, ecc. | Tutto qui."),
    ("pt-BR", "O Sr. Dias e a Profa. Luz chegaram. | É o art. 5, pág. 12. | A Dra. Sá ficou."),
    ("nl", "Dhr. Smit en mevr. Bos zagen o.a. Jan, bijv. Piet, enz. | Het regende op blz. 12."),
    ("it", "Secondo l’art. 3 della legge e l'avv. Rossi non si parla. | Basta."),
    ("fr", "Il habite l'av. Foch, dit-on. | C'est loin."),
    ("de", "Die Stelle ist in der Katharinenstr. 17, nicht am Bahnhofspl. 11B in Leipzig. | Sie ist zu."),
    ("de", "Das Virus heißt Sars-CoV-2. | Vieles ist neu. | Elisabeth II. Königin, lebt."),
    ("de", "1. Wir haben es im Rahmen des 2. Forums vorgestellt. | 2. Forscher kamen."),
    ("es", "El 2do. Domingo vino el DT. Mauricio Solís. | Perdieron."),
    ("es", "El equipo llegó 2do. | Después perdió la final."),
    ("da", "De kom kl. 23. | Det regnede."),
    ("es", "Vive en EE. UU. Juan lo sabe."),
    ("nl", "Het regende de hele dag. | 's Avonds werd het droog. | 't Is mooi geweest."),
    ("pl", "To było w latach 30. | Potem nikt tam nie mieszkał."),
    (
      "pl",
      "Stadion im. Alfreda Smoczyka i ok. 400% w 16 proc. (raport z 2018 r.) to ul. Długa, tzw. Smok. | Tak mówi dr hab. Nowak."
    ),
    ("pol", "Pomógł im. | Potem wzrosła o 10 proc. | Eksperci liczą, np. Jan, m.in. Ewa."),
    ("deu", "Am 3. Oktober kam Fa. Meyer zum 100. Geburtstag. | Danach ging sie."),
    ("es", "Los JJ. OO. y las FF. AA. esperan a la Pdta. Gil. | Nadie viene."),
    ("pt", "O Gen. Dias chegou. | A Dra. Sá ficou."),
  ]

  @Test(arguments: sentences)
  func knowsAbbreviations(language: String, text: String) throws {
    let expected = text.split(separator: " | ").map(String.init)
    let document = try split(expected.joined(separator: " "), in: language)
    #expect(document.sentences?.map { String(document[$0.range]) } == expected)
  }

  @Test(arguments: [("en-GB", []), ("de", []), ("ger", []), ("pl", []), ("sv", ["language-not-served"])])
  func tellsWhereItKnowsNone(language: String, codes: [String]) throws {
    #expect(try split("A. B.", in: language).diagnostics.map(\.code) == codes)
  }

  private func split(_ text: String, in language: String) throws -> Document {
    var document = Document(id: "one", text: text)
    document.metadata.language = language
    return try run(SectionSplitStage.self, with: ["headings": []], on: document)
  }
}
