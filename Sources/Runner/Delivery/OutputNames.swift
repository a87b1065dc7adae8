internal import StageKit

/// Whose each output name is, so that no output takes the place of another.
///
/// Names that renderers can tell beforehand are compared before the run, others, as those of records, as they come. Only hashes are kept.
struct OutputNames {
  private let inputs: InputList
  private let rendererCount: Int
  /// The planned names, numbered by input and renderer.
  private let planned: NameHashes
  /// The places in the list of the inputs that have the other names, or that hold those.
  private var claims: [Key: Int] = [:]

  /// A hash of 128 bits: that two names share one will not happen.
  private struct Key: Hashable {
    let first: Int
    let second: Int
    init(_ name: String) { (first, second) = (name.byteHash, "/\(name)".byteHash) }
  }

  /// - Throws: `OutputCollision` where two planned names are equal.
  init(of pipeline: Pipeline, on inputs: InputList) throws(OutputCollision) {
    let renderers = pipeline.steps.compactMap { $0.stage as? any Renderer }
    let count = renderers.count
    func name(_ number: Int) -> String? {
      let input = inputs[number / count]
      return input.isKnownByName ? renderers[number % count].plannedName(for: input.bareDocument) : nil
    }
    planned = NameHashes(0..<inputs.count * count, of: name)
    rendererCount = count
    self.inputs = inputs
    if let (first, second) = planned.repetitions(of: name).first {
      throw OutputCollision(
        name: name(second) ?? "", first: inputs[first / count].uri, second: inputs[second / count].uri)
    }
  }

  /// Notes that `output` is of `input`.
  ///
  /// - Throws: `nameTaken` where it is another's.
  mutating func claim(_ output: Delivered.Output, for input: Input) throws(DeliveryError) {
    let name = output.artifact.name
    guard try !refusePlanned(output, for: input) else { return }
    if let owner = claims[Key(name)] { throw .nameTaken(name, by: inputs[owner].uri) }
    claims[Key(name)] = input.listIndex
  }

  /// - Returns: whether the name is the one that was planned for `output`.
  /// - Throws: `nameTaken` where it was planned for another's.
  @discardableResult
  func refusePlanned(_ output: Delivered.Output, for input: Input) throws(DeliveryError) -> Bool {
    let name = output.artifact.name
    if input.isKnownByName, output.renderer.plannedName(for: input.bareDocument) == name { return true }
    if let owner = planned.number(of: name) { throw .nameTaken(name, by: inputs[owner / rendererCount].uri) }
    return false
  }
}

/// Two outputs that would be one file, known before anything is written.
public struct OutputCollision: Error, Hashable, Sendable {
  public let name: String
  /// The inputs whose outputs they are; equal where two stages make outputs of one.
  public let first: String
  public let second: String
}

extension OutputCollision: CustomStringConvertible {
  public var description: String {
    first == second
      ? "two export stages would write '\(first)' to one file, '\(name)': give each a 'to' of its own"
      : "'\(first)' and '\(second)' would be written to one file, '\(name)': put {id} into the 'to' of the export stage"
  }
}
