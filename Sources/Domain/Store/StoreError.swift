/// Why the store cannot be used.
package enum StoreError: Error, Equatable {
  /// There is no such file, and it is only to be read.
  case notFound(path: String)
  /// The folder in which the file would be made does not exist.
  case noFolder(path: String, folder: String)
  /// The file is no SQLite file, or a damaged one.
  case damaged(path: String, reason: String)
  /// The file is an SQLite file of another program.
  case foreign(path: String)
  /// A later version of VanBan has changed the tables.
  case newer(path: String, migration: String)
  /// Another process held the file for longer than one waits.
  case busy(path: String, seconds: Int)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// Anything else that SQLite says.
  case failed(path: String, reason: String)
}

extension StoreError {
  /// What happened, in one sentence without a full stop.
  package var message: String {
    switch self {
    case .notFound(let path): "there is no store '\(path)'"
    case .noFolder(let path, let folder): "the folder '\(folder)' of the store '\(path)' does not exist"
    case .damaged(let path, let reason): "the store '\(path)' is damaged, or no SQLite file: \(reason)"
    case .foreign(let path): "'\(path)' is an SQLite file of another program"
    case .newer(let path, let migration):
      "the store '\(path)' was changed by a later version of vanban (migration '\(migration)')"
    case .busy(let path, let seconds): "the store '\(path)' was in use by another process for \(seconds) seconds"
    case .readOnly(let path): "the store '\(path)' cannot be written"
    case .full(let path): "no room is left on the disk of the store '\(path)'"
    case .failed(let path, let reason): "the store '\(path)' failed: \(reason)"
    }
  }

  /// What to do about it, in one sentence without a full stop.
  package var help: String {
    switch self {
    case .notFound: "name another with --store, or make this one: vanban kpi import FILE"
    case .noFolder(_, let folder): "make it first: mkdir -p '\(folder)'"
    case .damaged: "keep the file, put the last good copy in its place, or name another with --store"
    case .foreign: "name another file with --store; nothing was changed"
    case .newer: "use that version, or a copy of the store from before it"
    case .busy: "look for a run that hangs; nothing was changed"
    case .readOnly: "check the permissions of the file and of its folder; nothing was changed"
    case .full: "free some space; nothing was changed"
    case .failed: "check the disk and the file's permissions"
    }
  }

  /// The file concerned.
  package var path: String {
    switch self {
    case .notFound(let path), .noFolder(let path, _), .damaged(let path, _), .foreign(let path), .newer(let path, _),
      .busy(let path, _), .readOnly(let path), .full(let path), .failed(let path, _):
      path
    }
  }
}
