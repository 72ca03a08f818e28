import Diagnostics
import Geometry

/// A colour as specified (CSS Color 4).
enum SpecifiedColor: Sendable {
  case color(Color)
  case currentColor

  func computed(_ style: ComputedStyle) -> Color {
    switch self {
    case .color(let color): color
    case .currentColor: style.color
    }
  }
}

extension ValueReader {
  mutating func color() -> SpecifiedColor? {
    guard let component = next else { return nil }
    let color: Color?
    switch component.kind {
    case .ident:
      if component.word == "currentcolor" {
        advance()
        return .currentColor
      }
      color = component.word == "transparent" ? .transparent : namedColors[component.word].map(Color.init(hex:))
    case .hash: color = hexColor(component)
    case .function: color = functionColor(component)
    default: color = nil
    }
    guard let color else { return nil }
    advance()
    return .color(color)
  }

  private mutating func hexColor(_ component: Component) -> Color? {
    let digits = component.text.utf8.compactMap(hexValue).map(Double.init)
    guard digits.count == component.text.utf8.count, [3, 4, 6, 8].contains(digits.count) else {
      note(
        .wrongValue,
        "\(component.description) is not a colour",
        at: component,
        help: "write #rgb, #rgba, #rrggbb or #rrggbbaa with the digits 0-9 and a-f"
      )
      return nil
    }
    let isShort = digits.count < 6
    var channels: [Double] = digits.map { $0 / 15 }
    if !isShort {
      channels = stride(from: 0, to: digits.count, by: 2).map { place -> Double in
        (digits[place] * 16 + digits[place + 1]) / 255
      }
    }
    return Color(
      red: channels[0],
      green: channels[1],
      blue: channels[2],
      alpha: channels.count == 4 ? channels[3] : 1
    )
  }

  private mutating func functionColor(_ component: Component) -> Color? {
    let word = component.word
    if ["device-cmyk", "lab", "lch", "oklab", "oklch", "hwb", "color", "color-mix"].contains(word) {
      note(
        .laterValue,
        "\(word)() is not built yet",
        at: component,
        help: "write the colour as rgb() or hsl(), or as #rrggbb"
      )
      return nil
    }
    guard ["rgb", "rgba", "hsl", "hsla"].contains(word) else { return nil }
    let isHue = word.hasPrefix("hsl")
    var inner = ValueReader(component.children)
    guard let parts = inner.channels(), let color = isHue ? hueColor(parts) : rgbColor(parts) else {
      note(
        .wrongValue,
        "\(word)() cannot be read",
        at: inner.culprit ?? component,
        help: isHue ? "write hsl(120 50% 50%) or hsl(120, 50%, 50%, 0.5)" : "write rgb(255 0 0) or rgb(255, 0, 0, 0.5)"
      )
      return nil
    }
    return color
  }

  /// Three channels and perhaps alpha, all with commas or with spaces and a slash.
  private mutating func channels() -> [Component]? {
    var parts: [Component] = []
    guard let first = channel() else { return nil }
    parts.append(first)
    let hasCommas = takeComma()
    while !isAtEnd {
      guard let part = channel() else { return nil }
      parts.append(part)
      guard !isAtEnd else { break }
      if hasCommas {
        guard takeComma() else { return nil }
      } else if parts.count == 3 {
        guard takeSlash() else { return nil }
      }
    }
    return parts.count == 3 || parts.count == 4 ? parts : nil
  }

  private mutating func channel() -> Component? {
    guard let next, [.number, .percentage, .dimension].contains(next.kind) else { return nil }
    if next.kind == .dimension, next.word != "deg" { return nil }
    advance()
    return next
  }
}

extension Color {
  fileprivate init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16) / 255,
      green: Double(hex >> 8 & 0xFF) / 255,
      blue: Double(hex & 0xFF) / 255
    )
  }
}

private func clamp(_ value: Double) -> Double {
  min(max(value, 0), 1)
}

private func alpha(_ parts: [Component]) -> Double {
  guard parts.count == 4 else { return 1 }
  return clamp(parts[3].kind == .percentage ? parts[3].number / 100 : parts[3].number)
}

private func rgbColor(_ parts: [Component]) -> Color? {
  guard parts.allSatisfy({ $0.kind != .dimension }) else { return nil }
  let channels = parts.prefix(3).map { clamp($0.kind == .percentage ? $0.number / 100 : $0.number / 255) }
  return Color(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha(parts))
}

/// CSS Color 4, 7.1: hue in degrees, saturation and lightness in percent.
private func hueColor(_ parts: [Component]) -> Color? {
  guard parts[0].kind != .percentage, parts[1...].allSatisfy({ $0.kind != .dimension }) else { return nil }
  let hue = parts[0].number - 360 * (parts[0].number / 360).rounded(.down)
  let saturation = clamp(parts[1].number / 100)
  let lightness = clamp(parts[2].number / 100)
  func channel(_ offset: Double) -> Double {
    let step = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
    let reach = saturation * min(lightness, 1 - lightness)
    return lightness - reach * max(-1, min(step - 3, 9 - step, 1))
  }
  return Color(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha(parts))
}
