/// The members of a JSON object in the order in which they were written.
///
/// Keys differ where any of their bytes do, as RFC 8259 has it; Swift's canonical equivalence plays no part. Looking a
/// key up is O(1): few members are scanned, more have an index.
public struct JSONObject: Sendable {
  /// One key with its value.
  public struct Member: Sendable {
    public var key: String
    public var value: JSON

    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order. No two have the same key.
  public private(set) var members: [Member]
  /// The place of each key among the members; `nil` while these are few enough to be scanned faster.
  private var places: [ExactText: Int]?

  private static let scanLimit = 16

  /// An object without members.
  public init() { members = [] }

  /// Makes an object of `pairs`; of two with the same key the later value stands at the earlier place.
  public init(_ pairs: [(String, JSON)]) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  /// Makes an object of members whose keys are known to differ.
  init(distinct members: [Member]) {
    self.members = members
    index()
  }

  public var isEmpty: Bool { members.isEmpty }
  public var count: Int { members.count }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// The value at `key`. Setting a new key appends it; setting `nil` removes the member, which is O(n).
  public subscript(key: String) -> JSON? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        index()
      case (nil, let value?): append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The index in `members` of the one called `key`.
  ///
  /// - Parameter hint: where to look first; those who ask for keys in the order of the members find each at once.
  package func place(of key: String, hint: Int = 0) -> Int? {
    if hint < members.count, members[hint].key.isIdentical(to: key) { return hint }
    if let places { return places[ExactText(key)] }
    return members.firstIndex { $0.key.isIdentical(to: key) }
  }

  /// The members for which `isIncluded` holds of their index.
  package func filtered(_ isIncluded: (Int) -> Bool) -> JSONObject {
    JSONObject(distinct: members.indices.filter(isIncluded).map { members[$0] })
  }

  private mutating func append(_ member: Member) {
    members.append(member)
    if places == nil { index() } else { places?[ExactText(member.key)] = members.count - 1 }
  }

  private mutating func index() {
    places = nil
    guard members.count > Self.scanLimit else { return }
    var places: [ExactText: Int] = [:]
    places.reserveCapacity(members.count)
    for (place, member) in members.enumerated() { places[ExactText(member.key)] = place }
    self.places = places
  }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool { left.members == right.members }
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONObject.Member: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.key.isIdentical(to: right.key) && left.value == right.value
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactText(key))
    hasher.combine(value)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}
