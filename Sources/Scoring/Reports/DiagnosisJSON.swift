import Attache

/// What to mend and what changed, as members of the report's JSON object.
struct DiagnosisJSON {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  func write(_ json: inout JSONWriter) {
    json.key("causes")
    json.object { json in for row in evaluation.causes { json.field(row.cause.rawValue, row.count) } }
    json.key("edits")
    json.array { json in for edit in evaluation.edits { write(edit, &json) } }
    json.key("sources")
    json.array { json in
      for score in evaluation.sources {
        json.object { json in
          json.field("source", score.source.description)
          json.field("makes", score.isRelation ? "relations" : "entities")
          json.field("tp", score.truePositives)
          json.field("fp", score.falsePositives)
        }
      }
    }
    json.key("neverFired")
    json.array { json in for source in evaluation.unusedSources { json.string(source.description) } }
    json.key("mistakes")
    json.array { json in for mistake in evaluation.mistakes { write(mistake, &json) } }
    if let comparison = evaluation.comparison {
      json.key("comparison")
      write(comparison, &json)
    }
  }

  private func write(_ edit: Edit, _ json: inout JSONWriter) {
    json.object { json in
      json.field("gain", edit.gain)
      json.field("edit", edit.action)
      json.field("source", edit.source?.description)
      json.key("examples")
      json.array { json in for example in edit.examples { json.string(example) } }
    }
  }

  private func write(_ mistake: Mistake, _ json: inout JSONWriter) {
    json.object { json in
      json.field("cause", mistake.cause.rawValue)
      json.key("problems")
      json.array { json in for problem in mistake.problems { json.string(problem) } }
      json.field("id", mistake.document)
      json.field("line", mistake.line)
      for (name, side) in [("gold", mistake.gold), ("system", mistake.system)] {
        json.key(name)
        guard let side else {
          json.null()
          continue
        }
        json.object { json in
          json.field("label", side.label)
          json.field("start", side.start)
          json.field("end", side.end)
          json.field("text", side.text)
          json.field("source", side.source?.description)
        }
      }
      json.field("before", mistake.before)
      json.field("focus", mistake.focus)
      json.field("after", mistake.after)
    }
  }

  private func write(_ comparison: Comparison, _ json: inout JSONWriter) {
    json.object { json in
      json.key("differences")
      json.array { json in
        for row in comparison.differences {
          json.object { json in
            json.field("figure", row.figure)
            json.field("before", row.before.score.f1)
            json.field("after", row.after.score.f1)
            json.field("change", row.f1)
            json.field("p", row.pValue)
          }
        }
      }
      json.key("changes")
      json.array { json in
        for change in comparison.changes {
          json.object { json in
            json.field("kind", change.kind.rawValue)
            json.field("of", change.isRelation ? "relation" : "entity")
            json.field("id", change.document)
            json.field("label", change.label)
            json.field("start", change.start)
            json.field("end", change.end)
            json.field("text", change.text)
          }
        }
      }
    }
  }
}
