internal import StageKit
internal import TextBytes

/// The rules of all files together, to be asked about one line after the other.
struct BoilerplateRules: Sendable {
  private let rules: [BoilerplateRule]
  /// Indices of patterns by the first bytes of what they begin with, and of whole lines by all of theirs.
  private var patterns: [UInt32: [Int]] = [:]
  private var lines: [UInt64: [Int]] = [:]
  /// Lines beyond this are paragraphs.
  static let longestLine = 300

  /// The rules that come with the plugin, and those of `files`.
  ///
  /// - Parameter cleaned: makes of a whole line, written or learned, what it will look like in a cleaned text.
  static func reading(
    _ files: [String], in resources: Resources, cleaned: (String) throws -> String
  ) throws -> BoilerplateRules {
    let own = try builtIn.get()
    guard !files.isEmpty else { return own }
    var rules = own.rules
    for file in files {
      for var rule in try BoilerplateFile(resources.bytes(of: file), path: resources.resolved(file)).rules {
        if case .line(let line) = rule.shape {
          rule.shape = .line(Array(try cleaned(String(decoding: line, as: UTF8.self)).utf8))
        }
        rules.append(rule)
      }
    }
    return BoilerplateRules(rules)
  }

  /// Read once, however many stages there are.
  private static let builtIn = Result {
    BoilerplateRules(try BoilerplateFile(PackageResources.rules_json, path: "rules.json").rules)
  }

  init(_ rules: [BoilerplateRule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      switch rule.shape {
      case .pattern(let pattern): patterns[pattern.opening.span.key(at: 0), default: []].append(index)
      case .line(let line): lines[line.span.digest(of: 0..<line.count), default: []].append(index)
      }
    }
  }

  /// The first rule that says that the line at `range` is boilerplate.
  ///
  /// - Parameter stands: whether the line stands at such a place.
  func rule(
    for range: Range<Int>, in bytes: Span<UInt8>, stands: (BoilerplateRule.Place) -> Bool
  ) -> BoilerplateRule? {
    guard range.count <= Self.longestLine else { return nil }
    let core = bytes.core(of: range)
    // A line that begins with a small letter goes on with a sentence.
    if core.count >= 4, !bytes[core.lowerBound].isLower, let found = patterns[bytes.key(at: core.lowerBound)] {
      for index in found {
        guard case .pattern(let pattern) = rules[index].shape, pattern.matches(core, in: bytes) else { continue }
        if stands(rules[index].place) { return rules[index] }
      }
    }
    guard !lines.isEmpty, let found = lines[bytes.digest(of: range)] else { return nil }
    for index in found {
      guard case .line(let line) = rules[index].shape, bytes.equals(line, at: range) else { continue }
      if stands(rules[index].place) { return rules[index] }
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Four bytes from `offset` on, capitals as small letters, in one number; 0 for those beyond the end.
  fileprivate func key(at offset: Int) -> UInt32 {
    var key: UInt32 = 0
    for index in offset..<offset + 4 {
      key = key << 8 | UInt32(index < count ? lowered(at: index) : 0)
    }
    return key
  }

  /// The hash of the bytes at `range`.
  fileprivate func digest(of range: Range<Int>) -> UInt64 {
    FNV1a(extracting(range)).value
  }

  fileprivate func equals(_ line: [UInt8], at range: Range<Int>) -> Bool {
    line.count == range.count && line.indices.allSatisfy { line[$0] == self[range.lowerBound + $0] }
  }
}
