/// Who reports: the name and what the letterhead and signature of its papers need.
package struct Organisation: Sendable, Equatable {
  /// The short name by which files call it.
  package var code: String
  /// The name on paper.
  package var name: String
  /// The body above it, the first line of the letterhead.
  package var superior: String?
  /// The symbol of its reports, such as `BC-SNV`.
  package var symbol: String?
  /// The place of the date line.
  package var place: String?
  /// By whose authority is signed, such as `KT. GIÁM ĐỐC`.
  package var authority: String?
  /// The post of the signer below the authority.
  package var post: String?
  /// The name of the signer.
  package var signer: String?

  /// An organisation of a code and a name.
  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
