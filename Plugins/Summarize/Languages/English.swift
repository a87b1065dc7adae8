/// The English words that `WordClasses` speaks of.
enum English {
  static let function = """
    a about above across after again against all almost along already also although always am amid among an and another
    any anybody anyone anything are aren't around as at away back be became because been before behind being below
    beneath beside besides between beyond both but by can can't cannot could couldn't despite did didn't do does doesn't
    doing don't done down during each either else enough even ever every everybody everyone everything except few for
    from further had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
    however i i'd i'll i'm i've if in indeed inside instead into is isn't it it'll it's its itself just least less like
    likely many may maybe me meanwhile might mine more moreover most much must my myself near nearly neither never
    nevertheless no nobody none nor not nothing now nowhere of off often on once one only onto or other others otherwise
    ought our ours ourselves out outside over own per perhaps quite rather really same shall she she'd she'll she's
    should shouldn't since so some somebody someone something sometimes somewhere soon still such than that that's the
    their theirs them themselves then there there's therefore these they they'd they'll they're they've this those
    though through throughout thus till to together too toward towards under unless until unlike up upon us very via
    was wasn't we we'd we'll we're we've were weren't what whatever when whenever where whereas wherever whether which
    while who whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're
    you've your yours yourself yourselves don doesn didn isn wasn aren weren couldn wouldn shouldn ain ll ve re
    said say saying says told tell telling tells mr mrs ms dr etc eg ie vs
    ah eh er hey hi hmm mm oh ok okay uh uhm um wow yeah yep well et al everywhere anywhere anyway
    """

  static let boundary = """
    according accused add added adding adds agree agreed aimed allow allowed allows announce announced announces
    appear appeared appears argue argued argues ask asked asking asks attended based became become becomes becoming
    began begin begins begun built builds believe believed believes bring brings brought call called calling calls came carried
    carry cause caused causes claim claimed claims come comes coming confirmed consider considered continue continued
    continues cut declared declined decided denied described did died end ended enter entered expect expected expects
    explain explained explains face faced faces fall feel feels fell felt find finds followed following follows found
    gave get gets getting give given gives giving go goes going gone got grew grow had happen happened happens hear
    heard held help helped helps hold holding holds include included includes including join joined keep keeping keeps
    kept knew know known knows launched lead leading leads learn learned leave leaves leaving led left let lets live
    lived lives look looked looking looks lose lost made make makes making mean means meant meet meets met move moved
    moves named need needed needs noted occurred offer offered offers open opened paid pass passed pay plans planned
    play played plays posted prevent produced promised provide provided provides published put puts raised ran reach
    reached read received refused related released remain remained remains remember reported reportedly require
    required requires returned run runs sat saw see seeing seem seemed seems seen sees send sent serve served set sets
    show showed showing shown shows signed sold speak speaking spent spoke stand start started starts stated states
    stay stayed stood stop stopped suggest suggested suggests take taken takes taking talk talked thank thanks think
    thinking thinks thought took travel traveled tried tries try trying turn turned turns understand use used uses
    using visit visited visits want wanted wants warned watch went won wondered work worked works write writes written
    wrote
    develop produce create improve protect provide receive reduce increase prepare avoid ensure achieve determine
    identify describe discuss explore encourage establish maintain obtain remove replace respond reveal select sell
    spend spread succeed suffer supply survive teach throw train treat treated wear win wish
    accept admit affect afford applaud apply appoint approve arrive assess assign assist assume attract celebrate choose
    collect combine compare compete complain conduct confirm connect consist contain contribute convince decide declare
    define defend deliver demonstrate depend destroy discover eliminate emerge employ enable enhance enjoy evaluate examine
    exist expand explain express extend fail forecast forget gather generate happen hire ignore imagine impose indicate inform inspire
    install intend introduce invest investigate invite involve justify lend listen locate motivate negotiate obtain occur
    organize overcome participate perform persuade possess predict prefer preserve proceed promote propose prove publish
    pursue realize recognize recommend recover reflect reject rely remind repeat represent resist resolve restore retain
    satisfy seek settle solve specify stimulate strengthen submit suppose transform translate undermine unite utilize verify
    wait wonder
    ate bought broke caught chose drove flew forgot fought hid sang sank shook slept sought stole struck swept swore taught
    threw tore woke wore
    ago later recently currently previously
    """

