public import DocumentModel
public import JSON

/// A stage whose result for one document depends on the others of the batch, such as one that finds copies.
///
/// Before a run, the runner takes every input through the stages before this one and gathers what the stage wants to know
/// of each document; then the stage decides, once. What it has decided about a document is handed to `process(_:)` as
/// `document.extensions[name]`, with the stage's name, so that `process` is a function of the document and the options here
/// too, and a test hands over what it likes. A document that nothing was decided about has no such extension.
///
/// The decision is part of what a document's result depends on: where it changes because another document came, changed
/// or went, the document is run again, and no other is.
public protocol BatchStage: Stage {
  /// What decisions need to know of `document`. All of these are in memory at once: some dozen bytes are a good size.
  func gather(_ document: Document) throws -> [UInt8]

  /// What is decided about the documents of `batch`, by their index; nothing about those that are not in it.
  ///
  /// The same decisions in whatever order the documents stand: their ids tell them apart, their indices don't.
  func decide(_ batch: GatheredBatch) -> [Int: JSON]
}

/// What a stage gathered from the documents of a batch.
///
/// 8 bytes for each document beside its id and what was gathered.
public struct GatheredBatch: Sendable {
  private var ids = PackedBytes()
  private var contents = PackedBytes()

  public init() {}

  /// The number of documents.
  public var count: Int { ids.count }

  /// The id of the document at `index`, as UTF-8.
  public func id(_ index: Int) -> ArraySlice<UInt8> { ids[index] }

  /// What was gathered from the document at `index`.
  public func content(_ index: Int) -> ArraySlice<UInt8> { contents[index] }

  /// Adds a document.
  public mutating func append(id: String, _ content: [UInt8]) {
    ids.append(Array(id.utf8))
    contents.append(content)
  }
}

/// Many short pieces of bytes, in chunks: growing never moves more than one of these.
private struct PackedBytes: Sendable {
  private static let chunkCount = 4096
  private var chunks: [PackedChunk] = []
  private(set) var count = 0

  mutating func append(_ piece: [UInt8]) {
    if count % Self.chunkCount == 0 { chunks.append(PackedChunk(byteCount: chunks.last?.byteCount ?? 0)) }
    chunks[chunks.count - 1].append(piece)
    count += 1
  }

  subscript(index: Int) -> ArraySlice<UInt8> { chunks[index / Self.chunkCount][index % Self.chunkCount] }
}

/// Pieces of bytes, one behind the other.
private struct PackedChunk: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Where pieces begin that `ends` has no room for: at each multiple of 4 GiB, the first piece beyond it.
  private var laps: [Int] = []

  /// - Parameter byteCount: how many bytes there will be, as far as that is known.
  init(byteCount: Int) { bytes.reserveCapacity(byteCount) }

  var byteCount: Int { bytes.count }

  mutating func append(_ piece: [UInt8]) {
    bytes += piece
    while bytes.count >> 32 > laps.count { laps.append(ends.count) }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : end(of: index - 1))..<end(of: index)] }

  private func end(of index: Int) -> Int { Int(ends[index]) + laps.count { $0 <= index } << 32 }
}
