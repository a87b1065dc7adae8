/// Polish words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum PolishWords {
  static let lists: [(WordClasses, String)] = [
    (.leading, "i oraz lub albo z ze w we o od do na po przez dla bez przed nad pod"),
    (
      .starter,
      """
      a aby albo ale ani bez bo bowiem był była było były być chociaż choć chodzi co coraz czasami czasem często czy
      czyli dla dlaczego dlatego do dodatkowo dopiero dotychczas drugi druga dwa dwaj dwie dzisiaj dziś dzięki gdy
      gdyby gdzie i ich ile inaczej inne inni ja jak jaka jakby jaki jakie jako jednak jednocześnie jego jej jest
      jestem jesteśmy jeszcze jeśli jeżeli już każda każde każdy kiedy kilka kim kolejna kolejne kolejny kto ktoś
      która które który lecz mam mamy mimo może można musimy my na nad nadal najpierw nas nasz nasza nasze następnie
      natomiast nawet nic nie niech niektóre niektórzy niestety nigdy nikt no o obecnie od on ona one oni ono oprócz
      oraz oto pierwsza pierwszy po pod podczas podobnie pomimo ponad ponadto ponieważ potem poza później prawie
      przecież przed przede przez przy raczej razem również są się skoro stąd szczególnie ta tak taka taki takie także
      tam te tego tej ten teraz to trzeba tu tutaj tych tylko tym tymczasem tę u w warto wciąż wczoraj we wedle według
      więc wiele wielu wobec wprawdzie wraz wreszcie wszyscy wszystkie wszystko wtedy wśród z za zamiast zanim zapewne
      zatem zaś zawsze zdaniem ze zgodnie znowu zresztą został została zostały żaden że Łącznie Średnio
      Żaden Żadna Żadne Że Żeby
      """
    ),
    (.title, "abp adm bp doc dr gen hab hr inż kard kpt ks mec mgr mjr ppłk prof płk red sędz ul Św św śp"),
    (
      .abbreviation,
      """
      al ang art dyr egz fot godz im itd itp max mies min nr ok oprac os pkt pl por poz prok przyp pt rozdz rys sygn szt
      tab tel tłum ub ur ust woj wyd zdj zob łac
      """
    ),
    (.inner, "ds np tj tzn tzw"),
    (.beforeNumber, "art godz mld mln nr ok pkt poz proc rozdz rys str tab tel tys ust"),
  ]
}
