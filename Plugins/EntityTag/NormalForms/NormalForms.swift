internal import DocumentModel

/// What dates, times and amounts stand for, in a form that can be compared and counted with.
///
/// A form is given only where it is certain: what is not exact, or depends on what else the text tells, has none.
struct NormalForms {
  private let reader: NumberReader
  private let dates: DateForms

  /// - Parameter published: when the document was published, an ISO 8601 date; what is relative is counted from it.
  init(in text: TokenizedText, by finder: NumberFinder, published: String?) {
    reader = finder.reader(of: text)
    dates = DateForms(reader: reader, today: published.flatMap { CalendarDay(iso: $0) })
  }

  func form(of candidate: Candidate) -> String? {
    let amounts = AmountForms(reader: reader)
    return switch candidate.label {
    case .date: dates.date(candidate.tokens)
    case .time: TimeForms(reader: reader, dates: dates).time(candidate.tokens)
    case .percent: amounts.percent(candidate.tokens)
    case .money: amounts.money(candidate.tokens)
    case .quantity: amounts.quantity(candidate.tokens)
    case .ordinal: amounts.ordinal(candidate.tokens)
    case .cardinal: amounts.cardinal(candidate.tokens)
    default: nil
    }
  }
}
