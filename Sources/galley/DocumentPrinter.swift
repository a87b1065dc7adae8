internal import DocumentModel
internal import JSON
internal import Runner

/// Prints finished documents as JSON: what a pipeline without an export stage is for.
enum DocumentPrinter {
  /// - Parameter isOnlyOne: whether it is one document, which is broken into lines; more are printed as JSON lines.
  static func form(isOnlyOne: Bool) -> DocumentForm {
    DocumentForm(layout: isOnlyOne ? .lines(depth: 2) : .compact, includesSourceText: false)
  }

  static func delivery() -> any Delivery {
    ClosureDelivery { delivered, _ throws(DeliveryError) in
      guard let json = delivered.json else { return }
      do {
        try Terminal.standardOutput.print(json + [0x0A])
      } catch let error as WriteError {
        throw .brokenStream("standard output", reason: error.reason)
      } catch {
        throw .readerGone
      }
    }
  }
}
