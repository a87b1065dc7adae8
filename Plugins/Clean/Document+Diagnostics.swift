internal import DocumentModel
internal import StageKit

extension Document {
  mutating func note(_ code: String, _ message: String) { tell(.note, code, message) }

  mutating func warn(_ code: String, _ message: String) { tell(.warning, code, message) }

  private mutating func tell(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
    diagnostics.append(Diagnostic(severity, code: code, message, by: CleanStage.contract.name))
  }
}
