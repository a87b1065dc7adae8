internal import TextBytes

/// A digest as Markdown (CommonMark).
public struct DigestMarkdown: Sendable {
  private let digest: StoryDigest
  private let title: String

  /// - Parameter title: what stands over it; `nil` for "Digest".
  public init(_ digest: StoryDigest, title: String? = nil) {
    self.digest = digest
    self.title = title ?? "Digest"
  }

  public var text: String {
    let head = "# \(title.escapedForMarkdown)\n\n\(digest.inWords)\n"
    guard !digest.stories.isEmpty else { return head + "\n\(digest.wordsForNone)\n" }
    return head + digest.stories.map(section).joined()
  }

  private func section(_ story: Story) -> String {
    var text = "\n## \(story.title.escapedForMarkdown)\n\n"
    text += story.countInWords + (story.days.map { " · " + $0.inWords } ?? "") + "\n"
    if !story.names.isEmpty {
      text += "\n*\(story.names.map(\.text.escapedForMarkdown).joined(separator: " · "))*\n"
    }
    for sentence in story.sentences {
      text += "\n\(sentence.text.escapedForMarkdown) — \(reference(sentence.source))\n"
    }
    if story.hasSpeakers { text += "\n### Who is quoted\n" }
    for speaker in story.speakers {
      text += "\n> \(speaker.remark.escapedForMarkdown)\\\n> **\(speaker.description.escapedForMarkdown)**"
      text += "\(speaker.facts.map { ", " + $0 } ?? "") — \(reference(speaker.source))\n"
    }
    if let others = story.otherSpeakersInWords { text += "\n\(others.escapedForMarkdown)\n" }
    return text + timeline(of: story)
  }

  private func timeline(of story: Story) -> String {
    var text = "\n### \(story.days == nil ? "Articles" : "Timeline")\n\n"
    for telling in story.articles {
      let source = telling.source
      let day = story.days == nil ? "" : "\(source.timeInWords ?? "undated"): "
      text += "- \(day)**\(link(source, source.title))**"
      let places = (source.site.map { [$0] } ?? []) + (source.title == source.id ? [] : [source.id])
      text += places.isEmpty ? "\n" : " — \(places.joined(separator: " · ").escapedForMarkdown)\n"
      let lines = [telling.gist, telling.copies.isEmpty ? nil : telling.copiesInWords].compactMap(\.self)
      for line in lines { text += "\n  \(line.escapedForMarkdown)\n" }
    }
    return text
  }

  private func reference(_ source: StorySource) -> String { link(source, source.site ?? source.id) }

  private func link(_ source: StorySource, _ text: String) -> String {
    let words = text.escapedForMarkdown
    return source.link.map { "[\(words)](<\($0.escapedInMarkdownAddress)>)" } ?? words
  }
}

extension String {
  /// The text with a backslash before each mark that CommonMark would read as markup within a line, or at its beginning.
  fileprivate var escapedForMarkdown: String {
    var escaped: [UInt8] = []
    let bytes = utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      let isMark =
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
          UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "&"):
          true
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): index == 0
        // "1." and "1)" would begin a list.
        case UInt8(ascii: "."), UInt8(ascii: ")"):
          index > 0 && index < 10 && escaped.allSatisfy { $0.isDigit }
        default: false
        }
      if isMark { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The address for between angle brackets.
  fileprivate var escapedInMarkdownAddress: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "<": escaped += "%3C"
      case ">": escaped += "%3E"
      case "\\": escaped += "%5C"
      case "\u{0}"..."\u{20}": escaped += "%" + String(scalar.value + 0x100, radix: 16, uppercase: true).dropFirst()
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
