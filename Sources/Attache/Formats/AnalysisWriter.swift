/// Writes analyses as JSON Lines, byte for byte as `JSONLines` writes their documents, but straight from the layers.
///
/// No `Document` is made and no string but those that the text's owner gave, so that writing costs little more than
/// moving the bytes. A writer holds memory that it uses again: keep one for each thread.
public struct AnalysisWriter: Sendable {
  /// Where a lexicon row stands.
  private struct Place: Sendable {
    var file: UInt16
    var line: UInt32
  }

  let pieces: JSONPieces
  let lexicon: Lexicon
  var referents = DocumentReferents()
  var index = CodePointIndex()
  /// For each name the place of its entry; of no meaning where a rule made it.
  private var places: [Place] = []

  /// Makes a writer for what the pipeline finds.
  public init(_ pipeline: Pipeline) {
    pieces = JSONPieces(lexicon: pipeline.lexicon, rules: pipeline.rules)
    lexicon = pipeline.lexicon
  }

  /// Writes an analysed text as one line, with its line feed.
  ///
  /// - Parameters:
  ///   - analysis: What the pipeline of this writer left.
  ///   - id: The document's id.
  ///   - extras: The members of the input object that are kept.
  ///   - out: Where to append.
  public mutating func write(
    _ analysis: Analysis, id: String, extras: JSONLines.Extras = JSONLines.Extras(), to out: inout [UInt8]
  ) {
    index.read(analysis.text)
    referents.gather(analysis)
    findPlaces(analysis)
    var writer = ByteWriter(capacity: min(analysis.text.count * 6, 1 << 20) + 1024)
    writer.put("{\"id\":")
    if let id = extras.id { writer.put(id.span.bytes) } else { writer.putString(id) }
    writer.put(",\"text\":")
    putText(0, analysis.text.count, analysis, &writer)
    writer.put(",\"unit\":\"codepoint\",\"sentences\":[")
    putSentences(analysis, &writer)
    writer.put("],\"entities\":[")
    putEntities(analysis, &writer)
    writer.put("],\"referents\":[")
    putReferents(analysis, &writer)
    writer.put("],\"relations\":[")
    putRelations(analysis, &writer)
    writer.put("]")
    if !extras.members.isEmpty {
      writer.put(",")
      writer.put(extras.members.span.bytes)
    }
    writer.put("}\n")
    writer.append(to: &out)
  }

  /// Looks up the entries of all names before any is written: they lie far apart, and so the waits for memory overlap.
  private mutating func findPlaces(_ analysis: Analysis) {
    places.removeAll(keepingCapacity: true)
    for index in analysis.names.indices {
      if let entry = analysis.names[index].entry {
        places.append(Place(file: lexicon.entries[Int(entry)].file, line: lexicon.entries[Int(entry)].line))
      } else {
        places.append(Place(file: 0, line: 0))
      }
    }
  }

  private func putSentences(_ analysis: Analysis, _ writer: inout ByteWriter) {
    for number in analysis.sentences.indices {
      let sentence = analysis.sentences[number]
      if number > 0 { writer.put(",") }
      writer.put("{\"start\":")
      putOffsets(DocumentBuilder.span(sentence.first..<sentence.end, analysis), &writer)
      writer.put("}")
    }
  }

  private func putEntities(_ analysis: Analysis, _ writer: inout ByteWriter) {
    let pool = pieces.pool.span.bytes
    for number in analysis.names.indices {
      let name = analysis.names[number]
      if number > 0 { writer.put(",") }
      writer.put("{\"id\":\"T")
      writer.put(number &+ 1)
      writer.put("\",\"label\":\"")
      writer.put(pieces.labels[Int(name.label.rawValue)], of: pool)
      writer.put("\",\"start\":")
      let span = DocumentBuilder.span(name.first..<name.end, analysis)
      putOffsets(span, &writer)
      writer.put(",\"text\":")
      putText(span.start, span.end, analysis, &writer)
      if name.code != 0 {
        writer.put(",\"code\":")
        putCode(name.code, &writer)
      }
      writer.put(",\"referent\":")
      putReferent(name.referent, &writer)
      writer.put(",\"source\":")
      putSource(of: name, places[number], pool, &writer)
      writer.put("}")
    }
  }

  private func putSource(of name: Name, _ place: Place, _ pool: RawSpan, _ writer: inout ByteWriter) {
    if name.entry != nil {
      writer.put(pieces.files[Int(place.file)], of: pool)
      if place.line > 0 {
        writer.put(":")
        writer.put(Int(place.line))
      }
      writer.put("\"")
    } else if let rule = name.rule, Int(rule) < pieces.entityRules.count {
      writer.put(pieces.entityRules[Int(rule)], of: pool)
    } else {
      writer.put("\"feed\"")
    }
  }
}

// MARK: - Pieces

extension AnalysisWriter {
  /// `12,"end":15`, for what begins with `"start":`.
  @inline(__always)
  func putOffsets(_ span: ByteSpan, _ writer: inout ByteWriter) {
    writer.put(index.codePoint(ofByte: span.start))
    writer.put(",\"end\":")
    writer.put(index.codePoint(ofByte: span.end))
  }

  /// The bytes of the text as a string; the range is cut to what lies inside of it.
  @inline(__always)
  func putText(_ start: Int, _ end: Int, _ analysis: Analysis, _ writer: inout ByteWriter) {
    let end = min(max(end, 0), analysis.text.count)
    let start = min(max(start, 0), end)
    // What begins or ends inside of a sequence is broken there.
    if index.isBroken || !index.isStart(start) || !index.isStart(end) {
      writer.putRepaired(analysis.text, start, end)
    } else {
      writer.putString(analysis.text.span.bytes, start, end)
    }
  }

  /// A referent's id, or null where the document has none.
  @inline(__always)
  func putReferent(_ record: Int32, _ writer: inout ByteWriter) {
    let number = referents.number(of: record)
    if number == 0 { return writer.put("null") }
    writer.put("\"E")
    writer.put(number)
    writer.put("\"")
  }

  /// A packed code as a string; null for 0.
  @inline(__always)
  func putCode(_ code: UInt16, _ writer: inout ByteWriter) {
    let (high, low) = (UInt8(code >> 8), UInt8(code & 0xFF))
    if isCapital(high), isCapital(low) {
      writer.put(word: 0x22_0000_22 | UInt64(high) << 8 | UInt64(low) << 16, length: 4)
    } else if let text = Lexicon.text(code: code) {
      writer.putString(text)
    } else {
      writer.put("null")
    }
  }

  @inline(__always)
  private func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}
