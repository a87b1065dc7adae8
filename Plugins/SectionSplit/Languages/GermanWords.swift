/// German words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum GermanWords {
  static let lists: [(WordClasses, String)] = [
    // Without "der", "die" and "das": a glossary's line has them behind its word, "Halle, die".
    (
      .leading,
      """
      den dem des ein eine einen einem einer eines und oder sowie von vom zum zur im am beim mit bei für
      gegen ohne bis ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines unser unsere mein meine
      dein deine kein keine
      """
    ),
    (
      .starter,
      """
      ab aber abgesehen all alle allein allerdings alles allgemein als also am an andere andererseits anders anfangs
      angeblich angesichts anschließend ansonsten auch auf aufgrund aus außerdem bei beide beides beim
      beispielsweise bereits besonders bevor bis bisher bislang da dabei dadurch dafür dagegen daher damals damit
      danach daneben dank dann daran darauf daraufhin daraus darin darum darunter darüber das dass davon davor dazu
      dein deine dem demnach den denen denn dennoch der deren derzeit des deshalb dessen deswegen dich die dies
      diese diesem diesen dieser dieses diesmal dir doch dort drei du durch ebenfalls ebenso egal ehrlich eigentlich
      ein eine einem einen einer einerseits eines einfach einige einmal endlich entsprechend entweder er erst
      erstmals es etwa etwas euch falls fast für ganz gegen gegenüber genau gerade gestern gibt gleichzeitig hat
      hatte heute hier hinter hinzu ich ihm ihn ihnen ihr ihre ihren im immer immerhin in indem insbesondere
      insgesamt inzwischen irgendwann ist ja je jede jeder jedes jedoch jemand jetzt kann kaum kein keine keiner
      klar kurz könnte künftig laut lediglich leider letztlich man manche manchmal mehr mehrere mein meine meist mir
      mit mithilfe mittlerweile morgen muss nach nachdem natürlich neben nein nicht nichts nie niemand noch nun nur
      ob obwohl oder oft ohne rund schließlich schon sehr sein seine seinen seit seitdem selbst sich sie sind so
      sobald sofern sogar solange solche soll sollte sollten somit sondern sonst sowohl später spätestens statt
      stattdessen tatsächlich trotz trotzdem um und uns unser unsere unter viel viele vielleicht vielmehr vier vom
      von vor vorher wann war waren warum was weder wegen weil weiter weitere weiterhin weitgehend welche welcher
      wem wen wenig wenige wenn wer werden wessen wie wieder wieso will wir wird wo wobei wofür woher wohin
      womöglich worauf wurde wurden während würde zu zudem zuerst zufolge zugleich zuletzt zum zumindest zunächst
      zur zurzeit zusammen zusätzlich zuvor zwar zwei zwischen Ähnlich Öfter Über Übrigens
      """
    ),
    (.title, "dipl fa fr frhr frl gebr gf habil hr hrn ing jur med nat phil priv-doz rer theol"),
    (
      .abbreviation,
      """
      abb abf abg abk abs abschn abt adr afrik akad allg amerik anm anschl aufl aug ausg az bab bbg bd bde bem bes
      betr bez bf bhf bsp bspl bspw bw bzw ca chr dek dez div dr ebf eidg eigtl einschl engl entspr erg erl ev evtl
      exkl feb febr ff fn folg fortl forts franz geb gebr gegr gem ges gesch gest gez gges ggf ggfs griech hbf hl
      hpts hrsg hs hss ii iii inh inkl insg int ital ix jew jg jgg jh jhd jhdt jhdts jhs jr jul jun kap kath kf kfz
      kgl kl kr lat lfd lt ltd max min mind mio mrd mtl mär nov nr nrn od okt orig pfd pkt pl pol prov präs qu rd
      rel rep russ sek sen sep sept ser sg skand sog span spez st std stdn stellv str stv tel trad tsd typ tägl ufm
      ungar univ unveröff urspr usf usw verf verg verh versch vertr verw vgl vi vii viii vol vors wg wiss wöchentl
      xi xii xiii xiv xix xv xvi xvii xviii xx xxi zb zeitschr ziff zit ztr zul zus zw österr
      """
    ),
    // Abbreviations in "z. B.", "d. h." and their like, and others that no sentence ends with.
    (
      .inner,
      """
      abzgl bspw bzw ca dh ehem eigtl einschl evtl exkl gem ggf inkl insb lt sog ua va vgl zb zt zzgl
      """
    ),
    (.beforeNumber, "apr art di do jan lit mi mo rn sa so tab teil"),
    (.abbreviation, ordinals),
  ]

  /// "3. Oktober", "Der 1. Vorsitzende". Nouns have capitals, so that the usual first words of sentences alone tell a number
  /// at a sentence's end. In languages of which only names have them a capital behind a number nearly always begins one.
  ///
  /// Above 99 those of anniversaries are far more often an ordinal's than not.
  private static let ordinals =
    ((1...9).map { "\($0) 0\($0)" } + (10...99).map(String.init)
    + stride(from: 100, through: 1_000, by: 25).map(String.init)).joined(separator: " ")
}
