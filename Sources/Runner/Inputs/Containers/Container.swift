/// A file of many documents, read one after the other.
protocol Container {
  /// The next document's input, or `nil` at the end.
  ///
  /// - Throws: what keeps the rest from being read.
  mutating func next() throws(ReadError) -> Input?
}

/// What the documents of a file have in common, and what their inputs are named after.
struct ContainerName {
  let uri: String
  /// The file's path without its extensions, which ids begin with.
  let stem: String
  let listIndex: Int

  /// Why a container that is whole and has no documents is skipped.
  static let emptyReason = "there is no document in it"

  init(_ file: Input) {
    uri = file.uri
    stem = file.id
    listIndex = file.listIndex
  }

  /// The name of the member `path` of this archive.
  init(_ path: String, stem: String, of archive: ContainerName) {
    uri = "\(archive.uri)!/\(path)"
    self.stem = "\(archive.stem)/\(stem)"
    listIndex = archive.listIndex
  }

  /// The document of the whole file, or what stands in its place.
  func document(_ kind: Input.Kind, _ form: FileForm = .document, _ mediaType: String? = nil) -> Input {
    Input(id: stem, uri: uri, kind: kind, mediaType: mediaType, form: form, listIndex: listIndex, position: 0)
  }

  /// The record of this file that is told by `number`: its line.
  func record(_ number: Int, _ form: FileForm, _ payload: Payload?, _ kind: Input.Kind = .record) -> Input {
    Input(
      id: "\(stem)/\(number)", uri: "\(uri)#\(number)", kind: kind, mediaType: MediaType.plainText, form: form,
      listIndex: listIndex, position: 0, payload: payload)
  }

  /// What stands for a record that has too many bytes to be kept.
  func tooLarge(_ number: Int, limit: Int) -> Input {
    record(number, .document, nil, .broken(reason: "\(ReadError.tooLarge(limit: limit))"))
  }

  /// What stands for the file, or the rest of it, that can't be read. Its id is that of no document.
  func broken(_ error: ReadError) -> Input {
    var input = document(.broken(reason: "\(error)"))
    input.id = uri
    return input
  }

  /// What stands for a file, or a member of an archive, that is not read.
  func leftOut(_ reason: String) -> Input { document(.leftOut(reason: reason)) }
}
