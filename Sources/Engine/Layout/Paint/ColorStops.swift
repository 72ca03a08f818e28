import Geometry
import Glibc
import Styles

/// The part of a gradient's line that its stops lie on; their offsets run from 0 at `start` to 1 at `end`.
struct StopSpan {
  var start: Double
  var end: Double
  var stops: [ColorStop]
}

/// Gives every stop a place on the gradient's line and puts stops in place of hints (CSS Images 3, 3.4.3).
///
/// - Parameters:
///   - stops: as computed.
///   - length: of the gradient's line in points: what 100 % is.
/// - Returns: offsets of which none is smaller than the one before it; they may lie outside 0 to 1.
func resolveStops(_ stops: [GradientStop], length: Double) -> [ColorStop] {
  var offsets = stops.map { stop -> Double? in
    guard let position = stop.position else { return nil }
    let points = length > 0 ? position.points / length : 0
    return max(-1e6, min(1e6, points + position.percent / 100))
  }
  guard let last = offsets.indices.last else { return [] }
  if offsets[0] == nil { offsets[0] = 0 }
  if offsets[last] == nil { offsets[last] = 1 }
  var highest = -Double.infinity
  for index in offsets.indices {
    guard let offset = offsets[index] else { continue }
    highest = max(highest, offset)
    offsets[index] = highest
  }
  let placed = spread(offsets)
  var result: [ColorStop] = []
  for (index, stop) in stops.enumerated() {
    if let color = stop.color {
      result.append(ColorStop(offset: placed[index], color: color))
    } else if let before = result.last, index < last, let after = stops[index + 1].color {
      result += hinted(from: before, to: ColorStop(offset: placed[index + 1], color: after), hint: placed[index])
    }
  }
  return result
}

/// Stops without a place stand at even distances between those that have one.
private func spread(_ offsets: [Double?]) -> [Double] {
  var result: [Double] = []
  var index = 0
  while index < offsets.count {
    if let offset = offsets[index] {
      result.append(offset)
      index += 1
      continue
    }
    let next = offsets[index...].firstIndex { $0 != nil } ?? offsets.count
    let before = result.last ?? 0
    let after = next < offsets.count ? offsets[next] ?? before : before
    let count = Double(next - index + 1)
    for step in 1...(next - index) { result.append(before + (after - before) * Double(step) / count) }
    index = next
  }
  return result
}

/// The stops between two colours whose middle a hint has moved: the share of the second is P ^ (log 0.5 / log H).
private func hinted(from first: ColorStop, to second: ColorStop, hint: Double) -> [ColorStop] {
  let length = second.offset - first.offset
  guard length > 0 else { return [] }
  let middle = (hint - first.offset) / length
  if middle <= 0 { return [ColorStop(offset: first.offset, color: second.color)] }
  if middle >= 1 { return [ColorStop(offset: second.offset, color: first.color)] }
  let exponent = log(0.5) / log(middle)
  return (1..<hintSteps).map { step in
    let place = Double(step) / Double(hintSteps)
    let color = mixed(first.color, second.color, share: pow(place, exponent))
    return ColorStop(offset: first.offset + place * length, color: color)
  }
}

private let hintSteps = 16

/// A colour between two, by premultiplied channels (CSS Images 3, 3.4.2).
func mixed(_ first: Color, _ second: Color, share: Double) -> Color {
  let alpha = first.alpha + (second.alpha - first.alpha) * share
  guard alpha > 0 else { return .transparent }
  func channel(_ path: KeyPath<Color, Double>) -> Double {
    let (from, to) = (first[keyPath: path] * first.alpha, second[keyPath: path] * second.alpha)
    return (from + (to - from) * share) / alpha
  }
  return Color(red: channel(\.red), green: channel(\.green), blue: channel(\.blue), alpha: alpha)
}

