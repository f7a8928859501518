import Attache

/// The names of a document's referents as words, to tell whether two sides mean the same thing.
struct ReferentNames {
  /// Lower-cased words of a name without articles, "of" and the possessive 's.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if word.count > 2 && word[word.count - 2] == apostrophe && word[word.count - 1] | 0x20 == 0x73 {
        word.removeLast(2)
      }
      while word.last == apostrophe { word.removeLast() }
      if !word.isEmpty {
        let text = String(decoding: word, as: UTF8.self).lowercased()
        if !["the", "a", "an", "of"].contains(text) { words.append(text) }
      }
      word.removeAll(keepingCapacity: true)
    }
    let bytes = Array(name.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xe2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 {
        // General punctuation: the right single quote is an apostrophe, all else ends a word.
        if bytes[index + 2] == 0x99 && !word.isEmpty { word.append(apostrophe) } else { close() }
        index += 3
        continue
      }
      if byte >= 0x80 || isWordByte(byte) || byte == apostrophe && !word.isEmpty {
        word.append(byte)
      } else {
        close()
      }
      index += 1
    }
    close()
    return words
  }

  private static let apostrophe: UInt8 = 0x27

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
  }

  /// Whether one name is the other, or a run of whole words inside it.
  static func agree(_ a: [String], _ b: [String]) -> Bool {
    guard !a.isEmpty && !b.isEmpty else { return false }
    return contains(a, b) || contains(b, a) || a.count == b.count && a.sorted() == b.sorted()
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    guard part.count <= words.count else { return false }
    for start in 0...(words.count - part.count) where words[start..<start + part.count] == part[...] { return true }
    return false
  }
}

/// Decides which referents of the gold and of the system are the same, each pair once.
struct ReferentMatcher {
  private let gold: [Side]
  private let system: [Side]
  private var known: [Int: Bool] = [:]

  private struct Side {
    var words: [String]
    var code: String?
    var named: Set<ByteSpan>
    var all: Set<ByteSpan>
  }

  init(gold: Document, system: Document) {
    self.gold = ReferentMatcher.sides(gold)
    self.system = ReferentMatcher.sides(system)
  }

  private static func sides(_ document: Document) -> [Side] {
    var sides = document.referents.map { referent in
      Side(
        words: ReferentNames.words(referent.name), code: referent.code,
        named: Set(referent.mentions.filter { $0.kind == "name" }.map(\.span)),
        all: Set(referent.mentions.map(\.span)))
    }
    var index: [String: Int] = [:]
    for (position, referent) in document.referents.enumerated() { index[referent.id] = position }
    for entity in document.entities {
      guard let id = entity.referent, let position = index[id] else { continue }
      // A title entity is a mention too, but it names an office, not the person who holds it.
      if entity.label != "Title" { sides[position].named.insert(entity.span) }
      sides[position].all.insert(entity.span)
    }
    return sides
  }

  /// Whether the names agree, the codes are equal or a mention by name is shared; where neither is named, any mention.
  mutating func same(_ left: Int, _ right: Int) -> Bool {
    guard left >= 0, left < gold.count, right >= 0, right < system.count else { return false }
    let key = left * system.count + right
    if let answer = known[key] { return answer }
    let a = gold[left]
    let b = system[right]
    var answer = ReferentNames.agree(a.words, b.words) || !a.named.isDisjoint(with: b.named)
    if let code = a.code, code == b.code { answer = true }
    if a.named.isEmpty || b.named.isEmpty, !a.all.isDisjoint(with: b.all) { answer = true }
    known[key] = answer
    return answer
  }

  /// Whether a referent's name agrees with a stretch of text.
  func goldNames(_ left: Int, _ text: String) -> Bool {
    left >= 0 && left < gold.count && ReferentNames.agree(gold[left].words, ReferentNames.words(text))
  }

  /// As above, for a referent of the system.
  func systemNames(_ right: Int, _ text: String) -> Bool {
    right >= 0 && right < system.count && ReferentNames.agree(system[right].words, ReferentNames.words(text))
  }
}
