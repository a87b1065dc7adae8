internal import StageKit

/// Writes outputs as files of a folder: each complete under its name, or not at all.
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
  /// - Throws: `OutputCollision` before anything is made, or `DeliveryError`.
  public init(at path: String, of pipeline: Pipeline, on inputs: InputList) throws {
    names = try OutputNames(of: pipeline, on: inputs)
    folder = try OutputFolder(path)
  }

  public func deliver(_ delivered: Delivered, of input: Input) throws(DeliveryError) {
    var files: [(draft: OutputFolder.Draft, path: OutputPath)] = []
    do throws(DeliveryError) {
      for output in delivered.outputs where output.artifact.placement == .whole {
        let path = try OutputPath(output.artifact.name)
        try names.claim(output, for: input)
        if appended.contains(where: { $0.name == output.artifact.name }) {
          throw .nameTaken(output.artifact.name, by: "another export stage")
        }
        let draft = try folder.draft()
        files.append((draft, path))
        try folder.append(output.artifact.bytes, to: draft)
      }
      let places = try delivered.outputs.map { output throws(DeliveryError) in try place(of: output.artifact) }
      while let (draft, path) = files.first {
        files.removeFirst()
        try folder.publish(draft, as: path)
      }
      for (output, place) in zip(delivered.outputs, places) {
        if let place { try appended[place].output.append(output.artifact.bytes, in: folder) }
      }
      let shared = places.count { $0 != nil }
      inSharedFiles.outputs += shared
      if shared > 0 { inSharedFiles.documents += 1 }
    } catch {
      for file in files { folder.discard(file.draft) }
      throw error
    }
  }

  /// Which shared file `artifact` belongs to, made where it is the first; `nil` for a file of its own.
  private func place(of artifact: Artifact) throws(DeliveryError) -> Int? {
    guard case .appended(let header) = artifact.placement else { return nil }
    if let place = appended.firstIndex(where: { $0.name == artifact.name }) {
      guard appended[place].output.header == header else { throw .differentHeaders(artifact.name) }
      return place
    }
    appended.append((artifact.name, try AppendedOutput(artifact.name, header: header, in: folder)))
    return appended.count - 1
  }

  public func finish() throws(DeliveryError) {
    while let file = appended.first {
      appended.removeFirst()
      try file.output.publish(in: folder)
    }
    folder.clean()
  }

  public func abandon() -> (documents: Int, outputs: Int) {
    for file in appended { file.output.discard(in: folder) }
    appended = []
    folder.clean()
    return inSharedFiles
  }
}
