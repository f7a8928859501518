extension AnalysisWriter {
  func putReferents(_ analysis: Analysis, _ writer: inout ByteWriter) {
    let pool = pieces.pool.span.bytes
    for number in referents.order.indices {
      let record = referents.order[number]
      let label = analysis.referents[Int(record)].label
      if number > 0 { writer.put(",") }
      writer.put("{\"id\":\"E")
      writer.put(number &+ 1)
      writer.put("\",\"label\":\"")
      writer.put(pieces.labels[Int((label == .title ? NameLabel.person : label).rawValue)], of: pool)
      writer.put("\",\"name\":")
      putName(of: Int(record), analysis, &writer)
      writer.put(",\"code\":")
      putCode(analysis.referents[Int(record)].code, &writer)
      switch analysis.referents[Int(record)].gender {
      case UInt8(ascii: "m"): writer.put(",\"gender\":\"male\",\"offices\":[")
      case UInt8(ascii: "f"): writer.put(",\"gender\":\"female\",\"offices\":[")
      default: writer.put(",\"gender\":null,\"offices\":[")
      }
      putOffices(of: Int(record), analysis, &writer)
      writer.put("],\"mentions\":[")
      putMentions(of: record, pool, &writer)
      writer.put("]}")
    }
  }

  private func putMentions(of record: Int32, _ pool: RawSpan, _ writer: inout ByteWriter) {
    var isFirst = true
    for mention in referents.mentions(of: record) {
      if !isFirst { writer.put(",") }
      isFirst = false
      writer.put("{\"start\":")
      putOffsets(mention.span, &writer)
      writer.put(",\"kind\":\"")
      writer.put(pieces.kinds[Int(mention.kind.rawValue)], of: pool)
      writer.put("\"}")
    }
  }

  private func putOffices(of record: Int, _ analysis: Analysis, _ writer: inout ByteWriter) {
    var next = analysis.referents[record].firstOffice
    var isFirst = true
    while next >= 0 {
      let office = analysis.referentOffices[Int(next)]
      writer.put(isFirst ? "{\"title\":" : ",{\"title\":")
      isFirst = false
      next = office.next
      putWords(office.titleFirst..<office.titleEnd, analysis, &writer)
      if analysis.referents.indices.contains(Int(office.of)) {
        writer.put(",\"of\":")
        putName(of: Int(office.of), analysis, &writer)
        writer.put(",\"code\":")
        putCode(analysis.referents[Int(office.of)].code, &writer)
      } else {
        writer.put(",\"of\":null,\"code\":null")
      }
      switch office.status {
      case .current: break
      case .former: writer.put(",\"status\":\"former\"")
      case .acting: writer.put(",\"status\":\"acting\"")
      case .designate: writer.put(",\"status\":\"designate\"")
      }
      writer.put("}")
    }
  }

  private func putName(of record: Int, _ analysis: Analysis, _ writer: inout ByteWriter) {
    let country = analysis.referents[record].country
    if country < 0 {
      let first = analysis.referents[record].nameFirst
      putWords(first..<max(first, analysis.referents[record].nameEnd), analysis, &writer)
    } else {
      writer.putString(lexicon.name(of: UInt32(country)))
    }
  }

  /// The text of tokens as a name. A name is text of its own, in which several broken bytes may become one U+FFFD.
  @inline(__always)
  private func putWords(_ tokens: Range<Int>, _ analysis: Analysis, _ writer: inout ByteWriter) {
    let span = DocumentBuilder.span(tokens, analysis)
    if index.isBroken || !index.isStart(span.start) || !index.isStart(span.end) {
      writer.putString(String(decoding: analysis.text[span.start..<span.end], as: UTF8.self))
    } else {
      writer.putString(analysis.text.span.bytes, span.start, span.end)
    }
  }
}
