internal import DocumentModel
internal import Glibc
internal import JSON
internal import Synchronization

/// A document between two stages, on its way into the cache.
struct Snapshot: Hashable, Sendable {
  let key: [UInt8]
  /// Its JSON, compressed.
  let bytes: [UInt8]

  /// - Returns: `nil` where the document is too large to be worth keeping.
  init?(of document: Document, key: [UInt8]) {
    guard let bytes = Zstandard.compress(document.json(Self.form)) else { return nil }
    guard bytes.count <= Self.limit else { return nil }
    (self.key, self.bytes) = (key, bytes)
  }

  init(key: [UInt8], bytes: [UInt8]) { (self.key, self.bytes) = (key, bytes) }

  /// The form that loses nothing and costs least.
  private static let form = DocumentForm(offsets: .utf8, layout: .compact, includesSourceText: true)
  /// A larger one is not kept: 16 MiB.
  private static let limit = 1 << 24

  /// The document that `bytes` were made of; `nil` where they were damaged.
  static func document(of bytes: [UInt8]) -> Document? {
    guard let text = Zstandard.decompress(bytes, limit: 1 << 30), let json = try? JSON(parsing: text) else {
      return nil
    }
    return try? Document(json: json)
  }
}

/// Documents between stages, as earlier runs have left them; many threads look in it at once.
final class StageCache: Sendable {
  private let path: String
  private let idle = Mutex<[SQLiteStatement]>([])

  init(_ path: String) { self.path = path }

  /// The document kept under `key`; `nil` where there is none that can be read.
  func document(_ key: [UInt8]) -> Document? {
    do throws(SQLiteError) {
      let select = try statement()
      defer { idle.withLock { $0.append(select) } }
      return try select.first(.blob(key)) { $0.blob(0) }.flatMap(Snapshot.document)
    } catch {
      return nil
    }
  }

  private func statement() throws(SQLiteError) -> SQLiteStatement {
    if let idle = idle.withLock({ $0.popLast() }) { return idle }
    return try SQLiteDatabase(path, .readOnly).prepare(StageCacheFile.select)
  }
}
