internal import DocumentModel
internal import JSON
internal import StageKit

/// One round of libFuzzer: the first byte chooses kind of text and options, the rest is the text.
///
/// Traps are found by the fuzzer itself; what is checked besides is that every range lies in the text and leads back into
/// the source.
@c(LLVMFuzzerTestOneInput)
public func fuzzClean(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: size)
  guard let choice = input.first else { return 0 }
  let mediaTypes = ["text/html", "application/xhtml+xml", "text/markdown", "text/plain"]
  let options: [JSONObject] = [
    ["links": true], ["extract": "recall", "comments": true, "title": "keep", "links": true],
    ["extract": "precision", "tables": false],
    ["normalize": "none", "bylines": "keep", "dates": "keep", "datelines": "keep"],
  ]
  let text = String(decoding: input.dropFirst(), as: UTF8.self)
  var document = Document(id: "fuzz", text: text, source: Source(uri: "fuzz", mediaType: mediaTypes[Int(choice & 3)]))
  var reader = OptionReader(options[Int(choice >> 2 & 3)])
  do {
    try CleanStage(options: CleanOptions(from: &reader), resources: Resources()).process(&document)
  } catch {
    fatalError("clean threw \(error)")
  }
  precondition(document.defects.isEmpty, "\(document.defects)")
  var end = 0
  for block in document.paragraphs ?? [] {
    precondition(block.range.start >= end && block.range.end <= document.text.utf8.count, "blocks overlap")
    if let range = document.sourceRange(of: block.range) {
      precondition(range.end <= text.utf8.count, "a block leads out of its source")
    }
    end = block.range.end
  }
  end = 0
  for link in document.links ?? [] {
    precondition(link.range.start >= end && !link.range.isEmpty, "links overlap")
    end = link.range.end
  }
  return 0
}
