import CHarfBuzz

/// HarfBuzz's version, for `vanban info`.
package var harfBuzzVersion: String { String(cString: hb_version_string()) }
