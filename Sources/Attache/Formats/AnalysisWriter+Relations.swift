extension AnalysisWriter {
  func putRelations(_ analysis: Analysis, _ writer: inout ByteWriter) {
    let pool = pieces.pool.span.bytes
    for number in analysis.relations.indices {
      let rule = analysis.relations[number].rule
      let trigger = analysis.relations[number].trigger
      if number > 0 { writer.put(",") }
      writer.put("{\"id\":\"R")
      writer.put(number &+ 1)
      writer.put("\",\"label\":")
      writer.put(pieces.relationLabels[rule], of: pool)
      if trigger.isEmpty {
        writer.put(",\"trigger\":null")
      } else {
        putSpan(",\"trigger\":", DocumentBuilder.span(trigger, analysis), analysis, &writer)
      }
      writer.put(",\"sentence\":")
      writer.put(analysis.relations[number].sentence)
      writer.put(",\"arguments\":[")
      putArguments(of: number, pool, analysis, &writer)
      putAttributes(of: number, analysis, &writer)
      writer.put("},\"source\":")
      writer.put(pieces.relationRules[rule], of: pool)
      writer.put("}")
    }
  }

  private func putArguments(of relation: Int, _ pool: RawSpan, _ analysis: Analysis, _ writer: inout ByteWriter) {
    let range = referents.arguments.range(of: relation)
    for number in range {
      let argument = referents.arguments.all[number]
      if number > range.lowerBound { writer.put(",") }
      writer.put("{\"role\":")
      writer.put(pieces.roles[Int(argument.role)], of: pool)
      writer.put(",\"start\":")
      putOffsets(argument.mention.span, &writer)
      writer.put(",\"text\":")
      putText(argument.mention.span.start, argument.mention.span.end, analysis, &writer)
      writer.put(",\"referent\":")
      putReferent(argument.referent, &writer)
      writer.put("}")
    }
  }

  private func putAttributes(of relation: Int, _ analysis: Analysis, _ writer: inout ByteWriter) {
    writer.put("],\"attributes\":{\"polarity\":\"")
    switch analysis.relations[relation].attributes.polarity {
    case .affirmed: writer.put("affirmed\",\"modality\":\"")
    case .negated: writer.put("negated\",\"modality\":\"")
    }
    switch analysis.relations[relation].attributes.modality {
    case .actual: writer.put("actual\"")
    case .future: writer.put("future\"")
    case .hypothetical: writer.put("hypothetical\"")
    }
    if let count = analysis.relations[relation].attributes.count {
      writer.put(",\"count\":")
      writer.put(count)
    }
    putSpan(",\"date\":", analysis.relations[relation].attributes.date, analysis, &writer)
    putSpan(",\"place\":", analysis.relations[relation].attributes.place, analysis, &writer)
    putSpan(",\"topic\":", analysis.relations[relation].attributes.topic, analysis, &writer)
    putSpan(",\"attribution\":", analysis.relations[relation].attributes.attribution, analysis, &writer)
    if let status = analysis.relations[relation].attributes.status {
      writer.put(",\"status\":")
      writer.putString(status)
    }
  }

  @inline(__always)
  private func putSpan(_ key: StaticString, _ span: ByteSpan?, _ analysis: Analysis, _ writer: inout ByteWriter) {
    guard let span else { return }
    writer.put(key)
    writer.put("{\"start\":")
    putOffsets(span, &writer)
    writer.put(",\"text\":")
    putText(span.start, span.end, analysis, &writer)
    writer.put("}")
  }
}
