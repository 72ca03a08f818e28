public import Layout

/// One structure tag as it was written: the finishing pass meets the elements of the file in the same order.
public struct StructureEntry: Sendable, Equatable {
  /// The structure type; `.artifact` stands for a `Private` leaf that the finishing pass turns into an artifact.
  public var role: StructureRole
  /// The element's node, or -1.
  public var node: Int32
  /// What Cairo cannot say: the finishing pass merges it into the element's dictionary.
  public var attributes: StructureAttributes

  init(role: StructureRole, node: Int32, attributes: StructureAttributes = StructureAttributes()) {
    self.role = role
    self.node = node
    self.attributes = attributes
  }
}
