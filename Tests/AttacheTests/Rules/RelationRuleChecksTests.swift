import Testing

@testable import Attache

@Suite struct RelationRuleChecksTests {
  private static let verbs = "#type Verb\n#case fold\nlemma\nsue\nvisit\n"
  private static let nouns = "#type Noun\n#case fold\nnoun\nvisit\n"
  private static let resources = [
    Resources.File(name: "v.tsv", bytes: Array(verbs.utf8)), Resources.File(name: "n.tsv", bytes: Array(nouns.utf8)),
  ]

  /// What loading a rule file reports, a line each.
  private static func report(_ rules: String) -> String {
    let file = Resources.File(name: "r.rules", bytes: Array(rules.utf8))
    do {
      return try Pipeline(resources: Resources(files: resources + [file])).warnings.map(\.description)
        .joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// The lines of a rule `a` of relation `sue`, and what is wrong with them.
  @Test(arguments: [
    ("roles: by actor\n  say: <by> sues <by>", ""),
    ("roles: by actor", "r.rules:1:1: error: rule 'a' has no 'say:' or 'noun:' line and can match nothing; add one"),
    (
      "roles: by actor\n  say: <by> suess <by>", "r.rules:4:13: error: unknown verb 'suess'; did you mean 'sues'?"
    ),
    (
      "roles: by actor\n  noun: <by>'s visti to <by>",
      "r.rules:4:16: error: unknown noun 'visti'; did you mean 'visit'?"
    ),
    (
      "roles: by actor\n  say: sues\n  say: <by> sues <by>",
      "r.rules:4:8: error: the statement has no role and can match nothing; add one, such as <actor>"
    ),
    (
      "roles: by actor\n  noun: visit\n  say: <by> sues <by>",
      "r.rules:4:9: error: the statement has no role and can match nothing; add one, such as <actor>"
    ),
    (
      "roles: by actor, of actor\n  say: <by> sues <by>",
      "r.rules:3:10: warning: no statement of rule 'a' uses the role 'of'; use it or take it out"
    ),
    (
      "roles: by actor\n  say: <by> sues <buy>", "r.rules:4:18: error: unknown role 'buy'; did you mean 'by'?"
    ),
    (
      "roles: by acter\n  say: <by> sues <by>", "r.rules:3:10: error: unknown type 'acter'; did you mean 'actor'?"
    ),
    (
      "roles: by actor\n  off: pasive\n  say: <by> sues <by>",
      "r.rules:4:8: error: unknown shape 'pasive'; did you mean 'passive'?"
    ),
    (
      "roles: by actor\n  off: nominal\n  noun: <by>'s visit to <by>",
      "r.rules:4:8: error: every shape of rule 'a' is off and it can match nothing; leave one on"
    ),
    (
      "cameo: 4x\n  roles: by actor\n  say: <by> sues <by>",
      "r.rules:3:10: error: '4x' is no CAMEO code; write two to four digits, such as 042"
    ),
    (
      "plover: ASAULT\n  roles: by actor\n  say: <by> sues <by>",
      "r.rules:3:11: error: unknown PLOVER type 'ASAULT'; did you mean 'ASSAULT'?"
    ),
    (
      "roles: by actor, what clause\n  say: <by> sues <what>",
      "r.rules:4:18: error: a clause is no object; put 'to' before '<what>' or give the role another type too"
    ),
  ]) func rulesThatSayThingsInVain(lines: String, wanted: String) {
    #expect(Self.report("rule a\n  relation: sue\n  \(lines)\n") == wanted)
  }

  /// The roles and statement of a second rule, and how it clashes with `<by> sues <whom>`, both people.
  @Test(arguments: [
    ("of person, at person", "say: <of> sues <at>", "error"), ("of person, at state", "say: <of> sues <at>", ""),
    ("of person", "say: <of> sues", ""), ("of actor, at actor", "say: <of> sues <at>", "first warning"),
    ("of person, at person", "say: <of> visits <at>", ""),
    ("of person, at person", "say: <of> sues <at> [in <at>]", ""),
  ]) func statementsOfTwoRelations(roles: String, statement: String, wanted: String) {
    let first = "rule a\n  relation: sue\n  roles: by person, whom person\n  say: <by> sues <whom>\n"
    let report = Self.report("\(first)rule b\n  relation: charge\n  roles: \(roles)\n  \(statement)\n")
    let messages = [
      "": "",
      "error":
        "r.rules:8:3: error: the statement of r.rules:4 again, which says 'sue'; give both rules one relation or take one out",
      "first warning":
        "r.rules:4:3: warning: all that this finds is 'charge' too by r.rules:8; narrow that one if only 'sue' is meant",
    ]
    #expect(report == messages[wanted])
  }
}
