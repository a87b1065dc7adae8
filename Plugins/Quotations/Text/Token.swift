internal import DocumentModel

/// A word, a number or a mark of a sentence.
struct Token {
  /// Bytes of the text before it.
  var start: UInt32
  var end: UInt32
  /// The index of its sentence.
  var sentence: Int32
  var mark: QuotationMark?
  var traits: Traits

  /// What is known of a token by its spelling.
  struct Traits: OptionSet {
    let rawValue: UInt64

    /// Begins with a letter or a digit.
    static let word = Traits(rawValue: 1 << 0)
    /// Begins with a capital.
    static let capital = Traits(rawValue: 1 << 1)
    static let number = Traits(rawValue: 1 << 2)
    /// `.`, `?`, `!` or an ellipsis.
    static let stop = Traits(rawValue: 1 << 3)
    static let comma = Traits(rawValue: 1 << 4)
    /// `:` or `;`.
    static let colon = Traits(rawValue: 1 << 5)
    /// An en or em dash, or hyphens that stand for one.
    static let dash = Traits(rawValue: 1 << 6)
    static let openBracket = Traits(rawValue: 1 << 7)
    static let closeBracket = Traits(rawValue: 1 << 8)

    /// A form of a verb of saying that takes a subject: "said", "stated".
    static let cue = Traits(rawValue: 1 << 9)
    /// What is said may follow without "that": "said".
    static let plainCue = Traits(rawValue: 1 << 10)
    /// Any phrase may follow, which is what is said: "announced a deal".
    static let objectCue = Traits(rawValue: 1 << 31)
    /// An infinitive may follow: "vowed to stay", "urged them to stay".
    static let infinitiveCue = Traits(rawValue: 1 << 32)
    /// What is said follows a preposition: "called for a ban".
    static let particleCue = Traits(rawValue: 1 << 33)
    /// What is said follows "to": "pointed to the price".
    static let directionCue = Traits(rawValue: 1 << 38)
    /// Who is told follows: "told".
    static let addressingCue = Traits(rawValue: 1 << 11)
    /// Attributes only words in quotation marks: "called", "laughed".
    static let quotingCue = Traits(rawValue: 1 << 12)
    /// "saying", "adding": the subject stands further off.
    static let participle = Traits(rawValue: 1 << 13)
    /// A noun or verb as well: "claims", "statement".
    static let ambiguous = Traits(rawValue: 1 << 14)

    /// A pronoun that can be a subject on its own: "he", "who".
    static let pronoun = Traits(rawValue: 1 << 15)
    static let determiner = Traits(rawValue: 1 << 16)
    static let preposition = Traits(rawValue: 1 << 17)
    static let conjunction = Traits(rawValue: 1 << 18)
    /// "that", "because", "when": a clause begins.
    static let subordinator = Traits(rawValue: 1 << 19)
    static let relative = Traits(rawValue: 1 << 20)
    static let auxiliary = Traits(rawValue: 1 << 21)
    static let adverb = Traits(rawValue: 1 << 22)
    /// A day, a month, "yesterday".
    static let time = Traits(rawValue: 1 << 23)
    /// A person by what he or she does: "minister", "spokeswoman".
    static let role = Traits(rawValue: 1 << 24)
    /// A thing that speaks for its authors: "report", "statement".
    static let paper = Traits(rawValue: 1 << 25)
    /// "Mr", "Sen": before a name.
    static let honorific = Traits(rawValue: 1 << 26)
    /// Stands right after the one before, without space.
    static let attached = Traits(rawValue: 1 << 27)
    /// A mark of what is spoken or written, that takes an event: "interview", "speech".
    static let occasion = Traits(rawValue: 1 << 28)
    /// What has a title: "book", "film".
    static let work = Traits(rawValue: 1 << 29)
    /// A form of "be".
    static let be = Traits(rawValue: 1 << 30)
    /// A form of a common verb that is none of saying: "went", "wants".
    static let verb = Traits(rawValue: 1 << 34)
    /// "me", "them": a pronoun that is no subject.
    static let object = Traits(rawValue: 1 << 35)
    /// "he's", "they'll": a subject and its verb.
    static let contraction = Traits(rawValue: 1 << 36)
    /// A form of a verb that attributes only what is given by sense: "showed".
    static let senseCue = Traits(rawValue: 1 << 37)
    /// What things do as often as people: "underscores the need".
    static let showingCue = Traits(rawValue: 1 << 39)
    /// What studies do, and others only with "that": "found".
    static let findingCue = Traits(rawValue: 1 << 40)
    /// What people do beside speaking: "laughed", "left".
    static let gesture = Traits(rawValue: 1 << 41)
    /// What attributes something given by sense, without quotation marks.
    static let saying: Traits = [.cue, .senseCue]
  }

  /// The number of bytes.
  var count: Int { Int(end - start) }
  var range: TextRange { TextRange(Int(start), Int(end)) }

  func has(_ traits: Traits) -> Bool { !self.traits.isDisjoint(with: traits) }
  var isWord: Bool { has(.word) }
}
