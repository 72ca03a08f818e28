/// Who may import whom: the table of docs/architecture.md, where each target's purpose is told.
///
/// Diagnostics and Geometry are values that every target of the engine may use; they import nothing themselves.
let importTable: [String: Set<String>] = [
  "Diagnostics": [],
  "Geometry": [],
  "Vietnamese": [],
  "Values": ["Diagnostics"],
  "Files": ["Diagnostics"],
  "Pictures": ["Geometry"],
  "Fonts": ["CHarfBuzz", "Diagnostics"],
  "Text": ["CICU", "Fonts", "Diagnostics"],
  "Markup": ["CExpat", "Files", "Diagnostics"],
  "Styles": ["Markup", "Files", "Diagnostics", "Geometry"],
  "Templates": ["Markup", "Values", "Files", "Vietnamese", "Diagnostics"],
  "Graphics": ["CQREncode", "Text", "Fonts", "Diagnostics", "Geometry"],
  "Layout": [
    "Graphics", "Text", "Fonts", "Pictures", "Styles", "Markup", "Values", "Vietnamese", "Diagnostics", "Geometry",
  ],
  "Rendering": ["CCairo", "CFreeType", "Graphics", "Fonts", "Text", "Pictures", "Styles", "Layout", "Geometry"],
  "Archive": [],
  // CYaml is libyaml inside the package Yams: docs/decisions/0004-yaml-events.md.
  "DataSources": ["Values", "Files", "Diagnostics", "Yams", "CYaml"],
  "Congress": ["Values", "Vietnamese", "Diagnostics"],
  "Store": ["GRDB"],
  "KPI": ["Store", "Values", "Vietnamese", "Diagnostics", "GRDB"],
  "VanBan": [
    "Congress", "DataSources", "KPI", "Store", "Diagnostics", "Files", "Fonts", "Geometry", "Graphics", "Layout",
    "Markup",
    "Pictures", "Rendering",
    "Styles", "Templates", "Text", "Values", "Vietnamese",
  ],
  "Printing": ["CCUPS", "Archive", "Files", "Diagnostics"],
  "Schedule": ["VanBan", "KPI", "Store", "GRDB", "Printing", "Values", "Vietnamese", "Files", "Diagnostics"],
  "Command": ["VanBan", "Printing", "Schedule", "ArgumentParser"],
]

/// C modules belong to one Swift target each, and Rendering has FreeType too: it hands its faces to Cairo.
let ownersOfC: [String: Set<String>] = [
  "CCairo": ["Rendering"],
  "CFreeType": ["Rendering"],
  "CHarfBuzz": ["Fonts"],
  "CExpat": ["Markup"],
  "CICU": ["Text"],
  "CQREncode": ["Graphics"],
  "CCUPS": ["Printing"],
  "CYaml": ["DataSources"],
]

/// What comes with Swift and the system: the engine gets by on Glibc, so that a run does not load Foundation for it.
let systemModules: Set<String> = ["Glibc", "Synchronization"]
