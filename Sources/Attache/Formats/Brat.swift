/// brat standoff: a text file and a file of annotations beside it. Offsets are Unicode code points, half-open.
///
/// What the lines mean here, beside what brat says:
/// - `T`: an entity, unless its label is `Sentence`, `Mention` (a pronoun or description), `Text` (words that are the value
///   of a role), or an event uses it as its trigger and has the same name.
/// - `E`: a relation. Repeated roles are numbered from the second on. The roles date, place, topic and attribution are
///   attributes. An event whose trigger is an entity, such as `office`, has no trigger of its own.
/// - `R`: a relation without trigger between two arguments.
/// - `A` or `M`: polarity, modality, count, status.
/// - `N`: `ISO3166:BH` is the code of a country or nationality.
/// - `*`: mentions of one referent.  `#`: notes; one of type `Source` says what made an annotation.
public enum Brat {
  /// Labels of `T` lines that are no entities.
  static let sentenceLabel = "Sentence"
  static let mentionLabel = "Mention"
  static let textLabel = "Text"
  /// The knowledge base of country codes in `N` lines.
  static let codePrefix = "ISO3166:"
  /// Roles whose value is a piece of text; they name no referent.
  static let textRoles: Set<String> = ["document", "content", "position", "title", "topic"]

  /// Reads a document; mistakes are told with their place, and what they concern is left out.
  ///
  /// - Parameters:
  ///   - id: The document's name.
  ///   - text: The text file. A byte order mark, or CR LF counted as one, is recognised by whether the surfaces fit.
  ///   - annotations: The `.ann` file; LF or CR LF.
  ///   - file: The annotation file's name, for diagnostics.
  public static func read(
    id: String, text: [UInt8], annotations: [UInt8], file: String
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    var lines = BratLines(annotations, file: file)
    var builder = BratBuilder(Document(id: id, text: text), file: file)
    builder.build(lines.parse())
    return (builder.document, lines.diagnostics + builder.diagnostics)
  }

  /// The annotation file of a document; `T` lines in text order.
  public static func write(_ document: Document) -> [UInt8] {
    var writer = BratWriter(document)
    return writer.bytes()
  }

  /// A surface as brat compares it: every run of white space is one space.
  static func normalised(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
