// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that host and plugins share one copy of `Document`: within one package SwiftPM would link
// these targets statically into every product.
let package = Package(
  name: "GalleyKit",
  products: [
    .library(name: "GalleyKit", type: .dynamic, targets: ["TextBytes", "JSON", "DocumentModel", "StageKit"])
  ],
  targets: [
    .systemLibrary(name: "CJansson", path: "CJansson", providers: [.apt(["libjansson-dev"])]),
    .target(name: "TextBytes", path: "TextBytes", swiftSettings: settings),
    .target(name: "JSON", dependencies: ["CJansson"], path: "JSON", swiftSettings: settings),
    .target(name: "DocumentModel", dependencies: ["JSON"], path: "DocumentModel", swiftSettings: settings),
    .target(name: "StageKit", dependencies: ["DocumentModel", "JSON"], path: "StageKit", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
