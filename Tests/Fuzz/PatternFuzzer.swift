internal import DocumentModel
internal import StageKit

/// One round of libFuzzer: the input is a file of patterns, which a text of all kinds of tokens is searched with.
///
/// Traps are found by the fuzzer itself; what is checked besides is that what is found lies in the text and is in order.
@c(LLVMFuzzerTestOneInput)
public func fuzzPatterns(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = Array(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self).utf8)
  guard let gazetteer = Gazetteer.embedded else { fatalError("no gazetteer") }
  let words = """
    Kvell Brewing & Sons, Inc. (NYSE: KVL) paid $3.2 billion – 12% – on 3 May 2024, “Österreich”, J. Smith's U.S.

    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab MH17 1,500.25 21st 東京 e\u{301} \u{1F600} ab ab ab cd
    """
  let text = LookedUpText(TokenizedText(words), gazetteer: gazetteer)
  var labels = LabelNames()
  // What makes no sense is told by an error, and so is what takes too many steps.
  guard let set = try? PatternSet([PatternFile("fuzz", bytes: bytes)], labels: &labels),
    let found = try? set.matches(in: text, entities: [])
  else { return 0 }
  var document = Document(id: "fuzz", text: words)
  document.entities = found.map { Entity(range: $0.range, label: labels.name(of: $0.label), by: "fuzz") }
  precondition(document.defects.isEmpty, "\(document.defects)")
  precondition(found.allSatisfy { !$0.range.isEmpty }, "an entity of nothing")
  precondition(zip(found, found.dropFirst()).allSatisfy { $0.tokens.upperBound <= $1.tokens.lowerBound }, "overlaps")
  return 0
}
