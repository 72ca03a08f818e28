import Geometry
import Styles
import Testing

@Suite struct PageRulesTests {
  private func page(_ name: String = "", _ number: Int = 2, _ side: PageSide = .left, blank: Bool = false)
    -> PageContext
  {
    PageContext(name: name, number: number, side: side, isBlank: blank)
  }

  @Test("pages take the rules that fit them, the stronger selector last")
  func selectors() {
    let css = """
      @page { size: A5 landscape; margin: 1cm 20pt }
      @page :left { margin-left: 1pt } @page :right { margin-left: 2pt }
      @page :first { margin-left: 3pt } @page wide { margin-left: 4pt } @page wide:first { margin-left: 5pt }
      @page :blank { margin-left: 6pt }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let pages = result.document.pages
    func left(_ context: PageContext) -> Double? {
      if case .length(let length) = pages.style(for: context).box.margin.left { return length.points }
      return nil
    }
    #expect(left(page()) == 1)
    #expect(left(page("", 3, .right)) == 2)
    #expect(left(page("", 1, .right)) == 3)
    #expect(left(page("wide", 3, .right)) == 4)
    #expect(left(page("wide", 1, .right)) == 5)
    #expect(left(page("", 4, .left, blank: true)) == 6)
    #expect(abs(pages.defaultSize.width - 210 * 72 / 25.4) < 1e-9)
    #expect(abs(pages.style(for: page()).size.height - 148 * 72 / 25.4) < 1e-9)
  }

  @Test("margin boxes inherit from the page and have their own alignment")
  func marginBoxes() throws {
    let css = """
      html { font-size: 14pt }
      @page { color: red; @top-center { content: counter(page) '/' counter(pages) } @bottom-right { content: string(t) }
        @top-left { color: blue } @left-top { content: ''; text-align: right } }
      @page :first { @top-center { content: none } }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let style = result.document.pages.style(for: page())
    #expect(Set(style.marginBoxes.keys) == [.topCenter, .bottomRight, .leftTop])
    let center = try #require(style.marginBoxes[.topCenter])
    #expect(center.fontSize == 14)
    #expect(center.color == Color(red: 1, green: 0, blue: 0))
    #expect(center.textAlign == .center)
    #expect(center.verticalAlign == .middle)
    #expect(style.marginBoxes[.bottomRight]?.textAlign == .right)
    #expect(style.marginBoxes[.leftTop]?.textAlign == .right)
    #expect(style.marginBoxes[.leftTop]?.verticalAlign == .top)
    #expect(result.document.pages.style(for: page("", 1, .right)).marginBoxes[.topCenter] == nil)
  }

  @Test("without rules the page is that of the default style sheet")
  func defaults() {
    let style = styled(css: "").document.pages.style(for: page())
    #expect(style.box.margin.top == .length(LengthPercentage(points: 2 * 72 / 2.54)))
    #expect(abs(style.size.width - 210 * 72 / 25.4) < 1e-9)
    #expect(style.marginBoxes.isEmpty)
  }

  @Test("vw and vh are hundredths of the default page")
  func viewport() {
    let result = styled(css: "@page { size: 200pt 400pt } p { width: 10vw; height: 10vmax }")
    #expect(result.style("x")?.width == .length(LengthPercentage(points: 20)))
    #expect(result.style("x")?.height == .length(LengthPercentage(points: 40)))
  }
}
