import Geometry
import Glibc

/// The point at an angle (clockwise from the right, in radians) and a distance.
func polar(_ center: Point, _ distance: Double, _ angle: Double) -> Point {
  Point(x: center.x + distance * cos(angle), y: center.y + distance * sin(angle))
}

/// The tangent of an angle in radians.
func tangent(_ angle: Double) -> Double {
  tan(angle)
}

/// The whole exponent of the power of ten at or below a positive number.
func decimalExponent(_ value: Double) -> Int {
  var exponent = Int(log10(value).rounded(.down))
  // The logarithm of 1000 comes out a little below 3.
  if powerOfTen(exponent + 1) <= value { exponent += 1 }
  return exponent
}

/// Ten to a whole power.
func powerOfTen(_ exponent: Int) -> Double {
  pow(10, Double(exponent))
}
