internal import Runner

extension Terminal {
  /// Writes what is hardly meant as it is in a pipeline.
  func warn(of problems: [PipelineProblem]) {
    for problem in problems { write("warning: \(problem)\n") }
  }
}
