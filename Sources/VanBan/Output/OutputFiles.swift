import Files
import Glibc

/// The files of one document: all of them appear, or none.
///
/// Standard output gets its bytes at the end too, so that a reader never sees half a document.
final class OutputFiles {
  let name: OutputName

  private var files: [OutputFile] = []
  private let kept: Checksums

  /// Whether the checksums of the files are wanted.
  enum Checksums { case none, kept }

  /// No file is opened yet, but one place is checked for all of them.
  init(_ name: OutputName, checksums: Checksums = .none) throws(RenderError) {
    self.name = name
    kept = checksums
  }

  /// The SHA-256 of each file, once all are finished; empty where they are not kept.
  var checksums: [String] { files.compactMap(\.checksum) }

  /// The file of a page, after the last one's is finished; a document in one file asks for page 1 only.
  func begin(page: Int) throws(RenderError) -> OutputFile {
    if page > 1, !name.hasPage {
      throw RenderError(
        .input,
        "the document has more than one page, and '\(name.pattern)' is one file",
        path: name.pattern,
        help: "put {page} into the name, such as page-{page}.png"
      )
    }
    try files.last?.finish()
    let file = try OutputFile(name.isStandardOutput ? nil : name.path(page: page), checksum: kept)
    files.append(file)
    return file
  }

  /// Puts all files in their places; gives their paths.
  func commit() throws(RenderError) -> [String] {
    for file in files { try file.commit() }
    return files.compactMap(\.path)
  }
}

/// One file, or standard output.
final class OutputFile {
  /// `nil` for standard output.
  let path: String?

  private let file: AtomicFile?
  private var bytes: [UInt8] = []
  private var digest: SHA256?
  /// The SHA-256 of what was written, once it is finished.
  private(set) var checksum: String?

  init(_ path: String?, checksum kept: OutputFiles.Checksums) throws(RenderError) {
    self.path = path
    digest = kept == .kept ? SHA256() : nil
    do throws(OutputFailure) {
      file = try path.map { path throws(OutputFailure) in try AtomicFile(path) }
    } catch {
      throw error.renderError
    }
  }

  /// Adds bytes as C code gives them; gives 0 or an `errno`.
  func append(_ buffer: UnsafeBufferPointer<UInt8>) -> Int32 {
    digest?.add(contentsOf: buffer)
    guard let file else {
      bytes.append(contentsOf: buffer)
      return 0
    }
    do throws(OutputFailure) {
      try file.write(contentsOf: buffer)
      return 0
    } catch {
      if case .system(_, let reason) = error { return reason }
      return EIO
    }
  }

  /// Adds bytes.
  func add(_ more: [UInt8]) throws(RenderError) {
    digest?.add(more)
    guard let file else {
      bytes.append(contentsOf: more)
      return
    }
    do throws(OutputFailure) {
      try file.write(more)
    } catch {
      throw error.renderError
    }
  }

  fileprivate func finish() throws(RenderError) {
    endChecksum()
    do throws(OutputFailure) {
      try file?.finish()
    } catch {
      throw error.renderError
    }
  }

  private func endChecksum() {
    checksum = checksum ?? digest?.finish()
    digest = nil
  }

  fileprivate func commit() throws(RenderError) {
    endChecksum()
    do throws(OutputFailure) {
      if let file {
        try file.commit()
      } else {
        try writeAll(bytes, to: STDOUT_FILENO, path: "standard output")
      }
    } catch {
      throw error.renderError
    }
  }
}
