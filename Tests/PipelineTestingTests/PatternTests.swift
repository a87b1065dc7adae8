import JSON
import Testing

@testable import PipelineTesting

/// What a pattern of a test file asks for.
@Suite struct PatternTests {
  @Test(arguments: [
    (#""Oslo""#, #""Oslo""#, true), (#""Oslo""#, #""oslo""#, false),
    (#""Rain  fell\non Oslo""#, #""Rain fell on Oslo""#, true),
    (#"{"contains": "fell"}"#, #""Rain fell""#, true), (#"{"contains": ["Rain", "snow"]}"#, #""Rain fell""#, false),
    (#"{"lacks": "snow"}"#, #""Rain fell""#, true), (#"{"lacks": "\r"}"#, #""a\r\nb""#, false),
    (#"{"starts-with": "Rain", "ends-with": "fell"}"#, #""Rain fell""#, true),
    (#"{"at-least": 2}"#, "2", true), (#"{"at-least": 2, "at-most": 3}"#, "3.5", false), ("1", "1.0", true),
    (#"{"a": 1}"#, #"{"a": 1, "b": 2}"#, true), (#"{"a": 1, "c": 2}"#, #"{"a": 1, "b": 2}"#, false),
    (#"{"c": null}"#, #"{"a": 1}"#, true), (#"{"a": null}"#, #"{"a": 1}"#, false),
    (#"[1, 2]"#, "[2, 3, 1]", true), (#"[1, 1]"#, "[1, 2]", false), ("true", "true", true), ("true", "1", false),
  ])
  func fitsOrNot(pattern: String, value: String, fits: Bool) throws {
    #expect(try Pattern(JSON(parsing: pattern)).matches(JSON(parsing: value)) == fits)
  }

  /// The wide pattern leaves the only fitting element to the narrow one, in whatever order they stand.
  @Test func eachPatternFindsAnElementOfItsOwn() throws {
    let elements: [JSON] = [["label": "GPE", "text": "Oslo"], ["label": "GPE", "text": "Bergen"]]
    let wide = Pattern(["label": "GPE"])
    let narrow = Pattern("Oslo", main: "text")
    #expect(Matching([wide, narrow], elements).unmatched == [])
    #expect(Matching([narrow, wide], elements).unmatched == [])
    #expect(Matching([narrow, wide, wide], elements).unmatched == [2])
    #expect(Matching([narrow, narrow], elements).unmatched == [1])
  }

  @Test(arguments: [
    (#"{"text": "Oslo", "label": "PERSON"}"#, #"{"text": "Oslo", "label": "GPE"}: label is "GPE", not "PERSON""#),
    (#"{"text": "Anna Bergh"}"#, #"{"text": "Anna Berg"}: text is "Anna Berg", not "Anna Bergh""#),
    (#"{"text": "Berg", "label": "PERSON"}"#, #"{"text": "Anna Berg"}: text is "Anna Berg", not "Berg""#),
  ])
  func theNearestMissSaysWhatDiffers(pattern: String, words: String) throws {
    let elements: [JSON] = [["text": "Anna Berg", "label": "PERSON"], ["text": "Oslo", "label": "GPE"]]
    #expect(NearestMiss(to: Pattern(try JSON(parsing: pattern), main: "text"), among: elements)?.description == words)
  }

  @Test func nothingIsNearToWhatIsFarOff() {
    #expect(NearestMiss(to: Pattern("Madrid", main: "text"), among: [["text": "Oslo"]]) == nil)
  }
}
