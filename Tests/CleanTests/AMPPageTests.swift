import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// Pages of AMP are read like others, without what their own elements show until they are loaded.
@Suite struct AMPPageTests {
  private static let paragraphs = [
    "The road tunnel below the harbour will open in 2029, two years later than planned, the port authority said on "
      + "Tuesday.",
    "Engineers found soft clay where their maps had shown rock, and the drill has stood still since the second week of "
      + "January.",
    "\"We could have gone around it, but that would have cost more than waiting,\" said Ida Strand, who leads the works.",
    // What a post says is quoted by the page.
    "What a surprise, nobody has ever seen clay in this harbour before, have they? wrote a commuter.",
    "What it costs",
    "The delay adds about ninety million crowns to the bill, most of it for steel that has to be stored on the quay.",
    "The council will vote in May on who is to pay for it, and the drill is to turn again before the summer, she said.",
  ]

  @Test(arguments: ["<html ⚡", "<html amp"], ["precision", "balanced", "recall"])
  func articlesAreTakenOutOfThem(mark: String, extract: String) throws {
    let html = Self.html.replacing("<html ⚡", with: mark)
    let document = try run(CleanStage.self, with: ["extract": .string(extract)], on: page(html))
    let lines = document.text.split(separator: "\n").map { String($0) }
    if extract == "recall" {
      #expect(Self.paragraphs.allSatisfy(lines.contains))
      let others = ["dvertisement", "Sign in", "Share", "cookies", "Loading", "ten tunnels", "{{", "bucket"]
      #expect(others.filter(document.text.contains) == [])
    } else {
      #expect(lines == Self.paragraphs)
    }
  }

  @Test func theirElementsAreKnownWhateverTheCaseOfTheirNames() throws {
    let html = Self.html.replacing("<amp-", with: "<AMP-").replacing("</amp-", with: "</Amp-")
    #expect(try run(CleanStage.self, on: page(html)).text == run(CleanStage.self, on: page(Self.html)).text)
  }

  @Test func metadataIsTakenFromLinkedDataAndTheCanonicalLink() throws {
    let metadata = try run(CleanStage.self, on: page(Self.html)).metadata
    #expect(metadata.title == "Harbour tunnel is two years late")
    #expect(metadata.byline == "Maria Keller")
    #expect(metadata.published == "2026-03-14T08:30:00Z")
    #expect(metadata["updated"] == "2026-03-15T10:00:00Z")
    #expect(metadata.language == "en-GB")
    #expect(metadata["site"] == "Quayside Post")
    #expect(metadata["canonical"] == "https://quayside.example/2026/03/harbour-tunnel-late")
    #expect(metadata["description"] == "The tunnel below the harbour opens in 2029.")
  }

  @Test func aPictureWithinAParagraphDoesNotPartIt() throws {
    let html = """
      <html amp><article><p>The ferry <amp-img src=f.svg width=16 height=16><noscript><img src=f.svg></noscript></amp-img>
      leaves at nine, and it is back in the harbour before noon.</p></article>
      """
    let document = try run(CleanStage.self, on: page(html))
    #expect(document.text == "The ferry leaves at nine, and it is back in the harbour before noon.")
  }

