internal import Runner

extension TestReport {
  /// The report in the XML that JUnit has brought into use and that CI servers read: a suite for each file.
  public var junit: String {
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    xml += #"<testsuites name="galley test" tests="\#(count)" failures="\#(count(.failed))" "#
    xml +=
      #"skipped="\#(count(.skipped))" errors="0" time="\#(files.reduce(0) { $0 + $1.nanoseconds }.inSeconds)">"# + "\n"
    for file in files { xml += file.junit }
    return xml + "</testsuites>\n"
  }
}

extension TestReport.File {
  fileprivate var nanoseconds: Int64 { results.reduce(0) { $0 + $1.nanoseconds } }

  fileprivate var junit: String {
    var xml = #"  <testsuite name="\#(path.escaped)" tests="\#(results.count)" failures="\#(count(.failed))" "#
    xml += #"skipped="\#(count(.skipped))" errors="0" time="\#(nanoseconds.inSeconds)">"# + "\n"
    for result in results { xml += result.junit(path) }
    return xml + "  </testsuite>\n"
  }
}

extension TestReport.Result {
  fileprivate func junit(_ path: String) -> String {
    let head =
      #"    <testcase name="\#(name.escaped)" classname="\#(path.escaped)" file="\#(path.escaped)" "#
      + #"line="\#(place.line)" time="\#(nanoseconds.inSeconds)""#
    if let skipReason { return "\(head)><skipped message=\"\(skipReason.escaped)\"/></testcase>\n" }
    guard let first = failures.first else { return "\(head)/>\n" }
    let text = failures.map(\.description).joined(separator: "\n")
    return "\(head)>\n      <failure message=\"\(first.message.escaped)\">\(text.escaped)</failure>\n    </testcase>\n"
  }
}

extension Int64 {
  /// Nanoseconds as seconds, to the millisecond.
  fileprivate var inSeconds: String {
    let milliseconds = "\(1000 + (self + 500_000) / 1_000_000 % 1000)".dropFirst()
    return "\((self + 500_000) / 1_000_000_000).\(milliseconds)"
  }
}

extension String {
  /// The text as XML 1.0 has it in attributes and between tags; characters that it can't have become U+FFFD.
  fileprivate var escaped: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": escaped.append(contentsOf: "&#10;".unicodeScalars)
      case "\t": escaped.append(contentsOf: "&#9;".unicodeScalars)
      default:
        let isXML = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        escaped.append(isXML ? scalar : "\u{FFFD}")
      }
    }
    return String(escaped)
  }
}
