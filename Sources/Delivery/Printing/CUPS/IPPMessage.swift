import CCUPS
import Glibc

/// Owns an IPP request (RFC 8011, 4.1): an operation with its attributes.
///
/// Not Sendable: built, sent and dropped by one task.
final class IPPRequest {
  private let library: CUPSLibrary
  private let raw: OpaquePointer?

  /// A request with the charset and language that each must begin with.
  init(_ operation: ipp_op_t, library: CUPSLibrary) {
    self.library = library
    raw = library.ippNewRequest(operation)
  }

  deinit { library.ippDelete(raw) }

  /// The attributes' size as it is sent.
  var length: Int { library.ippLength(raw) }

  func withRaw<Result>(_ body: (OpaquePointer?) -> Result) -> Result { body(raw) }

  /// An attribute of the operation itself.
  func addOperation(_ name: String, _ value: String, as tag: ipp_tag_t) {
    _ = library.ippAddString(raw, IPP_TAG_OPERATION, tag, name, nil, value)
  }

  /// A number of the operation itself.
  func addOperation(_ name: String, _ value: Int) {
    _ = library.ippAddInteger(raw, IPP_TAG_OPERATION, IPP_TAG_INTEGER, name, clamped(value))
  }

  /// A truth value of the operation itself.
  func addOperation(_ name: String, _ value: Bool) {
    _ = library.ippAddBoolean(raw, IPP_TAG_OPERATION, name, value ? 1 : 0)
  }

  /// The attributes that are wanted back.
  func addRequested(_ names: [String]) {
    var pointers = names.map { UnsafePointer(strdup($0)) }
    defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
    _ = library.ippAddStrings(
      raw,
      IPP_TAG_OPERATION,
      IPP_TAG_KEYWORD,
      "requested-attributes",
      Int32(pointers.count),
      nil,
      &pointers
    )
  }

  /// An attribute of the job.
  func addJob(_ name: String, _ value: String, as tag: ipp_tag_t = IPP_TAG_KEYWORD) {
    _ = library.ippAddString(raw, IPP_TAG_JOB, tag, name, nil, value)
  }

  /// A number of the job.
  func addJob(_ name: String, _ value: Int) {
    _ = library.ippAddInteger(raw, IPP_TAG_JOB, IPP_TAG_INTEGER, name, clamped(value))
  }

  /// Ranges of the job.
  func addJob(_ name: String, _ ranges: [ClosedRange<Int>]) {
    let lower = ranges.map { clamped($0.lowerBound) }
    let upper = ranges.map { clamped($0.upperBound) }
    _ = library.ippAddRanges(raw, IPP_TAG_JOB, name, Int32(ranges.count), lower, upper)
  }
}

private func clamped(_ value: Int) -> Int32 { Int32(clamping: value) }

/// One value of an attribute that came back.
enum IPPValue: Sendable, Equatable {
  case integer(Int)
  case boolean(Bool)
  case range(ClosedRange<Int>)
  case text(String)
}

/// The attributes of one printer or one job.
struct AttributeGroup: Sendable, Equatable {
  private var values: [String: [IPPValue]] = [:]

  init() {}

  /// A group of known values.
  init(_ values: [String: [IPPValue]]) { self.values = values }

  var isEmpty: Bool { values.isEmpty }

  mutating func set(_ name: String, _ new: [IPPValue]) { values[name] = new }

  func texts(_ name: String) -> [String] {
    (values[name] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  func text(_ name: String) -> String? { texts(name).first }

  func integer(_ name: String) -> Int? {
    (values[name] ?? []).lazy.compactMap { if case .integer(let value) = $0 { value } else { nil } }.first
  }

  func boolean(_ name: String) -> Bool? {
    (values[name] ?? []).lazy.compactMap { if case .boolean(let value) = $0 { value } else { nil } }.first
  }

  /// A range; a single number counts as one.
  func range(_ name: String) -> ClosedRange<Int>? {
    switch values[name]?.first {
    case .range(let range): range
    case .integer(let value): value...value
    default: nil
    }
  }
}

/// What a server answered.
struct IPPResponse: Sendable, Equatable {
  /// The status code of RFC 8011, 4.1.8 and appendix B.
  var status: Int
  /// The server's own words for the status.
  var message: String
  /// The printers or jobs, one group each.
  var groups: [AttributeGroup]

  /// Codes up to 0x00FF mean success.
  var isSuccess: Bool { status <= 0x00FF }
}

extension IPPResponse {
  /// Copies an answer into values and frees it.
  init(taking raw: OpaquePointer, library: CUPSLibrary) {
    defer { library.ippDelete(raw) }
    let code = library.ippGetStatusCode(raw)
    var message: String?
    var groups: [AttributeGroup] = []
    var current = AttributeGroup()
    var attribute = library.ippFirstAttribute(raw)
    while let found = attribute {
      // Groups of one kind are parted by attributes without a name.
      if let name = library.ippGetName(found).map({ String(cString: $0) }) {
        let values = Self.values(of: found, library: library)
        switch library.ippGetGroupTag(found) {
        case IPP_TAG_PRINTER, IPP_TAG_JOB: current.set(name, values)
        case IPP_TAG_OPERATION:
          if name == "status-message", case .text(let text)? = values.first { message = text }
        default: break
        }
      } else if !current.isEmpty {
        groups.append(current)
        current = AttributeGroup()
      }
      attribute = library.ippNextAttribute(raw)
    }
    if !current.isEmpty { groups.append(current) }
    status = Int(code.rawValue)
    self.message = message ?? library.ippErrorString(code).map { String(cString: $0) } ?? "status \(code.rawValue)"
    self.groups = groups
  }

  private static func values(of attribute: OpaquePointer, library: CUPSLibrary) -> [IPPValue] {
    (0..<library.ippGetCount(attribute)).compactMap { index in
      switch library.ippGetValueTag(attribute) {
      case IPP_TAG_INTEGER, IPP_TAG_ENUM: return .integer(Int(library.ippGetInteger(attribute, index)))
      case IPP_TAG_BOOLEAN: return .boolean(library.ippGetBoolean(attribute, index) != 0)
      case IPP_TAG_RANGE:
        var upper: Int32 = 0
        let lower = library.ippGetRange(attribute, index, &upper)
        return .range(Int(min(lower, upper))...Int(max(lower, upper)))
      default: return library.ippGetString(attribute, index, nil).map { .text(String(cString: $0)) }
      }
    }
  }
}
