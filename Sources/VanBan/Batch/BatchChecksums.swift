import Files
import Values

/// The checksum of a template: its own files and the parts that shipped templates share.
///
/// What a template reads from elsewhere (`--root`) is not in it.
func templateChecksum(of template: Template, in installation: Installation) -> String {
  var digest = SHA256()
  digest.add(Array(vanBanVersion.utf8))
  let parts = joined(installation.templates, "parts")
  for path in template.files + Template(name: "", path: "", folder: "").files(in: parts) {
    digest.add(Array("\(path)\n".utf8))
    if let file = try? FileLoader(limits: FileLimits(maxInput: .max)).loadNamed(path) { digest.add(file.bytes) }
  }
  return digest.finish()
}

extension Value {
  /// Adds the value, so that different values give different bytes: each with its kind and its length.
  func add(to digest: inout SHA256) {
    switch kind {
    case .null: digest.add([UInt8(ascii: "0")])
    case .bool(let value): digest.add([UInt8(ascii: value ? "t" : "f")])
    case .number(let number): add("n", number.description, to: &digest)
    case .text(let text): add("s", text, to: &digest)
    case .list(let values):
      add("l", String(values.count), to: &digest)
      for value in values { value.add(to: &digest) }
    case .map(let map):
      add("m", String(map.count), to: &digest)
      for key in map.keys {
        add("k", key, to: &digest)
        map[key]?.add(to: &digest)
      }
    }
  }

  private func add(_ kind: String, _ text: String, to digest: inout SHA256) {
    digest.add(Array("\(kind)\(text.utf8.count):\(text)".utf8))
  }
}
