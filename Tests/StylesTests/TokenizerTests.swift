import Diagnostics
import Testing

@testable import Styles

@Suite struct TokenizerTests {
  private func tokens(_ text: String) -> [Component] {
    var tokenizer = Tokenizer(Array(text.utf8))
    return tokenizer.tokens()
  }

  @Test(
    "texts become tokens",
    arguments: [
      ("a-b --c _d đ", "ident:a-b ident:--c ident:_d ident:đ"), ("f(", "function:f"), ("@page", "atKeyword:page"),
      ("#a1", "hash:a1"), ("'a\\'b'", "string:a'b"), ("\"a\\26 b\"", "string:a&b"), ("'a\\\nb'", "string:ab"),
      ("'open", "badString:open"), ("url( a.png )", "url:a.png"), ("url(a", "badURL:a"),
      ("url('a')", "function:url string:a closeParenthesis:"),
      ("1 -.5 +2e3 1.50", "number:1.0 number:-0.5 number:2000.0 number:1.5"),
      ("12pt 50% 1e3px", "dimension:12.0pt percentage:50.0 dimension:1000.0px"),
      ("2n-1", "dimension:2.0n-1"), ("a/* b */c", "ident:a ident:c"), ("/* open", ""), ("\\64 iv", "ident:div"),
      ("<!-- -->", "commentMark: commentMark:"), ("> +", "delimiter:> delimiter:+"), ("\u{FEFF}a", "ident:a"),
    ]
  )
  func kinds(text: String, expected: String) {
    let found = tokens(text).filter { $0.kind != .whitespace }.map { token in
      let hasNumber = [.number, .percentage, .dimension].contains(token.kind)
      return "\(token.kind):" + (hasNumber ? "\(token.number)" : "") + token.text
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test("tokens touch and cover the text")
  func coverage() {
    let text = "@page :first{margin:1cm 2.5em!important}\np > a[href^='#']::after { content: \"đ\" url(x) }"
    var end: Int32 = 0
    for token in tokens(text) {
      #expect(token.start == end)
      end = token.end
    }
    #expect(Int(end) == text.utf8.count)
  }

  @Test("any bytes are read to the end")
  func noise() {
    // A fixed linear congruence makes the same noise in every run.
    var state: UInt32 = 1
    for _ in 0..<300 {
      let letters = Array("ab1-.#@:;{}()[]'\"\\/*!%+,<>\n ".utf8)
      let bytes = (0..<60).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return letters[Int(state >> 16) % letters.count]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      var reader = SheetReader(origin: .author, isLenient: false, loader: nil, symbols: Symbols())
      reader.read(SheetReader.Text(bytes: bytes, source: .init(index: 0), base: 0, folder: ""))
      #expect(reader.diagnostics.all.allSatisfy { Int($0.span?.offset ?? 0) <= 60 }, "\(text)")
    }
  }
}
