/// Why a part of a page is left out; the raw value is the rule that its edit is recorded under.
enum DropRule: String {
  case hidden, navigation, share, comments, related, advertisement, newsletter, cookies, footer, sidebar, byline, tags
  case author = "author-box"
  case gallery, widget, form, header, links, caption, outside, table, title
}
