/// The scores of candidates: rough classes of precision, the share of entities that are right.
///
/// They are measured together per way of finding, not per entity, and say which of two readings wins where they overlap:
/// within 0.1 the longer one does.
enum Confidence {
  /// What the user says.
  static let certain = 1.0
  /// A full name from the gazetteer, a title before a name, a defined acronym: nine in ten and better.
  static let sure = 0.9
  /// A rule with an anchor of its own ("… University"), a first name and what follows: about four in five.
  static let good = 0.8
  /// One known word in the right place; a name that the document has introduced.
  static let known = 0.85
  /// A name that is an ordinary word elsewhere, or a place after "in": three in four.
  static let likely = 0.75
  /// A name known by its shape and one hint: about two in three.
  static let fair = 0.6
  /// A guess better than none: about one in two.
  static let weak = 0.5
}
