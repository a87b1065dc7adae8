internal import DocumentModel
internal import Glibc

/// One file that a run has to account for, or what stands in a file's place.
public struct Input: Hashable, Sendable {
  /// The id of its document: the path relative to the folder without the extension, of a named file only the name's
  /// stem. What is not known as an extension is part of the name.
  public let id: String
  /// The file as the user would name it: `articles/2024/plans.txt`.
  public let uri: String
  /// What is found there.
  public let kind: Kind
  /// Its index in the list of inputs.
  let position: Int
  /// The kind of content by the extension, or `nil` where that is unknown.
  public let mediaType: String?
  /// The bytes of the path to open, which need not be UTF-8, and a NUL.
  let path: [CChar]

  /// What is found at an input's path.
  public enum Kind: Hashable, Sendable {
    /// A file of a folder.
    case file
    /// What the user named by itself, read as text unless its extension says otherwise: a file, a pipe, a device.
    case named
    case standardInput
    /// A socket, a pipe or a device inside a folder.
    case special
    /// A symbolic link to a folder that contains it.
    case cycle
    /// A folder that can't be listed, with the system's error.
    case unreadableFolder(CInt)
  }

  /// Why it is not read, in words; `nil` where it is.
  public var skipReason: String? {
    switch kind {
    case .special: return "it is a socket, a pipe or a device"
    case .cycle: return "it is a symbolic link to a folder that contains it"
    case .unreadableFolder, .standardInput: return nil
    case .file, .named: break
    }
    guard let mediaType else {
      return "its extension tells no kind of content: name the file itself to read it as text"
    }
    guard mediaType != MediaType.plainText, !Source.markupTypes.contains(mediaType) else { return nil }
    return "\(mediaType) is not read by this version, only plain text, HTML and Markdown"
  }
}
