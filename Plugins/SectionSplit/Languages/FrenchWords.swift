/// French words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum FrenchWords {
  static let lists: [(WordClasses, String)] = [
    (
      .leading,
      """
      le la les un une des du de au aux et ou à en dans par pour avec sans chez leur leurs sa ses ma mes notre votre
      ce cette ces
      """
    ),
    (
      .starter,
      """
      ainsi alors après au aucun aucune aujourd'hui auparavant aussi autant autre autres aux avant avec beaucoup
      bien bref c'est c'était car ce ceci cela celle celles celui cependant certaines certains ces cet cette ceux
      chacun chaque comme comment contre d'abord d'ailleurs d'après d'autres d'où dans de depuis dernièrement
      derrière des deux devant donc du durant dès désormais elle elles en enfin ensuite entre et face faut il ils
      j'ai j'avais jamais je jusqu'à l'an l'on la laissez le les leur leurs lors lorsque lui là ma mais malgré
      malheureusement me mes mieux moi moins mon même n'est ne ni non nos notre nous on or ou oui outre où Où par
      parce parfois parmi pas pendant personne peu peut-être plus plusieurs pour pourquoi pourtant premièrement près
      puis puisque qu'est qu'il qu'on quand quant que quel quelle quelles quelqu'un quelques quels qui quoi quoique
      rien s'il s'ils sa sans sauf se selon ses seul seule seulement si sinon soit son sous souvent sur surtout
      tandis tant tel telle toujours tous tout toute toutefois toutes trois trop très tu un une venez vers voici
      voilà vos votre vous À Ça Également Étant Être
      """
    ),
    (.title, "cdt dr drs m me mgr mlle mlles mm mme mmes pr prof sgt st ste"),
    (
      .abbreviation,
      """
      adr al anc apr arr art arts av bd bibl boul bull cap cf ch chap cie circ col coll dir doc doct déc dép dépt
      env etc ets ex exempl fasc fig fr fém févr gal gén hab hist ibid id ill introd janv juil lat lib litt lt masc
      max min mn ms mss nb nov oct orig pl plur pp prof préf qqch qqn rem rev rom réf rép rééd sc sept sing soc sq
      sqq ss subst suiv sup suppl séc trad tél univ vol vols vx éd Éd édit Éds éds
      """
    ),
    (.inner, "cf env pex"),
    (.beforeNumber, "art chap d'art fig l'art no nos n° par"),
  ]
}
