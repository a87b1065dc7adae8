internal import StageKit

extension TableSchema {
  /// The tables of a document: what it says as a whole, and a table for each layer that people ask questions about.
  ///
  /// A column is called neither `start` nor `end`, which SQL has a use for itself.
  static let articles = TableSchema(
    documents: Table(
      "documents",
      [
        Column("uri", .text, isOptional: true), Column("media_type", .text, isOptional: true),
        Column("sha256", .text, isOptional: true), Column("title", .text, isOptional: true),
        Column("byline", .text, isOptional: true), Column("dateline", .text, isOptional: true),
        Column("published", .text, isOptional: true), Column("language", .text, isOptional: true),
        Column("text", .text), Column("summary", .text, isOptional: true), Column("offsets", .text),
        Column("layers", .json), Column("metadata", .json), Column("extensions", .json), Column("trace", .json),
      ],
      indexes: [["published"]]),
    details: [
      Table(
        "sections",
        [
          Column("parent", .integer, isOptional: true), Column("level", .integer),
          Column("heading", .text, isOptional: true), Column("starts", .integer), Column("ends", .integer),
          Column("body_starts", .integer), Column("body_ends", .integer), Column("by", .text),
        ]),
      Table(
        "links",
        [
          Column("text", .text), Column("target", .text), Column("starts", .integer), Column("ends", .integer),
          Column("by", .text),
        ],
        indexes: [["target"]]),
      Table(
        "entities",
        [
          Column("label", .text), Column("text", .text), Column("starts", .integer), Column("ends", .integer),
          Column("normal", .text, isOptional: true), Column("chain", .integer, isOptional: true), Column("by", .text),
          Column("why", .text, isOptional: true),
          Column("score", .real, isOptional: true),
        ]),
      Table(
        "chains",
        [
          Column("label", .text), Column("canonical", .text), Column("chain_id", .text, isOptional: true),
          Column("mentions", .integer), Column("by", .text),
        ],
        indexes: [["canonical"]]),
      Table(
        "quotations",
        [
          Column("kind", .text), Column("text", .text), Column("starts", .integer), Column("ends", .integer),
          Column("speaker", .integer, isOptional: true), Column("source", .text, isOptional: true),
          Column("cue", .text, isOptional: true), Column("by", .text),
        ]),
      Table(
        "keyphrases",
        [Column("text", .text), Column("score", .real), Column("by", .text)],
        indexes: [["text"]]),
    ],
    searched: ["title", "summary", "text"],
    views: [
      View(
        "names",
        """
        SELECT d.id, d.published, c.label, c.canonical AS name, c.chain_id, c.mentions
        FROM chains c JOIN documents d ON d.key = c.document
        """),
      View(
        "mentions",
        """
        SELECT d.id, d.published, e.label, coalesce(c.canonical, e.text) AS name, e.text, e.normal, e.starts, e.ends,
          e.score
        FROM entities e JOIN documents d ON d.key = e.document
        LEFT JOIN chains c ON c.document = e.document AND c.number = e.chain
        """),
      View(
        "quoted",
        """
        SELECT d.id, d.published, coalesce(c.canonical, q.source) AS speaker, q.kind, q.cue, q.text, q.starts, q.ends
        FROM quotations q JOIN documents d ON d.key = q.document
        LEFT JOIN chains c ON c.document = q.document AND c.number = q.speaker
        """),
    ])
}
