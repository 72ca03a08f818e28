import Glibc

/// The sine of an angle in radians; quarter turns are exact.
func sine(_ radians: Double) -> Double { exact(sin(radians)) }

/// The cosine of an angle in radians; quarter turns are exact.
func cosine(_ radians: Double) -> Double { exact(cos(radians)) }

/// The tangent of an angle in radians, never so steep that a product with it would not be finite.
func tangent(_ radians: Double) -> Double { max(-1e6, min(1e6, tan(radians))) }

/// π is no Double: the sine of a half turn would be 1e-16.
private func exact(_ value: Double) -> Double {
  if abs(value) < 1e-12 { return 0 }
  if abs(abs(value) - 1) < 1e-12 { return value < 0 ? -1 : 1 }
  return value
}
