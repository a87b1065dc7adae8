import Testing

@testable import Evaluation

@Suite struct PorterStemmerTests {
  /// Words with the stems that NLTK 3.9's PorterStemmer gives them, a step or exception each.
  @Test(arguments: [
    ("caresses", "caress"), ("ponies", "poni"), ("dies", "die"), ("cats", "cat"), ("spied", "spi"), ("died", "die"),
    ("agreed", "agre"), ("feed", "feed"), ("plastered", "plaster"), ("sing", "sing"), ("motoring", "motor"),
    ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("falling", "fall"),
    ("filing", "file"), ("happy", "happi"), ("enjoy", "enjoy"), ("sky", "sky"), ("skies", "sky"), ("dying", "die"),
    ("news", "news"), ("relational", "relat"), ("rational", "ration"), ("radically", "radic"), ("biology", "biolog"),
    ("theologies", "theolog"), ("hopefully", "hope"), ("sensibility", "sensibl"), ("triplicate", "triplic"),
    ("goodness", "good"), ("revival", "reviv"), ("adoption", "adopt"), ("onion", "onion"), ("probate", "probat"),
    ("rate", "rate"), ("cease", "ceas"), ("controll", "control"), ("roll", "roll"), ("yyyyed", "yyyi"),
    ("2024s", "2024"),
    ("ness", "ness"), ("on", "on"), ("", ""),
  ])
  func stemsAreThoseOfNLTK(word: String, stem: String) {
    #expect(String(decoding: PorterStemmer.stem(of: Array(word.utf8)), as: UTF8.self) == stem)
  }
}
