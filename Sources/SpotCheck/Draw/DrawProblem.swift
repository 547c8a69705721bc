extension SpotCheckError {
  /// Why establishments and inspectors cannot be drawn.
  public enum DrawProblem: Sendable, Equatable {
    // MARK: Lists

    /// A list lacks a column; `text` is the field.
    case missingColumn(tried: [String])
    /// Two columns of a list could be meant; `text` is the field.
    case ambiguousColumn([String])
    /// A list has no record.
    case emptyList
    /// A list is no file, so that it has no hash to be known by.
    case notFile
    /// An id is blank.
    case blankIdentifier
    /// An id stands twice; `text` is it.
    case duplicateIdentifier(firstLine: Int)
    /// An establishment to be followed up is not in the frame; `text` is its id.
    case notInFrame
    /// A row of an allocation has no whole number; `text` is what stands there.
    case badNumber
    /// Two rows of an allocation are for one region and category; `text` names them.
    case rowTwice

    // MARK: Demands

    /// Nothing says how much is drawn.
    case nothingDemanded
    /// A demand cannot be read; `text` is it.
    case badDemand(flag: String)
    /// A share exceeds 1; `text` is it.
    case ratioAboveOne(suggestion: String?)
    /// The frame has no such stratum; `text` is it.
    case unknownStratum(known: [String])
    /// Nothing says how much of a stratum is drawn; `text` is the stratum.
    case stratumWithoutDemand(establishments: Int)
    /// Two demands are for one stratum; `text` is it.
    case stratumTwice
    /// A stratum has fewer establishments than demanded; `text` is the stratum.
    case tooFewEstablishments(demanded: Int, available: Int)
    /// Fewer than two inspectors are demanded for each establishment.
    case tooFewEach

    // MARK: Inspectors

    /// An establishment has not enough inspectors with its skill, and office where asked; `text` is its id.
    case tooFewInspectors(category: String, office: String?, available: Int, needed: Int)
    /// Too few of those who could inspect an establishment are free of conflict; `text` is its id.
    case inConflict(able: Int, free: Int, needed: Int)
    /// The greatest load must be higher; who must bear it.
    case loadTooSmall(limit: Int, least: Int, inspectors: [String])

    // MARK: Records

    /// A record of a draw cannot be read; `text` is where the error lies.
    case badRecord
    /// A record is of another scheme; `text` is it.
    case otherScheme
  }
}
