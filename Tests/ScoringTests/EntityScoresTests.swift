import Attache
import Testing

@testable import Scoring

/// COR, INC, PAR, MIS, SPU as one line.
private func line(_ tally: Tally) -> [Int] {
  [tally.correct, tally.incorrect, tally.partial, tally.missing, tally.spurious]
}

/// A case: gold and system as marked text, then the tallies that a correct scorer makes.
struct EntityCase: Sendable, CustomTestStringConvertible {
  var name: String
  var gold: String
  var system: String
  var strict: [Int]
  var boundary: [Int]
  var label: [Int]
  var partial: [Int]
  /// Correct, partial, missing, spurious.
  var gate: [Int]

  var testDescription: String { name }
}

private let entityCases: [EntityCase] = [
  EntityCase(
    name: "equal", gold: "[P Ana Ruiz] of [C Peru]", system: "[P Ana Ruiz] of [C Peru]", strict: [2, 0, 0, 0, 0],
    boundary: [2, 0, 0, 0, 0], label: [2, 0, 0, 0, 0], partial: [2, 0, 0, 0, 0], gate: [2, 0, 0, 0]),
  EntityCase(
    name: "too long", gold: "Dr [P Ana Ruiz] spoke", system: "[P Dr Ana Ruiz] spoke", strict: [0, 1, 0, 0, 0],
    boundary: [0, 1, 0, 0, 0], label: [1, 0, 0, 0, 0], partial: [0, 0, 1, 0, 0], gate: [0, 1, 0, 0]),
  EntityCase(
    name: "other label", gold: "in [L Lima] today", system: "in [P Lima] today", strict: [0, 1, 0, 0, 0],
    boundary: [1, 0, 0, 0, 0], label: [0, 1, 0, 0, 0], partial: [1, 0, 0, 0, 0], gate: [0, 0, 1, 1]),
  EntityCase(
    name: "other label and span", gold: "Dr [P Ana Ruiz] spoke", system: "[O Dr Ana] Ruiz spoke",
    strict: [0, 1, 0, 0, 0], boundary: [0, 1, 0, 0, 0], label: [0, 1, 0, 0, 0], partial: [0, 0, 1, 0, 0],
    gate: [0, 0, 1, 1]),
  EntityCase(
    name: "touching spans don't overlap", gold: "a[T bc]d", system: "[T a]bcd", strict: [0, 0, 0, 1, 1],
    boundary: [0, 0, 0, 1, 1], label: [0, 0, 0, 1, 1], partial: [0, 0, 0, 1, 1], gate: [0, 0, 1, 1]),
  EntityCase(
    name: "nested, outer found", gold: "[T [C Peru] [O Bank] chief]", system: "[T Peru Bank chief]",
    strict: [1, 0, 0, 2, 0], boundary: [1, 0, 0, 2, 0], label: [1, 0, 0, 2, 0], partial: [1, 0, 0, 2, 0],
    gate: [1, 0, 2, 0]),
  EntityCase(
    name: "one span, two labels", gold: "[P [O Lima]]", system: "[O Lima]", strict: [1, 0, 0, 1, 0],
    boundary: [1, 0, 0, 1, 0], label: [1, 0, 0, 1, 0], partial: [1, 0, 0, 1, 0], gate: [1, 0, 1, 0]),
  EntityCase(
    name: "split", gold: "[P Ana Ruiz]", system: "[P Ana] [P Ruiz]", strict: [0, 1, 0, 0, 1],
    boundary: [0, 1, 0, 0, 1], label: [1, 0, 0, 0, 1], partial: [0, 0, 1, 0, 1], gate: [0, 1, 0, 1]),
  EntityCase(
    name: "merged", gold: "[P Ana] [P Ruiz]", system: "[P Ana Ruiz]", strict: [0, 1, 0, 1, 0],
    boundary: [0, 1, 0, 1, 0], label: [1, 0, 0, 1, 0], partial: [0, 0, 1, 1, 0], gate: [0, 1, 1, 0]),
  EntityCase(
    name: "chain of overlaps pairs all it can", gold: "[P abcdefghij][P klmn]", system: "[P abcde][Q fghijklmn]",
    strict: [0, 2, 0, 0, 0], boundary: [0, 2, 0, 0, 0], label: [1, 1, 0, 0, 0], partial: [0, 0, 2, 0, 0],
    gate: [0, 1, 1, 1]),
]

