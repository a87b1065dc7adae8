import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SummarizePlugin

/// What is asked says nothing without its answer.
@Suite struct InterviewTests {
  private func chosen(_ marked: String, _ count: Int = 3) throws -> String {
    try run(SummarizeStage.self, with: ["sentences": .integer(count)], on: Document(marked: marked)).summary?.text ?? ""
  }

  private let answers = """
    |The ferry line across the harbour of Brask carries nine thousand passengers on each day of the summer.|
    |The old ferry had an engine from a fishing boat, and the harbour paid for all of its repairs.|
    |A second ferry will come in the spring, and the tickets of the ferry line will cost less.|
    """

  /// Turns without labels: a paragraph that ends in a question is the asker's, whatever else it says.
  @Test func leavesOutWhatIsAsked() throws {
    let turns = answers.split(separator: "\n")
    let text = try chosen(
      """
      # The ferry line of Brask and its harbour
      |You have run the ferry line across the harbour of Brask for years.|
      \(turns[0])
      |The ferry line of Brask is known for its old ferry.| |What did the ferry line cost the harbour of Brask?|
      \(turns[1])
      |Will the ferry line of Brask across the harbour have a second ferry, as the passengers ask?|
      \(turns[2])
      """)
    for asked in ["You have run", "is known for", "What did", "Will the ferry"] { #expect(!text.contains(asked)) }
    #expect(text.contains("nine thousand"))
  }

  @Test func knowsWhoAsksByLabels() throws {
    let text = try chosen(
      """
      # The ferry line of Brask
      |Gazette: Does the ferry line of Brask pay for the harbour?|
      |Keller: The ferry line pays for the harbour of Brask with the tickets of its passengers.|
      |Gazette: Will the ferry line of Brask have another ferry?|
      |Keller: The ferry line will have a second ferry in spring, which the harbour has paid for.|
      |Gazette: The ferry line of Brask across the harbour has been loved by many for a long time now.|
      |Keller: We carry nine thousand passengers a day across the harbour on the ferry line.|
      """)
    #expect(!text.contains("Gazette:"))
  }

  /// A question amid a report is worth less, and no interview.
  @Test func takesAQuestionWhereThereIsNothingElse() throws {
    #expect(try chosen("|Will the ferry line of Brask have a second ferry in spring?|") != "")
    let report = try chosen(
      "|Will the ferry line of Brask have a second ferry?|\n|The ferry line of Brask gets a second ferry in spring.|", 1
    )
    #expect(report == "The ferry line of Brask gets a second ferry in spring.")
  }

  @Test(arguments: [
    "Thank you very much for the ferry line of Brask across the harbour.",
    "Good morning to the passengers of the ferry line of Brask across the harbour.",
    "Keller with one of the ferries of the line of Brask that have not yet been sold.",
  ])
  func leavesOut(words: String) throws {
    let text = try chosen("|\(words)|\n\(answers)", 1)
    #expect(!text.contains(words))
  }

  /// Letters that are all capitals tell no names, and "USE" is as common a word as "use".
  @Test func readsATextInCapitals() throws {
    let document = Document(
      marked: "|THEY USE THE SEA WALL TO USE THE SALT MARSH.| |USE OF THE SEA WALL AND THE SALT MARSH IS FREE.|")
    let found = try run(SummarizeStage.self, on: document).keyphrases?.map(\.text) ?? []
    #expect(Set(found) == ["SEA WALL", "SALT MARSH"])
  }

  @Test(arguments: ["Early life", "Introduction", "GET IN"])
  func digestIsNoGeneralTitle(title: String) throws {
    let document = Document(marked: "# \(title)\n|The ferry line of Brask opened on Sunday.|")
    #expect(
      try run(SummarizeStage.self, on: document).summary?.extra["digest"] == "The ferry line of Brask opened on Sunday."
    )
  }

  /// A salutation before a comma is no clause to end at.
  @Test func digestIsCutAfterAVerb() throws {
    let document = Document(
      marked:
        "|Members of the Brask Harbour Board, ladies and gentlemen of the town of Brask, the ferry line opened on a "
        + "Sunday in May after three years.|")
    #expect(
      try run(SummarizeStage.self, on: document).summary?.extra["digest"]
        == "Members of the Brask Harbour Board, ladies and gentlemen of the town of Brask, the ferry line opened on a Sunday in May…"
    )
  }

  @Test func germanHasNoDaysAndVerbsAmongItsPhrases() throws {
    let document = Document(
      marked: "|Die Fähre fährt am Montag wieder über den Hafen.| |Die Stadt zahlte im Mai neun Millionen.|",
      language: "de")
    let found = try run(SummarizeStage.self, on: document).keyphrases?.map(\.text) ?? []
    for word in ["Montag", "Mai", "Fähre fährt"] { #expect(!found.contains(word)) }
  }
}
