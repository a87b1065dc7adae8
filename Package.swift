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
  ("Language", ["CCLD2"], ["CCLD2"]),
  ("Dedupe", ["CUtf8proc"], []),
  ("Clean", ["CCmark", "CUtf8proc", "CYAML"], ["CCmark", "CYAML"]),
  ("SectionSplit", [], []),
  ("EntityTag", ["CPCRE2", "EntityTagData"], ["CPCRE2", "Data"]),
  ("Quotations", [], []),
  ("Summarize", ["CStemmer"], ["CStemmer"]),
  ("Export", [], []),
]

/// Data that is compiled into a plugin.
let embedded: [String: [Resource]] = ["Clean": [.embedInCode("Boilerplate/rules.json")]]

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
    .systemLibrary(name: "CArchive", path: "Sources/CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CBrotli", path: "Sources/CBrotli", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
    .systemLibrary(name: "CNettle", path: "Sources/CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CPostgreSQL", path: "Sources/CPostgreSQL", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CProcess", path: "Sources/CProcess"),
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CUchardet", path: "Sources/CUchardet", providers: [.apt(["libuchardet-dev"])]),
    // For two plugins.
    .systemLibrary(name: "CUtf8proc", path: "Sources/CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    // CLD2 has no interface in C: a few lines of C++ give it one.
    .target(name: "CCLD2", path: "Plugins/Language/CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .systemLibrary(
      name: "CCmark", path: "Plugins/Clean/CCmark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CPCRE2", path: "Plugins/EntityTag/CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", path: "Sources/CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CYAML", path: "Plugins/Clean/CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CStemmer", path: "Plugins/Summarize/CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "EntityTagData", path: "Plugins/EntityTag/Data", exclude: ["names.gazetteer", "names.model", "tables"]),
    .target(name: "Pages", path: "Sources/Pages", swiftSettings: settings),
    .target(name: "Evaluation", dependencies: [kit], path: "Sources/Evaluation", swiftSettings: settings),
    .target(
      name: "Inspection", dependencies: [kit, "Evaluation", "Pages"], path: "Sources/Inspection",
      swiftSettings: settings),
    .target(
      name: "StoryDigest", dependencies: [kit, "Pages"], path: "Sources/StoryDigest", swiftSettings: settings),
    .target(
      name: "Runner",
      dependencies: [
        kit, "Pages", "CArchive", "CBrotli", "CLinux", "CNettle", "CPostgreSQL", "CProcess", "CSQLite", "CUchardet",
        "CZlib", "CZstd",
      ],
      path: "Sources/Runner", swiftSettings: settings),
    .target(
      name: "PipelineTesting", dependencies: [kit, "Inspection", "Runner"], path: "Sources/PipelineTesting",
      swiftSettings: settings),
    .executableTarget(
      name: "galley",
      dependencies: [kit, "Evaluation", "Inspection", "Pages", "PipelineTesting", "Runner", "StoryDigest"],
      path: "Sources/galley",
      swiftSettings: settings,
      // Once installed, the kit and the plugins are in lib/galley beside bin.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/galley"])]),
    .executableTarget(
      name: "galley-train", dependencies: [kit, "EntityTagPlugin"], path: "Sources/galley-train",
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/galley"])]),
    .executableTarget(
      name: "sentence-examples", dependencies: ["SectionSplitPlugin"], path: "Benchmarks/sections/examples",
      swiftSettings: settings),
    .executableTarget(
      name: "galley-bench", dependencies: [kit, "Runner"], path: "Benchmarks/galley-bench",
      swiftSettings: settings),
    // What the trees that find a page's article are learned from.
    .executableTarget(
      name: "galley-page-blocks", dependencies: [kit, "CleanPlugin"], path: "Benchmarks/extraction/page-blocks",
      swiftSettings: settings),
    // A server that tests start for themselves.
    .target(name: "PostgreSQLTesting", path: "Tests/PostgreSQLTesting", swiftSettings: settings),
    .testTarget(
      name: "KitTests", dependencies: [kit, stageTesting], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "RunnerTests",
      dependencies: [kit, stageTesting, "CArchive", "Pages", "PostgreSQLTesting", "Runner"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(name: "EvaluationTests", dependencies: [kit, stageTesting, "Evaluation"], swiftSettings: settings),
    .testTarget(
      name: "InspectionTests", dependencies: [kit, stageTesting, "Evaluation", "Inspection", "Pages"],
      exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "StoryDigestTests", dependencies: [kit, stageTesting, "Pages", "StoryDigest"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "PipelineTestingTests", dependencies: [kit, stageTesting, "PipelineTesting"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "PipelineTests",
      dependencies: [kit, stageTesting, "Runner"] + plugins.map { .target(name: "\($0.name)Plugin") },
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [kit, stageTesting, "galley", "galley-train"] + plugins.map { .target(name: "\($0.name)Plugin") },
      exclude: ["Fixtures", "Plugins", "Transcripts"], swiftSettings: settings),
    // CrashPoints.c is compiled by the tests, into a library that they put before the program's own.
    .testTarget(
      name: "DurabilityTests",
      dependencies: [kit, stageTesting, "PostgreSQLTesting", "Runner", "galley"]
        + plugins.map { .target(name: "\($0.name)Plugin") },
      exclude: ["CrashPoints.c"], swiftSettings: settings),
  ]
    + plugins.flatMap { plugin -> [Target] in
      [
        .target(
          name: "\(plugin.name)Plugin", dependencies: [kit] + plugin.needs, path: "Plugins/\(plugin.name)",
          exclude: plugin.excludes, resources: embedded[plugin.name] ?? [], swiftSettings: settings),
        .testTarget(
          name: "\(plugin.name)Tests", dependencies: [kit, stageTesting, .target(name: "\(plugin.name)Plugin")],
          exclude: withGoldens.contains(plugin.name) ? ["Goldens"] : [], swiftSettings: settings,
          // SwiftPM links all test targets into one program, where every plugin's entry function meets the others'.
          linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-multiple-definition"])]),
      ]
    },
  swiftLanguageModes: [.v6]
)
