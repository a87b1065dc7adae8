internal import Glibc
internal import StageKit

/// Writes outputs as files of a folder: each complete under its name, or not at all. Keeps no ledger.
///
/// Files that many documents share get their names when the run ends, also when it is interrupted: then they have the
/// outputs of all documents that were delivered, whole.
public final class FolderDelivery: Delivery {
  private let folder: OutputFolder
  private var names: OutputNames
  private var appended: [(name: String, output: AppendedOutput)] = []
  /// What is in shared files so far.
  private var inSharedFiles = (documents: 0, outputs: 0)

  /// - Parameter path: the folder, made with all above it where it is not there.
  /// - Throws: `OutputCollision` before anything is made, `LedgerError` where the folder has a ledger, or `DeliveryError`.
  public init(at path: String, of pipeline: Pipeline, on inputs: InputList) throws {
    names = try OutputNames(of: pipeline, on: inputs)
    guard access(LedgerFile.path(in: path), F_OK) != 0 else { throw LedgerError.present(folder: path) }
    folder = try OutputFolder(path, draftFolderName: "tmp-\(getpid())")
  }

  public var preparation: any Preparation { DraftWriter(drafts: folder.drafts) }

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    var rest = delivered.outputs[...]
    do throws(DeliveryError) {
      for output in delivered.outputs {
        guard case .rows = output.artifact.placement else { continue }
        throw .badRows(output.artifact.name, reason: "databases are kept in step by the ledger: leave --no-ledger away")
      }
      for output in delivered.outputs where output.draft != nil {
        try names.claim(output, for: processed.input)
        if appended.contains(where: { $0.name == output.artifact.name }) {
          throw .nameTaken(output.artifact.name, by: "another export stage")
        }
      }
      let places = try delivered.outputs.map { output throws(DeliveryError) in try place(of: output) }
      while let output = rest.popFirst() {
        if let draft = output.draft { try folder.publish(draft, as: OutputPath(output.artifact.name)) }
      }
      for (output, place) in zip(delivered.outputs, places) {
        if let place { try appended[place].output.append(output.artifact.bytes, in: folder.drafts) }
      }
      let shared = places.count { $0 != nil }
      inSharedFiles.outputs += shared
      if shared > 0 { inSharedFiles.documents += 1 }
    } catch {
      for output in rest { output.draft.map(folder.drafts.discard) }
      throw error
    }
  }

  /// Which shared file `output` belongs to, made where it is the first; `nil` for a file of its own.
  private func place(of output: Delivered.Output) throws(DeliveryError) -> Int? {
    guard case .appended(let header) = output.artifact.placement else { return nil }
    let name = output.artifact.name
    if let place = appended.firstIndex(where: { $0.name == name }) {
      guard appended[place].output.header == header else { throw .differentHeaders(name) }
      return place
    }
    appended.append((name, try AppendedOutput(name, header: header, in: folder.drafts)))
    return appended.count - 1
  }

  public func finish(_ report: RunReport) throws(DeliveryError) {
    while let file = appended.first {
      appended.removeFirst()
      try file.output.publish(in: folder)
    }
    folder.clean()
  }

  public func abandon() -> (documents: Int, outputs: Int) {
    for file in appended { file.output.discard(in: folder.drafts) }
    appended = []
    folder.clean()
    return inSharedFiles
  }
}
