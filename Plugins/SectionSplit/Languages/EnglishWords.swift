/// English words, each with its classes.
///
/// The lists are our own choice of what occurs in news, from general knowledge of style books. Words of more than 16
/// bytes don't fit the key and are not needed.
enum EnglishWords {
  /// All languages have them.
  static let exclaimingNames = "yahoo jeopardy joomla"

  static let lists: [(WordClasses, String)] = [
    (
      .starter,
      """
      a about above according after again all also although among an and another any are as asked at because before
      both but by can could critics did do does during each earlier either even every few finally first for from
      furthermore given had has have he her here his how however if in indeed instead is it its last later let like
      many meanwhile moreover most mr mrs ms much my neither never nevertheless next no nobody none nor not nothing now
      of officials often on once one only opponents or other others our over perhaps please police rather recently she
      should similarly since so some someone sometimes soon still such supporters that the their then there these they
      thing this those though through thus to today together tomorrow tonight two under unless until was we were what
      when where whether which while who whoever whose why with within without would yes yesterday yet you your i
      i'm i've i'll it's he's she's that's there's they're we're you're let's don't isn't
      """
    ),
    (
      // Those that news articles begin sentences with, and of whose capitals fewer than one in twelve stand elsewhere;
      // and words of speech and instructions.
      .opener,
      """
      although analysts among anyone anything based besides can't clearly consider critics currently despite didn't
      doesn't dozens due either else especially even every everyone everything follow following hello hence here's hey hi
      hopefully hundreds imagine including just later let's looking maybe meanwhile moments most multiple must neither
      next nobody nor nothing obviously oh ok okay once overall perhaps please previous recent remember right shortly
      similar several someone something sometimes soon sorry speaking sure taking thank thanks thousands thus um uh
      uh-huh unfortunately unless unlike until use using well whatever whenever whereas wherever whichever whilst whoever
      wow yeah yep yes you've you'll they'll they've we've we'll he'll she'll that'll who's what's how's where's there'll
      i'd he'd she'd we'd they'd you'd it'd isn't aren't wasn't weren't won't wouldn't couldn't shouldn't haven't hasn't
      three four five six seven eight nine ten eleven twelve twenty add avoid choose click cook get go give keep make mix
      place put see select take try turn wait
      """
    ),
    (
      .partOfNames,
      """
      police officials critics supporters opponents analysts one two three four five six seven eight nine ten eleven twelve
      twenty first last next well never now today tomorrow tonight nobody nothing right long place most early late yes again cook mix on
      """
    ),
    (
      .title,
      """
      adm ald amb atty brig capt cdr cllr cmdr col comdr cpl cpt det dr drs fr gen gov hon insp lt maj messrs mgr mlle mme mr
      mrs ms msgr mx ofc pfc pres prof profs pvt rep reps rev sen sens sgt sgts supt sra srta gens cols lts govs
      """
    ),
    (
      .abbreviation,
      """
      st ste mt mts ft pt ave av blvd rd hwy rte sq bldg apt inc corp co cos ltd bros llc llp plc jr sr esq phd md ba
      dept dist assn assoc assocs univ inst natl intl govt approx est al dba fed comm
      ariz ark calif colo conn del fla kan kans ky md mich minn mont neb nebr nev okla ore penn penna tenn tex va vt
      wis wyo ont que alta sask nfld
      lb lbs oz qt tbsp tsp yd yds hr hrs min mins km kg mph rpm gal
      jan feb aug sep sept oct nov dec
      """
    ),
    ([.abbreviation, .capitalOnly], "mass miss ill ind wash pa la mo me ga ala cal ed eds trans tel ext gp pl op cit"),
    (.place, "st ste mt mts ft pt co"),
    (.exclaiming, exclaimingNames),
    (.inner, "vs viz cf eg ie ca incl excl resp ibid esp"),
    (
      [.abbreviation, .beforeNumber],
      "p pp c fig figs vol vols ch chap chaps sec secs eq eqs nos nr pars para paras ver jan feb aug sep sept oct nov dec"
    ),
    (
      .beforeNumber,
      """
      no art ct div pct pop prop res hres hjres sres sjres mar apr jun jul mon tue tues wed weds thu thur thurs fri sat sun kl n°
      """
    ),
    (.timeOfDay, "am pm"),
    (
      .calendar,
      """
      january february march april may june july august september october november december
      jan feb mar apr jun jul aug sep sept oct nov dec
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
      et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern pacific
      """
    ),
    (
      .speech,
      """
      said says say asked asks told tells added adds replied replies answered shouted cried whispered wrote writes
      exclaimed demanded wondered continued explained concluded insisted joked recalled muttered murmured yelled
      responded inquired called
      """
    ),
    (
      .small,
      """
      a an the and but or nor for so yet as at by in of off on onto out over per to up via with from into than vs de la
      le du des van von der del di da el al et is
      """
    ),
    (.leading, "a an the and or nor of to from into than with at by for my your its our their"),
    (
      .label,
      """
      photo photos image images picture pictures video ad ads advertisement advertising clickhere clickto signup readmore
      togglecaption mediacaption mediaplayback imagecopyright imagecaption photocaption playvideo storycontinues
      continuereading subscribenow subscribeto sharethis followus scrolldown gettyimages associatedpress
      """
    ),
    (
      .pointer,
      """
      opinion opinions polls read watch listen related more video contributing contributors explainer
      specialcoverage fullcoverage livecoverage completecoverage morecoverage liveupdates viewgallery seealso readmore
      """
    ),
    (
      .sectionName,
      """
      abstract acknowledgements aftermath analysis antecedents background biography cities conclusion conclusions context
      description design development discussion districts etymology findings foreword history ingredients instructions
      interview introduction learning life materials method methods objectives origin origins overview plot preface prologue purpose regions
      requirements results steps summary synopsis understand usage
      einleitung hintergrund überblick Überblick zusammenfassung geschichte vorgeschichte contexte résumé histoire antecedentes
      contexto introducción historia resumen introduzione storia introdução história resumo inleiding achtergrond samenvatting
      """
    ),
    (.agency, "ap afp reuters getty epa dpa upi npr bloomberg xinhua shutterstock istock alamy istockphoto"),
    (.caption, "figure fig table photo photos image images picture source sources credit copyright video map chart"),
  ]
}