/// Repeats the stops as far as the image reaches, smooths changes of opacity, and takes the offsets to 0 to 1.
///
/// - Parameters:
///   - stops: with places, at least one.
///   - isRepeating: whether the gradient is repeated.
///   - reach: the offset of the image's far end; its near end is 0.
/// - Returns: where the stops lie, and the stops.
func fill(_ stops: [ColorStop], isRepeating: Bool, reach: Double) -> StopSpan {
  guard let first = stops.first, let last = stops.last else { return StopSpan(start: 0, end: 1, stops: []) }
  var all = stops
  if isRepeating {
    let period = last.offset - first.offset
    let before = (first.offset / period).rounded(.up)
    let after = ((reach - last.offset) / period).rounded(.up)
    // Finer than can be seen, or no length at all: the average (CSS Images 3, 3.3).
    guard period > 0, before + after < 2000 else {
      let color = average(stops)
      return StopSpan(
        start: 0,
        end: 1,
        stops: [ColorStop(offset: 0, color: color), ColorStop(offset: 1, color: color)]
      )
    }
    all = []
    for turn in Int(-max(0, before))...Int(max(0, after)) {
      for stop in stops {
        // Rounding must not put the first stop of a turn before the last one of the turn before: painters sort them.
        let offset = max(all.last?.offset ?? -.infinity, stop.offset + Double(turn) * period)
        all.append(ColorStop(offset: offset, color: stop.color))
      }
    }
  }
  // Painters take the second of two colours at an end for what lies beyond it: the ends get a stretch of their own.
  let length = max(1e-3, last.offset - first.offset)
  if all.count > 1, all[0].offset == all[1].offset {
    all.insert(ColorStop(offset: all[0].offset - length, color: all[0].color), at: 0)
  }
  if let end = all.last, all.count > 1, all[all.count - 2].offset == end.offset {
    all.append(ColorStop(offset: end.offset + length, color: end.color))
  }
  guard let start = all.first?.offset, let end = all.last?.offset, end > start else {
    return StopSpan(start: 0, end: 1, stops: [ColorStop(offset: 0, color: last.color)])
  }
  let scaled = all.map { ColorStop(offset: ($0.offset - start) / (end - start), color: $0.color) }
  return StopSpan(start: start, end: end, stops: smoothed(scaled))
}

/// Painters mix channels that are not premultiplied: where opacity changes, stops between make the difference invisible.
private func smoothed(_ stops: [ColorStop]) -> [ColorStop] {
  var result: [ColorStop] = []
  for (index, stop) in stops.enumerated() {
    if let before = index > 0 ? stops[index - 1] : nil, before.color.alpha != stop.color.alpha,
      stop.offset > before.offset
    {
      result += between(before, stop)
    } else {
      result.append(stop)
    }
  }
  return result
}

private func between(_ first: ColorStop, _ second: ColorStop) -> [ColorStop] {
  func tinted(_ color: Color, like other: Color) -> Color {
    color.alpha > 0 ? color : Color(red: other.red, green: other.green, blue: other.blue, alpha: 0)
  }
  var result = [ColorStop(offset: first.offset, color: tinted(first.color, like: second.color))]
  if first.color.alpha > 0, second.color.alpha > 0 {
    for step in 1..<hintSteps {
      let share = Double(step) / Double(hintSteps)
      let color = mixed(first.color, second.color, share: share)
      result.append(ColorStop(offset: first.offset + (second.offset - first.offset) * share, color: color))
    }
  }
  return result + [ColorStop(offset: second.offset, color: tinted(second.color, like: first.color))]
}

/// The mean of the colours along a gradient whose stops stand at even distances.
private func average(_ stops: [ColorStop]) -> Color {
  guard let first = stops.first, let last = stops.last, stops.count > 1 else {
    return stops.first?.color ?? .transparent
  }
  var result = mixed(first.color, last.color, share: 0.5)
  for (index, stop) in stops.dropFirst().dropLast().enumerated() {
    result = mixed(result, stop.color, share: 1 / Double(index + 2))
  }
  return result
}

/// What lies at negative offsets is cut off: the colour at 0 is kept.
func cutBelowZero(_ span: StopSpan) -> StopSpan {
  guard span.start != 0, !span.stops.isEmpty else { return span }
  let length = span.end - span.start
  guard span.end > 0 else {
    let color = span.stops[span.stops.count - 1].color
    return StopSpan(start: 0, end: 1, stops: [ColorStop(offset: 0, color: color), ColorStop(offset: 1, color: color)])
  }
  var result: [ColorStop] = []
  for (index, stop) in span.stops.enumerated() {
    let offset = (span.start + stop.offset * length) / span.end
    if offset >= 0 {
      if result.isEmpty, index > 0, offset > 0 {
        let before = span.stops[index - 1]
        let start = (span.start + before.offset * length) / span.end
        let color = mixed(before.color, stop.color, share: -start / (offset - start))
        result.append(ColorStop(offset: 0, color: color))
      }
      result.append(ColorStop(offset: offset, color: stop.color))
    }
  }
  return StopSpan(start: 0, end: span.end, stops: result)
}
