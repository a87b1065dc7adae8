import Testing

@testable import CleanPlugin

/// Words in the middle of a paragraph of a page: which are read with it, and which are not.
@Suite struct UnreadFormattingTests {
  static let paragraphs: [(name: String, html: String, text: String)] = [
    ("for screen readers", "A debate<span class='sr-only'> (opens in a new window)</span>, late.", "A debate, late."),
    ("for screen readers alone", "<span class='screen-reader-text'>Share</span><b>Late.</b>", "Late."),
    (
      "parts of a recipe",
      "<i class=r-amount>½</i><i class=r-unit>cup</i><b class=ingredient-name>sugar</b><b class=ingredient-note>, white</b>",
      "½ cup sugar, white"
    ),
    ("buttons", "<a class=btn>Buy Now</a><a class='btn btn-x'>Upgrade</a>", "Buy Now Upgrade"),
    (
      "parts that are named so in part", "<i class=measured>un</i><i class=community-h>usual</i> quays", "unusual quays"
    ),
    ("first letters of a recipe", "<b class=recipe-cap>T</b><i class=recipe-text>ake</i> eggs", "Take eggs"),
    ("litres", "<i class=amount>1</i><i class=unit>l</i><i class=ingredient>milk</i>", "1 l milk"),
    ("parts without spaces", "<i class=unit>第一</i><i class=unit>单元</i>", "第一单元"),
    ("first letters", "<span class=cap>T</span><span class=rest>he</span> <span>q</span><span>uay</span>", "The quay"),
    ("deleted", "It costs <del>4</del><ins>5</ins> million.", "It costs 5 million."),
    ("deleted without an end", "It costs <del>4 million.", "It costs 4 million."),
    ("deleted blocks", "One.</p><del><p>Two.</p><ul><li>a</ul></del><p>", "One."),
    ("readings", "<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の港", "東京の港"),
    ("a term's button", "Let it <button>boil</button> for long.", "Let it boil for long."),
    ("a button with formatting", "the longest <button><i>special</i> run</button>.", "the longest special run."),
    ("a button at the end", "Let it boil. <button>Print</button>", "Let it boil."),
    ("buttons in a row", "Share: <button>A</button> <button>B</button> <button>C</button>.", "Share: ."),
    ("a block in a button", "one <button><div>x</div></button> two", "one two"),
    (
      "marks of notes", "It said so<sup><a href='#n1'>1</a></sup>, and<a href=#n2><sup>2</sup></a> more.",
      "It said so, and more."
    ),
    ("marks behind words", "in Lord of War.<a href='#note14'>14</a> Marvel", "in Lord of War. Marvel"),
    ("marks behind quotation marks", "in “Lord of War.”<a href='#fn-1'>1</a>", "in “Lord of War.”"),
    ("numbers of figures", "Fig.<a href='#f2'>2</a>, and Table<a href='#t5'>5</a>", "Fig.2, and Table5"),
    ("names that show", "A <span class='sr-only sm:not-sr-only'>long</span> debate", "A long debate"),
    (
      "a sign in a button", "Read it<button aria-hidden=true> i </button>now, and<button>i</button>then",
      "Read itnow, andthen"
    ),
    ("several marks", "It said so<sup><a href='#n1'>1</a>,<a href='#n2'>2</a></sup>.", "It said so."),
    ("arrows back", "A quay. <a href='#r1'>↩</a>", "A quay."),
    ("powers", "10<sup>6</sup> tons, and 5 m<sup>2</sup>", "106 tons, and 5 m2"),
    ("marks in brackets", "It said so<sup><a href='#n1'>[1]</a></sup>.", "It said so[1]."),
    ("references", "see section <a href='#s3'>3</a> and&nbsp;<a href='#s4'>4</a>", "see section 3 and 4"),
    ("numbers of pages", "Quays.......<a href='#p7'>7</a>", "Quays.......7"),
    ("links elsewhere", "in Lord of War<sup><a href='/14'>14</a></sup>", "in Lord of War14"),
  ]

