/// The bytes that a slug has at most.
private let longestSlug = 80

/// `title` as lower-case ASCII words joined by hyphens, at most 80 bytes; `nil` where it has no Latin letters or digits.
///
/// Accents go (`é` is `e`, `ß` is `ss`), apostrophes vanish, everything else separates words. A long title is cut after
/// its last word that fits.
///
///     slug("Putin’s Plan: Çanakkale")  // "putins-plan-canakkale"
func slug(_ title: String) -> String? {
  var slug: [UInt8] = []
  var isNewWord = false
  for scalar in title.unicodeScalars {
    switch scalar.value {
    case 0x27, 0x2BC, 0x2019, 0x300...0x36F: continue
    default: break
    }
    let letters = latinLetters(of: scalar)
    guard !letters.isEmpty else {
      isNewWord = !slug.isEmpty
      continue
    }
    if isNewWord { slug.append(UInt8(ascii: "-")) }
    isNewWord = false
    slug += letters
    guard slug.count <= longestSlug else { break }
  }
  if slug.count > longestSlug {
    let end = slug[...longestSlug].lastIndex(of: UInt8(ascii: "-")) ?? longestSlug
    slug.removeSubrange(end...)
  }
  return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
}

/// The lower-case ASCII letters or digits that stand for `scalar`; none for anything that is no Latin letter.
private func latinLetters(of scalar: Unicode.Scalar) -> [UInt8] {
  switch scalar {
  case "a"..."z", "0"..."9": return [UInt8(scalar.value)]
  case "A"..."Z": return [UInt8(scalar.value) | 0x20]
  case "Æ", "æ", "Ǽ", "ǽ": return Array("ae".utf8)
  case "Œ", "œ": return Array("oe".utf8)
  case "Ĳ", "ĳ": return Array("ij".utf8)
  case "Þ", "þ": return Array("th".utf8)
  case "ß", "ẞ": return Array("ss".utf8)
  case "\u{C0}"..."\u{24F}": return folded(scalar.value - 0xC0, in: latinFrom00C0)
  case "\u{1E00}"..."\u{1EFF}": return folded(scalar.value - 0x1E00, in: latinFrom1E00)
  default: return []
  }
}

private func folded(_ index: UInt32, in table: [UInt8]) -> [UInt8] {
  let letter = table[Int(index)]
  return letter == UInt8(ascii: "-") ? [] : [letter]
}

/// The base letter of each scalar from U+00C0 to U+024F (Unicode's decompositions, strokes and hooks aside); `-` for none.
private let latinFrom00C0: [UInt8] = Array(
  ("aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-yaaaaaaccccccccddddeeeeeeeeeegggggggg"
    + "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb----oc"
    + "cdd----eeffg---ikkll-nn-oo--pp-----ttttuu-vyyzz-------------dddlllnnnaaiioouuuuuuuuuueaaaa--ggggkkoo"
    + "oo--jdddgg--nnaa----aaaaeeeeiiiioooorrrruuuusstt--hhnd--zzaaeeooooooooyylntj--accltsz--bu-eejj--rryy").utf8)

/// The base letter of each scalar from U+1E00 to U+1EFF.
private let latinFrom1E00: [UInt8] = Array(
  ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
    + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss--aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
    + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------").utf8)
