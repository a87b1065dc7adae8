/// Portuguese words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum PortugueseWords {
  static let lists: [(WordClasses, String)] = [
    (.leading, "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem e ou ao à aos às"),
    (
      .starter,
      """
      a afinal agora ainda algo algum alguma algumas alguns alguém ali além amanhã ambos antes ao aos apenas apesar
      após aquela aquele aqueles aqui aquilo as assim atualmente até basta bem cada caso com como conforme contra
      contudo da das de dela dele deles depois desde dessa desse desta deste dez diante do dois dos durante e ela
      elas ele eles em embora enfim enquanto entre entretanto então era eram essa essas esse esses esta estas este
      estes está estão eu foi foram hoje há isso isto já la logo lá mais mas me mesma mesmo meu minha muita muitas
      muito muitos na nada nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nossa nosso nunca não nós o
      onde ontem os ou outra outras outro outros para pela pelas pelo pelos perto pois por porque portanto porém
      posteriormente pouco primeiro qual qualquer quando quanto quase quatro que quem se segundo sem sempre ser seu
      seus sim sob sobre somente sua suas tal também tanto tem temos ter toda todas todo todos três tudo um uma umas
      uns vamos você vocês várias vários À Às É Éramos Ó
      """
    ),
    (
      .title,
      """
      adv arq cap cel dep des dom dr dra dras drs eng exma exmo fr gal gen gov ilma ilmo maj min mons pe prof profa
      profs rev sen sgt sr sra sras srs srta sta sto ten
      """
    ),
    (
      .abbreviation,
      """
      abr ago al ap aprox art arts av bibl bl cap caps cf cia col comp cond coord cx cód dez dir doc déb ed eds esc
      etc ex fasc fev fig figs fl fls fund gab hab ibid id il inc incl inst it jan jul jun lat lic lt ltda min mun
      máx mín nov nº núm obs op orig out par pl pp proc publ pág págs pç qto ref rep res rod s sec seg set ss séc
      sécs séries tel tels tom trad trav tít univ vol vols zb
      """
    ),
    (.inner, "cf incl pex"),
    (.beforeNumber, "art fig mai mar no n° nº"),
  ]
}
