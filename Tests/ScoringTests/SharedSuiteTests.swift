import Attache
import Foundation
import Testing

@testable import Scoring

/// The suites that lie beside the repository where it is developed; absent elsewhere.
enum SharedSuite {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/suites")
    .standardizedFileURL
  static let elsewhere = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/suites").standardizedFileURL

  static func read(_ name: String) -> [String: Any]? {
    for folder in [folder, elsewhere] {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    }
    return nil
  }

  static func exists(_ name: String) -> Bool { read(name) != nil }
}

@Suite("Cases kept beside the repository")
struct SharedSuiteTests {
  @Test(
    "expected counts of every scoring case",
    .enabled(if: SharedSuite.exists("scoring_cases.json"), "skipped: no ../shared/suites/scoring_cases.json"))
  func scoringCases() throws {
    let suite = try #require(SharedSuite.read("scoring_cases.json"))
    let cases = try #require(suite["cases"] as? [[String: Any]])
    #expect(cases.count == 20)
    for item in cases {
      let name = item["name"] as? String ?? ""
      let evaluation = try evaluate(
        gold: [document(spans(item["gold"]))], system: [document(spans(item["system"]))], options: plain())
      let expected = try #require(item["expected"] as? [String: [String: Int]])
      let exact = try #require(expected["exact_match"])
      let gate = try #require(expected["gate"])
      let total = evaluation.entities.total
      #expect(total.exact.correct == exact["tp"], "\(name)")
      #expect(total.exact.spurious == exact["fp"], "\(name)")
      #expect(total.exact.missing == exact["fn"], "\(name)")
      #expect(total.gate.correct == gate["correct"], "\(name)")
      #expect(total.gate.partial == gate["partial"], "\(name)")
      #expect(total.gate.missing == gate["missing"], "\(name)")
      #expect(total.gate.spurious == gate["spurious"], "\(name)")
      // The suite counts what was dropped of the answers only.
      #expect(evaluation.entities.systemDuplicates == gate["duplicates_dropped"], "\(name)")
      #expect(evaluation.brokenIdentities.isEmpty, "\(name)")
    }
  }

  /// Cases on which nervaluate is not sound: it counts duplicates, and pairs in the order of the list.
  private static let unsound = ["C07_duplicate_system", "C20_duplicate_gold", "C15_overlap_wrong_first"]

  @Test(
    "nervaluate and seqeval agree where they are sound",
    .enabled(if: SharedSuite.exists("scoring_cases.json"), "skipped: no ../shared/suites/scoring_cases.json"))
  func peers() throws {
    let suite = try #require(SharedSuite.read("scoring_cases.json"))
    let cases = try #require(suite["cases"] as? [[String: Any]])
    for item in cases {
      let name = item["name"] as? String ?? ""
      let total = try evaluate(
        gold: [document(spans(item["gold"]))], system: [document(spans(item["system"]))], options: plain()
      ).entities.total
      let nervaluate = item["nervaluate"] as? [String: [String: Any]] ?? [:]
      for (scheme, tally) in [
        ("strict", total.strict), ("exact", total.boundary), ("ent_type", total.label), ("partial", total.partial),
      ] where !SharedSuiteTests.unsound.contains(name) {
        let counts = try #require(nervaluate[scheme], "\(name)")
        #expect(tally.correct == counts["correct"] as? Int, "\(name) \(scheme)")
        #expect(tally.incorrect == counts["incorrect"] as? Int, "\(name) \(scheme)")
        #expect(tally.partial == counts["partial"] as? Int, "\(name) \(scheme)")
        #expect(tally.missing == counts["missed"] as? Int, "\(name) \(scheme)")
        #expect(tally.spurious == counts["spurious"] as? Int, "\(name) \(scheme)")
        #expect(abs((tally.score.f1 ?? 0) - (counts["f1"] as? Double ?? -1)) < 0.0001, "\(name) \(scheme)")
      }
      // seqeval can't read cases that IOB2 can't write.
      guard let seqeval = (item["seqeval"] as? [String: Any])?["counts_from_get_entities"] as? [String: Int] else {
        continue
      }
      #expect(seqeval == ["tp": total.exact.correct, "fp": total.exact.spurious, "fn": total.exact.missing], "\(name)")
    }
  }

  private func spans(_ value: Any?) -> [(Int, Int, String)] {
    (value as? [[Any]] ?? []).compactMap { span in
      guard span.count == 3, let start = span[0] as? Int, let end = span[1] as? Int, let label = span[2] as? String
      else { return nil }
      return (start, end, label)
    }
  }

  @Test(
    "figures of the reference coreference scorer",
    .enabled(if: SharedSuite.exists("coref_cases.json"), "skipped: no ../shared/suites/coref_cases.json"))
  func coreferenceCases() throws {
    let suite = try #require(SharedSuite.read("coref_cases.json"))
    let cases = try #require(suite["cases"] as? [String: [String: Any]])
    #expect(cases.count == 8)
    for (name, item) in cases {
      let key = item["key"] as? [[String]] ?? []
      let system = item["system"] as? [[String]] ?? []
      let figures = try #require(item["P_R_F"] as? [String: [Double]])
      let scores = coreference(key, system)
      for (metric, expected) in figures {
        let score = try #require(scores.metrics.first { $0.name == metric }?.score)
        // The reference prints 0 where a figure is undefined.
        #expect(abs((score.precision ?? 0) - expected[0]) < 0.00005, "\(name) \(metric) P")
        #expect(abs((score.recall ?? 0) - expected[1]) < 0.00005, "\(name) \(metric) R")
        #expect(abs((score.f1 ?? 0) - expected[2]) < 0.00005, "\(name) \(metric) F1")
      }
    }
  }
}

/// Scores clusters of named mentions.
func coreference(
  _ gold: [[String]], _ system: [[String]], singletons: EvaluationOptions.Singletons = .keep
) -> CoreferenceScores {
  func spans(_ clusters: [[String]]) -> [[ByteSpan]] {
    clusters.map { cluster in
      cluster.map { name in
        let place = name.utf8.reduce(0) { $0 * 256 + Int($1) } * 2
        return ByteSpan(place, place + 1)
      }
    }
  }
  var assignment = Assignment()
  let counts = CoreferenceCounts(
    gold: MentionClusters(clusters: spans(gold), singletons: singletons),
    system: MentionClusters(clusters: spans(system), singletons: singletons), assignment: &assignment)
  return CoreferenceScores(counts, singletons: singletons)
}
