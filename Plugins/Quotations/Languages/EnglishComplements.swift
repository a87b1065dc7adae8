/// What follows English verbs of saying beside a clause with "that", and the verbs of thinking and wanting.
///
/// The frames are those of verb classes such as Levin's (English Verb Classes and Alternations, 1993): verbs of
/// communication, of conjecture, of commitment, of judgement.
extension English {
  static let complements: [(words: String, traits: Token.Traits)] = frames + forms

  private static let frames: [(words: String, traits: Token.Traits)] =
    frame(clauses, [.senseCue, .plainCue])
    + frame(phrases, [.senseCue, .plainCue, .objectCue])
    + frame(infinitives, [.senseCue, .infinitiveCue])
    + frame(particles, [.senseCue, .particleCue])
    + frame(directions, [.senseCue, .directionCue])

  private static let forms: [(words: String, traits: Token.Traits)] =
    [
      ("say says said claim claims claimed insist insists insisted saying claiming insisting", .objectCue),
      ("me him her us them whom himself herself themselves itself myself ourselves", .object),
      (
        """
        he's she's it's they're we're i'm you're i've we've they've you've i'd he'd she'd they'd we'd i'll he'll she'll
        they'll we'll you'll that's there's it'll it'd
        """, .contraction
      ),
      (verbs, .verb),
      (nouns, .ambiguous),
      (gestures, .gesture),
      (Conjugation.forms(of: findings).finite, [.senseCue, .plainCue, .findingCue]),
      // "learning" is a noun more often, and the others need "that".
      ("finding discovering determining", [.senseCue, .participle]),
      ("underscore underscores underscored underline underlines underlined", .showingCue),
    ]

  /// Verbs of thinking, wanting and judging, which are verbs of saying where attitudes are asked for.
  static let attitudes: [(words: String, traits: Token.Traits)] =
    frame(thoughts, [.senseCue, .plainCue])
    + frame(judgements, [.senseCue, .objectCue])
    + frame(wishes, [.senseCue, .infinitiveCue])
    + [(attitudeNouns, .ambiguous)]

  private static func frame(_ verbs: String, _ traits: Token.Traits) -> [(words: String, traits: Token.Traits)] {
    let forms = Conjugation.forms(of: verbs)
    return [(forms.finite, traits), (forms.participles, traits.union(.participle))]
  }

  /// A clause may follow without "that".
  private static let clauses = """
    add argue note warn admit+ acknowledge suggest report recall confirm conclude explain reveal observe remark contend
    allege complain concede deny disclose emphasize emphasise stress reiterate testify predict swear:swore
    boast joke caution indicate state declare assert write:wrote:written tweet estimate agree imply tell:told assure
    remind inform quip+ lament show:showed:shown guess
    """

  /// The same of studies; of people only after "that" or as a question.
  private static let findings = "find:found learn discover determine calculate"

  /// What people do beside what they say: "…, and she laughed".
  private static let gestures = """
    laughed smiled grinned shrugged nodded sighed winced wept cried sobbed waved walked left stormed stood sat rose turned
    paused chuckled applauded cheered hugged embraced kissed hung
    """

  /// A phrase may follow that is what is said.
  private static let phrases = """
    announce promise pledge vow propose recommend demand deny disclose reveal declare reiterate stress emphasize
    emphasise underscore acknowledge predict suggest describe accuse question outline detail recount cite note explain
    propose mention discuss request
    """

  /// An infinitive may follow, with or without whoever is to do it.
  private static let infinitives = """
    vow pledge promise agree offer threaten swear:swore ask urge tell:told order direct instruct invite encourage
    warn advise demand request implore beg+ claim propose decline refuse
    """

  /// What is said follows "for", "on", "about" and the like.
  private static let particles = "call talk speak:spoke:spoken complain warn apologize boast joke"

  /// What is said follows "to".
  private static let directions = "refer+ point"

  /// Forms of verbs by which a clause is known.
  private static let verbs = """
    go goes went gone come comes came take takes took taken make makes made get gets got give gives gave given know
    knows knew known see sees saw seen want wants wanted need needs needed find finds found think thinks thought feel
    feels felt become becomes became leave leaves left keep keeps kept begin begins began begun run runs ran bring
    brings brought hold holds held stand stands stood lose loses lost pay pays paid meet meets met win wins won lead
    leads led understand understood spend spends spent grow grows grew build builds built fall falls fell send sends
    sent put puts set sets let lets cut cuts hit hits hurt hurts cost costs seem seems seemed support supports supported
    look looks looked believe believes believed work works worked expect expects expected plan plans planned hope hopes
    hoped intend intends intended remain remains remained deserve deserves deserved belong belongs rise rises rose
    speak speaks spoke break breaks broke choose chooses chose drive drives drove eat eats ate fight fights fought
    """

  /// Forms that are nouns or adjectives as well.
  private static let nouns = """
    report reports state states note notes claim claims show shows question questions order orders request requests
    demand demands promise promises pledge pledges vow vows offer offers estimate estimates remark remarks guess
    tweet tweets joke jokes detail details direct outline outlines stress propose proposed estimated alleged declared
    learned written shown pledged found discover call calls talk talks point points
    """

  private static let thoughts = """
    think:thought believe know:knew:known feel:felt hope fear worry doubt expect suspect assume understand:understood
    realize recognize imagine wonder wish see:saw:seen
    """

  private static let judgements = """
    support oppose endorse back favor prefer+ reject criticize criticise praise blast slam+ condemn denounce dismiss
    mock attack defend blame want seek:sought expect consider view regard decry deride ridicule oppose welcome embrace
    applaud fear hail tout doubt call
    """

  private static let wishes = """
    want plan+ hope seek:sought expect intend aim wish prefer+ decide
    """

  private static let attitudeNouns = """
    hope hopes fear fears doubt doubts worry plan plans aim aims wish wishes support back view views regard regards
    blast attack attacks blame favor mock call calls known expected wanted felt feel see seen
    """
}
