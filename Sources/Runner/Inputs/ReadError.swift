internal import Glibc

/// Why an input did not become a document.
public enum ReadError: Error, Hashable, Sendable {
  /// There is no file at the path any more.
  case missing
  /// The file can't be opened or read, for the system's reason.
  case unreadable(reason: String)
  /// What was a file when the folder was walked is none any more.
  case noFile
  /// The file has more bytes than `maximum-bytes` allows.
  case tooLarge(limit: Int)
  /// The bytes are those of no text; the first that is out of place, and where.
  case binary(byte: UInt8, offset: Int)
  /// No charset fits the bytes, of which the first beyond ASCII is at `offset`.
  case noCharset(offset: Int)
  /// The first bytes are those of a kind of content that is not read.
  case otherKind(String)
  /// It is no document, for a reason: nothing says that it is one, and neither do its first bytes.
  case leftOut(reason: String)
  /// The bytes can't be unpacked, or only the rest of them can't, in zlib's or libarchive's words.
  case damaged(reason: String, isRest: Bool)
  /// The bytes are not of the form that the name tells; what is wrong, and the next step.
  case malformed(String)
}

extension ReadError {
  /// Whether the bytes could not be had, so that nothing is known of the document but that it may be there.
  var isUnread: Bool {
    switch self {
    case .unreadable, .noFile: true
    default: false
    }
  }

  /// The bytes unpack to more than `times` their size.
  static func expandsTooMuch(_ times: Int) -> ReadError {
    .malformed(
      "unpacks to more than \(times) times its size, as files do that are made to fill up machines: if it is none, raise "
        + "--max-expansion")
  }

  /// The error of what follows documents that were read.
  var ofRest: ReadError {
    guard case .damaged(let reason, _) = self else { return self }
    return .damaged(reason: reason, isRest: true)
  }
}

extension ReadError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "\(ReadError.unreadable(reason: systemReason(ENOENT)))"
    case .unreadable(let reason): "can't be read: \(reason); mend that or leave it out by --exclude"
    case .noFile: "is no file any more: it was replaced during the run; run again"
    case .tooLarge(let limit): "has more than \(limit) bytes, the limit: raise --max-bytes or split it"
    case .binary(let byte, let offset):
      "looks like binary data, not text: byte \(hexadecimal(byte)) at offset \(offset); leave it out by --exclude, "
        + "or name its charset by --charset"
    case .noCharset(let offset):
      "is in no charset that could be told, from offset \(offset) on: name its charset by --charset"
    case .otherKind(let mediaType):
      "is \(mediaType) by its first bytes, which is not read by this version: convert it, or leave it out by --exclude"
    case .leftOut(let reason): reason
    case .damaged(let reason, isRest: false): "can't be unpacked: \(reason); mend or replace the file"
    case .damaged(let reason, isRest: true):
      "can't be unpacked any further: \(reason); what came before is read, so mend or replace the file"
    case .malformed(let problem): problem
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}

/// A charset named by the user that this system can't decode.
public struct UnknownCharset: Error, Hashable, Sendable, CustomStringConvertible {
  public let name: String

  public var description: String {
    switch name.lowercased() {
    case "replacement", "x-user-defined":
      "'\(name)' stands for no charset, but for how a browser treats bytes that it does not decode: name the one that the "
        + "text is in, such as windows-1252"
    default:
      "no charset is called '\(name)' here: `iconv --list` shows those that are known, such as windows-1252 or gb18030"
    }
  }
}
