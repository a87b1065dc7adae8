internal import CCmark
internal import Glibc
internal import Synchronization

/// Markdown as cmark-gfm reads it, with GitHub's tables, strikethrough and footnotes.
enum MarkdownTree {
  /// A node that only an extension of cmark's knows.
  enum ExtensionNode {
    case table, row, cell, strikethrough
  }

  /// Registered once: cmark's own check isn't safe for several threads.
  nonisolated(unsafe) private static let extensions: [OpaquePointer] = {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "strikethrough"]
    return names.compactMap { cmark_find_syntax_extension($0) }
  }()

  /// The tree of `bytes`, to be freed with `cmark_node_free`.
  static func parse(_ bytes: Span<UInt8>) -> OpaquePointer? {
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for part in extensions { cmark_parser_attach_syntax_extension(parser, part) }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    var root: OpaquePointer?
    inlines.withLock { _ in root = cmark_parser_finish(parser) }
    return root
  }

  /// While cmark reads what is inside of blocks, the extensions' marks (`~`) stand in a table that all threads share:
  /// who is done takes them out, also for who is not.
  private static let inlines = Mutex(())

  /// Visits `node` and all nodes inside it, each where it starts and, unless it is a leaf, where it ends.
  static func walk(_ node: OpaquePointer, _ visit: (_ node: OpaquePointer, _ isStart: Bool) -> Void) {
    guard let iterator = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) { visit(node, event == CMARK_EVENT_ENTER) }
    }
  }

  /// The words, code or markup of a leaf.
  static func literal(of node: OpaquePointer) -> [UInt8] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    return Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
  }

  /// What a node of an extension is, `nil` for any other node.
  static func extensionNode(_ node: OpaquePointer) -> ExtensionNode? {
    guard let name = cmark_node_get_type_string(node) else { return nil }
    return switch String(cString: name) {
    case "table": .table
    case "table_header", "table_row": .row
    case "table_cell": .cell
    case "strikethrough": .strikethrough
    default: nil
    }
  }
}
