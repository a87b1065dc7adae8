public import DocumentModel
public import JSON
public import StageKit

/// Finds copies among the documents of a batch, such as agency reports that several papers print, each a little changed.
///
/// Of texts that are copies of each other the one published first is the original (by the metadata; of several the one
/// whose id comes first); a copy is like its original itself, not like another copy of it.
public struct DedupeStage: BatchStage {
  public static let contract = Contract(
    "dedupe", version: "1.1.0", summary: "Finds near-duplicates in the batch, and names the original of each.",
    uses: [.metadata], provides: [.metadata, .extension("dedupe")])

  private let options: DedupeOptions

  public init(options: DedupeOptions, resources: Resources) { self.options = options }

  public func gather(_ document: Document) -> [UInt8] {
    let signature = MinHash(document.text.utf8.span, shingle: options.shingle, minimumWords: options.minimumWords)
    guard !signature.bytes.isEmpty else { return [] }
    return signature.bytes + (document.metadata.published.flatMap(PublicationTime.init)?.bytes ?? [])
  }

  public func decide(_ batch: GatheredBatch) -> [Int: JSON] {
    let order = batch.inOrderOfPublication
    var originals = Originals(batch, order, threshold: options.threshold, withinFolders: options.scope == .folder)
    var decisions: [Int: JSON] = [:]
    for index in order.lazy.map({ Int($0) }) {
      guard let match = originals.place(index) else { continue }
      decisions[index] = [
        "original": .string(String(decoding: batch.id(match.original), as: UTF8.self)),
        "similarity": .real((match.similarity * 100).rounded() / 100),
      ]
    }
    return decisions
  }

  public func process(_ document: inout Document) throws {
    let decision = document.extensions["dedupe"]?.object ?? [:]
    if decision["not-compared"]?.bool == true {
      document.diagnostics.append(
        Diagnostic(
          .warning, code: "not-compared",
          "the document failed when the batch was looked through, so no copies of it were looked for",
          by: Self.contract.name))
    }
    guard let original = decision["original"]?.string else {
      document.extensions["dedupe"] = .object([:])
      document.metadata["duplicate"] = "no"
      document.metadata["duplicate-of"] = nil
      return
    }
    if options.duplicates == .filter { throw FilteredDocument("it is a copy of '\(original)'") }
    document.metadata["duplicate"] = "yes"
    document.metadata["duplicate-of"] = original
  }
}

extension GatheredBatch {
  /// The documents with a signature, those published first first, and others after them; by id where that does not tell.
  var inOrderOfPublication: [UInt32] {
    var order: [UInt32] = []
    for index in 0..<count where !content(index).isEmpty { order.append(UInt32(index)) }
    order.sort { left, right in
      let (left, right) = (Int(left), Int(right))
      let (first, second) = (content(left).dropFirst(MinHash.size), content(right).dropFirst(MinHash.size))
      if first.elementsEqual(second) { return id(left).lexicographicallyPrecedes(id(right)) }
      if first.isEmpty || second.isEmpty { return second.isEmpty }
      return first.lexicographicallyPrecedes(second)
    }
    return order
  }
}
