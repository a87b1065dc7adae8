/// French words.
enum French {
  static let lists: [(words: String, traits: Token.Traits)] = [
    (
      """
      dit disait disent déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté
      ajoutait précise précisé estime estimé estimait souligne souligné répond répondu écrit indique indiqué assure
      assuré annonce annoncé raconte raconté demande demandé lance lancé confie confié rappelle rappelé insiste insisté
      poursuit poursuivi conclut regrette regretté reconnaît reconnu prévient prévenu martèle martelé
      """, .cue
    ),
    ("il elle on ils elles nous je qui t-il t-elle", .pronoun),
    ("le la les un une des l' ce cet cette ces son sa ses leur leurs", .determiner),
    ("de du d' à au aux en dans sur sous par pour avec sans contre lors depuis selon chez", .preposition),
    ("et mais ou donc car", .conjunction),
    ("que qu' quand lorsque parce si comme", .subordinator),
    ("a ont avait avaient est sont était étaient sera seront peut doit", .auxiliary),
    ("aussi ensuite également encore toutefois ainsi puis", .adverb),
    ("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui", .time),
  ]
}
