import DocumentModel
import Testing

@Suite struct PartitioningTests {
  @Test(arguments: 0...9)
  func findsTheFirst(count: Int) {
    let numbers = Array(0..<count)
    for limit in 0...count {
      #expect(numbers.partitioningIndex { $0 >= limit } == limit)
      #expect(numbers[min(1, count)...].partitioningIndex { $0 >= limit } == max(limit, min(1, count)))
    }
  }
}
