internal import Glibc

/// A file in which the outputs of many documents stand one after the other, written anew by each run, with what earlier
/// runs made of unchanged documents copied.
///
/// As long as a run repeats an earlier file from its beginning, part by part, nothing is written at all. At the first
/// difference a draft is begun with a copy of what was repeated so far. So a run that changes nothing leaves the file
/// alone, and the file under its name is always the whole one of some run.
struct SharedFile {
  let name: String
  let path: OutputPath
  let header: [UInt8]
  /// An earlier file with the same header, whose beginning may be repeated.
  private let base: Physical?
  /// Earlier files that parts are copied from, the base among them.
  private let sources: [Physical]
  /// The length of this run's file so far, in bytes.
  private(set) var count: Int
  /// What is not in the draft yet.
  private var buffer: [UInt8] = []
  /// Where the next bytes to copy lie, and how many: neighbours are copied by one call.
  private var copy: (source: CInt, start: Int, count: Int)?
  private(set) var draft: (file: DraftFolder.File, number: Int)?

  /// A file that an earlier run has written, published or not.
  final class Physical {
    /// Its number in the ledger.
    let number: Int
    let descriptor: CInt
    /// Its length as the ledger has it; what is beyond was never durable.
    let count: Int
    let isPublished: Bool

    init(number: Int, descriptor: CInt, count: Int, isPublished: Bool) {
      self.number = number
      self.descriptor = descriptor
      self.count = count
      self.isPublished = isPublished
    }

    deinit { close(descriptor) }
  }

  /// - Parameters:
  ///   - sources: earlier files, each with its header.
  init(_ name: String, header: [UInt8], sources: [(file: Physical, header: [UInt8])]) throws(DeliveryError) {
    self.name = name
    path = try OutputPath(name)
    self.header = header
    self.sources = sources.map(\.file)
    let candidates = sources.filter { $0.header == header }.map(\.file)
    // What a crashed run had begun is nearer to what this one will write.
    base = candidates.last { !$0.isPublished } ?? candidates.last
    count = header.count
  }

  /// The file from its beginning, with another header; nothing of it must have been written or repeated.
  func restarted(with header: [UInt8]) throws(DeliveryError) -> SharedFile {
    try SharedFile(name, header: header, sources: sources.map { ($0, self.header) })
  }

  /// The numbers of the earlier files.
  var sourceNumbers: [Int] { sources.map(\.number) }

  /// Whether the file under its name is what this run would write.
  var isPublishedAlready: Bool { draft == nil && base.map { $0.isPublished && $0.count == count } ?? false }

  /// Whether a part of an earlier file is just what comes next in the file under repetition, so that nothing has to be
  /// written for it.
  func repeats(_ start: Int, of number: Int) -> Bool { draft == nil && base?.number == number && start == count }

  /// Takes over a part of an earlier file: `repeats(_:of:)`, or there is a draft.
  ///
  /// - Returns: where it stands now; `nil` where that file is not known.
  mutating func keep(_ start: Int, _ length: Int, of number: Int) throws(DeliveryError) -> (shared: Int, start: Int)? {
    guard let source = sources.first(where: { $0.number == number }) else { return nil }
    let place = count
    count += length
    guard let draft else { return (number, place) }
    if let copy, copy.source == source.descriptor, copy.start + copy.count == start {
      self.copy?.count += length
    } else {
      try flush()
      copy = (source.descriptor, start, length)
    }
    return (draft.number, place)
  }

  /// Adds one document's output to the draft.
  ///
  /// - Returns: where it stands.
  mutating func append(_ bytes: [UInt8]) throws(DeliveryError) -> Int {
    if copy != nil { try flush() }
    let place = count
    buffer += bytes
    count += bytes.count
    if buffer.count >= 1 << 18 { try flush() }
    return place
  }

  /// Begins the draft, with what has been repeated so far.
  mutating func begin(_ file: DraftFolder.File, number: Int) throws(DeliveryError) {
    draft = (file, number)
    if let base {
      copy = (base.descriptor, 0, count)
      try flush()
    } else {
      buffer = header
    }
  }

  /// The earlier file that the draft begins with, and how much of it.
  var repeated: (shared: Int, count: Int)? { draft == nil ? base.map { ($0.number, count) } : nil }

  /// Writes what is still in memory.
  mutating func flush() throws(DeliveryError) {
    guard let draft else { return }
    if let copy {
      try Self.copy(copy, to: draft.file.descriptor, name)
      self.copy = nil
    }
    guard !buffer.isEmpty else { return }
    if let error = write(buffer, to: draft.file.descriptor) { throw .unwritable(name, reason: systemReason(error)) }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func copy(
    _ copy: (source: CInt, start: Int, count: Int), to target: CInt, _ name: String
  ) throws(DeliveryError) {
    let source = copy.source
    var (start, left) = (copy.start, copy.count)
    while left > 0 {
      var error: CInt = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: min(left, 1 << 20)) { buffer, initialized in
        var result: Int
        repeat {
          result = pread(source, buffer.baseAddress, buffer.count, off_t(start))
        } while result < 0 && errno == EINTR
        error = result < 0 ? errno : 0
        initialized = max(0, result)
      }
      guard !bytes.isEmpty else {
        throw .unwritable(name, reason: error == 0 ? "an earlier file is cut off" : systemReason(error))
      }
      if let error = write(bytes, to: target) { throw .unwritable(name, reason: systemReason(error)) }
      start += bytes.count
      left -= bytes.count
    }
  }
}
