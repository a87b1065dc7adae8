internal import StageKit
internal import TextBytes

/// The documents that are no copies of one before them, found again by parts of their signatures.
///
/// A signature is 16 bands of 4 bytes; two documents are compared where a band is the same in both (locality-sensitive
/// hashing, Indyk and Motwani 1998), which misses fewer than one pair in 4,000 at a similarity of 0.8, and one in 80 at 0.7.
/// At 0.5 it would miss one in three: where the threshold is lower than 0.7, bands have 3 bytes and are 21, which misses one
/// in 16 there, and one in 170 at 0.6.
/// What only one document has is not kept, so that a batch with few copies takes some 32 bytes for each document beside its
/// signature, and 12 for each band that several have.
struct Originals {
  /// A document that this one is a copy of.
  struct Match {
    var original: Int
    var similarity: Double
  }

  private let batch: GatheredBatch
  private let threshold: Double
  private let withinFolders: Bool
  private var shared: SharedBands
  /// The last entry of each bucket, plus one; 0 for none. An entry is a band that an original shares with others.
  private var heads: [UInt32]
  private var entries: [Entry] = []
  /// The documents that are originals.
  private var documents: [UInt32] = []

  private struct Entry {
    /// The original, by its number in `documents`.
    var number: UInt32
    /// The entry before this one in the same bucket, as in `heads`.
    var before: UInt32
  }

  private let bandSize: Int
  private var bands: Int { MinHash.minimaSize / bandSize }
  /// The most originals of a bucket that are compared: what many share is a form that they are written in.
  private static let reach = 256

  /// - Parameter order: the documents to be placed, in any order.
  init(_ batch: GatheredBatch, _ order: [UInt32], threshold: Double, withinFolders: Bool) {
    self.batch = batch
    self.threshold = threshold
    self.withinFolders = withinFolders
    bandSize = threshold < 0.7 ? 3 : 4
    shared = SharedBands(capacity: order.count * (MinHash.minimaSize / bandSize))
    heads = []
    for index in order { for hash in hashes(of: Int(index)) { shared.add(hash) } }
    shared.finish()
    var size = 1 << 10
    while size < shared.repeats { size *= 2 }
    heads = Array(repeating: 0, count: size)
  }

  /// The most similar original, of equally similar ones the first; where there is none, the document is one from now on.
  mutating func place(_ index: Int) -> Match? {
    let hashes = hashes(of: index)
    if let match = match(of: index, hashes) { return match }
    for hash in hashes where shared.contains(hash) {
      let bucket = bucket(of: hash)
      entries.append(Entry(number: UInt32(documents.count), before: heads[bucket]))
      heads[bucket] = UInt32(entries.count)
    }
    documents.append(UInt32(index))
    return nil
  }

  private func match(of index: Int, _ hashes: [UInt64]) -> Match? {
    var best: (number: Int, similarity: Double)?
    for (band, hash) in hashes.enumerated() where shared.contains(hash) {
      var next = Int(heads[bucket(of: hash)]) - 1
      var compared = 0
      while next >= 0, compared < Self.reach {
        let entry = entries[next]
        let number = Int(entry.number)
        compared += 1
        if let similarity = similarity(of: index, to: number, sharing: band) {
          let isBetter = best.map { similarity > $0.similarity || similarity == $0.similarity && number < $0.number }
          if isBetter ?? true { best = (number, similarity) }
        }
        next = Int(entry.before) - 1
      }
    }
    return best.map { Match(original: Int(documents[$0.number]), similarity: $0.similarity) }
  }

  /// How similar a document is to an original with which it has `band` in common; `nil` where it has not, or they are no
  /// copies.
  private func similarity(of index: Int, to number: Int, sharing band: Int) -> Double? {
    let original = Int(documents[number])
    let (left, right) = (batch.content(index), batch.content(original))
    guard left.band(band, of: bandSize).elementsEqual(right.band(band, of: bandSize)) else { return nil }
    let similarity = MinHash.similarity(left, right)
    guard similarity >= threshold else { return nil }
    return isInReach(index, original) ? similarity : nil
  }

  private func isInReach(_ left: Int, _ right: Int) -> Bool {
    !withinFolders || batch.folder(left).elementsEqual(batch.folder(right))
  }

  /// The hash of each band; of each folder others, where folders count.
  private func hashes(of index: Int) -> [UInt64] {
    let signature = batch.content(index)
    var folder = FNV1a(seed: 0)
    if withinFolders { for byte in batch.folder(index) { folder.add(byte) } }
    return (0..<bands).map { band in
      var hash = FNV1a(seed: folder.value ^ UInt64(band) &* 0x9E37_79B9_7F4A_7C15)
      for byte in signature.band(band, of: bandSize) { hash.add(byte) }
      return hash.value ^ hash.value >> 32
    }
  }

  private func bucket(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(heads.count - 1)) }
}

extension GatheredBatch {
  /// The folders of the document's id.
  fileprivate func folder(_ index: Int) -> ArraySlice<UInt8> {
    let id = id(index)
    return id[..<(id.lastIndex(of: UInt8(ascii: "/")) ?? id.startIndex)]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func band(_ band: Int, of size: Int) -> ArraySlice<UInt8> { dropFirst(band * size).prefix(size) }
}
