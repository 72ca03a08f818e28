// swift-tools-version: 6.2
import PackageDescription

// One row a target: who may import whom is docs/architecture.md's table, and Tests/ArchitectureTests holds the sources to it.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Whether a target calls C: strict memory safety would then ask for `unsafe` on every call.
enum Calls { case swiftOnly, c }

func room(_ path: String, _ calls: Calls = .swiftOnly, uses: [Target.Dependency] = [], embeds: [String] = []) -> Target
{
  let name = String(path.split(separator: "/").last ?? "")
  return .target(
    name: name,
    dependencies: uses,
    path: "Sources/\(path)",
    resources: embeds.map { .embedInCode($0) },
    swiftSettings: calls == .c ? strict : strict + [.strictMemorySafety()]
  )
}

func tests(_ name: String, uses: [Target.Dependency]) -> Target {
  .testTarget(
    name: name,
    dependencies: uses,
    path: "Tests/\(name)",
    exclude: ["GoldenTests": ["Fixtures", "Templates"], "CommandTests": ["Help", "Pages"]][name] ?? [],
    swiftSettings: strict
  )
}

let package = Package(
  name: "VanBan",
  products: [
    .executable(name: "vanban", targets: ["Command"]),
    .library(name: "VanBan", targets: ["VanBan"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CCairo", path: "Sources/System/CCairo", pkgConfig: "cairo"),
    .systemLibrary(name: "CFreeType", path: "Sources/System/CFreeType", pkgConfig: "freetype2"),
    .systemLibrary(name: "CHarfBuzz", path: "Sources/System/CHarfBuzz", pkgConfig: "harfbuzz"),
    .systemLibrary(name: "CExpat", path: "Sources/System/CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CCUPS", path: "Sources/System/CCUPS"),
    .systemLibrary(name: "CQREncode", path: "Sources/System/CQREncode", pkgConfig: "libqrencode"),
    .target(
      name: "CICU",
      path: "Sources/System/CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n"), .linkedLibrary("icudata")]
    ),

    room("Engine/Diagnostics"),
    room("Engine/Geometry"),
    room("Engine/Vietnamese"),
    room("Engine/Values", uses: ["Diagnostics"]),
    room("Engine/Files", .c, uses: ["Diagnostics"]),
    room("Engine/Markup", .c, uses: ["CExpat", "Files", "Diagnostics"]),
    room("Engine/Templates", uses: ["Markup", "Values", "Vietnamese", "Files", "Diagnostics"]),
    room(
      "Engine/Styles",
      uses: ["Markup", "Files", "Diagnostics", "Geometry"],
      embeds: ["Resources/default.css"]
    ),
    room("Engine/Pictures", uses: ["Geometry"]),
    room("Engine/Fonts", .c, uses: ["CHarfBuzz", "Diagnostics"]),
    room("Engine/Text", .c, uses: ["CICU", "Fonts", "Diagnostics"]),
    room("Engine/Graphics", .c, uses: ["CQREncode", "Text", "Fonts", "Diagnostics", "Geometry"]),
    room(
      "Engine/Layout",
      uses: [
        "Graphics", "Text", "Fonts", "Pictures", "Styles", "Markup", "Values", "Vietnamese", "Diagnostics", "Geometry",
      ]
    ),
    room(
      "Engine/Rendering",
      .c,
      uses: ["CCairo", "CFreeType", "Graphics", "Fonts", "Text", "Pictures", "Styles", "Layout", "Geometry"]
    ),

    room("Engine/Archive", .c),

    room("Domain/DataSources", .c, uses: ["Values", "Files", "Diagnostics", yams]),
    room("Domain/Congress", uses: ["Values", "Vietnamese", "Diagnostics"]),
    room("Domain/Store", .c, uses: [grdb]),
    room("Domain/KPI", uses: ["Store", "Values", "Vietnamese", "Diagnostics", grdb]),

    room(
      "VanBan",
      .c,
      uses: [
        "DataSources", "Congress", "KPI", "Store", "Templates", "Rendering", "Layout", "Graphics", "Text", "Fonts",
        "Pictures",
        "Styles", "Markup", "Values", "Files", "Geometry", "Vietnamese", "Diagnostics",
      ]
    ),
    room("Delivery/Printing", .c, uses: ["CCUPS", "Archive", "Files", "Diagnostics"]),
    room(
      "Delivery/Schedule",
      .c,
      uses: ["VanBan", "KPI", "Store", "Printing", "Values", "Vietnamese", "Files", "Diagnostics", grdb]
    ),
    .executableTarget(
      name: "Command",
      dependencies: ["VanBan", "Printing", "Schedule", arguments],
      path: "Sources/Command",
      swiftSettings: strict
    ),

    .target(name: "TestSupport", dependencies: ["Fonts"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("ArchitectureTests", uses: []),
    tests("DiagnosticsTests", uses: ["Diagnostics"]),
    tests("GeometryTests", uses: ["Geometry"]),
    tests("VietnameseTests", uses: ["Vietnamese"]),
    tests("ValuesTests", uses: ["Values"]),
    tests("FilesTests", uses: ["Files", "Diagnostics"]),
    tests("MarkupTests", uses: ["Markup", "Diagnostics"]),
    tests("TemplatesTests", uses: ["Templates", "Markup", "Values", "Files", "Diagnostics", "TestSupport"]),
    tests("StylesTests", uses: ["Styles", "Markup", "Files", "Diagnostics", "Geometry"]),
    tests("PicturesTests", uses: ["Pictures", "Geometry", "TestSupport"]),
    tests("FontsTests", uses: ["Fonts", "Vietnamese", "TestSupport"]),
    tests("TextTests", uses: ["Text", "Fonts", "Vietnamese", "Diagnostics", "TestSupport"]),
    tests("GraphicsTests", uses: ["Graphics", "Text", "Fonts", "Diagnostics", "Geometry", "TestSupport"]),
    tests(
      "LayoutTests",
      uses: [
        "Graphics", "Layout", "Text", "Fonts", "Pictures", "Styles", "Markup", "Values", "Files", "Diagnostics",
        "Geometry", "TestSupport",
      ]
    ),
    tests(
      "RenderingTests",
      uses: [
        "Rendering", "Layout", "Text", "Fonts", "Pictures", "Styles", "Markup", "Files", "Geometry", "Diagnostics",
        "TestSupport",
      ]
    ),
    tests(
      "GoldenTests",
      uses: [
        "Rendering", "Layout", "Text", "Fonts", "Pictures", "Styles", "Markup", "Files", "Geometry", "Diagnostics",
        "TestSupport", "VanBan",
      ]
    ),
    tests("ArchiveTests", uses: ["Archive", "TestSupport"]),
    tests("PrintingTests", uses: ["Printing", "TestSupport"]),
    tests("DataSourcesTests", uses: ["DataSources", "Values", "Files", "Diagnostics"]),
    tests("CongressTests", uses: ["Congress", "DataSources", "Values", "Vietnamese", "Files", "Diagnostics"]),
    tests("StoreTests", uses: ["Store", "TestSupport", grdb]),
    tests(
      "KPITests",
      uses: ["KPI", "Store", "DataSources", "Files", "Values", "Vietnamese", "Diagnostics", "TestSupport", grdb]
    ),
    tests("VanBanTests", uses: ["VanBan", "Layout", "Styles", "Geometry"]),
    tests("ScheduleTests", uses: ["Schedule", "VanBan", "Values", "Vietnamese", "Files", "TestSupport"]),
    // They run the program that the build leaves beside them.
    tests("CommandTests", uses: ["Command", "TestSupport"]),
  ]
)

// The documentation plugin is wanted by `make docs` only: other builds need not fetch it.
if Context.environment["VANBAN_DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
