/// The members of a JSON object in the order in which they were written.
///
/// Looking a key up is O(n) in the number of members: objects of documents and pipeline files have a handful.
public struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSON

    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order. No two have the same key.
  public private(set) var members: [Member]

  /// An object without members.
  public init() { members = [] }

  /// Makes an object of `pairs`; of two with the same key the later value stands at the earlier place.
  public init(_ pairs: [(String, JSON)]) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  /// Makes an object of members whose keys are known to differ.
  init(distinct members: [Member]) { self.members = members }

  public var isEmpty: Bool { members.isEmpty }
  public var count: Int { members.count }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// The value at `key`. Setting a new key appends it; setting `nil` removes the member.
  public subscript(key: String) -> JSON? {
    get { members.first { $0.key == key }?.value }
    set {
      switch (members.firstIndex { $0.key == key }, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}