@Suite("Entity scores")
struct EntityScoresTests {
  @Test("tallies under every scheme", arguments: entityCases)
  func tallies(_ item: EntityCase) throws {
    let gold = marked(item.gold)
    let system = marked(item.system)
    #expect(gold.text == system.text)
    let total = try evaluate(gold: [gold], system: [system], options: plain()).entities.total
    #expect(line(total.strict) == item.strict)
    #expect(line(total.boundary) == item.boundary)
    #expect(line(total.label) == item.label)
    #expect(line(total.partial) == item.partial)
    #expect([total.gate.correct, total.gate.partial, total.gate.missing, total.gate.spurious] == item.gate)
  }

  @Test("discontinuous and crossing spans")
  func discontinuous() throws {
    var gold = document([(0, 5, "P"), (3, 9, "P")])
    var pieces = Entity(id: "T9", label: "L", span: ByteSpan(0, 0))
    pieces.fragments = [ByteSpan(20, 25), ByteSpan(30, 35)]
    gold.entities.append(pieces)
    var system = document([(3, 9, "P"), (0, 5, "P"), (25, 30, "L")])
    let gapOnly = try evaluate(gold: [gold], system: [system], options: plain()).entities.total
    #expect(line(gapOnly.strict) == [2, 0, 0, 1, 1])
    pieces.fragments.reverse()
    system.entities[2] = pieces
    let total = try evaluate(gold: [gold], system: [system], options: plain()).entities.total
    #expect(line(total.strict) == [3, 0, 0, 0, 0])
  }

  @Test("duplicates are dropped and counted on both sides")
  func duplicates() throws {
    let gold = document([(0, 5, "P"), (0, 5, "P"), (6, 9, "L")])
    let system = document([(0, 5, "P"), (6, 9, "L"), (6, 9, "L"), (6, 9, "L")])
    let entities = try evaluate(gold: [gold], system: [system], options: plain()).entities
    #expect(entities.goldDuplicates == 1)
    #expect(entities.systemDuplicates == 2)
    #expect(entities.total.exact == HitCount(correct: 2, possible: 2, actual: 2))
  }

  @Test("0/0 is undefined, never 0 or 1")
  func undefined() throws {
    let empty = document([])
    let full = document([(0, 5, "P")])
    let none = try evaluate(gold: [empty], system: [empty], options: plain())
    #expect(none.entities.total.exact.score == Score(precision: nil, recall: nil, f1: nil))
    #expect(none.entities.macro.score.f1 == nil)
    #expect(none.render(as: .table).contains("n/a"))
    #expect(none.render(as: .json).contains("\"entities.exact.f1\":null"))
    let nothingFound = try evaluate(gold: [full], system: [empty], options: plain()).entities.total.exact.score
    #expect(nothingFound == Score(precision: nil, recall: 0, f1: 0))
    let nothingToFind = try evaluate(gold: [empty], system: [full], options: plain()).entities.total.exact.score
    #expect(nothingToFind == Score(precision: 0, recall: nil, f1: 0))
  }

  @Test("the macro average states its labels and what it left out")
  func macro() throws {
    let gold = document([(0, 5, "P"), (6, 9, "L"), (10, 12, "D")])
    let system = document([(0, 5, "P"), (6, 9, "L"), (20, 25, "O")])
    let own = try evaluate(gold: [gold], system: [system], options: plain()).entities.macro
    #expect(own.labels == ["D", "L", "P"])
    #expect(own.undefinedPrecision == 1)
    #expect(own.score == Score(precision: 1, recall: 2.0 / 3, f1: 2.0 / 3))
    let both = try evaluate(gold: [gold], system: [system], options: plain { $0.macroIncludesSystemLabels = true })
      .entities.macro
    #expect(both.labels == ["D", "L", "O", "P"])
    #expect(both.undefinedRecall == 1)
    #expect(both.score.f1 == 0.5)
  }

  @Test("the confusion matrix sums to both sides")
  func confusion() throws {
    let gold = document([(0, 5, "P"), (6, 9, "L"), (10, 12, "P")])
    let system = document([(0, 5, "P"), (6, 9, "P"), (20, 25, "L")])
    let matrix = try evaluate(gold: [gold], system: [system], options: plain()).entities.confusion
    #expect(matrix.labels == ["L", "P"])
    #expect(matrix.counts == [[0, 1, 0], [0, 1, 1], [1, 0, 0]])
    #expect(matrix.name(2) == "NONE")
  }

