internal import TextBytes

/// Place and agency before the first sentence of a report, as papers in Japanese, Korean and Chinese write them:
/// `【ソウル＝小池和樹】`, `（ワシントン＝共同）`, `(서울=연합뉴스)`, `新华社北京4月24日电　`.
struct EastAsianDateline {
  let place: String
  /// `nil` where a reporter's name stands beside the place.
  let agency: String?
  /// The bytes before the first sentence.
  let count: Int

  private static let longest = 90

  /// Reads the start of the paragraph at `range`.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let first = range.first.map({ bytes[$0] }), first == UInt8(ascii: "(") || (0xE3...0xEF).contains(first) else {
      return nil
    }
    let limit = min(range.upperBound, range.lowerBound + Self.longest)
    let start = bytes.scalar(at: range.lowerBound).value
    guard let ends = Self.ends(of: start) else { return nil }
    var end = range.lowerBound
    var scalar = start
    while scalar != ends || end == range.lowerBound {
      end += bytes.scalar(at: end).count
      guard end < limit else { return nil }
      scalar = bytes.scalar(at: end).value
    }
    end += bytes.scalar(at: end).count
    let opening = bytes.text(range.lowerBound..<end)[...]
    guard let parts = ends == 0x7535 ? Self.ofXinhua(opening) : Self.inBrackets(opening) else { return nil }
    // `新华社北京4月24日电视` is no dateline.
    if ends == 0x7535, end < range.upperBound, !Self.behindWire.contains(bytes.scalar(at: end).value) { return nil }
    while end < range.upperBound, [0x20, 0x3000].contains(bytes.scalar(at: end).value) {
      end += bytes.scalar(at: end).count
    }
    guard end < range.upperBound else { return nil }
    (place, agency, count) = (parts.place, parts.agency, end - range.lowerBound)
  }

  /// What a dateline that begins with `scalar` ends in.
  private static func ends(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28: 0x29
    case 0x3010: 0x3011
    case 0xFF08: 0xFF09
    // The first character of Xinhua's name, and the word for a wire.
    case 0x65B0: 0x7535
    default: nil
    }
  }

  private static func inBrackets(_ text: Substring) -> (place: String, agency: String?)? {
    let parts = text.dropFirst().dropLast().split(omittingEmptySubsequences: false) { $0 == "＝" || $0 == "=" }
    guard parts.count == 2, isPlace(parts[0]), Byline.isEastAsianName(parts[1]) else { return nil }
    let agency = agencies.contains(parts[1]) ? String(parts[1]) : nil
    // In round brackets a name may be of anyone.
    return agency != nil || text.first == "【" ? (String(parts[0]), agency) : nil
  }

  /// The place of `新华社北京4月24日电`.
  private static func ofXinhua(_ text: Substring) -> (place: String, agency: String?)? {
    guard text.hasPrefix(xinhua), text.hasSuffix("日电"), let day = text.firstIndex(where: \.isFigure) else { return nil }
    let place = text[..<day].dropFirst(xinhua.count)
    return isPlace(place) ? (String(place), xinhua) : nil
  }

  private static func isPlace(_ text: Substring) -> Bool {
    Byline.isEastAsianName(text, most: 12) && !credited.contains(text)
  }

  private static let xinhua = "新华社"
  private static let agencies: Set<Substring> = [
    "共同", "時事", "연합뉴스", "뉴시스", "新华社", "中央社", "ロイター",
  ]
  /// What is by someone without being a place.
  private static let credited: Set<Substring> = [
    "写真", "画像", "資料", "撮影", "聞き手", "取材", "構成", "翻訳", "編集", "執筆", "文", "사진", "자료", "그래픽", "글", "번역", "照片", "图片", "记者",
    "記者", "摄影", "采访", "翻译",
  ]
  /// What may stand behind the word for a wire: a space, `（`, `(`, `：`, `:`, or the word for a title.
  private static let behindWire: Set<UInt32> = [0x20, 0xA0, 0x3000, 0xFF08, 0x28, 0xFF1A, 0x3A, 0x9898]
}
