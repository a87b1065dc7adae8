import DocumentModel
import StageKit

/// What is wrong with the layers of `section-split` in any document, in words; empty where the laws hold.
func brokenLaws(_ document: Document) -> [String] {
  guard let sections = document.sections, let paragraphs = document.paragraphs, let sentences = document.sentences
  else { return ["a layer is missing"] }
  return document.defects + brokenLaws(ofSentences: sentences, in: paragraphs, document)
    + brokenLaws(ofSections: sections, paragraphs)
}

private func brokenLaws(
  ofSentences sentences: [Sentence], in paragraphs: [Paragraph], _ document: Document
) -> [String] {
  var broken: [String] = []
  var next = 0
  var lastEnd = 0
  for paragraph in paragraphs {
    if paragraph.range.isEmpty || paragraph.range.start < lastEnd { broken.append("paragraph \(paragraph.range)") }
    lastEnd = paragraph.range.end
    var at = paragraph.range.start
    while next < sentences.count, sentences[next].range.start < paragraph.range.end {
      let range = sentences[next].range
      if range.isEmpty || range.start < at || range.end > paragraph.range.end { broken.append("sentence \(range)") }
      if range.start >= at, !isBlank(document[TextRange(at, range.start)]) {
        broken.append("lost text before \(range)")
      }
      at = range.end
      next += 1
    }
    if at != paragraph.range.end { broken.append("lost text at the end of \(paragraph.range)") }
  }
  if next != sentences.count { broken.append("sentences outside of paragraphs") }
  return broken
}

private func brokenLaws(ofSections sections: [Section], _ paragraphs: [Paragraph]) -> [String] {
  var broken: [String] = []
  for (index, section) in sections.enumerated() {
    if !section.range.contains(section.body) { broken.append("body of section \(index)") }
    if let heading = section.heading, !section.range.contains(heading) || heading.isEmpty {
      broken.append("heading of section \(index)")
    }
    if section.heading == nil, index > 0 { broken.append("section \(index) is a second lead") }
    if let parent = section.parent {
      guard parent < index else { return broken + ["parent of section \(index)"] }
      if sections[parent].level != section.level - 1 { broken.append("level of section \(index)") }
      if !sections[parent].range.contains(section.range) { broken.append("section \(index) outside of its parent") }
    } else if section.level != 1 {
      broken.append("section \(index) of level \(section.level) without a parent")
    }
  }
  var body = 0
  let bodies = sections.map(\.body).filter { !$0.isEmpty }
  for paragraph in paragraphs {
    while body < bodies.count, bodies[body].end <= paragraph.range.start { body += 1 }
    if body >= bodies.count || !bodies[body].contains(paragraph.range) {
      broken.append("paragraph \(paragraph.range) is in no section")
    }
  }
  for (body, next) in zip(bodies, bodies.dropFirst()) where body.end > next.start { broken.append("bodies overlap") }
  return broken
}

private func isBlank(_ text: Substring) -> Bool {
  text.unicodeScalars.allSatisfy {
    $0.properties.isWhitespace || $0.properties.generalCategory == .control
      || "\u{200B}\u{2060}\u{FEFF}".unicodeScalars.contains($0)
  }
}
