/// The regular forms of English verbs.
enum Inflection {
  /// Third person, past, participle and gerund of a lemma; of a phrase (`hold up`) the first word is inflected.
  static func regularForms(of lemma: String) -> [(SurfaceRole, String)] {
    let parts = lemma.split(separator: " ", maxSplits: 1)
    guard let verb = parts.first.map(String.init) else { return [] }
    let rest = parts.count > 1 ? " " + parts[1] : ""
    let past = past(of: verb)
    return [
      (.third, third(of: verb) + rest), (.past, past + rest), (.participle, past + rest),
      (.gerund, gerund(of: verb) + rest),
    ]
  }

  private static func third(of verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
    return ["s", "x", "z", "ch", "sh", "o"].contains(where: verb.hasSuffix) ? verb + "es" : verb + "s"
  }

  private static func past(of verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
    return doubled(verb) + "ed"
  }

  private static func gerund(of verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("oe") { return verb.dropLast() + "ing" }
    return doubled(verb) + "ing"
  }

  private static func endsInConsonantY(_ verb: String) -> Bool {
    let bytes = Array(verb.utf8)
    return bytes.count > 1 && bytes[bytes.count - 1] == UInt8(ascii: "y") && !isVowel(bytes[bytes.count - 2])
  }

  /// The last consonant doubled after a single short vowel of a one-syllable verb (`plan`, `ban`).
  private static func doubled(_ verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard bytes.count >= 3, let last = bytes.last, !isVowel(last), !"wxy".utf8.contains(last),
      isVowel(bytes[bytes.count - 2]), bytes.dropLast(2).allSatisfy({ !isVowel($0) })
    else { return verb }
    return verb + String(decoding: [last], as: UTF8.self)
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }
}
