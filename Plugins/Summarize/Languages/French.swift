/// The French words that `WordClasses` speaks of.
enum French {
  static let function = """
    a à afin ai ainsi alors après au aucun aucune aussi autre autres aux avait avaient avant avec avoir bien c car ce
    ceci cela celle celles celui ces cet cette ceux chaque chez comme contre d dans de depuis des dès deux dit donc dont
    du elle elles en encore entre est et étaient était été être eu eux fait faire il ils j je jusqu l la là le les leur
    leurs lors lorsque lui ma mais même mêmes mes moi moins mon n ne ni nos notre nous on ont ou où par parce pas pendant
    peu peut peuvent plus plusieurs pour pourrait puis qu quand que quel quelle quelles quelques quels qui quoi s sa sans
    se selon sera ses si soit son sont sous sur ta te tes toi ton tous tout toute toutes très trop tu un une vers vos
    votre vous y
    """

  static let calendar = """
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre hier demain
    """

  static let weak = """
    an ans année années mois jour jours semaine semaines heure heures fois fin partie cours
    """

  static let openers = """
    il elle ils elles ce cela ceci celui celle ces cet cette son sa ses leur leurs mais et ou donc or car puis alors
    ainsi cependant toutefois pourtant néanmoins aussi ensuite enfin également en y
    """
}
