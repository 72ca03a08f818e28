import CICU

/// ICU's version, for `vanban info`.
package var icuVersion: String { String(cString: cicu_version()) }
