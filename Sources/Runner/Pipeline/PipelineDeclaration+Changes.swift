internal import JSON
internal import StageKit

extension PipelineDeclaration {
  /// Applies one entry of an extending file: changes, removes or adds a stage.
  mutating func apply(_ entry: StageDeclaration, problems: inout [PipelineProblem]) {
    let matches = stages.indices.filter { stages[$0].id == entry.id }
    if matches.count > 1 {
      problems.append(PipelineProblem(.ambiguousStage(entry.id), at: entry.origin))
      return
    }
    guard let index = matches.first else {
      if entry.use == nil || entry.removes {
        problems.append(PipelineProblem(.noSuchStage(entry.id, known: stages.map(\.id)), at: entry.origin))
      } else if let place = index(of: entry.position, problems: &problems) {
        stages.insert(entry, at: place)
      }
      return
    }
    if entry.removes {
      stages.remove(at: index)
      return
    }
    let changed = stages[index].changed(by: entry)
    guard entry.position != nil else {
      stages[index] = changed
      return
    }
    stages.remove(at: index)
    if let place = self.index(of: entry.position, problems: &problems) { stages.insert(changed, at: place) }
  }

  /// Sets options by arguments `stages.ID.OPTION=VALUE`, where ID is a stage's id, name or number from 0, and VALUE is JSON
  /// or else taken as a string.
  mutating func set(_ settings: [String], problems: inout [PipelineProblem]) {
    for setting in settings {
      let origin = Origin.argument("--set \(setting)")
      let expected = PipelineProblem.Kind.badArgument(expected: "--set stages.STAGE.OPTION=VALUE")
      guard let equals = setting.firstIndex(of: "=") else {
        problems.append(PipelineProblem(expected, at: origin))
        continue
      }
      let steps = setting[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard steps.count == 3, steps[0] == "stages", !steps[1].isEmpty, !steps[2].isEmpty else {
        problems.append(PipelineProblem(expected, at: origin))
        continue
      }
      let text = String(setting[setting.index(after: equals)...])
      let value = (try? JSON(parsing: text)) ?? .string(text)
      guard let index = index(ofStage: steps[1], at: origin, problems: &problems) else { continue }
      stages[index].set(steps[2], Sourced(value: value, origin: origin))
    }
  }

  /// The place of the stage with this id, name or number from 0.
  func index(
    ofStage name: String, at origin: Origin, problems: inout [PipelineProblem]
  ) -> Int? {
    let matches = stages.indices.filter { stages[$0].id == name }
    if let number = Int(name), matches.isEmpty, stages.indices.contains(number) { return number }
    switch matches.count {
    case 1: return matches[0]
    case 0: problems.append(PipelineProblem(.noSuchStage(name, known: stages.map(\.id)), at: origin))
    default: problems.append(PipelineProblem(.ambiguousStage(name), at: origin))
    }
    return nil
  }

  private func index(of position: StageDeclaration.Position?, problems: inout [PipelineProblem]) -> Int? {
    switch position {
    case nil: stages.count
    case .before(let name): index(ofStage: name.value, at: name.origin, problems: &problems)
    case .after(let name): index(ofStage: name.value, at: name.origin, problems: &problems).map { $0 + 1 }
    }
  }
}
