/// The German words that `WordClasses` speaks of.
enum German {
  static let function = """
    aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis
    bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf darüber das dass davon dazu dein deine dem
    den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
    einer eines einige einigen er es etwa etwas für gegen hat hatte hatten haben habe hier hin hinter ich ihm ihn ihnen
    ihr ihre ihrem ihren ihrer ihres im immer in ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine
    keinen können konnte konnten man manche mehr mein meine mit muss müssen nach nachdem nicht nichts noch nun nur ob
    oder ohne sagte sagt schon sehr sei sein seine seinem seinen seiner seines seit sich sie sind so sogar soll sollen
    sollte sondern sowie über um und uns unser unsere unter viel viele vom von vor war waren was weil weiter welche
    welcher wenn wer werden werde wie wieder will wir wird wo wollen wurde wurden während zu zum zur zwar zwischen
    """

  static let calendar = """
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
    september oktober november dezember heute gestern morgen
    """

  static let weak = """
    jahr jahre jahren jahres monat monate tag tage tagen woche wochen stunde stunden uhr zeit ende teil prozent
    """

  static let openers = """
    er sie es sein seine ihr ihre dies diese dieser dieses das dort da dann aber und oder doch jedoch allerdings
    außerdem deshalb daher darum trotzdem dennoch zudem dabei dafür dagegen damit danach daraufhin so auch
    """
}
