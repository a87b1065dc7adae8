import Testing

@Suite struct WebPageDocumentationTests {
  /// The page that Documentation/web-pages.md shows becomes the text and the metadata that it shows.
  @Test func theExampleGivesWhatItsPageSays() throws {
    let script = """
      folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
      block() { awk -v number="$1" '/^```/ { inside = !inside; count += inside; next } inside && count == number' \
        '\(projectFolder)/Documentation/web-pages.md'; }
      block 1 > quay.html
      echo '{ "name": "pages", "stages": [ { "use": "clean" }, { "use": "export", "with": { "format": "text" } },
        { "use": "export", "with": { "format": "json" } } ] }' > pages.json
      '\(try programFolder())/galley' run pages.json quay.html -o out || exit 1
      # The title stands above it.
      tail -n +3 out/quay.txt > text && block 2 | diff - text || exit 2
      block 3 | grep -o '"[a-z]*": "[^"]*"' > told
      [ "$(wc -l < told)" -eq 6 ] || exit 3
      while read -r member; do grep -qF "$member" out/quay.json || { echo "$member"; exit 4; }; done < told
      """
    #expect(try runShell("{ \(script)\n} >&2") == 0)
  }
}
