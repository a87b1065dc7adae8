/// Italian words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum ItalianWords {
  static let lists: [(WordClasses, String)] = [
    (
      .leading,
      """
      il lo la i gli le un uno una di del dello della dei degli delle da dal dalla a al allo alla ai agli alle nel
      nella nei nelle con sul sulla per tra fra e ed o
      """
    ),
    (
      .starter,
      """
      a ad ai al alcune alcuni alla alle allo allora almeno altre altri anche ancora anzi appena attualmente avere
      basta bene c'era c'è che chi ci ciò come comunque con cosa così cui da dai dal dalla dalle dallo davanti dei
      del dell'altra della delle dello dentro di dietro dopo dove due dunque durante e ecco ed era erano essere essi
      esso fino forse fra già gli grazie ha hai hanno ho i ieri il in infatti infine inoltre insieme intanto invece
      io l'ho la le lei li lo loro lui ma mai malgrado meglio mentre mi mia mio molte molti molto ne negli nei nel
      nell'ultimo nella nelle nello nemmeno nessun nessuna nessuno niente no noi non nonostante nostra nostro nulla
      o oggi ogni ognuno oltre oppure ora ormai per perché pertanto però più poco poi prima proprio pure qual
      qualche qualcosa qualcuno quale quali quando quanto quasi quegli quei quel quella quelle quelli quello questa
      queste questi questo qui quindi sarà se secondo sembra sempre senza si sia siamo sin sono sopra soprattutto
      sotto sta stando stavolta su subito sui sul sulla sulle tale tanto tra tre trovo tu tutta tuttavia tutte tutti
      tutto un una uno vi viene voi è È
      """
    ),
    (
      .title,
      """
      arch avv cap cav col comm dott dottssa dr drssa egr gen gent geom ing magg min mons on pres prof profssa rag s
      sen serg sig sigg signa sigra spett ss ten
      """
    ),
    (
      .abbreviation,
      """
      ago all apr art artt ass aut ca cap capp cc cfr cit cod coll comm cost dic ecc ed es etc fasc feb fig figg fr
      gen gg giu giur ibid ing it lett lgs lib lit loc lug mag max min mod nn nov nr num n° op ott pag pagg par pp
      proc prov pt rec red reg rist sec sett sez sg sgg sing succ suppl tab tel tit tr trad vd vol voll
      """
    ),
    (.inner, "ca cfr es pes"),
    (.beforeNumber, "art fig mar no n° set"),
  ]
}
