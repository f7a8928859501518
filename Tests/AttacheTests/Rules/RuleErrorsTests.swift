import Testing

@testable import Attache

/// Mistakes in rules as the person who wrote them sees them.
@Suite struct RuleErrorsTests {
  private static let verbs = "#type Verb\nlemma\tclass\nfree\nmeet\nname\n"
  private static let nouns = "#type Noun\nnoun\tplural\tclass\nmeeting\tmeetings\tevent meeting\n"

  private static func messages(_ rules: String) -> [String] {
    let files = [("v.tsv", verbs), ("n.tsv", nouns), ("x.rules", rules)].map {
      Resources.File(name: $0.0, bytes: Array($0.1.utf8))
    }
    do {
      _ = try Pipeline(resources: Resources(files: files))
      return []
    } catch let error as LoadError {
      return error.diagnostics.filter { $0.severity == .error }.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    ("rule x\n  entity: Person\n  match: {given}\n  yes: [Ana] came.\n", []),
    ("rule x\n  match: {given}\n", ["1:1: error: rule 'x' has neither 'entity:' nor 'relation:'; say what it finds"]),
    ("rule x\n  entity: Person\n", ["1:1: error: rule 'x' has no 'match:' line; add one"]),
    ("rule x\n  entity: Persn\n  match: {given}\n", ["2:11: error: unknown label 'Persn'; did you mean 'Person'?"]),
    (
      "rule x\n  entity: Ship\n  match: {given}\n",
      ["2:11: error: unknown label 'Ship'; the labels are: \(NameLabel.allCases.map(\.text).joined(separator: ", "))"]
    ),
    (
      "rule x\n  entity: Person\n  match: {given}\n  mach: {day}\n",
      ["4:3: error: unknown key 'mach'; did you mean 'match'?"]
    ),
    (
      "rule x\n  entity: Person\n  weight: heavy\n  match: {given}\n",
      ["3:11: error: a weight is a whole number from 1 to 30"]
    ),
    (
      "rule x\n  entity: Person\n  weight: 31\n  match: {given}\n",
      ["3:11: error: a weight is a whole number from 1 to 30"]
    ),
    (
      "rule x\n  entity: Person\n  match: {given} {captal}\n  after: ({day}\n",
      [
        "4:16: error: missing ')'; close the group",
        "3:25: error: unknown class 'captal'; did you mean 'capital'?",
      ]
    ),
    (
      "define A = {day}\ndefine A = {given}\nrule x\n  entity: Date\n  match: $A\n",
      ["2:12: error: '$A' is defined at x.rules:1 already; give one of the two another name"]
    ),
    (
      "rule x\n  entity: Date\n  match: $AB\n",
      ["3:13: error: unknown definition '$AB'; write 'define AB = …' before it"]
    ),
  ]) func ofEntityRules(rules: String, messages: [String]) {
    #expect(Self.messages(rules) == messages.map { "x.rules:" + $0 })
  }

  private static let head =
    "rule x\n  relation: free\n  roles: giver actor, guest person\n  say: <giver> frees <guest>\n"

  @Test(arguments: [
    ("", []),
    ("  say: <giver> frees <gest>\n", ["5:22: error: unknown role 'gest'; did you mean 'guest'?"]),
    ("  say: <owner> frees\n", ["5:8: error: unknown role 'owner'; name it in the rule's 'roles:' line"]),
    ("  say: <giver> fres <guest>\n", ["5:16: error: unknown verb 'fres'; did you mean 'free'?"]),
    ("  say: <giver> frobnicates\n", ["5:16: error: unknown verb 'frobnicates'; add it to verbs.tsv"]),
    (
      "  say: <giver>\n",
      ["5:8: error: no verb; write it in the third person, such as: <visitor> visits <destination>"]
    ),
    ("  say: <giver frees\n", ["5:8: error: missing '>'; close the role"]),
    ("  noun: <giver>'s meting with <guest>\n", ["5:19: error: unknown noun 'meting'; did you mean 'meeting'?"]),
    ("  noun: <giver>\n", ["5:9: error: no noun; write it such as: <visitor>'s visit to <destination>"]),
    (
      "  with: <guest>\n",
      ["5:9: error: expected words and then a role, such as: in the presence of <attendee>"]
    ),
    ("  off: pasive\n", ["5:8: error: unknown shape 'pasive'; did you mean 'passive'?"]),
    ("  sya: <giver> frees\n", ["5:3: error: unknown key 'sya'; did you mean 'say'?"]),
    (
      "  roles: ally persn\n",
      ["5:10: error: unknown type 'persn'; did you mean 'person'?"]
    ),
  ]) func ofRelationRules(lines: String, messages: [String]) {
    #expect(Self.messages(Self.head + lines) == messages.map { "x.rules:" + $0 })
  }
}
