import Glibc
import PostgreSQLTesting
import StageTesting
import Testing

/// A run that is killed at any moment, as often as one likes, and then run to its end leaves what an uninterrupted one
/// leaves.
@Suite(.serialized) struct KillTests {
  /// `GALLEY_SOAK` asks for all that issue and README promise; without it a part of it that takes seconds.
  static let isSoak = getenv("GALLEY_SOAK") != nil

  @Test(arguments: DurablePipeline.all)
  func killedAtRandomMoments(_ pipeline: DurablePipeline) throws { try killAtRandomMoments(pipeline) }

  @Test(
    .enabled(if: PostgreSQLServer.isInstalled, "no PostgreSQL server is installed here: apt-get install postgresql"))
  func killedAtRandomMomentsWithPostgreSQL() throws {
    // A server takes longer for each, and these are two batches too.
    try killAtRandomMoments(.postgresql(PostgreSQLServer.shared.get()), articles: 1000)
  }

  private func killAtRandomMoments(_ pipeline: DurablePipeline, articles: Int = 2000) throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(articles)
      try workplace.write("pipeline.json", pipeline.file)
      let start = ContinuousClock.now
      let whole = try pipeline.run(into: "whole", in: workplace)
      let elapsed = ContinuousClock.now - start
      #expect(whole.status == 0, "\(whole.errors)")
      let expected = try pipeline.contents(of: "whole", in: workplace)
      #expect(try auditedFaults(in: "\(workplace.path)/whole") == [])

      var random = SplitMix64(seed: 0x4B11)
      var kills = 0
      let deadline = ContinuousClock.now + .seconds(8)
      while Self.isSoak ? kills < 200 : kills < 2 || ContinuousClock.now < deadline {
        try pipeline.removeOutput("out", in: workplace)
        var moments: [Duration] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let program = try pipeline.start(into: "out", in: workplace)
          moments.append(elapsed * Double.random(in: 0...0.9, using: &random))
          program.signal(SIGKILL, after: moments.last ?? .zero)
          if try program.wait().status == 128 + SIGKILL { kills += 1 }
        }
        let last = try pipeline.run(into: "out", in: workplace)
        let faults = try auditedFaults(in: "\(workplace.path)/out")
        let differences = try pipeline.contents(of: "out", in: workplace).differences(from: expected)
        #expect(
          last.status == 0 && faults + differences == [], "killed after \(moments) of \(elapsed): \(last.errors)")
      }
      print("\(pipeline.name): \(kills) kills")
    }
  }
}

extension Workplace {
  /// Writes `count` short articles, each with a number of its own, into folders of the folder `in`.
  func writeArticles(_ count: Int) throws {
    for number in 1...count {
      let text = """
        Harbour \(number) opens

        PORTO, May \(number % 28 + 1) - Quay \(number) was opened by Ana Sousa on Monday, \(number % 90) years after the
        first. It has room for \(number) boats.

        """
      try write("in/quay-\(number % 10)/article-\(number).txt", text)
    }
  }
}
