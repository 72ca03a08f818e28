/// The reference of all that style sheets may hold, as Markdown: docs/css.md is this text.
package func propertyReference() -> String {
  [
    introduction, propertyTable(), shorthandTable(), selectorSection(), atRuleSection(), valueSection(), limits,
  ].joined(separator: "\n\n") + "\n"
}

private let introduction = """
  # CSS in VanBan

  This page is made from the property table of the engine. What is not listed here is an error that names its place;
  `--lenient` makes it a warning. Grammars are written as in CSS Values 4: `|` one of, `||` one or more in any order,
  `?` optional, `#` a list with commas, `{1,4}` how often.
  """

/// Where the engine knowingly does less than, or other than, the specifications say.
private let limits = """
  ## Limits

  - Text: lines run from left to right; no `writing-mode`. `::first-line` takes inherited values by comparing styles; its `text-transform`
    leaves letters whose length in bytes would change. Justified lines are broken as paragraphs, so spaces may shrink.
  - Fonts: sizes end at 10,000 pt. `@font-face` has no `unicode-range`, and variable fonts stand at their defaults.
  - Tables: a cell that the groups of columns cut shows its content in each. Rows repeated as head or foot call their footnotes once.
  - Footnotes: a note that has no room at all begins on the next page; one in a running element is placed where the element stands, with a
    warning. Notes of a row that splits stay on its page where line and notes fit one together.
  - Columns: balanced to two levels of columns in columns; deeper ones are filled in turn.
  - Positions: percentages and stretched heights of a positioned box refer to the part of its containing block on the page.
  - Backgrounds: `border-image` and `text-shadow` are not known.
  - Effects: in a PDF, children under one `opacity` that overlap each other shine through; in PNG and SVG they do not.
  - Lists: a picture as marker that is taller than its line makes no room above it.
  - Pages: bleed and marks enlarge the page; no TrimBox or BleedBox is written.
  - Media: `@media` takes types, no features.
  """

private func propertyTable() -> String {
  let rows = PropertyTable.rows.sorted { $0.name < $1.name }.map { row in
    "| `\(row.name)` | \(cell(row.grammar)) | \(cell(row.initial)) | \(row.inheritance.rawValue) | \(row.places.text) |"
  }
  return """
    ## Properties

    Every property also takes `inherit`, `initial`, `unset` and `revert`, and `var()` in any place.

    | property | takes | initial | inherited | for |
    |---|---|---|---|---|
    \(rows.joined(separator: "\n"))
    """
}

private func shorthandTable() -> String {
  let rows = PropertyTable.shorthands.sorted { $0.name < $1.name }.map { shorthand in
    let longhands = shorthand.longhands.map { "`\($0)`" }.joined(separator: " ")
    return "| `\(shorthand.name)` | \(cell(shorthand.grammar)) | \(longhands) |"
  }
  let logical = logicalNames.map { "`\($0.key)` = `\($0.value)`" }.joined(separator: ", ")
  return """
    ## Shorthands

    | shorthand | takes | sets |
    |---|---|---|
    \(rows.joined(separator: "\n"))

    Flow-relative names are other names of these (lines run from left to right): \(logical).

    Custom properties (`--name: value`) are inherited; `var(--name, fallback)` puts them in.
    """
}

private func selectorSection() -> String {
  """
  ## Selectors

  - Types (`p`), any element (`*`), classes (`.note`), ids (`#top`).
  - Attributes: `[name]` `[name=value]` `[name~=value]` `[name|=value]` `[name^=value]` `[name$=value]` `[name*=value]`,
    with `i` before the bracket's end to ignore case.
  - Combinators: `a b` inside, `a > b` child, `a + b` next, `a ~ b` later.
  - Pseudo-classes: \(pseudoClasses.map { "`\($0.value)`" }.joined(separator: " ")). `:has()` takes one compound.
  - Pseudo-elements: \(PseudoElement.allCases.map { "`::\($0.rawValue)`" }.joined(separator: " ")).
  """
}

