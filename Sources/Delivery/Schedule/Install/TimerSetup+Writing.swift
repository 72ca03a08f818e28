import Files
import Glibc
package import VanBan

extension TimerSetup {
  /// Writes the files, or the user's table of cron: its other lines stay, an older line of ours is replaced.
  package func write() throws(RenderError) {
    switch kind {
    case .systemd:
      for file in files {
        try makeFolder(parentFolder(file.path))
        try writeWhole(file.text, to: file.path)
      }
    case .crontab:
      let line = files.map(\.text).joined()
      let others = try crontab().split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasSuffix(cronMark) }
      let kept = others.joined(separator: "\n")
      try setCrontab(kept.isEmpty || kept.hasSuffix("\n") ? kept + line : "\(kept)\n\(line)")
    }
  }

  /// The user's table; an empty one where there is none.
  private func crontab() throws(RenderError) -> String {
    guard let stream = popen("crontab -l 2>/dev/null", "r") else { throw noCron() }
    var bytes: [UInt8] = []
    while true {
      let byte = getc(stream)
      if byte == EOF { break }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    // 127: the shell found no such program. Another status: the user has no table yet.
    let status = pclose(stream)
    if status >> 8 == 127 { throw noCron() }
    return status == 0 ? String(decoding: bytes, as: UTF8.self) : ""
  }

  private func setCrontab(_ text: String) throws(RenderError) {
    guard let stream = popen("crontab -", "w") else { throw noCron() }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard pclose(stream) == 0, written == bytes.count else { throw noCron() }
  }

  private func noCron() -> RenderError {
    RenderError(
      .surroundings,
      "crontab did not take the line",
      help: "install the package cron, or let systemd call it: vanban schedule install --kind systemd"
    )
  }
}

/// Writes a small file so that it appears whole.
private func writeWhole(_ text: String, to path: String) throws(RenderError) {
  let temporary = "\(path).\(getpid()).part"
  let bytes = Array(text.utf8)
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  var isWritten = descriptor >= 0
  if isWritten {
    isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    isWritten = close(descriptor) == 0 && isWritten
  }
  guard isWritten, rename(temporary, path) == 0 else {
    let reason = String(cString: strerror(errno))
    unlink(temporary)
    throw RenderError(.surroundings, "'\(path)' cannot be written: \(reason)", path: path, help: "check the folder")
  }
}

/// Makes a folder with those above it.
private func makeFolder(_ path: String) throws(RenderError) {
  if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
  if errno == ENOENT, parentFolder(path) != path {
    try makeFolder(parentFolder(path))
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
  }
  throw RenderError(
    .surroundings,
    "the folder '\(path)' cannot be made: \(String(cString: strerror(errno)))",
    path: path,
    help: "check the permissions of the folder above it"
  )
}
