import Diagnostics

/// The mistakes found while reading files.
package enum FilesDiagnostic: String, DiagnosticCode {
  case notFound = "file-not-found"
  case isFolder = "file-is-folder"
  case notAFile = "file-not-regular"
  case outsideRoots = "file-outside-roots"
  case url = "file-url"
  case tooLarge = "file-too-large"
  case unreadable = "file-unreadable"

  package var explanation: String {
    switch self {
    case .notFound:
      """
      A file that the document or the command line names does not exist. Names are looked up in the folder of the file \
      that names them, then in each root; upper and lower case matter.
      """
    case .isFolder: "A folder was named where a file is wanted. Name the file inside it."
    case .notAFile: "A device, pipe or socket was named by a document. Documents may name regular files only."
    case .outsideRoots:
      """
      A document may name files only under its own folder, under the templates folder and under folders given with \
      --root. A symbolic link that leads out of them counts as outside. This keeps a template from reading private files.
      """
    case .url: "A document named a URL. Nothing is ever fetched: save the file beside the template and name it there."
    case .tooLarge: "A file is larger than the limit for one input, which --max-input sets (64 MiB without it)."
    case .unreadable: "The system refused to read a file that exists; its own reason is in the message."
    }
  }
}
