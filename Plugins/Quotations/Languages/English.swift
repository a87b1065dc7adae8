/// English words.
enum English {
  static let lists: [(words: String, traits: Token.Traits)] = [
    (speech, [.cue, .plainCue]),
    (speaking, [.cue, .plainCue, .participle]),
    (addressing, .addressingCue),
    (reporting, .cue),
    (reportingNouns, .ambiguous),
    (reportingNow, [.cue, .participle]),
    (quoting, .quotingCue),
    (quotingNow, [.quotingCue, .participle]),
    ("is are was were be been being am isn't aren't wasn't weren't", .be),
    ("he she it they we i you who one", .pronoun),
    (
      """
      the a an this that these those his her its their our my your some any no another each every both all several many
      most few two three four five six seven eight nine ten one
      """, .determiner
    ),
    (
      """
      of in on at by for with from to about into over under after before during since until through between among
      against within without near outside inside amid despite via per upon toward towards across behind beyond
      alongside regarding following like unlike
      """, .preposition
    ),
    ("and but or nor yet so", .conjunction),
    (
      """
      that because when while if although though whether whereas unless once as why how what where than until after
      before since
      """, .subordinator
    ),
    ("who which whom whose where", .relative),
    (
      """
      is are was were be been being am has have had having do does did will would can could shall should may might must
      isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't
      shouldn't he's she's it's they're we're i'm you're i've we've they've i'd he'd she'd they'd we'd i'll he'll she'll
      they'll we'll that's there's
      """, .auxiliary
    ),
    (
      """
      also long then later once twice again even just still now often never always only first recently already not too soon
      afterwards afterward earlier further therefore thus however instead meanwhile moreover furthermore nevertheless
      nonetheless perhaps maybe indeed still simply herself himself themselves itself
      """, .adverb
    ),
    // No adverbs for their "ly".
    ("family early daily weekly monthly ally rally supply assembly bully ugly lonely friendly likely elderly", .word),
    (
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
      october november december yesterday today tomorrow tonight morning afternoon evening night day week month year weekend
      last earlier later ago
      """, .time
    ),
    (
      """
      minister president chairman chairwoman chair chief director spokesman spokeswoman spokesperson secretary senator
      governor mayor official officials officer ambassador commissioner professor lawyer attorney judge analyst analysts
      expert experts leader leaders head founder manager coach candidate nominee congressman congresswoman representative
      lawmaker critic critics aide adviser advisor strategist organizer activist author researcher researchers scientist
      scientists economist teacher student resident doctor physician general colonel captain sergeant pope priest bishop
      queen king prince princess chancellor premier envoy diplomat diplomats delegate deputy executive editor reporter
      historian engineer pilot farmer mother father brother sister wife husband son daughter friend witness man woman
      defendant prosecutor sheriff detective superintendent principal
      """, .role
    ),
    (
      """
      report study statement survey poll letter email memo document documents filing lawsuit complaint order ruling
      article editorial review law bill book website newspaper paper magazine post tweet message transcript release
      agency company group campaign committee ministry department office government
      reports studies statements surveys polls letters emails memos filings lawsuits records results statistics figures data
      documents transcripts tests findings videos images forecasts
      """, .paper
    ),
    (
      """
      book novel film movie song album show series play poem essay memoir column magazine program documentary painting
      entitled titled episode titles slogan
      """, .work
    ),
    (
      """
      mr mrs ms dr prof sen rep gov gen lt col capt sgt rev hon sir dame lord lady st jr sr
      """, .honorific
    ),
    (
      """
      interview statement speech telephone phone call email e-mail news press tweet twitter post facebook blog memo
      letter conference briefing hearing rally debate meeting appearance message release report column op-ed television
      tv radio show remarks address response reply written filing video event reporters journalists telling wednesday
      """, .occasion
    ),
  ]

  /// Forms of verbs whose words follow with or without "that".
  private static let speech = "say says said claim claims claimed insist insists insisted"
  private static let speaking = "saying claiming insisting"

  private static let addressing = """
    tell tells told telling inform informs informed informing remind reminds reminded reminding assure assures assured
    assuring warn warns warned warning advise advises advised notify notified
    """

  private static let reporting = """
    tell tells told add adds added note notes noted explain explains explained warn warns warned argue argues argued
    reply replies replied respond responds responded ask asks asked continue continues continued declare declares
    declared state states stated announce announces announced admit admits admitted acknowledge acknowledges
    acknowledged suggest suggests suggested write writes wrote written tweet tweets tweeted report reports reported
    recall recalls recalled conclude concludes concluded remark remarks remarked observe observes observed assert
    asserts asserted contend contends contended maintain maintains maintained allege alleges alleged complain complains
    complained concede concedes conceded confirm confirms confirmed deny denies denied disclose discloses disclosed
    emphasize emphasizes emphasized emphasise emphasised stress stresses stressed underscore underscores underscored
    underline underlines underlined reiterate reiterates reiterated repeat repeats repeated reveal reveals revealed
    testify testifies testified vow vows vowed pledge pledges pledged promise promises promised predict predicts
    predicted propose proposes proposed comment comments commented mention mentions mentioned inform informs informed
    remind reminds reminded assure assures assured inquire inquired swear swears swore boast boasts boasted joke jokes
    joked quip quips quipped lament laments lamented answer answers answered counter counters countered retort retorts
    retorted agree agrees agreed caution cautions cautioned advise advises advised urge urges urged demand demands
    demanded indicate indicates indicated point points pointed read reads proclaim proclaims proclaimed preach
    preached speculate speculates speculated estimate estimates estimated post posts posted confess confesses confessed
    exclaim exclaims exclaimed shout shouts shouted yell yells yelled scream screams screamed cry cries cried chant
    chants chanted whisper whispers whispered murmur murmured mutter mutters muttered
    bark barks barked snap snaps snapped interject interjects interjected opine opines opined echo echoes echoed
    elaborate elaborated recount recounts recounted relate related offer offers offered muse muses mused
    marvel marveled gush gushes gushed fume fumes fumed crow crowed scoff scoffs scoffed blurt blurted text texts texted
    rule ruled plead pleads pleaded begin begins began finish finished ventured venture deadpanned deadpan
    """

  private static let reportingNow = """
    telling adding noting explaining warning arguing replying responding asking continuing declaring stating announcing
    admitting acknowledging suggesting writing tweeting reporting recalling concluding remarking observing asserting
    contending maintaining alleging complaining conceding confirming denying disclosing emphasizing stressing
    underscoring underlining reiterating repeating revealing testifying vowing pledging promising predicting proposing
    commenting mentioning joking quipping lamenting answering boasting cautioning urging demanding indicating pointing
    reading proclaiming shouting yelling screaming crying chanting whispering muttering exclaiming
    """

  /// Forms that are nouns, adjectives or other verbs as well.
  private static let reportingNouns = """
    claim claims reports report states notes comments comment remarks points point puts put read reads post posts offers offer
    offered rule ruled begin begins began finish finished text texts relate related answer answers promise promises
    pledge pledges repeat repeats charge charges demand demands estimate estimates tweets review vow vows
    add adds continue continues continued maintain maintains maintained reveal reveals revealed confirm confirms
    indicate indicates indicated echo agree agrees agreed stress stresses suggest observe observes observed
    written proposed estimated alleged advised related joke jokes cry cries note state counter echoes echoed
    """

  /// Forms of verbs that attribute a phrase only where it stands in quotation marks.
  private static let quoting = """
    put puts call calls called describe describes described dub dubs dubbed label labels labeled labelled brand brands branded
    accuse accuses accused blast blasts blasted slam slams slammed mock mocks mocked praise praises praised denounce
    denounces denounced criticize criticizes criticized condemn condemns condemned dismiss dismisses dismissed blame
    blames blamed attack attacks attacked deride derides derided decry decries decried ridicule ridicules ridiculed
    laugh laughs laughed sigh sighs sighed smile smiled nod nodded think thinks thought believe believes believed feel
    feels felt quote quotes quoted cite cites cited express expresses expressed voice voices voiced thank thanks thanked
    refer refers referred characterize characterizes characterized speak speaks spoke talk talks talked hope hopes hoped
    bemoan bemoans bemoaned hail hails hailed tout touts touted defend defends defended urge endorse endorses endorsed
    credit credits credited compare compares compared deem deems deemed apologize apologizes apologized pray prayed
    """

  private static let quotingNow = """
    calling describing dubbing labeling branding accusing blasting slamming mocking praising denouncing criticizing
    condemning dismissing blaming attacking deriding decrying quoting citing referring expressing voicing thanking
    hailing touting defending crediting laughing
    """
}
