import DocumentModel
import Glibc
import StageKit

/// Does what the text asks for: everything that must not happen in a stage.
struct TroubleStage: Stage {
  static let contract = Contract(
    "trouble", version: "1.0.0", summary: "Does what the text asks for.", provides: [.extension("trouble")])

  init(options: NoOptions, resources: Resources) {}

  func process(_ document: inout Document) throws {
    document.extensions["trouble"] = "half done"
    let words = document.text.split(whereSeparator: \.isNewline).first ?? ""
    switch words {
    case "throw": throw StageFailure("no good")
    case "trap": document.extensions["byte"] = .integer(Int(Array(document.text.utf8)[document.text.utf8.count]))
    case "hang": while getppid() > 0 { usleep(1000) }
    case "allocate":
      var blocks: [[UInt8]] = []
      while true { blocks.append([UInt8](unsafeUninitializedCapacity: 1 << 22) { $1 = $0.count }) }
    case "abort": abort()
    case "exit": exit(3)
    case "recurse": document.extensions["depth"] = .integer(depth(of: document.text.utf8.count))
    case "print": perror("a stage says something")
    default: break
    }
    document.extensions["trouble"] = .integer(words.utf8.count)
  }

  @inline(never)
  private func depth(of count: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1 << 10, alignment: 8) { buffer in
      buffer[count % 1024] = 1
      return depth(of: count + 1) + Int(buffer[count % 1024])
    }
  }
}

/// Starts a thread where it is made.
struct ThreadStage: Stage {
  static let contract = Contract("thread", version: "1.0.0", summary: "Starts a thread.")

  init(options: NoOptions, resources: Resources) {
    var thread: pthread_t = 0
    pthread_create(
      &thread, nil,
      { _ in
        while true { sleep(1000) }
      }, nil)
  }

  func process(_ document: inout Document) {}
}

/// The tag by which the host knows that this library was built with its kit.
@c(galley_plugin_abi)
public func pluginABI() -> UnsafePointer<CChar> { Plugin.abiTag }

/// What this library brings to the host.
@c(galley_plugin)
public func plugin() -> UnsafeMutableRawPointer { Plugin(stages: [TroubleStage.self, ThreadStage.self]).handOver() }
