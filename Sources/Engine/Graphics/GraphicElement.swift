public import Diagnostics
public import Geometry

/// An element of the document that says what to draw: what Graphics is told of it, without the tree around it.
public struct GraphicElement: Sendable {
  /// The element's name, such as `vb:point`.
  public var name: String
  /// The attributes as written, by name.
  public var attributes: [GraphicAttribute] = []
  /// The elements inside.
  public var children: [GraphicElement] = []
  /// Text inside that is no white space, where there is any.
  public var strayText: SourceSpan?
  /// The colour that a style sheet gives its mark (`background-color`); `nil` for the palette's.
  public var color: Color?
  /// The start tag.
  public var span: SourceSpan?

  /// An element without attributes and content.
  public init(name: String, span: SourceSpan? = nil) {
    self.name = name
    self.span = span
  }

  /// An attribute by its name.
  func attribute(_ name: String) -> GraphicAttribute? {
    attributes.first { $0.name == name }
  }
}

/// An attribute with its places in the template and in the data.
public struct GraphicAttribute: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its value.
  public var value: String
  /// The value in the template.
  public var span: SourceSpan?
  /// The value's place in the data, as a JSON pointer, where it came from there unchanged.
  public var data: String?

  /// An attribute of its parts.
  public init(name: String, value: String, span: SourceSpan? = nil, data: String? = nil) {
    self.name = name
    self.value = value
    self.span = span
    self.data = data
  }
}
