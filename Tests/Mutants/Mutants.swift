// Galley's stages, broken on purpose: a library that takes the place of one of the plugins and spoils what its stage does,
// as GALLEY_MUTANT says. `make mutate` runs the tests beside the pipelines on each.

import CleanPlugin
import DocumentModel
import EntityTagPlugin
import ExportPlugin
import Glibc
import JSON
import QuotationsPlugin
import SectionSplitPlugin
import StageKit
import SummarizePlugin

/// A fault that a change could bring into a stage.
enum Mutation: String {
  case cleanForgetsTheTitle = "clean/forgets-the-title"
  case cleanLeavesTheTextAsItIs = "clean/leaves-the-text-as-it-is"
  case sectionSplitJoinsSentences = "section-split/joins-sentences"
  case sectionSplitFlattensTheOutline = "section-split/flattens-the-outline"
  case entityTagMixesUpLabels = "entity-tag/mixes-up-labels"
  case entityTagLosesChains = "entity-tag/loses-chains"
  case quotationsForgetSpeakers = "quotations/forget-speakers"
  case quotationsMissTheDirectOnes = "quotations/miss-the-direct-ones"
  case summarizeTakesOneLess = "summarize/takes-one-less"
  case summarizeFindsNoKeyphrases = "summarize/finds-no-keyphrases"
  case exportNamesFilesAnew = "export/names-files-anew"
  case exportCutsTheEnd = "export/cuts-the-end"

  static let current = getenv("GALLEY_MUTANT").flatMap { Mutation(rawValue: String(cString: $0)) }

  /// The stage that it breaks.
  var stage: any Stage.Type {
    switch rawValue.prefix(while: { $0 != "/" }) {
    case "clean": Mutant<CleanStage>.self
    case "section-split": Mutant<SectionSplitStage>.self
    case "entity-tag": Mutant<EntityTagStage>.self
    case "quotations": Mutant<QuotationsStage>.self
    case "summarize": Mutant<SummarizeStage>.self
    default: ExportMutant.self
    }
  }

  /// Does to the result what the fault would have done.
  func spoil(_ document: inout Document, _ before: Document) {
    switch self {
    case .cleanForgetsTheTitle: document.metadata.values["title"] = nil
    case .cleanLeavesTheTextAsItIs: document = before
    case .sectionSplitJoinsSentences: document.joinFirstSentences()
    case .sectionSplitFlattensTheOutline:
      document.sections = document.sections?.map { section in
        var section = section
        (section.level, section.parent) = (1, nil)
        return section
      }
    case .entityTagMixesUpLabels:
      document.entities = document.entities?.map { entity in
        var entity = entity
        if entity.label == .gpe { entity.label = .org }
        return entity
      }
    case .entityTagLosesChains:
      document.chains = []
      document.entities = document.entities?.map { entity in
        var entity = entity
        entity.chain = nil
        return entity
      }
    case .quotationsForgetSpeakers:
      document.quotations = document.quotations?.map { quotation in
        var quotation = quotation
        quotation.speaker = nil
        return quotation
      }
    case .quotationsMissTheDirectOnes: document.quotations?.removeAll { $0.kind == .direct }
    case .summarizeTakesOneLess:
      _ = document.summary?.sentences.popLast()
      let words = (document.summary?.sentences ?? []).map { String(document[$0.range]) }.joined(separator: " ")
      document.summary?.text = words
    case .summarizeFindsNoKeyphrases: document.keyphrases = []
    case .exportNamesFilesAnew, .exportCutsTheEnd: break
    }
  }
}

extension Document {
  /// Makes one sentence of the first two.
  fileprivate mutating func joinFirstSentences() {
    guard let sentences, sentences.count > 1 else { return }
    self.sentences?[0].range.end = sentences[1].range.end
    self.sentences?.remove(at: 1)
  }
}

/// A stage whose results are spoiled.
struct Mutant<Original: Stage>: Stage {
  static var contract: Contract { Original.contract }
  private let original: Original
  var contract: Contract { original.contract }

  init(options: Original.Options, resources: Resources) throws {
    original = try Original(options: options, resources: resources)
  }

  func process(_ document: inout Document) throws {
    let before = document
    try original.process(&document)
    Mutation.current?.spoil(&document, before)
  }
}

/// The exporter, whose files are spoiled.
struct ExportMutant: Renderer {
  static var contract: Contract { ExportStage.contract }
  private let original: ExportStage
  var contract: Contract { original.contract }
  var database: Database? { original.database }

  init(options: ExportStage.Options, resources: Resources) {
    original = ExportStage(options: options, resources: resources)
  }

  func plannedName(for document: Document) -> String? { original.plannedName(for: document) }

  func render(_ document: Document) throws -> Artifact {
    var artifact = try original.render(document)
    if Mutation.current == .exportNamesFilesAnew { artifact.name += ".out" }
    if Mutation.current == .exportCutsTheEnd { artifact.bytes.removeLast(artifact.bytes.count / 2) }
    return artifact
  }
}

@c(galley_plugin_abi)
public func pluginABI() -> UnsafePointer<CChar> { Plugin.abiTag }

@c(galley_plugin)
public func plugin() -> UnsafeMutableRawPointer {
  Plugin(stages: Mutation.current.map { [$0.stage] } ?? []).handOver()
}