private func atRuleSection() -> String {
  let rules = atRules.map { "- `\($0.value)`" }.joined(separator: "\n")
  let boxes = MarginBoxName.allCases.map { "`@\($0.rawValue)`" }.joined(separator: " ")
  return """
    ## At-rules

    \(rules)

    Media are `print`, `screen` and `all`, with `not` and `only`; a document is print. Files are local.
    `@footnote` in `@page` styles the footnote area.
    Page selectors: a name, `:nth(an+b)` or `:nth(an+b of name)`, and \(PagePseudo.allCases.map { "`:\($0.rawValue)`" }.joined(separator: " ")).
    Margin boxes in `@page`: \(boxes).
    In them `counter()`, `counters()` and `string()` show the first value that the page's content sets, else the last one
    before it; counters that `@page` itself resets or increments go by page, and `page` counts one a page unless it says otherwise.
    """
}

private func valueSection() -> String {
  let units = LengthUnit.allCases.map { "`\($0.rawValue)`" }.joined(separator: " ")
  let styles = (counterStyles.map(\.key) + predefinedCounterNames).map { "`\($0)`" }.joined(separator: " ")
  let functions = contentFunctions.map { "`\($0.value)`" }.joined(separator: ", ")
  return """
    ## Values

    - Units of `<length>`: \(units); 0 needs none. `vw` and its kin are hundredths of the default page.
    - Calculations: `calc()` with `+ - * /` and parentheses, `min()`, `max()`, `clamp()`.
    - `<color>`: the names of CSS, `#rgb` `#rgba` `#rrggbb` `#rrggbbaa`, `rgb()` `rgba()` `hsl()` `hsla()`,
      `transparent`, `currentcolor`.
    - `<content-list>`: strings, `open-quote` `close-quote` `no-open-quote` `no-close-quote`, \(functions).
      `content(before)` and its kin are for `bookmark-label` and `string-set`.
      `carried-sum()` and `page-sum()` are for rows of a table whose cells have `vb-sum`: below the body they show the sum up to
      the end of the page and that of the page; above it what earlier pages hold, and the page before; in a body row, the total.
      `vb-sum` reads `1.234,5` and `1234.5`; a row counts on the page where it begins; empty cells and dashes add nothing.
    - `vb-table-split: columns` on a table that is wider than its containing block sets its columns in groups, each on pages of its
      own, with the first `vb-key-columns` repeated; `auto` takes those whose body cells are `<th>`. `break-before`,
      `break-after` and `break-inside` of `<col>` and `<colgroup>` then say where groups end. In boxes that are not broken it stays whole.
    - `<counter-style>`: \(styles), `symbols(cyclic "*" "+")` and names that `@counter-style` defines.
    - `<position>`: `left` `right` `top` `bottom` `center`, `<length-percentage>`, or distances from sides, as in
      `right 1cm bottom 10%`. `<ratio>`: `<number> [ / <number> ]?`. `<line-width>`: \(cell(lineWidthGrammar)).
    - `<image>`: `url(file)`, and `linear-gradient()` `radial-gradient()` with or without `repeating-` before; stops may
      have two places, and hints between them. `<angle>`: `deg` `grad` `rad` `turn`. `<resolution>`: `dpi` `dpcm` `dppx`.
    - `<line-style>`: \(BorderStyle.allCases.map { "`\($0.rawValue)`" }.joined(separator: " ")).
    """
}

/// A bar would end the cell of a Markdown table.
private func cell(_ text: String) -> String {
  "`" + text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + "`"
}

extension Places {
  fileprivate var text: String {
    let names: KeyValuePairs<String, Places> = ["elements": .element, "pages": .page, "margin boxes": .marginBox]
    if self == .all { return "all" }
    return names.filter { contains($0.value) }.map(\.key).joined(separator: ", ")
  }
}
