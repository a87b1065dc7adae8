import DocumentModel
import StageKit
import StageTesting
import Testing

@testable import DedupePlugin

/// A notice about a ferry and one about a school, in many scripts.
private let texts: [(name: String, first: String, second: String)] = [
  (
    "English", "The night ferry will sail again from May, the shipping line said on Monday, four years after a storm.",
    "A new school with twelve rooms was opened in the village yesterday, and forty children came on its first day."
  ),
  (
    "German", "Die Nachtfähre fährt von Mai an wieder, teilte die größte Reederei am Montag mit, nach dem Sturm.",
    "Im Dorf wurde gestern eine neue Schule mit zwölf Räumen eröffnet, und am ersten Tag kamen vierzig Kinder."
  ),
  (
    "French",
    "Le ferry de nuit reprendra la mer en mai, a annoncé la compagnie lundi, quatre ans après la tempête.",
    "Une nouvelle école de douze salles a été inaugurée hier au village, et quarante élèves y sont entrés ce jour-là."
  ),
  (
    "Turkish",
    "Gece vapuru mayıs ayında yeniden sefere çıkacak, şirket pazartesi günü fırtınadan dört yıl sonra bildirdi.",
    "Köyde dün on iki odalı yeni bir okul açıldı ve ilk gününde kırk çocuk sınıflara girip derslere katıldı."
  ),
  (
    "Vietnamese",
    "Chuyến phà đêm sẽ chạy lại từ tháng năm, hãng tàu cho biết hôm thứ hai, sau cơn bão lớn.",
    "Một ngôi trường mới có mười hai phòng đã mở cửa ở làng hôm qua, và bốn mươi em nhỏ đến trong ngày đầu tiên."
  ),
  (
    "Greek",
    "Το νυχτερινό πλοίο θα ξαναρχίσει τα δρομολόγια τον Μάιο, είπε η εταιρεία τη Δευτέρα, μετά από χρόνους.",
    "Ένα νέο σχολείο με δώδεκα αίθουσες άνοιξε χθες στο χωριό, και σαράντα παιδιά ήρθαν την πρώτη μέρα."
  ),
  (
    "Russian",
    "Ночной паром снова начнёт ходить с мая, сообщила в понедельник компания, через четыре года после бури.",
    "В деревне вчера открылась новая школа на двенадцать классов, и в первый день в неё пришли сорок детей."
  ),
  (
    "Georgian", "ღამის ბორანი მაისიდან ისევ გავა ზღვაში, განაცხადა ორშაბათს გემების კომპანიამ ოთხი წლის შემდეგ.",
    "სოფელში გუშინ ახალი სკოლა გაიხსნა თორმეტი ოთახით, და პირველ დღეს ორმოცი ბავშვი მოვიდა მთელი ხეობიდან."
  ),
  (
    "Armenian", "Գիշերային լաստանավը մայիսից կրկին կնավարկի, երկուշաբթի հայտնեց ընկերությունը փոթորկից չորս տարի անց։",
    "Գյուղում երեկ բացվեց նոր դպրոց տասներկու սենյակով, և առաջին օրը եկավ քառասուն երեխա ամբողջ հովտից։"
  ),
  (
    "Hebrew", "מעבורת הלילה תשוב להפליג מחודש מאי, כך הודיעה החברה ביום שני, ארבע שנים אחרי שהסערה הרסה את הרציף.",
    "בכפר נפתח אתמול בית ספר חדש עם שנים עשר חדרים, וביום הראשון הגיעו אליו ארבעים ילדים מכל העמק."
  ),
  (
    "Arabic", "ستعود عبارة الليل إلى الإبحار من شهر مايو، كما أعلنت الشركة يوم الاثنين، بعد أربع سنوات من العاصفة.",
    "افتتحت أمس في القرية مدرسة جديدة فيها اثنتا عشرة غرفة، وجاء في اليوم الأول أربعون طفلا من الوادي."
  ),
  (
    "Hindi", "रात की नौका मई से फिर चलेगी, जहाज कंपनी ने सोमवार को बताया, तूफान के चार साल बाद घाट फिर से बना है।",
    "गाँव में कल बारह कमरों वाला नया विद्यालय खुला, और पहले दिन पूरी घाटी से चालीस बच्चे पढ़ने के लिए आए।"
  ),
  (
    "Bengali", "রাতের ফেরি মে মাস থেকে আবার চলবে, সোমবার জাহাজ কোম্পানি জানিয়েছে, ঝড়ের চার বছর পরে ঘাট আবার তৈরি হয়েছে।",
    "গ্রামে গতকাল বারোটি ঘরের একটি নতুন স্কুল খোলা হয়েছে, আর প্রথম দিনে চল্লিশটি শিশু পড়তে এসেছে।"
  ),
  (
    "Tamil", "இரவுப் படகு மே மாதம் முதல் மீண்டும் ஓடும் என்று கப்பல் நிறுவனம் திங்கட்கிழமை கூறியது, புயலுக்கு நான்கு ஆண்டுகள் கழித்து.",
    "கிராமத்தில் நேற்று பன்னிரண்டு அறைகள் கொண்ட புதிய பள்ளி திறக்கப்பட்டது, முதல் நாளில் நாற்பது குழந்தைகள் வந்தனர்."
  ),
  (
    "Amharic", "የሌሊት ጀልባው ከግንቦት ወር ጀምሮ እንደገና ይጓዛል ሲል ድርጅቱ ሰኞ ዕለት ከማዕበሉ አራት ዓመት በኋላ አስታወቀ።",
    "በመንደሩ ትናንት አሥራ ሁለት ክፍሎች ያሉት አዲስ ትምህርት ቤት ተከፈተ፤ በመጀመሪያው ቀን አርባ ልጆች መጡ።"
  ),
  (
    "Thai", "เรือข้ามฟากกลางคืนจะกลับมาแล่นอีกครั้งในเดือนพฤษภาคม บริษัทเดินเรือกล่าวเมื่อวันจันทร์ สี่ปีหลังพายุใหญ่",
    "โรงเรียนใหม่ที่มีสิบสองห้องเปิดในหมู่บ้านเมื่อวานนี้ และเด็กสี่สิบคนจากทั้งหุบเขามาเรียนในวันแรก"
  ),
  (
    "Khmer", "សាឡាងពេលយប់នឹងបើកដំណើរការឡើងវិញចាប់ពីខែឧសភា ក្រុមហ៊ុនបាននិយាយនៅថ្ងៃច័ន្ទ បួនឆ្នាំក្រោយព្យុះ",
    "សាលារៀនថ្មីដែលមានបន្ទប់ដប់ពីរត្រូវបានបើកនៅក្នុងភូមិកាលពីម្សិលមិញ ហើយកុមារសែសិបនាក់បានមករៀន"
  ),
  (
    "Burmese", "ညကူးတို့သင်္ဘောသည် မေလမှစ၍ ပြန်လည်ပြေးဆွဲမည်ဟု ကုမ္ပဏီက တနင်္လာနေ့တွင် ပြောကြားသည်",
    "ရွာတွင် အခန်းဆယ့်နှစ်ခန်းပါသော ကျောင်းသစ်ကို မနေ့က ဖွင့်လှစ်ခဲ့ပြီး ကလေးလေးဆယ် တက်ရောက်ခဲ့သည်"
  ),
  (
    "Chinese", "夜间渡轮将从五月起恢复航行，航运公司星期一宣布，这是码头被风暴摧毁四年之后的第一次。",
    "村里昨天开办了一所有十二间教室的新学校，第一天就有四十个孩子从山谷各处来上课。"
  ),
  (
    "Japanese", "夜行フェリーは五月から再び運航すると、船会社が月曜日に発表した。四年前に嵐で埠頭を失って以来のことである。",
    "村では昨日、十二の教室がある新しい学校が開かれ、初日には谷じゅうから四十人の子供たちがやって来た。"
  ),
  (
    "Korean", "야간 여객선이 오월부터 다시 운항한다고 선박 회사가 월요일에 밝혔다. 폭풍으로 부두를 잃은 지 사 년 만이다.",
    "마을에는 어제 열두 개의 교실이 있는 새 학교가 문을 열었고 첫날에 골짜기에서 마흔 명의 아이들이 왔다."
  ),
]