  private static let html = #"""
    <!doctype html>
    <html ⚡ lang="en-GB">
    <head>
    <meta charset="utf-8">
    <title>Harbour tunnel is two years late | Quayside Post</title>
    <link rel="canonical" href="https://quayside.example/2026/03/harbour-tunnel-late">
    <meta name="viewport" content="width=device-width">
    <meta name="amp-google-client-id-api" content="googleanalytics">
    <script async src="https://cdn.ampproject.org/v0.js"></script>
    <script async custom-element="amp-ad" src="https://cdn.ampproject.org/v0/amp-ad-0.1.js"></script>
    <script type="application/ld+json">
    {"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour tunnel is two years late",
    "datePublished":"2026-03-14T08:30:00Z","dateModified":"2026-03-15T10:00:00Z",
    "author":{"@type":"Person","name":"Maria Keller"},"publisher":{"@type":"Organization","name":"Quayside Post"},
    "description":"The tunnel below the harbour opens in 2029.","inLanguage":"en-GB"}
    </script>
    <style amp-boilerplate>body{animation:-amp-start 8s steps(1,end) 0s 1 normal both}</style>
    <noscript><style amp-boilerplate>body{animation:none}</style></noscript>
    <style amp-custom>.lead{font-weight:bold}</style>
    </head>
    <body>
    <amp-analytics type="gtag"><script type="application/json">{"vars":{"gtag_id":"G-1"}}</script></amp-analytics>
    <amp-sidebar id="menu" layout="nodisplay" side="left">
    <ul><li><a href="/news">All the news of the day from around the harbour and the old town</a></li><li><a href="/sport">Sport</a></li></ul>
    <p>Sign in to read the stories that you have put by for later, on all of your devices.</p>
    </amp-sidebar>
    <header><button on="tap:menu.toggle">Menu</button><a href="/">Quayside Post</a></header>
    <main>
    <article>
    <h1>Harbour tunnel is two years late</h1>
    <p class="byline">By Maria Keller</p>
    <amp-img src="tunnel.jpg" width="800" height="450" layout="responsive" alt="A drill below the harbour"><noscript><img src="tunnel.jpg" alt="A drill below the harbour"></noscript></amp-img>
    <figure><amp-img src="mayor.jpg" width="400" height="300" alt="The mayor"></amp-img><figcaption>The mayor at the shaft on Tuesday. Photograph: Jonas Lie</figcaption></figure>
    <p class="lead">The road tunnel below the harbour will open in 2029, two years later than planned, the port authority said on Tuesday.</p>
    <p>Engineers found soft clay where their maps had shown rock, and the drill has stood still since the second week of January.</p>
    <amp-ad width="300" height="250" type="doubleclick" data-slot="/1/news"><div placeholder>Advertisement: flights to the islands from nineteen crowns, this week only, at the travel shop.</div><div fallback>No advertisement could be loaded here, and we are sorry about the empty space on the page.</div></amp-ad>
    <p>"We could have gone around it, but that would have cost more than waiting," said Ida Strand, who leads the works.</p>
    <amp-social-share type="facebook" width="60" height="44">Share this story with your friends on the network of your choice today.</amp-social-share>
    <amp-twitter width="375" height="472" data-tweetid="1"><blockquote placeholder>What a surprise, nobody has ever seen clay in this harbour before, have they? wrote a commuter.</blockquote></amp-twitter>
    <h2>What it costs</h2>
    <p>The delay adds about ninety million crowns to the bill, most of it for steel that has to be stored on the quay.</p>
    <amp-embed width="100" height="100" type="taboola"><p>You may also like these ten tunnels that were never finished by anybody, anywhere, at all.</p></amp-embed>
    <amp-list src="/related.json" layout="fixed-height" height="200"><template type="amp-mustache"><p>{{title}} by {{author}}, which was read by {{count}} people on the day it came out.</p></template></amp-list>
    <amp-carousel width="400" height="300" type="slides"><figure><amp-img src="a.jpg" width="400" height="300"></amp-img><figcaption>The clay that was found, in a bucket, on the desk of the engineer.</figcaption></figure></amp-carousel>
    <amp-accordion><section><h4>Sections of the newspaper</h4><div><a href="/a">News</a> <a href="/b">Sport</a></div></section></amp-accordion>
    <amp-iframe src="https://map.example/" width="300" height="200"><p placeholder>Loading the interactive map of the tunnel, which may take a while on slow lines.</p></amp-iframe>
    <p>The council will vote in May on who is to pay for it, and the drill is to turn again before the summer, she said.</p>
    <amp-consent id="c" layout="nodisplay"><div id="ui">We use cookies to show you the news that you like; do you agree to all of them?</div></amp-consent>
    </article>
    </main>
    <amp-sticky-ad layout="nodisplay"><amp-ad width="320" height="50" type="doubleclick"></amp-ad></amp-sticky-ad>
    <amp-user-notification id="n" layout="nodisplay">This site uses cookies to make your visit a better one, as the law has us tell you. <button on="tap:n.dismiss">I accept</button></amp-user-notification>
    <footer>Copyright Quayside Post 2026</footer>
    </body>
    </html>
    """#
}
