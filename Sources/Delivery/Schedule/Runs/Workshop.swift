package import VanBan

/// Makes documents.
package protocol Workshop {
  /// Reads the data of a run.
  ///
  /// - Throws: ``RenderError`` where template or data cannot be read, or two documents would have one name.
  func open(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork
}

/// The documents of one job about one period.
///
/// Not Sendable: one run, one task.
package protocol PeriodWork: AnyObject {
  /// What is to be made, in the order of the data; each organisation and each name once.
  var documents: [PlannedDocument] { get }

  /// Makes the document of an organisation: PDF. The same data gives the same bytes.
  ///
  /// - Throws: ``RenderError`` that names what is wrong, also where the data no longer has the organisation.
  func render(_ organisation: String) throws(RenderError) -> [UInt8]
}
