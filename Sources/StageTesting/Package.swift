// swift-tools-version: 6.2
import PackageDescription

// A package of its own, on the kit's product: as a target beside StageKit it would bring a second copy of the kit.
let package = Package(
  name: "StageTesting",
  products: [.library(name: "StageTesting", targets: ["StageTesting"])],
  dependencies: [.package(path: "../GalleyKit")],
  targets: [
    .target(
      name: "StageTesting", dependencies: [.product(name: "GalleyKit", package: "GalleyKit")], path: "StageTesting",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
