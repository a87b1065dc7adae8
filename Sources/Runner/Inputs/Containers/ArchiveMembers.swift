/// The files in an archive, taken as those of a folder are.
struct ArchiveMembers: Container {
  private let reader: ArchiveReader
  private let archive: ContainerName
  private let settings: FeedSettings
  /// The records of the member at hand.
  private var records: (name: ContainerName, container: any Container)?
  private var repetitions = NameRepetitions()

  init(_ reader: ArchiveReader, _ archive: ContainerName, _ settings: FeedSettings) {
    self.reader = reader
    self.archive = archive
    self.settings = settings
  }

  mutating func next() throws(ReadError) -> Input? {
    while true {
      if let record = try nextRecord() { return record }
      guard let entry = try reader.next() else { return nil }
      if entry.isFolder { continue }
      let path = entry.name
      let format = FileFormat(path: path)
      // Archives that were added to may have several members of one name.
      let mark = repetitions.mark(of: path)
      let name = ContainerName(path + mark, stem: format.stem + mark, of: archive)
      if entry.isEncrypted {
        throw .malformed(
          "is protected by a password from the member '\(path)' on: unpack it with the password and name the folder")
      }
      if let reason = reasonToLeaveOut(entry, format) ?? reasonOfBackup(path, format) { return name.leftOut(reason) }
      guard let container = format.form.container(of: reader, name, settings) else {
        return try document(name, format)
      }
      records = (name, container)
    }
  }

  /// The next record of a member that has many. What is wrong with its bytes alone leaves the other members readable.
  private mutating func nextRecord() throws(ReadError) -> Input? {
    do throws(ReadError) {
      if let record = try records?.container.next() { return record }
      records = nil
      return nil
    } catch {
      guard let name = records?.name, !reader.hasFailed else { throw error }
      records = nil
      return name.broken(error)
    }
  }

  private func document(_ name: ContainerName, _ format: FileFormat) throws(ReadError) -> Input {
    var input = name.document(.member, format.form, format.mediaType)
    guard input.skipReason == nil else { return input }
    do throws(ReadError) {
      input.payload = Payload(bytes: try reader.allBytes(of: input, limit: settings.maximumBytes))
      return input
    } catch .leftOut(let reason) {
      return name.leftOut(reason)
    } catch {
      guard !reader.hasFailed else { throw error }
      return name.broken(error)
    }
  }

  /// What comes later in the archive is not known, so only backups behind what they are of are left out.
  private func reasonOfBackup(_ path: String, _ format: FileFormat) -> String? {
    guard format.mediaType == nil, let backup = BackupName(Array(path.utf8)[...]) else { return nil }
    let original = String(decoding: backup.original, as: UTF8.self)
    guard repetitions.has(original), !backup.isNumbered || FileFormat(path: original).mediaType != nil else {
      return nil
    }
    return "it is a backup of '\(original)' before it: unpack it to read it"
  }

  private func reasonToLeaveOut(_ entry: ArchiveReader.Entry, _ format: FileFormat) -> String? {
    guard entry.isFile else { return "it is a link or a device in an archive" }
    let path = entry.path[...]
    let names = path.split(separator: UInt8(ascii: "/"))
    if names.contains(where: { $0.first == UInt8(ascii: ".") }) {
      return "its name begins with a dot"
    }
    if format.isCompressed || format.form == .archive || format.form == .warc {
      return "it is an archive or compressed file inside an archive: unpack the outer one"
    }
    let isIncluded = settings.include.isEmpty || settings.include.contains { $0.matches(path) }
    guard isIncluded, !settings.exclude.contains(where: { $0.matchesPath(path) }) else {
      return "--include and --exclude leave it out"
    }
    return nil
  }
}
