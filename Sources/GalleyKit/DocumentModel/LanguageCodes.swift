/// The codes of languages, as ISO 639-2 has them.
enum LanguageCodes {
  /// Codes of three letters, with those of two letters, which BCP 47 prefers where there are any.
  ///
  /// By both of the standard's forms (`deu` and `ger`); without groups of languages.
  private static let list = """
    aar:aa abk:ab ace ach ada ady afh afr:af ain aka:ak akk alb:sq ale alt amh:am ang anp ara:ar arc arg:an arm:hy arn
    arp arw asm:as ast ava:av ave:ae awa aym:ay aze:az bak:ba bal bam:bm ban baq:eu bas bej bel:be bem ben:bn bho bik
    bin bis:bi bla bnt bod:bo bos:bs bra bre:br bua bug bul:bg bur:my byn cad car cat:ca ceb ces:cs cha:ch chb che:ce
    chg chi:zh chk chm chn cho chp chr chu:cu chv:cv chy cnr cop cor:kw cos:co cre:cr crh csb cym:cy cze:cs dak dan:da
    dar del den deu:de dgr din div:dv doi dsb dua dum dut:nl dyu dzo:dz efi egy eka ell:el elx eng:en enm epo:eo
    est:et eus:eu ewe:ee ewo fan fao:fo fas:fa fat fij:fj fil fin:fi fon fra:fr fre:fr frm fro frr frs fry:fy ful:ff
    fur gaa gay gba geo:ka ger:de gez gil gla:gd gle:ga glg:gl glv:gv gmh goh gon gor got grb grc gre:el grn:gn gsw
    guj:gu gwi hai hat:ht hau:ha haw hbs:sh heb:he her:hz hil hin:hi hit hmn hmo:ho hrv:hr hsb hun:hu hup hye:hy iba
    ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ilo ina:ia ind:id inh ipk:ik isl:is ita:it jav:jv jbo jpn:ja jpr jrb kaa
    kab kac kal:kl kam kan:kn kas:ks kat:ka kau:kr kaw kaz:kk kbd kha khm:km kho kik:ki kin:rw kir:ky kmb kok kom:kv
    kon:kg kor:ko kos kpe krc krl kru kua:kj kum kur:ku kut lad lah lam lao:lo lat:la lav:lv lez lim:li lin:ln lit:lt
    lol loz ltz:lb lua lub:lu lug:lg lui lun luo lus mac:mk mad mag mah:mh mai mak mal:ml man mao:mi mar:mr mas may:ms
    mdf mdr men mga mic min mkd:mk mlg:mg mlt:mt mnc mni moh mon:mn mos mri:mi msa:ms mus mwl mwr mya:my myv nap
    nau:na nav:nv nbl:nr nde:nd ndo:ng nds nep:ne new nia niu nld:nl nno:nn nob:nb nog non nor:no nqo nso nwc nya:ny
    nym nyn nyo nzi oci:oc oji:oj ori:or orm:om osa oss:os ota pag pal pam pan:pa pap pau peo per:fa phn pli:pi pol:pl
    pon por:pt pro pus:ps que:qu raj rap rar roh:rm rom ron:ro rum:ro run:rn rup rus:ru sad sag:sg sah sai sam san:sa
    sas sat scn sco sel sga sgn shn sid sin:si slk:sk slo:sk slv:sl sma sme:se smj smn smo:sm sms sna:sn snd:sd snk
    sog som:so sot:st spa:es sqi:sq srd:sc srn srp:sr srr ssw:ss suk sun:su sus sux swa:sw swe:sv syc syr tah:ty
    tam:ta tat:tt tel:te tem ter tet tgk:tg tgl:tl tha:th tib:bo tig tir:ti tiv tkl tlh tli tmh tog ton:to tpi tsi
    tsn:tn tso:ts tuk:tk tum tur:tr tvl twi:tw tyv udm uga uig:ug ukr:uk umb urd:ur uzb:uz vai ven:ve vie:vi vol:vo
    vot wal war was wel:cy wln:wa wol:wo xal xho:xh yao yap yid:yi yor:yo zap zbl zen zgh zha:za zho:zh zul:zu zun zza
    """

  /// The code of two letters by each of three that has one; of the others nothing.
  private static let twoLetters: [Substring: Substring?] = Dictionary(
    list.split { $0 == " " || $0 == "\n" }.map { word in
      let codes = word.split(separator: ":")
      return (codes[0], codes.count > 1 ? codes[1] : nil)
    }, uniquingKeysWith: { first, _ in first })

  private static let known = Set(twoLetters.keys).union(twoLetters.values.compactMap(\.self)).union(renamed.keys)

  /// Codes that ISO 639 has withdrawn, and those that IANA's registry prefers others to.
  private static let renamed: [Substring: Substring] = [
    "iw": "he", "jw": "jv", "in": "id", "ji": "yi", "mo": "ro", "tl": "fil", "cmn": "zh",
  ]

  /// The code of today, of two letters where there is one: `he` of `iw` and of `heb`. Others as they are.
  ///
  /// - Parameter code: in lower case.
  static func current(_ code: Substring) -> Substring {
    let code = (twoLetters[code] ?? nil) ?? code
    return renamed[code] ?? code
  }

  /// Whether there is a language with this code.
  ///
  /// - Parameter code: in lower case.
  static func has(_ code: Substring) -> Bool { known.contains(code) }
}
