import Glibc
import StageKit

/// Folders of articles.
enum Corpus {
  /// The texts of the `.txt` files in `folder`, in the order of their names; files that are no UTF-8 are repaired.
  static func texts(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      throw ResourceError(path: folder, reason: String(cString: strerror(errno)))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      String(decoding: try Resources(folder: folder).bytes(of: name), as: UTF8.self)
    }
  }

  /// Writes one article as `NUMBER.txt` into a subfolder for each thousand.
  static func write(_ text: String, number: Int, to folder: String) throws {
    let subfolder = "\(folder)/\(number / 1000)"
    mkdir(folder, 0o755)
    mkdir(subfolder, 0o755)
    let path = "\(subfolder)/\(number).txt"
    guard let file = fopen(path, "w") else { throw ResourceError(path: path, reason: String(cString: strerror(errno))) }
    defer { fclose(file) }
    fputs(text, file)
  }
}
