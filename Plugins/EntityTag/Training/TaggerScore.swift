internal import DocumentModel

/// How many names of each kind are right, were given, were wanted.
struct TaggerScore {
  private(set) var right = [Int](repeating: 0, count: 3)
  private(set) var given = [Int](repeating: 0, count: 3)
  private(set) var wanted = [Int](repeating: 0, count: 3)
  /// Names given and names right by bucket of margin.
  private(set) var byMargin = [SIMD2<Int>](repeating: .zero, count: TaggerLayout.calibrationCount)

  mutating func add(_ annotated: AnnotatedText, by tagger: Tagger, rules: RuleLayer, gazetteer: Gazetteer) {
    let text = LookedUpText(TokenizedText(annotated.text), gazetteer: gazetteer)
    let names = tagger.names(in: text, rules: rules.entities(in: text))
    let gold = Set(annotated.names)
    for name in annotated.names { if let kind = name.kind { wanted[Int(kind.rawValue)] += 1 } }
    for name in names {
      let range = text.text.range(of: name.tokens)
      let isRight = gold.contains(.init(range: range, kind: name.kind))
      given[Int(name.kind.rawValue)] += 1
      if isRight { right[Int(name.kind.rawValue)] += 1 }
      let bucket = min(max(Int(name.margin) / TaggerModel.marginWidth, 0), byMargin.count - 1)
      byMargin[bucket] &+= SIMD2(1, isRight ? 1 : 0)
    }
  }

  func f1(of kind: NameTag.Kind) -> Double {
    let index = Int(kind.rawValue)
    return Self.f1(right[index], given[index], wanted[index])
  }

  var f1: Double { Self.f1(right.reduce(0, +), given.reduce(0, +), wanted.reduce(0, +)) }

  private static func f1(_ right: Int, _ given: Int, _ wanted: Int) -> Double {
    given + wanted == 0 ? 0 : 200 * Double(right) / Double(given + wanted)
  }

  mutating func add(_ other: TaggerScore) {
    for bucket in byMargin.indices { byMargin[bucket] &+= other.byMargin[bucket] }
  }

  /// Shares of right names in hundredths by margin, never falling (pool adjacent violators: Ayer et al. 1955).
  var calibration: [UInt8] {
    var pools: [(count: Double, right: Double, buckets: Int)] = []
    for bucket in byMargin {
      pools.append((Double(bucket[0]), Double(bucket[1]), 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard last.count == 0 || before.right * last.count >= last.right * before.count else { break }
        pools.removeLast(2)
        pools.append((before.count + last.count, before.right + last.right, before.buckets + last.buckets))
      }
    }
    return pools.flatMap { pool in
      // One of two is the guess for what never came up.
      [UInt8](repeating: UInt8((pool.right + 1) / (pool.count + 2) * 100), count: pool.buckets)
    }
  }
}
