import CCairo
import CFreeType

/// Cairo's version, for `vanban info`.
package var cairoVersion: String { String(cString: cairo_version_string()) }

/// FreeType's version, for `vanban info`; empty where it does not start.
package var freeTypeVersion: String {
  var library: FT_Library?
  guard FT_Init_FreeType(&library) == 0 else { return "" }
  defer { FT_Done_FreeType(library) }
  var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
  FT_Library_Version(library, &major, &minor, &patch)
  return "\(major).\(minor).\(patch)"
}
