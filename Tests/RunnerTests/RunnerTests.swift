import Testing

@Suite struct RunnerTests {}
