/// How inputs are read out of files that have many.
struct FeedSettings: Sendable {
  var fields = RecordFields()
  /// The bytes beyond which a record or a member fails.
  var maximumBytes = 1 << 30
  /// How many times its own size a file may unpack to.
  var maximumExpansion = 200
  /// Up to so many unpacked bytes no file is refused: they are no danger however small the file.
  var harmlessBytes = 64 << 20
  var include: [Glob] = []
  var exclude: [Glob] = []
  let decoder: TextDecoder
}

extension FeedSettings {
  init(_ settings: RunSettings, _ inputs: InputList) throws(UnknownCharset) {
    self.init(
      fields: settings.fields, maximumBytes: settings.maximumBytes, maximumExpansion: settings.maximumExpansion,
      include: inputs.include, exclude: inputs.exclude, decoder: try TextDecoder(declared: settings.charset))
  }
}

/// The documents' inputs one after the other: the files of a list as they are, and of those that hold many documents the
/// records and members, read when their turn comes and never kept.
///
/// Costs a plain file nothing but its `Input`; of a record the raw bytes are read here, and parsed by the worker.
struct InputFeed {
  private let list: InputList
  private let settings: FeedSettings
  private let stop: StopFlag
  private var nextIndex = 0
  private var position = 0
  private var container: (any Container)?
  /// Whether the container at hand has given an input.
  private var hasGiven = false
  /// Whether the container at hand is a pipe, whose next input may be long in coming.
  private var containerIsPipe = false

  /// - Parameter stop: what ends the wait for standard input or another pipe.
  init(_ list: InputList, _ settings: FeedSettings, stop: StopFlag = StopFlag()) {
    self.list = list
    self.settings = settings
    self.stop = stop
  }

  /// How many inputs there are in all, or `nil` where that is known only at the end.
  var total: Int? { list.hasContainers ? nil : list.count }

  /// The inputs so far and those that are known to follow: all once the feed has ended.
  var knownCount: Int { position + (list.count - nextIndex) + (container == nil ? 0 : 1) }

  /// The next input, or `nil` at the end.
  ///
  /// - Parameter waits: whether to wait for one that comes through a pipe; where not, the end may be `nil` too soon.
  mutating func next(waits: Bool = true) -> Input? {
    while true {
      if !waits, isAtPipe { return nil }
      guard var input = container == nil ? nextFile() : nextMember() else {
        // A container that has come to its end, or the end of all.
        if container == nil, nextIndex == list.count { return nil }
        if stop.signal != nil { return nil }
        continue
      }
      input.position = position
      input.decision = list.decisions?[position]
      position += 1
      return input
    }
  }

  /// Whether the next input comes through a pipe.
  private var isAtPipe: Bool {
    if container != nil { return containerIsPipe }
    return nextIndex < list.count && !list[nextIndex].canBeReadAgain
  }

  /// The next file of the list; `nil` where it is a container, which is open then, or there is none.
  private mutating func nextFile() -> Input? {
    guard nextIndex < list.count else { return nil }
    let file = list[nextIndex]
    nextIndex += 1
    guard file.isContainer else { return file }
    do throws(ReadError) {
      container = try open(file)
      containerIsPipe = !file.canBeReadAgain
      hasGiven = false
      return nil
    } catch {
      return ContainerName(file).broken(error)
    }
  }

  private mutating func nextMember() -> Input? {
    do throws(ReadError) {
      if let input = try container?.next() {
        hasGiven = true
        return input
      }
      container = nil
      return hasGiven ? nil : ContainerName(list[nextIndex - 1]).leftOut(ContainerName.emptyReason)
    } catch {
      if stop.signal != nil { return nil }
      container = nil
      return ContainerName(list[nextIndex - 1]).broken(hasGiven ? error.ofRest : error)
    }
  }

  private func open(_ file: Input) throws(ReadError) -> any Container {
    let name = ContainerName(file)
    let bytes = FileStream(try file.open(), stop: stop)
    if file.form == .archive { return try ArchiveMembers(ArchiveReader(bytes, .members, settings), name, settings) }
    // What comes through a pipe has no name to tell by.
    let compression = Compression(try bytes.peek(Compression.reach))
    let isCompressed = file.isCompressed || compression != nil
    let stream: any ByteStream = isCompressed ? try ArchiveReader(bytes, .bytes, settings) : bytes
    return file.form.container(of: stream, name, settings)
      ?? WholeFile(stream, file, settings)
  }
}

extension FileForm {
  /// The reader of the records that `stream` holds in this form; `nil` where it is one document.
  func container(of stream: any ByteStream, _ name: ContainerName, _ settings: FeedSettings) -> (any Container)? {
    switch self {
    case .jsonLines: JSONLines(stream, name, limit: settings.maximumBytes)
    case .csv: CSVRecords(stream, name, delimiter: UInt8(ascii: ","), settings)
    case .tsv: CSVRecords(stream, name, delimiter: UInt8(ascii: "\t"), settings)
    case .warc: WebArchive(stream, name, settings)
    case .document, .json, .archive: nil
    }
  }
}

/// The inputs of all documents, those in containers too, for who looks at them one after the other.
public struct InputDocuments: Sequence, IteratorProtocol {
  private var feed: InputFeed

  fileprivate init(_ feed: InputFeed) { self.feed = feed }

  public mutating func next() -> Input? { feed.next() }
}

extension InputList {
  /// The inputs of all documents in the order of a run, read as they are asked for.
  ///
  /// - Throws: `UnknownCharset` where the settings name one.
  public func documents(_ settings: RunSettings) throws(UnknownCharset) -> InputDocuments {
    InputDocuments(InputFeed(self, try FeedSettings(settings, self)))
  }
}
