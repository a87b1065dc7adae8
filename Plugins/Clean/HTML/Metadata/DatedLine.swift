internal import TextBytes

/// The days of publication and of the last change that a line of a page tells, in ISO 8601.
struct DatedLine {
  private(set) var published: String?
  private(set) var updated: String?

  /// No page of the web is older than that; a page from a printed archive names the element after its date.
  private static let firstYear = 1990
  /// A line with more words beside its dates is one of a text.
  private static let mostWords = 12

  /// - Parameter isNamed: whether the element of the line is named after a date. In any other line a date may be one of what
  ///   is told, and has to stand as those of publication do: by itself, behind a name, or behind a word for it.
  init(_ line: String, _ style: DateStyle, isNamed: Bool) {
    guard line.utf8.contains(where: \.isDigit) else { return }
    var tokens = LineTokens(line, dates: style)
    // What was said last, prepositions aside.
    var last: LineTokens.Token?
    var words = 0
    var isText = false
    while !tokens.isAtEnd {
      if let date = tokens.date() {
        if let year = date.year {
          if let last, Self.changes.contains(last.text) {
            updated = updated ?? date.iso
          } else if published != nil {
            // Two days without a word for the second are a span of time.
            isText = true
          } else {
            published = date.iso
            isText = isText || year < Self.firstYear || !Self.introduces(last) || !Self.follows(tokens.current)
          }
        }
        last = nil
      } else if let token = tokens.skipAny() {
        if token.kind == .word { words += 1 }
        // `Updated: 3 May` and `Updated on 3 May`.
        if !Self.fillers.contains(token.text), token.text != ":" { last = token }
      }
    }
    if !isNamed, isText || words > Self.mostWords { (published, updated) = (nil, nil) }
  }

  /// Whether a date of publication may stand behind `last`: a mark, a number, a name, a word for it.
  private static func introduces(_ last: LineTokens.Token?) -> Bool {
    guard let last, last.isSmall else { return true }
    return publishing.contains(last.text)
  }

  private static func follows(_ next: LineTokens.Token?) -> Bool {
    guard let next, next.isSmall else { return true }
    return followers.contains(next.text)
  }

  /// What stands before the date of the last change.
  private static let changes: Set<String> = [
    "updated", "update", "modified", "edited", "revised", "aktualisiert", "geändert", "bearbeitet", "actualizado",
    "actualizada", "mis", "modifié", "atualizado", "atualizada", "aggiornato", "modifica", "modificato", "modificado",
    "bijgewerkt", "oppdatert", "uppdaterad", "opdateret", "aktualizacja", "обновлено", "更新", "更新日", "最終更新", "最終更新日",
    "更新日時", "编辑于", "更新于", "更新时间", "更新時間", "最后更新", "最後更新", "수정", "기사수정", "최종수정", "업데이트",
    "güncelleme", "güncellenme", "güncellendi", "päivitetty", "muokattu", "aktualizováno", "upraveno", "оновлено",
    "frissítve", "frissült", "módosítva", "actualizat", "actualizată", "diperbarui", "diperbaharui", "nhật",
    "ενημερώθηκε", "ενημέρωση", "تحديث", "التحديث", "עודכן", "עדכון",
  ]
  /// What may stand between such a word and the date.
  private static let fillers: Set<String> = [
    "on", "at", "am", "um", "vom", "le", "el", "il", "em", "op", "den", "à", "jour", "the", "tarihi",
    "dne", "la", "pada", "lúc", "：",
  ]
  /// What stands before the date of publication.
  private static let publishing: Set<String> = [
    "published", "posted", "submitted", "written", "created", "added", "released", "dated", "issued", "date", "by",
    "veröffentlicht", "erschienen", "erstellt", "geschrieben", "gepostet", "publiziert", "datum", "publié", "publiée",
    "posté", "paru", "écrit", "publicado", "publicada", "escrito", "postado", "fecha", "pubblicato", "scritto",
    "gepubliceerd", "geplaatst", "publicerad", "publiserad", "publisert", "udgivet", "opublikowano", "dodano",
    "опубликовано", "дата", "опубліковано", "yayınlanma", "yayınlandı", "yayımlanma", "yayımlandı", "giriş", "tarih",
    "eklenme", "julkaistu", "publikováno", "zveřejněno", "vydáno", "megjelent", "közzétéve", "publicat", "publicată",
    "diterbitkan", "dipublikasikan", "đăng", "δημοσιεύτηκε", "δημοσιεύθηκε",
  ]
  private static let followers: Set<String> = [
    "by", "at", "in", "um", "von", "uhr", "par", "à", "por", "a", "las", "às", "di", "alle", "ore", "door", "om", "av",
    "kl", "klo", "o", "godz", "г", "et", "est", "edt", "pst", "pdt", "gmt", "ist", "utc", "p", "h", "m", "am", "pm",
    "updated", "last", "comments", "comment", "min",
  ]
}
