import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SectionSplitPlugin

@Suite struct SentenceTests {
  /// A text and what is proved by it; ` | ` stands where one sentence ends and the next begins.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static let ends: [Case] = [
    Case("full stops", "It rained. | Nobody minded."),
    Case("question marks", "Will it rain? | Nobody knows."),
    Case("exclamation marks", "It rains! | At last."),
    Case("runs of marks", "What?! | Never!! | Why??? | Because."),
    Case("a digit begins a sentence", "The vote failed. | 12 members stayed away."),
    Case("a year ends one", "It was built in 1998. | It burned in 2004."),
    Case("an amount ends one", "She paid $40.50. | He paid nothing."),
    Case("a web address ends one", "The form is at https://forms.example.org/a.b/c.html. | Print it."),
    Case("a mail address ends one", "Write to Ana.Costa@example.org. | She answers."),
    Case(
      "note numbers belong to what is before them",
      "The bridge fell in 1902. [4] | It was rebuilt. [5] [6] | It stands."),
    Case(
      "a remark in brackets belongs to what is before it", "He wrote it alone. [citation needed] | Few believe that."),
    Case("a citation with its own stop goes on", "\"No one saw it.\" (Berg 2019). | She was wrong."),
    Case("a name with a small first letter", "The firm failed. | eToys was next. | iPhones sold."),
    Case("no space after the stop", "The game was lost.|Nobody cheered."),
    Case("no space before a word of one letter", "It lasted for several years.|A second one came."),
    Case(
      "no space behind a straight mark",
      "\"It rained,\" he said.|\"Then it snowed,\" he said.|\"It was cold.\"|Then he ran."),
    Case("no space behind a mark that closes", "“It rained.”|Then he ran."),
    Case("smileys", "You mean it, right? :) | It took two years. ;-) | Thanks! :D | It rains. :( | And it snows."),
    Case("raised digits", "The bridge fell.¹ | It was rebuilt.¹² | It stands.† | Nobody knows why."),
    Case("emphasis closes after the stop", "**It is over.** | The crowd left."),
  ]

  static let abbreviations: [Case] = [
    Case("titles", "Dr. Lena Voss met Mr. and Mrs. Oduya and Gen. Prat. | Sen. Ito left."),
    Case("places", "They drove from St. Anton to Mt. Hood by Ft. Worth. | It took days."),
    Case("a street ends a sentence", "The shop is on Canal St. | The bank is opposite."),
    Case("states", "She was born in Davis, Calif. | Her father taught."),
    Case("initials of which one is a word too", "Ask Trewick, S. A. Stone and T. A. Lund. | They know."),
    Case("initials", "J. K. Adebayo and Maria L. Stone agreed. | P. Ng did not."),
    Case("a letter ends a sentence", "They ran out of vitamin C. | The crew fell ill."),
    Case("the pronoun is no initial", "Nobody knows it but you and I. | Did Paul I. Kerr ask?"),
    Case("numbers", "See No. 7, pp. 12 and Fig. 3. | It is clear."),
    Case("no is a word too", "The minister said no. | Parliament said yes."),
    Case("months", "It opens on Sept. 5 and shuts on Nov. 2. | Book now."),
    Case("companies", "Hale & Co. and Rix Inc. merged. | They hired staff. | Ask Rix Inc. | They know."),
    Case("Jr. and its genitive", "That was Tom Hale Jr.'s boat. | It sank."),
    Case("Latin", "Use fruit, e.g. Bramley apples, i.e. Sour ones. | Peel them, slice them, etc. | Then bake."),
    Case("acronyms before small letters", "The U.S. economy and the U.N. vote. | It passed."),
    Case("acronyms before names", "The U.S. Senate met U.K. Foreign Office staff."),
    Case("acronyms end sentences", "She lives in the U.S. | He does not. | What about the E.U. | How would that go?"),
    Case("times of day", "It opens at 9 a.m. and shuts at 5 p.m. | Entry is free."),
    Case("a day after the time", "It begins at 9 a.m. Monday and at 6 p.m. EST elsewhere."),
    Case("a time opens a sentence", "At 7 a.m. Mr. Ruiz left. | He came back at 9 p.m. | Mrs. Ruiz was out."),
    Case("degrees", "Ann Bell, Ph.D., spoke. | She has a Ph.D. | She uses it."),
    Case("capitals are no abbreviation", "Few use IE. | Its share fell."),
    Case("places in capitals", "They drove from ST. Anton to MT. Hood by CO. Kildare. | It took days."),
    Case("an abbreviation's letters in capitals", "It came from the Phoenix VA. | Charges followed in ST. LOUIS."),
    Case("before numbers", "Prop. 187, H.J.Res. 124, 9 S. Ct. 1916 and a town (pop. 20,000). | Nobody asked."),
    Case("measures", "Take 2 tbsp. Olive oil and 1 tsp. Salt. | Stir."),
    Case("a time without space", "The race begins at 6:24p.m. ET and at 5 p.m. | Bring a hat."),
    Case("numbers of items within", "There are three ways: 1. Wait there; 2. Go back; 3. ask. | We went."),
    Case("a letter begins one", "Q. What happens next? | A. The bridge opens."),
  ]

  static let marksThatClose: [Case] = [
    Case("quotation marks", "\"We waited.\" | \"For whom?\" | Nobody said."),
    Case("curly marks", "“We waited.” | “For whom?” | Nobody said."),
    Case("guillemets", "«Wir warten.» | »Auf wen?« | Keiner sprach."),
    Case("guillemets with spaces", "« On attend. » | Personne ne vient."),
    Case(
      "guillemets before a comma", "Il a demandé « Pourquoi ? », puis il est parti. | Elle a crié « Non ! ». | Il rit."),
    Case("guillemets that open", "Il parle. | « On attend. | Rien. » | Elle dort. | « Non ! » | Elle rit."),
    Case("guillemets the other way", "Er ging. | »Ja.« | Dann kam er. | „Nein.“ | Sie blieb."),
    Case("an opening mark without space", "She left them.|“Go home,” he said."),
    Case("marks in marks", "“He said, ‘Wait.’” | We did."),
    Case("brackets", "It was late. | (Nobody had slept.) | Then they left."),
    Case("a sentence in brackets with its stop behind them", "It is closed. | (See the map below). | The ferry runs."),
    Case("a name in brackets", "“No one saw it.” (Anna Berg). | It rained. (Anna van Berg, 2019). | It is over."),
    Case("brackets behind an ellipsis", "She sang (Ae Fond Kiss... ). | They left."),
    Case("a sentence in brackets within another", "The clerk (He had seen them all.) nodded at her."),
    Case("a small letter goes on", "\"Go home!\" he said. | \"Why?\" she asked. | \"Now.\" they told her."),
    Case("a name that speaks goes on", "\"Go home!\" Berg said. | “Why?” Mrs. Ahn asked. | \"Is it?\" I asked."),
    Case("a name that leads up to the next", "“It is over.” | Berg added, “Go home.” | “Why?” Ahn asked, “Is it?”"),
    Case("a name that does not", "\"Go home!\" | Berg turned away from the others."),
    Case("single marks", "She called out, 'It works.' and ran. | 'It works.' | She ran."),
  ]

  static let noEnds: [Case] = [
    Case("decimals and versions", "It grew 2.5 percent in version 10.2.1 of the index."),
    Case("file names", "Open notes.txt and Main.swift in src/lib.rs first."),
    Case("an exclamation in a name", "He worked for Yahoo! in those years."),
    Case("an exclamation in a longer name", "He told Yahoo! News so, and the host of Jeopardy! Jim Lund."),
    Case("ellipses within", "Well ... maybe … I see ... but no."),
    Case("a spaced ellipsis and the pronoun", "What I mean . . . I never meant it."),
    Case("an ellipsis in brackets", "\"Talks [...] went on for days.\""),
    Case("no stop at all", "Ferry times from 4 May"),
    Case("only marks", "?! ... \""),
  ]

  static let ellipses: [Case] = [
    Case("an ellipsis ends one", "They waited... | The train never came."),
    Case("the one-character ellipsis", "They waited… | The train never came."),
    Case("four dots", "I thought so.... | She had gone."),
    Case("spaced dots", "They left it out . . . . | What remains is short."),
    Case("an ellipsis of what was left out after a sentence", "It ended badly. | . . . The rest is known."),
    Case("a mark between the dots", "It said 'no.'. . . | In the end it was."),
    Case("an ellipsis in quotation marks", "“If only ….” | He stopped."),
    Case("an ellipsis opens a quotation", "“… We should go.” | They went."),
  ]

  static let dashes: [Case] = [
    Case("a small letter behind a dash", "“It is our trust.” – sums up the writer. | Tea, cakes, etc. — but no milk."),
    Case("a capital behind a dash", "“Maybe.” | – Nobody knows. | — They went."),
    Case("questions in a dialogue", "– Hvorfor det? | – Fordi jeg vil. | – Det er viktig! | – Ja! – sier han."),
    Case("a dash before a comma, and at the end", "“Where to?” –, nobody asked. | How do you get there? -"),
    Case("a dialogue", "– It is late – said the clerk. | – We shall go – and soon."),
  ]

  static let withoutStops: [Case] = [
    Case(
      "a headline and the day below it, in one line",
      "Town shuts its oldest bridge for good | Tuesday, May 5, 2026 | Nobody knows when it will open again."),
    Case("a day within a sentence", "The bridge was shut on Tuesday, May 5, 2026, when a cable broke."),
    Case("a day that the sentence goes on from", "It has been shut since Tuesday, May 5, 2026 for good reasons."),
    Case("a caption before the text", "Figure 1.2 | This map shows where the bridge stood before the flood."),
    Case("a title in quotation marks", "He hosts \"Radio – The early years\" and “Talk – The show” here."),
    Case("a name behind a dash", "It was his 90th — Mr. Roe said so."),
    Case("names in a row", "The council of Upper Lindow met Mayor Dora Finch and the Bridge Trust of North Hale."),
    Case("titles of works", "She read The Old Man and the Sea in The Hague before In Cold Blood came out."),
  ]

  static let smallLetters: [Case] = [
    Case("an author without capitals", "i went there twice. | they never opened. | the sign was gone."),
    Case("an author with them", "It costs approx. five euros, incl. tea, and lasts until late."),
    Case("a name with an exclamation mark", "He sold his shares in Yahoo! in the spring."),
  ]

  static let quotations: [Case] = [
    Case("led up to", "The mayor said, “It is over. Go home.” | She left."),
    Case("led up to, straight marks", "The mayor said: \"It is over. Go home!\" | She left."),
    Case("a stop behind the marks", "The sign says \"Wait here. Ring twice\". | Nobody came."),
    Case("led up to, German marks", "Sie sagte: „Nein. Ich gehe.“ | Er rief: »Halt. Warte!« | Sie ging."),
    Case("led up to, French marks", "Elle dit : « Non. Je pars. » | Il crie «Attends. Reste!» | Elle rit."),
    Case("led up to, Polish marks", "Powiedziała: „Nie. Idę.” | Poszła."),
    Case("at the beginning", "“It is over. | Go home,” said the mayor. | She left."),
    Case("broken off", "“It is over,” said the mayor. | “Go home. | Sleep.”"),
    Case("never closed", "The mayor said, “It is over. | Go home. | She left."),
    Case(
      "long",
      "The mayor said, “\(HeadingTests.prose) | \(HeadingTests.prose) | \(HeadingTests.prose)” | She left."),
  ]

  static let lists: [Case] = [
    Case("the mark of an item", "1. Wash the rice."),
    Case("numbers in a row", "1. Wash the rice | 2. Boil the water | 3. Wait"),
    Case("numbers and brackets", "1) Wash the rice. | 2) Boil the water."),
    Case("numbers, stops and brackets", "1.) Wash the rice | 2.) Boil the water"),
    Case("letters", "a. The rice b) is not | b. The water | c. The salt"),
    Case("letters in brackets", "(a) The rice | (b) The water"),
    Case(
      "long items in brackets",
      "(1) The rice | (2) The water, of which there should be more than most of us pour on it | (3) The salt"),
    Case("bullets", "• The rice | • The water"),
    Case("bullets before numbers", "• 3. The rice | • 4. The water"),
    Case("numbers out of order", "1. See Table 4. | A fourth is missing."),
  ]

  static let otherScripts: [Case] = [
    Case("Chinese", "雨停了。|没有人说话！|为什么？"),
    Case("Japanese quotations", "彼は言った。|「帰ろう。」と彼女は答えた。|『本』を読んだ。|「もう遅い。」|彼は去った。"),
    Case("Japanese questions in quotations", "「なぜ？」という問い。|「早く！」など。|雨だ。"),
    Case("Japanese quotations amid a sentence", "彼は「雨だ。もう帰ろう」と言い、「なぜ？」でも「いつ！」でもないと答えた。|雨だ。"),
    Case("Japanese quotations of several sentences", "「雨だ。帰ろう。」と言った。|彼は言う。|「雨だ。|帰ろう。」|誰もいない。"),
    Case("Japanese half-width stops", "本当ですか?|次は雨だ。|すごい!|「帰ろう!」|彼は去った。|なぜ?と聞かれた。|はい!|はい!"),
    Case("a half-width mark that was misread", "戴夫?汉森走了。|他们哭了。"),
    Case("titles", "他看了《你好！李焕英》和〈走！〉。|我喜欢《为什么？》这本书。"),
    Case("Chinese quotations that are led up to", "他说：“走吧。我们走。”|她哭了。|王明说：「為什麼？我不知道」。|他們走了。"),
    Case("words that begin like particles", "誰が？|はっきりしない。|本当？|とんでもない。|你去吗？|的士来了。"),
    Case("quotations that end their sentence", "父は「行け。」|しかし私は残った。"),
    Case("titles that are never closed", "他看了《唐人街探案。|后来他哭了。|他喜欢《流浪地球》。"),
    Case("names with a mark", "Yahoo！ニュースを見た。|Yahoo! JAPANだ。"),
    Case("Chinese quotations", "他说。|“我走了。”|她哭了。|“为什么？”的问题很难。"),
    Case("full-width decimals", "売上は２．５倍に増えた。|次は。"),
    Case("Arabic", "هل جاء؟ | لم يأت."),
    Case("Hindi", "वह आया। | वह गया।"),
    Case("Cyrillic", "Дождь кончился. | Никто не ушёл. | А Анна?"),
    Case("Greek", "Βρέχει. | Έλα μέσα."),
    Case("inverted marks", "Llueve. | ¿Quién viene? | ¡Nadie!"),
  ]

  @Test(arguments: ends + abbreviations + marksThatClose)
  func endsSentences(_ item: Case) throws { try expectSentences(item) }

  @Test(arguments: noEnds + ellipses + dashes + lists + otherScripts)
  func looksAtMoreThanTheStop(_ item: Case) throws { try expectSentences(item) }

  @Test(arguments: withoutStops + smallLetters + quotations)
  func looksAtBothSides(_ item: Case) throws { try expectSentences(item) }

  @Test func dividesQuotationsWhereAsked() throws {
    let document = try run(
      SectionSplitStage.self, with: ["introduced-quotations": false], on: "The mayor said, “It is over. Go home.”")
    #expect(document.sentences?.map { String(document[$0.range]) } == ["The mayor said, “It is over.", "Go home.”"])
  }

  @Test(arguments: [nil, "en", "de"])
  func learnedEnglishAlone(language: String?) throws {
    var document = Document(id: "small", text: "they never opened. the sign was gone.")
    document.metadata.language = language
    let sentences = try run(SectionSplitStage.self, with: ["headings": []], on: document).sentences
    #expect(sentences?.count == (language == "de" ? 1 : 2))
  }

  private func expectSentences(_ item: Case) throws {
    let isApart = item.text.contains(" | ")
    let expected = item.text.split(separator: isApart ? " | " : "|").map(String.init)
    let document = try run(
      SectionSplitStage.self, with: ["headings": []], on: expected.joined(separator: isApart ? " " : ""))
    #expect(document.sentences?.map { String(document[$0.range]) } == expected)
  }
}
