/// Tokens between two quotation marks, the marks included.
struct QuotedSpan {
  /// From the opening mark to after the closing one.
  var tokens: Range<Int>
  var family: QuotationMark.Shape.Family
  /// Whether no other pair of marks is around this one.
  var isOutermost = true
  /// Whether the closing mark is missing at the end of its paragraph.
  var isUnclosed = false
}
