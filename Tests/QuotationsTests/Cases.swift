extension Case {
  static let all: [Case] = marks + attributions + indirect + complements + extents + noQuotations + languages

  private static let marks = [
    Case(
      "straight", "|\"We waited for years,\" said [Anna Berg].|",
      ["direct “\"We waited for years,\"” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "curly", "|“We waited for years,” [Anna Berg] said.|",
      ["direct ““We waited for years,”” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "single, British, with an apostrophe inside", "|‘It’s the pilots’ turn now’, said [Anna Berg].|",
      ["direct “‘It’s the pilots’ turn now’” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "single and straight", "|'We waited for years,' said [Anna Berg].|",
      ["direct “'We waited for years,'” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "two apostrophes", "|''We waited for years,'' said [Anna Berg].|",
      ["direct “''We waited for years,''” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "guillemets", "|«We waited for years», said [Anna Berg].|",
      ["direct “«We waited for years»” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "one within another", "|“She told me, ‘Go home,’ and I went,” [Anna Berg] said.|",
      ["direct ““She told me, ‘Go home,’ and I went,”” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "over two paragraphs, the mark repeated",
      "|“We waited for years.| |It was long.|\n|“Then it came,” said [Anna Berg].|",
      ["direct ““We waited for years. It was long.\n\n“Then it came,”” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "curly before, straight after", "|“We waited for years,\" said [Anna Berg].|",
      ["direct ““We waited for years,\"” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "at a sentence's start without space", "|It rained.||\"We waited for years,\" [Anna Berg] said.|",
      ["direct “\"We waited for years,\"” by Anna Berg source “Anna Berg” cue “said”"]),
    Case("feet and inches", "|He is 6'2\" tall and 5'9\" wide.|", []),
  ]

  private static let attributions = [
    Case(
      "broken by its attribution", "|“The line,” said [Anna Berg], the mayor, “was closed in May.”|",
      [
        "direct ““The line,”” by Anna Berg source “Anna Berg, the mayor” cue “said”",
        "direct ““was closed in May.”” by Anna Berg source “Anna Berg, the mayor” cue “said”",
      ]),
    Case(
      "a second sentence without its own", "|“It works,” [Berg] told reporters on Monday.| |“We are glad.”|",
      [
        "direct ““It works,”” by Berg source “Berg” cue “told reporters”",
        "direct ““We are glad.”” by Berg source “Berg” cue “told reporters”",
      ]),
    Case(
      "before, with a colon", "|In a statement, [Anna Berg] said: “The line will open.”|",
      ["direct ““The line will open.”” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "with an apposition", "|“It works,” [Anna Berg], the mayor of the port, later said.|",
      ["direct ““It works,”” by Anna Berg source “Anna Berg, the mayor of the port” cue “said”"]),
    Case(
      "occasion and time are not the source", "|“It works,” said [Anna Berg] in an interview on Monday.|",
      ["direct ““It works,”” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "a participle", "|[Berg] waved at the crowd, adding: “We did it together.”|",
      ["direct ““We did it together.”” by Berg source “Berg” cue “adding”"]),
    Case(
      "a participle after when it was said",
      "|[Berg] came on Monday.| |The following day, [she] went on board, underscoring the need for a new line.|",
      ["indirect “the need for a new line” by Berg source “she” cue “underscoring”"]),
    Case("what nobody claims to do", "|[Berg] does not claim to know the line.|", []),
    Case("what shows something says nothing", "|[Berg]'s new plans underscore the need for a line.|", []),
    Case(
      "a second verb", "|[Berg] laughed and said, “We did it together.”|",
      ["direct ““We did it together.”” by Berg source “Berg” cue “said”"]),
    Case(
      "a pronoun for the only person", "|[Anna Berg] opened the line.| |“We waited for years,” she said.|",
      ["direct ““We waited for years,”” by Anna Berg source “she” cue “said”"]),
    Case(
      "a pronoun that could be either", "|[Anna Berg] met [Tom Lund].| |“We waited for years,” he said.|",
      ["direct ““We waited for years,”” source “he” cue “said”"]),
    Case(
      "a pronoun that cannot be the last speaker",
      "|“It works,” said Mr [Tom Lund].|\n|“We waited for years,” she said.|",
      [
        "direct ““It works,”” by Tom Lund source “Mr Tom Lund” cue “said”",
        "direct ““We waited for years,”” source “she” cue “said”",
      ]),
    Case(
      "a role that one person has",
      "|The mayor, [Anna Berg], met [Tom Lund].|\n|“We waited for years,” the mayor said.|",
      ["direct ““We waited for years,”” by Anna Berg source “the mayor” cue “said”"]),
    Case(
      "a spokesman for someone is not the one", "|“We waited for years,” said a spokesman for [Anna Berg].|",
      ["direct ““We waited for years,”” source “a spokesman for Anna Berg” cue “said”"]),
    Case(
      "alone in a paragraph", "|“It works,” said [Anna Berg].|\n|“We are glad that it does.”|",
      [
        "direct ““It works,”” by Anna Berg source “Anna Berg” cue “said”",
        "direct ““We are glad that it does.”” by Anna Berg source “Anna Berg” cue “said”",
      ]),
    Case(
      "after a line with a colon", "|[Anna Berg] continued:|\n|“We are glad that it does.”|",
      ["direct ““We are glad that it does.”” by Anna Berg source “Anna Berg” cue “continued”"]),
    Case(
      "whoever the sentence before is about", "|[Anna Berg] was not amused.| |“We are tired of it.”|",
      ["direct ““We are tired of it.”” by Anna Berg source “Anna Berg”"]),
    Case("nobody", "|Signs hung everywhere.|\n|“We are tired of it.”|", ["direct ““We are tired of it.””"]),
  ]

  private static let indirect = [
    Case(
      "said that", "|On Monday, [Anna Berg] said that the line would close.|",
      ["indirect “the line would close” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "said", "|[Anna Berg] said she would close the line.|",
      ["indirect “she would close the line” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "at the end", "|The line will close in May, [Berg] said on Monday.|",
      ["indirect “The line will close in May” by Berg source “Berg” cue “said”"]),
    Case(
      "in the middle", "|The line, [Berg] said, will close in May.|",
      ["indirect “The line, Berg said, will close in May” by Berg source “Berg” cue “said”"]),
    Case(
      "according to, first", "|According to [Anna Berg], the line will close.|",
      ["indirect “the line will close” by Anna Berg source “Anna Berg” cue “According to”"]),
    Case(
      "according to, before a clause with a number", "|According to the office, 400 ships called at Oslo.|",
      ["indirect “400 ships called at Oslo” source “the office” cue “According to”"]),
    Case(
      "according to, last", "|The line will close, according to the report.|",
      ["indirect “The line will close” source “the report” cue “according to”"]),
    Case(
      "mixed", "|[Berg] said that the plan was “serious and useful” to all.|",
      ["mixed “the plan was “serious and useful” to all” by Berg source “Berg” cue “said”"]),
    Case(
      "called", "|[Berg] called the plan “serious and useful”.|",
      ["mixed “the plan “serious and useful”” by Berg source “Berg” cue “called”"]),
    Case(
      "and added that", "|[Berg] closed the line and added that it had been old.|",
      ["indirect “it had been old” by Berg source “Berg” cue “added”"]),
    Case(
      "called it and said", "|[Berg] called it “serious and useful” but said that nothing had changed.|",
      [
        "mixed “it “serious and useful”” by Berg source “Berg” cue “called”",
        "indirect “nothing had changed” by Berg source “Berg” cue “said”",
      ]),
    Case(
      "said in a statement that", "|[Berg] said in a statement that the line had long been closed.|",
      ["indirect “the line had long been closed” by Berg source “Berg” cue “said”"]),
    Case(
      "adding that", "|[Berg] said that the line was old, adding that it would close.|",
      [
        "indirect “the line was old” by Berg source “Berg” cue “said”",
        "indirect “it would close” by Berg source “Berg” cue “adding”",
      ]),
  ]

  private static let complements = [
    Case(
      "a clause without that after other verbs", "|[Anna Berg] noted the old line had never paid.|",
      ["indirect “the old line had never paid” by Anna Berg source “Anna Berg” cue “noted”"]),
    Case(
      "a clause that begins with another", "|[Berg] said if the line closes she will leave.|",
      ["indirect “if the line closes she will leave” by Berg source “Berg” cue “said”"]),
    Case(
      "who is told", "|[Berg] told the crowd on Monday the line would close.|",
      ["indirect “the line would close” by Berg source “Berg” cue “told”"]),
    Case(
      "a question", "|[Berg] asked whether the line would close.|",
      ["indirect “whether the line would close” by Berg source “Berg” cue “asked”"]),
    Case(
      "an infinitive", "|[Berg] vowed to keep the line open.|",
      ["indirect “to keep the line open” by Berg source “Berg” cue “vowed”"]),
    Case(
      "an infinitive of somebody else", "|[Berg] urged the harbour board to keep the line open.|",
      ["indirect “the harbour board to keep the line open” by Berg source “Berg” cue “urged”"]),
    Case(
      "a phrase", "|[Berg] announced a second ferry for the summer.|",
      ["indirect “a second ferry for the summer” by Berg source “Berg” cue “announced”"]),
    Case(
      "a phrase after a preposition", "|[Berg] called for a second ferry.|",
      ["indirect “a second ferry” by Berg source “Berg” cue “called for”"]),
    Case(
      "is telling", "|[Berg] is telling voters that the line will close.|",
      ["indirect “the line will close” by Berg source “Berg” cue “telling”"]),
    Case(
      "what a study finds", "|The study found that ferries are cheap.|",
      ["indirect “ferries are cheap” source “The study” cue “found”"]),
    Case("what people want is none", "|[Berg] hopes that the line will close and supports the plan.|", []),
    Case(
      "a verb that leads up to another", "|[Berg] went on to say that the line would close.|",
      ["indirect “the line would close” by Berg source “Berg” cue “went on to say”"]),
    Case(
      "what figures show", "|The figures indicate that the line is losing money.|",
      ["indirect “the line is losing money” source “The figures” cue “indicate”"]),
    Case(
      "asked by nobody who is named", "|Asked whether the line would close, [Berg] shrugged.|",
      ["indirect “whether the line would close” cue “Asked”"]),
    Case(
      "a second verb after a comma", "|[Berg] denied that the line would close, but conceded it was losing money.|",
      [
        "indirect “the line would close” by Berg source “Berg” cue “denied”",
        "indirect “it was losing money” by Berg source “Berg” cue “conceded”",
      ]),
    Case(
      "a verb after an apposition that has one",
      "|[Anna Berg] of Norrsund, a member who has refused to endorse the plan, said the line deserved better.|",
      [
        "indirect “to endorse the plan” source “who” cue “refused”",
        "indirect “the line deserved better” by Anna Berg source “Anna Berg of Norrsund” cue “said”",
      ]),
  ]

  private static let extents = [
    Case(
      "told at the end", "|The line will close in May, [Berg] told the Harbour Post.|",
      ["indirect “The line will close in May” by Berg source “Berg” cue “told”"]),
    Case(
      "at the end, after an apposition", "|The line will close in May, said [Anna Berg], its founder.|",
      ["indirect “The line will close in May” by Anna Berg source “Anna Berg, its founder” cue “said”"]),
    Case(
      "at the end, over a report within", "|The mayor explained how it had closed, officials said.|",
      ["indirect “The mayor explained how it had closed” source “officials” cue “said”"]),
    Case(
      "without what ties it to the sentence before", "|But the line will close in May, [Berg] said.|",
      ["indirect “the line will close in May” by Berg source “Berg” cue “said”"]),
    Case(
      "without the words that make it an example", "|For example, the line was closed in May, according to [Berg].|",
      ["indirect “the line was closed in May” by Berg source “Berg” cue “according to”"]),
    Case(
      "as somebody noted", "|As [Berg] noted, the line is old.|",
      ["indirect “the line is old” by Berg source “Berg” cue “noted”"]),
    Case(
      "in a clause that leads up to another", "|While [Berg] promised to stay, the ferries left.|",
      ["indirect “to stay” by Berg source “Berg” cue “promised”"]),
    Case(
      "in a clause that is put in", "|[Berg], who declined to comment, left the hall.|",
      ["indirect “to comment” by Berg source “who” cue “declined”"]),
    Case(
      "two people", "|[Berg] said the line was old, while [Lund] said it was new.|",
      [
        "indirect “the line was old” by Berg source “Berg” cue “said”",
        "indirect “it was new” by Lund source “Lund” cue “said”",
      ]),
    Case(
      "before a comma within the marks", "|[Berg] said the plan was “not serious,” adding that it would fail.|",
      [
        "mixed “the plan was “not serious,”” by Berg source “Berg” cue “said”",
        "indirect “it would fail” by Berg source “Berg” cue “adding”",
      ]),
    Case(
      "a clause whose end is word for word", "|The old line “was closed in May,” [Berg] said.|",
      ["mixed “The old line “was closed in May,”” by Berg source “Berg” cue “said”"]),
    Case(
      "and with the attribution in it", "|The old line, [Berg] said, “was closed in May.”|",
      ["mixed “The old line, Berg said, “was closed in May.”” by Berg source “Berg” cue “said”"]),
    Case(
      "who did not say", "|[Berg] did not say whether the line would close.|",
      ["indirect “whether the line would close” by Berg source “Berg” cue “did not say”"]),
    Case(
      "according to, without a comma", "|According to [Berg] the line was closed in May.|",
      ["indirect “the line was closed in May” by Berg source “Berg” cue “According to”"]),
    Case(
      "according to one who cites another",
      "|According to the Post, quoting the ministry, the line was closed in May.|",
      ["indirect “the line was closed in May” source “the Post” cue “According to”"]),
    Case(
      "what it was said about is not the source", "|Responding to the claims [Anna Berg] said that the line was old.|",
      ["indirect “the line was old” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "how it was said is not the source", "|[Anna Berg], in remarks to the Post, said that the line was old.|",
      ["indirect “the line was old” by Anna Berg source “Anna Berg” cue “said”"]),
    Case(
      "who adds something to what is word for word",
      "|\"We like the old line,\" [Berg] said, adding that it would close.|",
      [
        "direct “\"We like the old line,\"” by Berg source “Berg” cue “said”",
        "indirect “it would close” by Berg source “Berg” cue “adding”",
      ]),
    Case(
      "nearly a third", "|Nearly a third of voters said they would stay.|",
      ["indirect “they would stay” source “Nearly a third of voters” cue “said”"]),
    Case(
      "what the speaker does after it", "|[Berg] said the line was “a disgrace,” and she laughed.|",
      ["mixed “the line was “a disgrace,”” by Berg source “Berg” cue “said”"]),
    Case(
      "what she does after a phrase", "|[Berg] called the line “a wreck” and left the room.|",
      ["mixed “the line “a wreck”” by Berg source “Berg” cue “called”"]),
    Case(
      "put into a relative clause",
      "|The board has a policy which, according to [Berg], the ministry and the port have criticised.|",
      [
        "indirect “the ministry and the port have criticised” by Berg source “Berg” cue “according to”"
      ]),
    Case(
      "with a word before the attribution", "|Instead, [Berg] said, the line would close in May.|",
      ["indirect “Instead, Berg said, the line would close in May” by Berg source “Berg” cue “said”"]),
    Case(
      "without a comma before the verb", "|The line will close in spring said harbour master [Ida Rask].|",
      ["indirect “The line will close in spring” by Ida Rask source “harbour master Ida Rask” cue “said”"]),
    Case(
      "in marks without a comma", "|\"We will close in May\" said spokeswoman [Ann Lee] in a statement.|",
      ["direct “\"We will close in May\"” by Ann Lee source “spokeswoman Ann Lee” cue “said”"]),
    Case(
      "by somebody known as something",
      "|[Tom Berg], the man known as “the Keeper,” stated that he had closed the gate.|",
      ["indirect “he had closed the gate” by Tom Berg source “Tom Berg, the man known as “the Keeper,”” cue “stated”"]),
    Case(
      "by an aide with a name between commas",
      "|The mayor is committed to the line, her top aide, [Tom Keller], told The Gazette.|",
      [
        "indirect “The mayor is committed to the line” by Tom Keller source “her top aide, Tom Keller” cue “told”"
      ]),
  ]

  private static let noQuotations = [
    Case("markets that are found", "|[Berg] has to find new markets for the fish that she sells.|", []),
    Case("a way that is found", "|[Berg] found herself walking through the old harbour.|", []),
    Case("what one is spoken to on", "|[Berg] spoke on condition of anonymity about nothing.|", []),
    Case("an imperative", "|Let me say it was late.|", []),
    Case("a noun before its participle", "|A new [Norrsund] Line report released by the board is long.|", []),
    Case("learning as a thing", "|Learning is fun, and [Berg] is learning we are told.|", []),
    Case("what one became", "|[Berg] became determined to his mind that it was late.|", []),
    Case("a proposal to somebody", "|[Berg] proposed to her in front of the harbour.|", []),
    Case("a request to note", "|Please note that the line is closed.|", []),
    Case("what is mentioned before", "|It was done through agents as mentioned before although they are slow.|", []),
    Case("what is written", "|[Berg] wrote a children's book.|", []),
    Case("scare quotes", "|The “experts” went to the harbour.|", []),
    Case("a title", "|[Berg] read the novel “The Long Ferry” in May.|", []),
    Case("a title that is read", "|[Berg] read “The Long Ferry” twice in May.|", []),
    Case("a noun that could be a verb", "|The claims that were made are false.|", []),
    Case("who was denied something", "|The crew were twice denied visas to enter the port.|", []),
    Case("whom somebody spoke to", "|[Berg] spoke to donors of the museum.|", []),
    Case("what somebody conceded that is no clause", "|[Berg] conceded a penalty which decided the match.|", []),
    Case("what somebody is blamed for", "|Critics fear the board for denying them entry.|", []),
    Case("so that", "|The port began to close gates so that the ferries could leave.|", []),
    Case(
      "who is alleged to have told", "|[Berg] is alleged to have told the port: \"The line was never old.\"|",
      ["direct “\"The line was never old.\"” by Berg source “Berg”"]),
    Case("who was told", "|I was hauled in and told that the line was old.|", []),
    Case("to say nothing", "|He left without anything to say.|", []),
    Case("a label before a name in quotation marks", "|Opinion: “Nuclear option” makes sense.|", []),
  ]

  private static let languages = [
    Case(
      "German", "|„Wir haben lange gewartet“, sagte [Anna Berg] am Montag.|", language: "de",
      ["direct “„Wir haben lange gewartet“” by Anna Berg source “Anna Berg” cue “sagte”"]),
    Case(
      "French", "|« Nous avons attendu longtemps », a déclaré [Anna Berg].|", language: "fr",
      ["direct “« Nous avons attendu longtemps »” by Anna Berg source “Anna Berg” cue “déclaré”"]),
    Case(
      "Spanish", "|«Hemos esperado mucho», dijo [Anna Berg].|", language: "es",
      ["direct “«Hemos esperado mucho»” by Anna Berg source “Anna Berg” cue “dijo”"]),
    Case(
      "a language without words", "|„Czekaliśmy wiele długich lat.”|", language: "pl",
      ["direct “„Czekaliśmy wiele długich lat.””"]),
  ]
}
