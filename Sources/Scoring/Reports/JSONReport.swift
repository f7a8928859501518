/// The report as one JSON object; undefined figures are null.
struct JSONReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  func text() -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("documents")
      documents(&json)
      json.key("figures")
      json.object { json in
        for figure in evaluation.figures { json.field(figure.name, figure.value) }
      }
      json.key("intervals")
      json.object { json in
        for figure in evaluation.figures {
          guard let interval = figure.interval else { continue }
          json.key(figure.name)
          json.object { json in
            json.field("low", interval.low)
            json.field("high", interval.high)
            json.field("rounds", interval.rounds)
          }
        }
      }
      json.field("seed", String(evaluation.seed))
      json.key("entities")
      entities(&json)
      json.key("relations")
      relations(&json)
      json.key("sentences")
      sentences(&json)
      json.key("gates")
      gates(&json)
      json.field("passed", evaluation.passed)
      DiagnosisJSON(evaluation).write(&json)
    }
    return json.text + "\n"
  }

  private func documents(_ json: inout JSONWriter) {
    json.array { json in
      for document in evaluation.documents {
        json.object { json in
          json.field("id", document.name)
          json.key("entities")
          JSONReport.hits(document.entities, &json)
          json.key("relations")
          JSONReport.hits(document.relations, &json)
          json.key("sentences")
          JSONReport.hits(document.sentences, &json)
        }
      }
    }
  }

  private func entities(_ json: inout JSONWriter) {
    let entities = evaluation.entities
    json.object { json in
      json.field("goldDuplicates", entities.goldDuplicates)
      json.field("systemDuplicates", entities.systemDuplicates)
      json.key("macroLabels")
      json.array { json in for label in entities.macro.labels { json.string(label) } }
      json.key("undefinedInMacro")
      json.object { json in
        json.field("precision", entities.macro.undefinedPrecision)
        json.field("recall", entities.macro.undefinedRecall)
        json.field("f1", entities.macro.undefinedF1)
      }
      json.key("total")
      counts(entities.total, &json)
      json.key("labels")
      json.object { json in
        for row in entities.rows {
          json.key(row.label)
          counts(row.counts, &json)
        }
      }
      json.key("confusion")
      json.object { json in
        json.key("labels")
        json.array { json in for label in entities.confusion.labels + ["NONE"] { json.string(label) } }
        json.key("counts")
        json.array { json in
          for row in entities.confusion.counts { json.array { json in for count in row { json.number(count) } } }
        }
      }
      json.key("boundaryErrors")
      json.object { json in
        for row in entities.boundaryErrors.rows {
          json.key(row.label)
          json.object { json in
            for (kind, count) in zip(BoundaryErrors.Kind.allCases, row.counts) { json.field(kind.rawValue, count) }
          }
        }
      }
    }
  }

  private func counts(_ counts: SchemeCounts, _ json: inout JSONWriter) {
    json.object { json in
      json.key("exact")
      JSONReport.hits(counts.exact, &json)
      for (name, tally) in [
        ("strict", counts.strict), ("boundary", counts.boundary), ("label", counts.label), ("partial", counts.partial),
      ] {
        json.key(name)
        json.object { json in
          json.field("COR", tally.correct)
          json.field("INC", tally.incorrect)
          json.field("PAR", tally.partial)
          json.field("MIS", tally.missing)
          json.field("SPU", tally.spurious)
          json.field("POS", tally.possible)
          json.field("ACT", tally.actual)
        }
      }
      json.key("gate")
      json.object { json in
        json.field("correct", counts.gate.correct)
        json.field("partial", counts.gate.partial)
        json.field("missing", counts.gate.missing)
        json.field("spurious", counts.gate.spurious)
      }
    }
  }

  private func relations(_ json: inout JSONWriter) {
    let relations = evaluation.relations
    json.object { json in
      json.field("goldDuplicates", relations.goldDuplicates)
      json.field("systemDuplicates", relations.systemDuplicates)
      json.key("total")
      levels(relations.total, &json)
      json.key("labels")
      json.object { json in
        for row in relations.rows {
          json.key(row.label)
          levels(row.counts, &json)
        }
      }
    }
  }

  private func levels(_ counts: RelationCounts, _ json: inout JSONWriter) {
    json.object { json in
      for (name, hits) in counts.levels {
        json.key(name)
        JSONReport.hits(hits, &json)
      }
    }
  }

  private func sentences(_ json: inout JSONWriter) {
    let scores = evaluation.sentences
    json.object { json in
      json.field("documents", scores.documents)
      json.key("exact")
      JSONReport.hits(scores.exact, &json)
      json.key("boundaries")
      JSONReport.hits(scores.boundaries, &json)
      for (name, tiling) in [("goldTiling", scores.goldTiling), ("systemTiling", scores.systemTiling)] {
        json.key(name)
        json.object { json in
          json.field("overlapping", tiling.overlapping)
          json.field("unsound", tiling.unsound)
          json.field("untrimmed", tiling.untrimmed)
          json.field("gaps", tiling.gaps)
        }
      }
    }
  }

  private func gates(_ json: inout JSONWriter) {
    json.array { json in
      for result in evaluation.gates {
        json.object { json in
          json.field("figure", result.gate.figure)
          json.field("limit", result.gate.limit)
          json.field("value", result.value)
          json.field("passed", result.passed)
          json.field("note", result.note)
        }
      }
    }
  }

  static func hits(_ hits: HitCount, _ json: inout JSONWriter) {
    json.object { json in
      json.field("tp", hits.correct)
      json.field("fp", hits.spurious)
      json.field("fn", hits.missing)
    }
  }
}
