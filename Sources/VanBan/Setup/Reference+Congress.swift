import Congress

extension Reference {
  /// The keys of congress data with their Vietnamese labels, as Markdown: a part of docs/congress-data.md.
  public static var congressKeys: String { congressKeyReference() }
  /// The rules that congress data is held to, with their sources, as Markdown: a part of docs/congress-data.md.
  public static var congressRules: String { CongressRule.reference }
}