  static let calendar = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow tonight
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand
    thousands million millions billion billions dozen dozens half first second third
    """

  static let weak = """
    image photo photograph picture
    able actual additional age alone area available bad best better big bit born case central certain chance
    clear close common complete day days different difficult early easy end entire example extra
    fact far fast favorite final finally former free friend full fun general good great greater group groups
    guy guys half hard head high higher hour hours huge idea important interesting issue issues kind kinds large
    larger largest last late latest leading left little local long longer lot lots low lower main major man
    medium men mile miles minute minutes moment month months name names nearby nearest nearer new next nice number
    numbers old older order original past part parts people percent period place places plenty point points
    popular possible present previous problem problems question questions quick quickly range ready real recent
    reason reasons result results right round section sense several short side similar simple single small
    smaller sort special specific start statement sure term terms thing things time times top total true type
    types usual usually various view way ways week weeks woman women world worse worst wrong year
    years young younger
    de del la le el von van der den di da du
    """

  static let openers = """
    he she it they we this that these those his her its their him them such there then and but or nor so yet still thus
    however moreover furthermore meanwhile nevertheless nonetheless therefore instead also besides otherwise
    consequently hence accordingly likewise similarly conversely indeed finally additionally again here another both
    neither who which i i'm i've i'd my our us he's she's it's they're that's there's well now yes no okay previously
    earlier later afterwards afterward eventually subsequently sometime elsewhere lastly um uh oh yeah wow ok obviously anyway
    """

  static let openingPhrases = """
    for example|for instance|in addition|in contrast|by contrast|in turn|in fact|in response|in other|in either|in both
    |in all|in some|in the first|in the second|in the former|in the latter|in the meantime|in the same|in such|in that
    |in this|in these|as a result|as a consequence|as such|at the same|at this|at that|on the other|on the contrary
    |on this|after this|after that|of these|of course|because of this|because of that|despite this|like this|unlike
    |with this|with that|to this|for this|for these|from this|from these|by this|by then|since then|until then|the same
    |by doing|in doing|in so doing|doing so|responding to|asked about|asked whether|asked if|asked why|the former|the latter
    |first,|firstly|second,|secondly|third,|thirdly|by the way|i mean|the second|the third|the other|the others|on one|on that|under this|under these
    """

  static let generalTitles = """
    abstract|about|about us|article|background|biography|career|conclusion|contents|death|early days|early life
    |early life and education|early years|etymology|final days|foreword|geography|get around|get in|home|history|interview|introduction|later life|legacy|life|methods|news|overview|page|personal life|preface
    |press release|reception|remarks|results|speech|summary
    |table of contents|text|transcript|understand|untitled|welcome
    """

  static let courtesies = """
    thank you|thanks|many thanks|good morning|good afternoon|good evening|good night|hello|hi|welcome|ladies and gentlemen
    |god bless|please
    """

  static let finite = """
    is are was were am be been has have had does did do isn't aren't wasn't weren't hasn't haven't hadn't doesn't
    """

  static let verbCues = """
    to will would can could may might must should shall cannot won't wouldn't can't couldn't don't didn't doesn't not i
    you he she we they who let's i'll you'll he'll she'll we'll they'll
    """

  static let pointers: [(words: String, kind: Lexicon.Traits)] = [
    ("this these those such", .demonstrative), ("neither either both latter", .oneOfTwo),
    ("they their he his she her its", .thirdPerson), ("them him", [.thirdPerson, .objectPronoun]),
    ("it", .objectPronoun), ("i my me i'm i've", .firstPerson),
    ("you your you're you've you'd you'll", .secondPerson),
    ("that which who whose where", .relative),
  ]
}
