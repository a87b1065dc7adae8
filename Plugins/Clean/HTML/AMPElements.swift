/// The elements of AMP pages that show what is loaded apart from the page: pictures, players, advertisements, share bars,
/// menus, notices. What stands inside is there until then, or in place of it.
///
/// All others are read like elements of no known name: `amp-accordion` and `amp-live-list` hold the page's own words, and
/// `amp-twitter` those that it quotes.
enum AMPElements {
  private static let names: [[UInt8]] = """
    img anim video audio iframe list carousel base-carousel inline-gallery stream-gallery image-lightbox lightbox
    lightbox-gallery ad auto-ads sticky-ad embed fx-flying-carpet social-share addthis sidebar mega-menu consent
    user-notification app-banner web-push-widget next-page analytics pixel state geo experiment recaptcha-input
    date-picker autocomplete youtube vimeo dailymotion brightcove jwplayer kaltura-player ima-video video-iframe
    3q-player ooyala-player springboard-player soundcloud connatix-player minute-media-player
    """.words.map { Array($0.utf8) }

  /// Whether the element called by the bytes at `range`, whatever their case, is one of them.
  static func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + 4
    guard start < range.upperBound, bytes.says("amp-".utf8, at: range.lowerBound) else { return false }
    return names.contains { bytes.says($0, at: start..<range.upperBound) }
  }
}