  @Test(
    "boundary errors by kind",
    arguments: [
      ("Dr [P Ana] x", "[P Dr Ana] x", BoundaryErrors.Kind.tooLong),
      ("[P Dr Ana] x", "Dr [P Ana] x", .tooShort),
      ("[P Dr Ana] x", "Dr [P Ana x]", .shifted),
      ("[P Ana Ruiz]", "[P Ana] [P Ruiz]", .split),
      ("[P Ana] [P Ruiz]", "[P Ana Ruiz]", .merged),
    ])
  func boundaryErrors(_ gold: String, _ system: String, _ kind: BoundaryErrors.Kind) throws {
    let errors = try evaluate(gold: [marked(gold)], system: [marked(system)], options: plain()).entities.boundaryErrors
    for other in BoundaryErrors.Kind.allCases { #expect(errors.total(other) == (other == kind ? 1 : 0)) }
  }

  @Test("labels are chosen, renamed, dropped and ignored")
  func labels() throws {
    let gold = document([(0, 5, "PER"), (6, 9, "LOC"), (10, 12, "MISC"), (20, 40, "Unsure")])
    let system = document([(0, 5, "Person"), (6, 9, "Place"), (22, 25, "Person"), (50, 55, "Date")])
    let map = try LabelMap(
      parsing: "# for this gold\nPER\tPerson\tgold\nLOC\tPlace\nMISC\t-\nDate\t-\tsystem\n", file: "map.tsv")
    let options = plain {
      $0.labelMap = map
      $0.ignoreLabels = ["Unsure"]
    }
    let total = try evaluate(gold: [gold], system: [system], options: options).entities.total
    #expect(total.exact == HitCount(correct: 2, possible: 2, actual: 2))
    let one = try evaluate(
      gold: [gold], system: [system],
      options: plain {
        $0.labelMap = map
        $0.labels = ["Place"]
      }
    ).entities.total
    #expect(one.exact == HitCount(correct: 1, possible: 1, actual: 1))
    let spared = try evaluate(
      gold: [document([])], system: [system], options: plain { $0.ignoreSpans = ["d": [ByteSpan(0, 60)]] })
    #expect(spared.entities.total.exact.actual == 0)
  }
}

@Suite("Messages")
struct MessageTests {
  @Test("documents that can't be paired")
  func pairing() {
    let gold = [document([], id: "a"), document([], id: "b"), document([], id: "b"), document([], id: "c", length: 9)]
    let system = [document([], id: "a"), document([], id: "c", length: 8), document([], id: "d")]
    #expect(
      throws: EvaluationError(problems: [
        "error: document 'b' comes twice in the gold; names must be unique",
        "error: document 'b' is in the gold only; add it to the system, empty if need be",
        """
        error: document 'c' has another text in the gold than in the system, from byte 8 on \
        (checksums \(TextChecksum.hex(gold[3].text)) and \(TextChecksum.hex(system[1].text))); \
        score the text that was annotated
        """,
        "error: document 'd' is in the system only; add its gold or take it out",
      ])
    ) { try evaluate(gold: gold, system: system) }
  }

  @Test("label maps")
  func labelMaps() {
    #expect(
      throws: EvaluationError(problems: [
        "map.tsv:1:1: error: a label map has two columns, the label and its new name; "
          + "separate them by a tab, '-' leaves a label out",
        "map.tsv:3:1: error: the third column is 'both'; write gold, system or nothing",
        "map.tsv:4:1: error: 'A' is mapped to 'B' already; keep one of the lines",
      ])
    ) { try LabelMap(parsing: "A B\nA\tB\nA\tB\tboth\nA\tC\n", file: "map.tsv") }
  }

  @Test("gates")
  func gates() throws {
    #expect(try Gate(parsing: "0.9") == Gate(figure: "entities.strict.f1", limit: 0.9))
    #expect(try Gate(parsing: "95") == Gate(figure: "entities.strict.f1", limit: 0.95))
    #expect(try Gate(parsing: "entities.P.recall >= 80%") == Gate(figure: "entities.P.recall", limit: 0.8))
    #expect(throws: EvaluationError.self) { try Gate(parsing: "entities.P.recall>=much") }
    let gold = document([(0, 5, "P"), (6, 9, "L")])
    let system = document([(0, 5, "P")])
    let options = try plain {
      $0.gates = try [
        Gate(parsing: "entities.P.f1>=1"), Gate(parsing: "0.9"), Gate(parsing: "entities.P.recal>=0.5"),
        Gate(parsing: "relations.full.f1>=0.5"),
      ]
    }
    let evaluation = try evaluate(gold: [gold], system: [system], options: options)
    #expect(evaluation.gates.map(\.passed) == [true, false, false, false])
    #expect(
      evaluation.gates[2].note == "there is no figure 'entities.P.recal'; did you mean 'entities.P.recall'?")
    #expect(!evaluation.passed)
  }
}
