internal import DocumentModel

/// A document's text below its title, which is not written twice, with a line feed at the end.
struct PlainText {
  private(set) var bytes: [UInt8] = []

  init(_ document: Document) {
    let text = document.text
    bytes.reserveCapacity(text.utf8.count + 256)
    let title = squeezed(document.metadata.title ?? "")
    if !title.isEmpty, document.titleLine(equalTo: TitleWords(title)) == nil {
      bytes.append(contentsOf: title.utf8)
      bytes.append(contentsOf: "\n\n".utf8)
    }
    bytes.append(contentsOf: text.utf8)
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }
}
