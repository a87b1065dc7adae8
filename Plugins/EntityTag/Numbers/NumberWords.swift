/// Words that count.
enum NumberWords {
  static let lists = [
    WordList(
      .numeral,
      """
      zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
      fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
      sixty=60 seventy=70 eighty=80 ninety=90
      """),
    WordList(
      .scale,
      """
      dozen=12 hundred=100 thousand=1000 lakh=100000 million=1000000 crore=10000000 billion=1000000000
      trillion=1000000000000 quadrillion=1000000000000000
      """),
    WordList(
      .shortScale, "k=1000 m=1000000 mn=1000000 mln=1000000 mio=1000000 bn=1000000000 b=1000000000 tn=1000000000000"),
    WordList(
      .vagueNumber,
      "dozens=12 tens=10 hundreds=100 thousands=1000 millions=1000000 billions=1000000000 trillions=1000000000000"),
    WordList(
      .ordinal,
      """
      first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
      thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
      thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100
      thousandth=1000 millionth=1000000
      """),
    WordList(.ordinalSuffix, "st nd rd th"),
    WordList(
      .fraction,
      """
      half=2 halves=2 third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6
      seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10
      """),
    WordList(.few, "few several couple many"),
    WordList(
      .designator,
      """
      article articles section sections chapter chapters clause paragraph amendment resolution rule title page pages
      room gate pier flight route highway interstate motorway channel line track platform studio building block
      apartment suite level grade phase stage step version figure table appendix part volume episode season lot unit
      apollo boeing airbus windows iphone formula group type class model mark act psalm verse bus train squadron
      division brigade regiment battalion precinct ward district zone area sector terminal exit mile marker number
      """),
    WordList(
      .beforePronounOne,
      "no this that the every each any some which another a such only-the good big new same other old last next first"),
    WordList(
      .afterPronounOne,
      """
      can could should would must may might will shall cannot has had have is was were are who whom whose that which
      another by at for to and or on with from as if when but does did do needs wants thinks knows thing because
      where how 's 'd 'll not
      """),
    WordList(.afterIdiomOrdinal, "lady ladies aid hand name names class nature thing gentleman responders responder"),
  ]
}
