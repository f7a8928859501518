import Attache
import Testing

@testable import Scoring

@Suite("Properties over random corpora")
struct PropertyTests {
  /// Documents with nested, crossing, discontinuous and repeated entities, referents, relations and sentences.
  static func corpus(_ dice: inout Dice, documents: Int) -> [Document] {
    (0..<documents).map { random(&dice, id: "d\($0)") }
  }

  static func random(_ dice: inout Dice, id: String) -> Document {
    var result = document(dice.spans(upTo: 7, length: 30, labels: ["P", "L", "O"]), id: id, length: 30)
    for index in result.entities.indices {
      if dice.roll(3) > 0 { result.entities[index].referent = "E\(dice.roll(3))" }
      if dice.roll(8) == 0 { result.entities[index].fragments.append(ByteSpan(24, 24 + 1 + dice.roll(5))) }
      result.entities[index].source = Source(file: "names.tsv", line: 1 + dice.roll(5))
    }
    for key in 0..<3 {
      var referent = Referent(id: "E\(key)", label: "P", name: ["Ana Ruiz", "Ruiz", "Lim"][dice.roll(3)])
      if dice.roll(2) == 0 { referent.mentions.append(Referent.Mention(span: ByteSpan(key, key + 2), kind: "pronoun")) }
      result.referents.append(referent)
    }
    for index in 0..<dice.roll(4) where !result.entities.isEmpty {
      var relation = Relation(id: "R\(index)", label: ["meet", "sign"][dice.roll(2)], trigger: ByteSpan(8, 10))
      for _ in 0..<dice.roll(4) {
        let entity = result.entities[dice.roll(result.entities.count)]
        relation.arguments.append(
          Relation.Argument(role: ["a", "b", "content"][dice.roll(3)], span: entity.span, referent: entity.referent))
      }
      if dice.roll(3) == 0 { relation.attributes.polarity = .negated }
      if dice.roll(3) == 0 { relation.attributes.count = dice.roll(3) }
      if dice.roll(3) == 0 { relation.attributes.place = ByteSpan(dice.roll(9), 12) }
      result.relations.append(relation)
    }
    result.sentences = [ByteSpan(0, 5 + dice.roll(3)), ByteSpan(10, 30)]
    return result
  }

  /// All figures by name.
  private func figures(_ evaluation: Evaluation) -> [String: Double] {
    var result: [String: Double] = [:]
    for figure in evaluation.figures { result[figure.name] = figure.value ?? -1 }
    return result
  }

