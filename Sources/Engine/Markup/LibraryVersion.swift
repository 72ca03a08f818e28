import CExpat

/// Expat's version, for `vanban info`.
package var expatVersion: String {
  let version = XML_ExpatVersionInfo()
  return "\(version.major).\(version.minor).\(version.micro)"
}
