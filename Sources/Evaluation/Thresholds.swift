internal import JSON
internal import StageKit

/// How good a pipeline has to be: least values of figures.
public struct Thresholds: Sendable {
  /// In the order of the file.
  private(set) var least: [(name: String, value: Double)] = []

  public var isEmpty: Bool { least.isEmpty }

  /// One figure that is not what it should be.
  public struct Shortfall: Hashable, Sendable {
    /// `entities.PERSON.f1`
    public let name: String
    public let least: Double
    /// `nil` where there is no such figure.
    public let value: Double?
    /// The nearest name of a figure that there is, where there is none of this one.
    public let suggestion: String?
  }

  init(_ object: JSONObject) throws(ThresholdError) {
    for member in object {
      guard let number = member.value.number, (0...1).contains(number) else {
        throw ThresholdError(key: member.key, problem: "should be a share from 0 to 1, such as 0.85")
      }
      guard Figure.Kind.allCases.contains(where: { member.key.hasSuffix(".\($0.rawValue)") }) else {
        throw ThresholdError(
          key: member.key, problem: "should end in .precision, .recall or .f1, such as \"entities.PERSON.f1\"")
      }
      least.append((member.key, number))
    }
  }

  /// The figures that are missing or too small.
  public func shortfalls(_ figures: [Figure]) -> [Shortfall] {
    var values: [String: Double] = [:]
    for figure in figures {
      for kind in Figure.Kind.allCases {
        if let value = figure.value(kind) { values["\(figure.name.path).\(kind.rawValue)"] = value.value }
      }
    }
    return least.compactMap { name, least in
      let value = values[name]
      if let value, value >= least { return nil }
      return Shortfall(
        name: name, least: least, value: value, suggestion: value == nil ? name.nearest(in: values.keys.sorted()) : nil)
    }
  }
}

/// What is wrong with a threshold.
struct ThresholdError: Error {
  let key: String
  let problem: String
}

/// A file of evaluation settings, for use in continuous integration:
///
///     { "map-labels": { "GPE": "LOC" }, "labels": ["PERSON", "ORG", "LOC"], "thresholds": { "entities.f1": 0.7 } }
public struct EvaluationFile: Sendable {
  public var labelMap: [String: String] = [:]
  public var labels: [String]?
  public var thresholds: Thresholds?

  private static let keys = ["map-labels", "labels", "thresholds"]

  /// - Throws: `GoldError` with the line of what is wrong.
  public init(_ bytes: [UInt8], uri: String) throws(GoldError) {
    let json: JSON
    do { json = try JSON(parsing: bytes) } catch {
      throw GoldError(
        uri, line: error.location.line, "is no JSON: column \(error.location.column): \(error.problem)")
    }
    func fail(_ pointer: JSONPointer, _ problem: String) -> GoldError {
      GoldError(uri, line: JSONLocator(bytes).location(of: pointer).line, problem)
    }
    guard let object = json.object else { throw fail(.root, "should be an object with \"thresholds\"") }
    for member in object {
      let pointer = JSONPointer.root.appending(member.key)
      switch member.key {
      case "map-labels":
        guard let map = member.value.object, map.allSatisfy({ $0.value.string != nil }) else {
          throw fail(pointer, "\"map-labels\" should be an object such as { \"GPE\": \"LOC\" }")
        }
        for pair in map { labelMap[pair.key] = pair.value.string }
      case "labels":
        let names = member.value.array?.compactMap(\.string)
        guard let names, names.count == member.value.array?.count else {
          throw fail(pointer, "\"labels\" should be a list of names")
        }
        labels = names
      case "thresholds":
        guard let least = member.value.object else {
          throw fail(pointer, "\"thresholds\" should be an object such as { \"entities.f1\": 0.7 }")
        }
        do { thresholds = try Thresholds(least) } catch {
          throw fail(pointer.appending(error.key), "\"\(error.key)\" \(error.problem)")
        }
      default:
        let near = member.key.nearest(in: Self.keys)
        throw fail(
          pointer,
          "unknown key \"\(member.key)\""
            + (near.map { "; did you mean \"\($0)\"?" } ?? "; there are \(Self.keys.joined(separator: ", "))"))
      }
    }
  }
}