@Suite struct ScriptTests {
  private func signature(_ text: String) -> ArraySlice<UInt8> {
    MinHash(text.utf8.span, shingle: 3, minimumWords: 10).bytes[...]
  }

  private func words(_ text: String) -> [UInt64] {
    var reader = WordHashes()
    var words: [UInt64] = []
    while let word = reader.next(in: text.utf8.span) { words.append(word) }
    return words
  }

  /// Different texts are told apart, the same is found again, and so it is with what surrounds it.
  @Test(arguments: texts)
  func tellsTextsApart(name: String, first: String, second: String) {
    #expect(!signature(first).isEmpty && !signature(second).isEmpty)
    #expect(MinHash.similarity(signature(first), signature(second)) < 0.2)
    #expect(MinHash.similarity(signature(first), signature("“\(first)” — ")) == 1)
    #expect(MinHash.similarity(signature(first + "\n" + first), signature(first)) > 0.7)
  }

  @Test(arguments: texts)
  func findsCopiesInCapitals(name: String, first: String, second: String) {
    // In Turkish "i" has a dot in capitals as well, in Greek they have no accents.
    #expect(words(first.uppercased()) == words(first))
    #expect(words(first.lowercased()) == words(first))
  }

  @Test(arguments: [
    ("straße", "STRASSE"), ("Τίτλος", "ΤΙΤΛΟΣ"), ("État", "ETAT"), ("ısı", "ISI"), ("İstanbul", "ISTANBUL"),
    ("Ёлка", "ЕЛКА"), ("e\u{301}te\u{301}", "été"), ("co\u{AD}operate", "cooperate"), ("Ｆｅｒｒｙ", "ｆｅｒｒｙ"),
    ("كتـــاب", "كتاب"), ("كَتَبَ", "كتب"), ("שָׁלוֹם", "שלום"), ("أحمد", "احمد"), ("می\u{200C}رود", "میرود"),
    ("फ़र", "फर"), ("\u{F900}", "\u{8C48}"),
  ])
  func takesFormsOfAWordForOne(form: String, other: String) { #expect(words(form) == words(other)) }

  @Test(arguments: [
    ("Hindi vowels", "कल काल कील कूल", 4), ("Hindi conjuncts", "विद्यालय, क्षेत्र।", 2),
    ("Tamil", "பள்ளி திறக்கப்பட்டது", 2), ("Arabic marks", "نعم، لا؛ لماذا؟ ٪", 3), ("Ethiopic marks", "ልጆች፡መጡ።", 2),
    ("Thai letters with marks", "น้ำดี", 3), ("Chinese marks", "《夜》、「渡輪」。", 3), ("fullwidth marks", "ａ，ｂ！", 2),
    ("English marks", "“no”—it’s 1,5…", 5), ("signs and pictures", "★ ☂ 🙂 € +", 0), ("a rare ideograph", "𠮷野", 2),
    ("a historical script", "𐌰𐌹𐌽𐍃 𐍅𐌰𐍃", 2),
  ])
  func knowsWhereWordsEnd(name: String, text: String, count: Int) {
    #expect(words(text).count == count)
    #expect(Set(words(text)).count == count)
  }
}
