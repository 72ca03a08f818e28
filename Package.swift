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
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Whether a target calls C: strict memory safety would then ask for `unsafe` on every call.
enum Calls { case swiftOnly, c }

func room(
  _ path: String,
  _ calls: Calls = .swiftOnly,
  uses: [Target.Dependency] = [],
  embeds: [String] = []
) -> Target {
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
  .testTarget(name: name, dependencies: uses, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "VanBan",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CCairo", path: "Sources/System/CCairo", pkgConfig: "cairo"),
    .systemLibrary(name: "CFreeType", path: "Sources/System/CFreeType", pkgConfig: "freetype2"),
    .systemLibrary(name: "CHarfBuzz", path: "Sources/System/CHarfBuzz", pkgConfig: "harfbuzz"),
    .systemLibrary(name: "CExpat", path: "Sources/System/CExpat", pkgConfig: "expat"),

    room("Engine/Diagnostics"),
    room("Engine/Geometry"),
    room("Engine/Files", .c, uses: ["Diagnostics"]),
    room("Engine/Values", uses: ["Diagnostics"]),
    room("Engine/Markup", .c, uses: ["CExpat", "Files", "Diagnostics"]),
    room("Engine/Vietnamese"),
    room(
      "Engine/Styles",
      uses: ["Markup", "Files", "Diagnostics", "Geometry"],
      embeds: ["Resources/default.css"]
    ),
    room("Engine/Fonts", .c, uses: ["CFreeType", "CHarfBuzz", "Files", "Diagnostics"]),
    room("Engine/Text", .c, uses: ["Fonts", "Diagnostics"]),
    room("Engine/Layout", uses: ["Text", "Fonts", "Styles", "Markup", "Files", "Diagnostics", "Geometry"]),

    room("Domain/DataSources", .c, uses: ["Values", "Files", "Diagnostics", yams]),

    tests("StylesTests", uses: ["Styles", "Markup", "Files", "Diagnostics", "Geometry"]),
    tests("DiagnosticsTests", uses: ["Diagnostics"]),
    tests("ValuesTests", uses: ["Values"]),
    tests("FilesTests", uses: ["Files", "Diagnostics"]),
    tests("DataSourcesTests", uses: ["DataSources", "Values", "Files", "Diagnostics"]),
  ]
)