  private func expectEqual(_ a: [String: Double], _ b: [String: Double], _ what: String) {
    #expect(Set(a.keys) == Set(b.keys), "\(what)")
    for (name, value) in a { #expect(abs(value - (b[name] ?? .nan)) < 1e-9, "\(what): \(name)") }
  }

  @Test("shuffling annotations or documents changes nothing")
  func shuffle() throws {
    var dice = Dice(3)
    for round in 0..<60 {
      let gold = PropertyTests.corpus(&dice, documents: 4)
      let system = PropertyTests.corpus(&dice, documents: 4)
      func shuffled(_ documents: [Document], _ dice: inout Dice) -> [Document] {
        dice.shuffle(
          documents.map { document in
            var copy = document
            copy.entities = dice.shuffle(copy.entities)
            copy.referents = dice.shuffle(copy.referents)
            copy.relations = dice.shuffle(copy.relations)
            copy.sentences = dice.shuffle(copy.sentences)
            for index in copy.relations.indices {
              copy.relations[index].arguments = dice.shuffle(copy.relations[index].arguments)
            }
            return copy
          })
      }
      let one = try evaluate(gold: gold, system: system, options: plain())
      let other = try evaluate(gold: shuffled(gold, &dice), system: shuffled(system, &dice), options: plain())
      expectEqual(figures(one), figures(other), "round \(round)")
      #expect(one.entities.rows == other.entities.rows)
      #expect(one.sources == other.sources)
    }
  }

  @Test("duplicating documents changes no figure and doubles every count")
  func duplicate() throws {
    var dice = Dice(4)
    for round in 0..<60 {
      let gold = PropertyTests.corpus(&dice, documents: 3)
      let system = PropertyTests.corpus(&dice, documents: 3)
      func doubled(_ documents: [Document]) -> [Document] {
        documents
          + documents.map { document in
            var copy = document
            copy.id += "-again"
            return copy
          }
      }
      let one = try evaluate(gold: gold, system: system, options: plain())
      let two = try evaluate(gold: doubled(gold), system: doubled(system), options: plain())
      expectEqual(figures(one), figures(two), "round \(round)")
      #expect(two.entities.total.partial.possible == 2 * one.entities.total.partial.possible)
      #expect(two.relations.total.label.correct == 2 * one.relations.total.label.correct)
    }
  }

  @Test("swapping gold and system swaps precision and recall")
  func swap() throws {
    var dice = Dice(5)
    for round in 0..<60 {
      let gold = PropertyTests.corpus(&dice, documents: 3)
      let system = PropertyTests.corpus(&dice, documents: 3)
      let options = plain { $0.macroIncludesSystemLabels = true }
      let one = figures(try evaluate(gold: gold, system: system, options: options))
      let other = figures(try evaluate(gold: system, system: gold, options: options))
      for (name, value) in one
      where name.hasPrefix("entities.") || name.hasPrefix("sentences.") || name.hasPrefix("coref") {
        var mirrored = name
        if name.hasSuffix(".precision") { mirrored = name.dropLast(9) + "recall" }
        if name.hasSuffix(".recall") { mirrored = name.dropLast(6) + "precision" }
        #expect(abs(value - (other[mirrored] ?? .nan)) < 1e-9, "round \(round): \(name)")
      }
    }
  }

  @Test("identities hold, rows sum to the whole, a run against itself is perfect")
  func identities() throws {
    var dice = Dice(6)
    for _ in 0..<100 {
      let gold = PropertyTests.corpus(&dice, documents: 3)
      let system = PropertyTests.corpus(&dice, documents: 3)
      let evaluation = try evaluate(gold: gold, system: system, options: plain())
      #expect(evaluation.brokenIdentities.isEmpty)
      let total = evaluation.entities.total
      for tally in [total.strict, total.boundary, total.label, total.partial] {
        #expect(tally.possible == total.exact.possible)
        #expect(tally.actual == total.exact.actual)
      }
      var sum = SchemeCounts()
      for row in evaluation.entities.rows { sum += row.counts }
      #expect(sum == total)
      #expect(
        evaluation.entities.confusion.counts.joined().reduce(0, +) == total.strict.possible + total.strict.spurious)
      let itself = try evaluate(gold: gold, system: gold, options: plain())
      for figure in itself.figures where figure.value != nil { #expect(figure.value ?? 0 > 1 - 1e-9, "\(figure.name)") }
      #expect(itself.mistakes.isEmpty)
    }
  }

  @Test("broken documents don't break the scorer")
  func broken() throws {
    var gold = document([(-5, 3, "P"), (90, 4_000, "P"), (7, 7, "L"), (Int.max - 1, Int.max, "O")], length: 100)
    gold.entities.append(Entity(id: "T9", label: "", span: ByteSpan(Int.min, Int.max), referent: "nobody"))
    gold.entities[0].fragments = []
    gold.sentences = [ByteSpan(-4, 2), ByteSpan(50, 900), ByteSpan(3, 3)]
    gold.relations = [
      Relation(id: "", label: "", arguments: [Relation.Argument(role: "", span: ByteSpan(-9, 900), referent: "no")])
    ]
    gold.text = [0xff, 0xe2, 0x80] + [UInt8](repeating: 0, count: 97)
    var system = gold
    system.entities.removeLast()
    system.relations = []
    for format in ReportFormat.allCases {
      #expect(!(try evaluate(gold: [gold], system: [system]).render(as: format)).isEmpty)
      #expect(!(try evaluate(gold: [], system: []).render(as: format)).isEmpty)
    }
  }
}
