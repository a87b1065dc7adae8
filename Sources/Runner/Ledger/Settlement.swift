internal import Glibc

/// Finds out whether an input has to be run, and if so, why.
struct Settlement: Sendable {
  let reader: LedgerReader
  /// The number of this run's fingerprint.
  let fingerprint: Int
  /// The open output folder.
  let root: CInt
  /// The size beyond which an input fails, in bytes.
  let maximumBytes: Int

  /// What is to be done with an input.
  enum Verdict: Sendable {
    case settled(SettledInput)
    case run(Reason)
  }

  /// Why an input is run.
  enum Reason: Sendable {
    /// No run of the pipeline has seen it.
    case new
    /// It was skipped, or failed in reading or in delivery: what may go well now.
    case notSettled(LedgerRow)
    /// Stages, options or what else all documents depend on have changed.
    case pipelineChanged(LedgerRow)
    /// It is no file, and what is read of it is used up.
    case readOnce(LedgerRow)
    /// Its document's id is another.
    case renamed(LedgerRow)
    /// It can't be read any more.
    case unreadable(LedgerRow, ReadError)
    /// Its bytes are others.
    case sourceChanged(LedgerRow)
    /// What a batch stage decides about it among the others is something else.
    case decisionChanged(LedgerRow)
    /// The output is not as it was written.
    case outputChanged(LedgerRow, name: String)
    /// The ledger could not be asked.
    case unknown(String)
  }

  func verdict(on input: Input) -> Verdict {
    do throws(SQLiteError) {
      guard let row = try reader.row(uri: input.uri) else { return .run(.new) }
      guard let source = row.source, let known = row.fingerprint else { return .run(.notSettled(row)) }
      guard known == fingerprint else { return .run(.pipelineChanged(row)) }
      // Of a record the id stands in the bytes, and is the same where they are.
      guard let id = row.id, !input.isPlain || id.utf8.elementsEqual(input.id.utf8) else { return .run(.renamed(row)) }
      guard input.payload != nil || input.isFile else { return .run(.readOnce(row)) }
      let bytes: [UInt8]
      do throws(ReadError) {
        bytes = try input.bytes(limit: maximumBytes)
      } catch {
        return .run(.unreadable(row, error))
      }
      let digest = input.digest(of: bytes)
      guard digest == source else {
        return .run(digest.sourceDigest == source.sourceDigest ? .decisionChanged(row) : .sourceChanged(row))
      }
      for (name, count) in try reader.outputs(of: row.row) where !isThere(name, count) {
        return .run(.outputChanged(row, name: name))
      }
      return .settled(SettledInput(ending: row.ending, bytesRead: bytes.count, row: row.row, id: id))
    } catch {
      return .run(.unknown(error.message))
    }
  }

  /// Runs what failed, and takes all else for what it was.
  func replayVerdict(on input: Input) -> Verdict {
    do throws(SQLiteError) {
      guard let row = try reader.row(uri: input.uri) else { return .run(.new) }
      guard row.state != .quarantined else { return .run(.notSettled(row)) }
      if let id = row.id, input.isPlain, !id.utf8.elementsEqual(input.id.utf8) { return .run(.renamed(row)) }
      return .settled(SettledInput(ending: row.ending, bytesRead: 0, row: row.row, id: row.id ?? input.id))
    } catch {
      return .run(.unknown(error.message))
    }
  }

  /// Whether the output is a file of as many bytes as were written.
  private func isThere(_ name: String, _ count: Int) -> Bool {
    var status = stat()
    guard fstatat(root, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == count
  }
}

extension Input {
  /// Whether reading it a second time gives nothing: so of a pipe.
  var isReadOnce: Bool {
    switch kind {
    case .standardInput: true
    case .named: !isFile
    default: false
    }
  }

  /// Whether reading it twice gives the same: not so of a pipe.
  fileprivate var isFile: Bool {
    guard kind == .named else { return kind == .file }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

extension String {
  /// What the bytes are told by, without what was decided about the document among the others.
  var sourceDigest: Substring { prefix { $0 != " " } }
}

extension LedgerRow {
  /// What becomes of the input where nothing has changed.
  fileprivate var ending: InputEnding {
    switch state {
    case .delivered, .unchanged: .unchanged
    case .filtered: .filtered
    case .skipped: .skipped(reason: reason ?? "")
    case .quarantined:
      .quarantined(DocumentFailure(.init(ledgerName: place ?? "reading"), reason: reason ?? ""))
    }
  }
}

/// Settles inputs by the ledger, and writes drafts.
struct LedgerPreparation: Preparation {
  let settlement: Settlement
  /// Whether only what failed before is run.
  let replays: Bool
  let writer: DraftWriter

  func settled(_ input: Input) -> SettledInput? {
    let verdict = replays ? settlement.replayVerdict(on: input) : settlement.verdict(on: input)
    guard case .settled(let settled) = verdict else { return nil }
    return settled
  }

  func prepare(_ delivered: inout Delivered) throws(DeliveryError) { try writer.prepare(&delivered) }
}
