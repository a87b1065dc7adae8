// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The shared library of JSON, DocumentModel and StageKit: one copy for the program and all plugins.
let kit: Target.Dependency = .product(name: "GalleyKit", package: "GalleyKit")
let stageTesting: Target.Dependency = .product(name: "StageTesting", package: "StageTesting")

/// The plugins: each a folder of Plugins/, a dynamic library, and a test target that sees it alone.
let plugins: [(name: String, needs: [Target.Dependency], excludes: [String])] = [
  ("Clean", ["CUtf8proc"], ["CUtf8proc"]),
  ("SectionSplit", [], []),
  ("EntityTag", ["EntityTagData"], ["Data"]),
  ("Summarize", ["CStemmer"], ["CStemmer"]),
  ("Export", [], []),
]

/// The plugins whose tests compare with files of a folder Goldens.
let withGoldens: Set<String> = ["Export", "SectionSplit"]

let package = Package(
  name: "Galley",
  products: [
    .executable(name: "galley", targets: ["galley"])
  ]
    + plugins.map { plugin in
      .library(name: "\(plugin.name)Plugin", type: .dynamic, targets: ["\(plugin.name)Plugin"])
    },
  dependencies: [
    .package(path: "Sources/GalleyKit"),
    .package(path: "Sources/StageTesting"),
  ],
  targets: [
    // Without pkgConfig: the headers are where every compiler looks, and utf8proc's file asks for a flag that SwiftPM
    // warns about.
    .systemLibrary(name: "CNettle", path: "Sources/CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CUchardet", path: "Sources/CUchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CUtf8proc", path: "Plugins/Clean/CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CStemmer", path: "Plugins/Summarize/CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "EntityTagData", path: "Plugins/EntityTag/Data", exclude: ["names.gazetteer", "names.model", "tables"]),
    .target(
      name: "Runner", dependencies: [kit, "CNettle", "CSQLite", "CUchardet"], path: "Sources/Runner",
      swiftSettings: settings),
    .executableTarget(
      name: "galley", dependencies: [kit, "Runner"], path: "Sources/galley", swiftSettings: settings,
      // Once installed, the kit and the plugins are in lib/galley beside bin.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/galley"])]),
    .executableTarget(
      name: "galley-train", dependencies: [kit, "EntityTagPlugin"], path: "Sources/galley-train",
      swiftSettings: settings),
    .executableTarget(
      name: "galley-bench", dependencies: [kit, "Runner"], path: "Benchmarks/galley-bench",
      swiftSettings: settings),
    .testTarget(
      name: "KitTests", dependencies: [kit, stageTesting], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(name: "RunnerTests", dependencies: [kit, stageTesting, "Runner"], swiftSettings: settings),
    .testTarget(
      name: "PipelineTests",
      dependencies: [kit, stageTesting, "Runner"] + plugins.map { .target(name: "\($0.name)Plugin") },
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [kit, stageTesting, "galley"] + plugins.map { .target(name: "\($0.name)Plugin") },
      exclude: ["Fixtures", "Transcripts"], swiftSettings: settings),
  ]
    + plugins.flatMap { plugin -> [Target] in
      [
        .target(
          name: "\(plugin.name)Plugin", dependencies: [kit] + plugin.needs, path: "Plugins/\(plugin.name)",
          exclude: plugin.excludes, swiftSettings: settings),
        .testTarget(
          name: "\(plugin.name)Tests", dependencies: [kit, stageTesting, .target(name: "\(plugin.name)Plugin")],
          exclude: withGoldens.contains(plugin.name) ? ["Goldens"] : [], swiftSettings: settings,
          // SwiftPM links all test targets into one program, where every plugin's entry function meets the others'.
          linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-multiple-definition"])]),
      ]
    },
  swiftLanguageModes: [.v6]
)
