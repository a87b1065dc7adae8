/// One document that a run has to account for, or what stands in its place: a file, a record of a file, a member of an
/// archive.
public struct Input: Hashable, Sendable {
  /// The id of its document: the path relative to the folder without the extension, of a named file only the name's
  /// stem. What is not known as an extension is part of the name. Of a record its number in the file, until a worker has
  /// read its own id.
  public internal(set) var id: String
  /// The file as the user would name it, and the place in it: `articles/2024/plans.txt`, `articles.jsonl#12` (the line),
  /// `archive.tar.gz!/2024/plans.txt`.
  public let uri: String
  /// What is found there.
  public let kind: Kind
  /// The kind of content as the name or the server tells, or `nil` where that is unknown.
  public let mediaType: String?
  /// Whether the user says what kind that is, so that the content is not asked.
  var isDeclared = false
  /// What form its bytes have.
  let form: FileForm
  /// Whether the file is compressed as a whole.
  var isCompressed = false
  /// Its place in the list of inputs, or that of the file that it stands in.
  let listIndex: Int
  /// Its place in the sequence of all inputs, of records and members too.
  var position: Int
  /// The bytes of the path to open, which need not be UTF-8, and a NUL.
  var path: [CChar] = []
  /// What was read of it when its turn came; `nil` for a file, which the worker reads.
  var payload: Payload?
  /// What a batch stage has decided about it among the others of the run, as compact JSON.
  var decision: String?

  /// What is found at an input's path.
  public enum Kind: Hashable, Sendable {
    /// A file of a folder.
    case file
    /// What the user named by itself, read as text unless its extension or its content says otherwise: a file, a pipe, a
    /// device.
    case named
    case standardInput
    /// A socket, a pipe or a device inside a folder.
    case special
    /// A symbolic link to a folder that contains it.
    case cycle
    /// A folder that can't be listed, with the system's error.
    case unreadableFolder(CInt)
    /// A record of a file that has many.
    case record
    /// A file inside an archive.
    case member
    /// What is left out, for a reason.
    case leftOut(reason: String)
    /// What can't be read, for a reason: the rest of an archive, a record that is too large.
    case broken(reason: String)
  }

  /// Whether it stands for a folder, or the rest of a file of many, that could not be read: for no document.
  public var isUnreadContainer: Bool {
    switch kind {
    case .unreadableFolder: true
    case .broken: id.utf8.elementsEqual(uri.utf8)
    default: false
    }
  }

  /// The line on which a record begins in its file, from 1.
  public var line: Int? { payload?.line }

  /// Why it is not read, in words, as far as its name tells; `nil` where it is, or its content decides.
  public var skipReason: String? {
    switch kind {
    case .special: return "it is a socket, a pipe or a device"
    case .cycle: return "it is a symbolic link to a folder that contains it"
    case .leftOut(let reason): return reason
    case .unreadableFolder, .standardInput, .record, .broken: return nil
    case .file, .named, .member: break
    }
    guard form == .document, let mediaType, !MediaType.isRead(mediaType) else { return nil }
    return Self.reasonToSkip(mediaType)
  }

  /// Whether the file is opened for the documents in it, be it a single one that is compressed.
  var isContainer: Bool {
    switch kind {
    case .file, .named, .standardInput: form.isContainer || isCompressed && skipReason == nil
    default: false
    }
  }

  /// Whether it is a file of its own whose bytes are its text, so that its id is known from the path alone.
  var isPlain: Bool {
    switch kind {
    case .file, .named, .standardInput: form == .document && !isCompressed
    default: false
    }
  }

  /// Whether its name alone tells that it is read, and its document's id.
  var isKnownByName: Bool { isPlain && skipReason == nil && !isUntold }

  /// Whether its document depends on nothing but its bytes.
  var isItsBytes: Bool { isPlain && !isDeclared }

  /// What tells whether the document of `bytes`, the input's own, would be the same as that of an earlier run: their
  /// SHA-256 for a plain file, else one of what surrounds them too, such as the columns' names.
  /// Followed by what was decided about the document among the others, if anything was.
  func digest(of bytes: [UInt8]) -> String { dependency(ownDigest(of: bytes)) }

  /// `digest`, of the input's own bytes, with what was decided about it.
  func dependency(_ digest: String) -> String { decision.map { "\(digest) \($0)" } ?? digest }

  private func ownDigest(of bytes: [UInt8]) -> String {
    guard !isItsBytes else { return SHA256.hexDigest(of: bytes.span) }
    var parts = payload ?? Payload(bytes: bytes)
    parts.line = nil
    let encoded = Input(
      id: "", uri: "", kind: .record, mediaType: mediaType, isDeclared: isDeclared, form: form, listIndex: 0,
      position: 0, payload: parts
    ).encoded()
    return SHA256.hexDigest(of: encoded.span)
  }
}

/// The bytes of one record or member and what is known of them from their surroundings.
struct Payload: Hashable, Sendable {
  var bytes: [UInt8]
  /// The line on which the record begins.
  var line: Int?
  /// The columns of the table that the record is a row of.
  var columns: CSVColumns?
  /// The charset that the surroundings declare.
  var charset: String?
  /// Metadata that the surroundings tell, each a key and its value.
  var metadata: [Fact] = []

  struct Fact: Hashable, Sendable {
    var key: String
    var value: String
  }
}
