/// German words.
enum German {
  static let lists: [(words: String, traits: Token.Traits)] = [
    (
      """
      sagte sagt sagten sagen erklärte erklärt erklärten erklären betonte betont meinte meint äußerte äußert teilte
      berichtete berichtet berichteten schrieb schreibt schrieben fragte fragt antwortete antwortet ergänzte ergänzt
      forderte fordert forderten warnte warnt warnten kritisierte kritisiert behauptete behauptet versicherte versichert
      kündigte rief ruft erzählte erzählt bestätigte bestätigt mahnte mahnt zitierte zitiert fügte hieß heißt
      """, .cue
    ),
    ("er sie es wir ich man wer", .pronoun),
    ("der die das dem den des ein eine einer eines einem einen sein seine ihr ihre dieser diese", .determiner),
    (
      "in im an am auf aus bei beim für gegen mit nach seit über um unter von vom vor zu zum zur während laut",
      .preposition
    ),
    ("und aber oder doch denn", .conjunction),
    ("dass weil wenn als ob obwohl damit", .subordinator),
    ("hat haben hatte hatten ist sind war waren wird werden wurde kann konnte soll sollte muss musste", .auxiliary),
    ("auch dann später zudem außerdem jedoch noch weiter weiterhin nun", .adverb),
    (
      "montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen abend", .time
    ),
  ]
}