  static let quotations: [(name: String, html: String, text: String)] = [
    ("a quotation", "He said <q>the <i>quay</i> </q>, and left.", "He said “the quay” , and left."),
    ("one in another", "<q><q>Yes,</q> he said.</q>", "“‘Yes,’ he said.”"),
    ("a language", "<i lang=de-AT><q>Ja, <q>ja</q></q></i>", "„Ja, ‚ja‘“"),
    ("marks of its own", "<q>&ldquo;Yes&rdquo;</q> and <q>'no'</q>", "“Yes” and 'no'"),
    ("marks around it", "„<q>Ja</q>“, &quot;<q>no</q>&quot;, l'<q>eau</q>", "„Ja“, \"no\", l'“eau”"),
    ("marks around other words", "<q>“Yes”, he said</q>, <q>'Tis <i>so</i></q>", "“Yes”, he said, “'Tis so”"),
    ("no marks", "a <q style='quotes: none'>b</q>", "a b"), ("nothing in it", "a<q> <span hidden>b</span></q>", "a"),
  ]

  @Test(arguments: quotations) func quotationsHaveTheMarksThatAreDrawn(name: String, html: String, text: String) throws
  {
    #expect(try PageStructureTests.blocks("<p>\(html)</p>") == ["text: \(text)"])
  }

  @Test(arguments: paragraphs) func paragraphsAreReadAsTheyAreMeant(name: String, html: String, text: String) throws {
    #expect(try PageStructureTests.blocks("<p>\(html)</p>") == ["text: \(text)"])
  }

  static let formulas: [(name: String, html: String, text: String)] = [
    (
      "KaTeX",
      """
      <span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation encoding="application/x-tex">
      x^2 &lt; 4</annotation></semantics></math></span><span class=katex-html aria-hidden=true>x2<4</span></span>
      """, "$x^2 < 4$"
    ),
    (
      "MediaWiki",
      """
      <span><span style="display: none"><math alttext="{\\displaystyle A_{ij}}"><mi>A</mi><annotation
      encoding="application/x-tex">{\\displaystyle A_{ij}}</annotation></math></span><img
      aria-hidden="true" src=a.svg></span>
      """, "$A_{ij}$"
    ),
    ("LaTeXML", "<math alttext='a \\neq 0'><mi>a</mi><mo>≠</mo><mn>0</mn></math>", "$a \\neq 0$"),
    (
      "no TeX", "<math><mi>a</mi> <mo>≠</mo> <mn>0</mn><annotation encoding='StarMath 5.0'>a neq 0</annotation></math>",
      "a ≠ 0"
    ),
    ("nothing", "<math></math><math alttext='{\\displaystyle }'><mi></mi></math>", ""),
    ("deleted", "<del><math alttext='a'><mi>a</mi></math></del>", ""),
    ("for screen readers", "<span class=sr-only>x <math alttext='a'><mi>a</mi></math></span>", ""),
    ("one in another", "<math><mi>a</mi><math alttext='b+c'><mi>b</mi></math></math>", "a$b+c$"),
    ("closed at once", "<math/> x <math alttext='b'/> or", "x or"),
  ]

  @Test(arguments: formulas) func formulasAreRead(name: String, html: String, text: String) throws {
    let sentence = text.isEmpty ? "It holds for long." : "It holds for \(text) long."
    #expect(try PageStructureTests.blocks("<p>It holds for \(html) long.</p>") == ["text: \(sentence)"])
  }

  static let code: [(name: String, html: String, text: String)] = [
    (
      "numbers of lines", "<pre><span class=lineno>1</span>let a\n<span class=lineno>2</span>let b</pre>",
      "let a\nlet b"
    ),
    (
      "a column of numbers",
      "<table><tr><td class=gutter><pre>1\n2\n3</pre></td><td><pre>let a\nlet b\nlet c</pre></td></tr></table>",
      "let a\nlet b\nlet c"
    ),
    ("numbers alone", "<pre>0\n1\n2\n3</pre>", "0\n1\n2\n3"),
    ("numbers that are no lines'", "<pre>1 2 4 8</pre>", "1 2 4 8"),
  ]

  @Test(arguments: code) func codeHasNoLineNumbers(name: String, html: String, text: String) throws {
    #expect(try PageStructureTests.blocks(html) == ["preformatted: \(text)"])
  }

  @Test func aFormulaThatIsNeverClosedEndsBeforeABlock() throws {
    let html = "<p>It holds for <math alttext='x'><mi>x</mi></p><p>It is so.</p>"
    #expect(try PageStructureTests.blocks(html) == ["text: It holds for $x$", "text: It is so."])
  }
}
