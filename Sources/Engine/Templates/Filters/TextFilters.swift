import Values
import Vietnamese

/// Filters that change the letters of a text.
let textFilters: [Filter] = [
  letterCase("upper", "Capital letters", ("'nghị quyết' | upper", "NGHỊ QUYẾT"), upperCased),
  letterCase("lower", "Small letters", ("'ĐẠI HỘI' | lower", "đại hội"), lowerCased),
  letterCase("title", "A capital at each word, as in names", ("'nguyễn văn a' | title", "Nguyễn Văn A"), titleCased),
  letterCase("capitalize", "A capital at the beginning", ("45 | words | capitalize", "Bốn mươi lăm"), capitalized),
]

private func letterCase(
  _ name: String,
  _ summary: String,
  _ example: (String, String),
  _ change: @escaping @Sendable (String) -> String
) -> Filter {
  Filter(name: name, input: .text, summary: summary, example: example) { Value(.text(change($0.text))) }
}
