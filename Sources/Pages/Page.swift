/// A web page that needs nothing beside itself: no network, no file, no font.
public struct Page: Sendable {
  public var title: String
  /// What is in `body`.
  public var content: HTML
  /// Rules after those that all pages share.
  public var style: String
  /// The program of the page; empty for a page that needs none.
  public var script: String

  public init(title: String, style: String = "", script: String = "", content: HTML) {
    self.title = title
    self.style = style
    self.script = script
    self.content = content
  }

  /// The whole file. The page forbids itself to load anything, so that no text in it can make it call out.
  public var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\
    \(script.isEmpty ? "" : "; script-src 'unsafe-inline'" as HTML)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>\(HTML(markup: Self.theme + style))</style>
    </head>
    <body>
    \(content)
    \(script.isEmpty ? "" : "<script>\(HTML(markup: script))</script>\n" as HTML)</body>
    </html>

    """
  }
}

extension Page {
  /// Colours, type and tables of all pages. Text on its ground has a contrast of 4.5 to 1 or more, in light and dark.
  static let theme = """

    :root { color-scheme: light dark;
      --ground: #fbfaf8; --card: #fff; --ink: #1d2126; --quiet: #5c6570; --rule: #e3e1dc; --link: #0b57a4;
      --good: #1d7a4c; --calm: #5b9bb0; --grey: #a7adb4; --warn: #d99a1c; --bad: #c6362e; --bad-ink: #b0271f;
      --line: #2f6f9f; --fill: #2f6f9f33; --warn-ink: #855a00; --good-ink: #17683f; }
    @media (prefers-color-scheme: dark) { :root {
      --ground: #14171a; --card: #1c2024; --ink: #e7e9eb; --quiet: #a3abb4; --rule: #31363c; --link: #7db8f0;
      --good: #3fa872; --calm: #4a8ba1; --grey: #646c75; --warn: #d39b2a; --bad: #e5534b; --bad-ink: #ff8a82;
      --line: #6db0e0; --fill: #6db0e033; --warn-ink: #ecc063; --good-ink: #6fd09f; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
    main, .page { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    h1 { font-size: clamp(1.5rem, 4.5vw, 2.2rem); line-height: 1.2; margin: .2rem 0 .5rem; letter-spacing: -.015em;
      text-wrap: balance; }
    h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
    a { color: var(--link); }
    .quiet, caption { color: var(--quiet); }
    code, .code { font: .87em/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
      overflow-wrap: anywhere; }
    .card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 1.1rem 1.25rem;
      margin: 1rem 0; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: start; padding-bottom: .5rem; font-size: .92em; }
    th, td { text-align: start; vertical-align: top; padding: .42rem .6rem; border-top: 1px solid var(--rule); }
    thead th { border-top: 0; color: var(--quiet); font-weight: 500; font-size: .87em; vertical-align: bottom; }
    thead td { border-top: 0; }
    tbody th { font-weight: 500; }
    th:first-child, td:first-child { padding-inline-start: 0; }
    th:last-child, td:last-child { padding-inline-end: 0; }
    .number { text-align: end; white-space: nowrap; }
    .scroll { overflow-x: auto; }
    svg { display: block; }
    @media (max-width: 40rem) { .minor { display: none; } .card { padding: .9rem; border-radius: 8px; }
      main, .page { padding: 1rem .75rem 2rem; } }
    @media print { body { background: #fff; } .card { break-inside: avoid; } }

    """
}
