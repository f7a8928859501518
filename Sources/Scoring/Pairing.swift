import Attache

/// Pairs documents by name and refuses to compare different texts.
enum Pairing {
  /// Index of the system's document for each gold document.
  static func pair(
    gold: [Document], system: [Document], systemName: String = "system"
  ) throws(EvaluationError) -> [Int] {
    var problems: [String] = []
    let goldIndex = index(gold, side: "gold", &problems)
    let systemIndex = index(system, side: systemName, &problems)
    var partners: [Int] = []
    partners.reserveCapacity(gold.count)
    for position in 0..<gold.count {
      let name = gold[position].id
      guard goldIndex[name] == position else { continue }
      guard let partner = systemIndex[name] else {
        problems.append("error: document '\(name)' is in the gold only; add it to the \(systemName), empty if need be")
        continue
      }
      partners.append(partner)
      if gold[position].text != system[partner].text {
        problems.append(difference(name, gold[position].text, system[partner].text, systemName))
      }
    }
    for document in system where goldIndex[document.id] == nil {
      problems.append("error: document '\(document.id)' is in the \(systemName) only; add its gold or take it out")
    }
    guard problems.isEmpty else { throw EvaluationError(problems: problems) }
    return partners
  }

  private static func index(_ documents: [Document], side: String, _ problems: inout [String]) -> [String: Int] {
    var result: [String: Int] = [:]
    result.reserveCapacity(documents.count)
    for (position, document) in documents.enumerated() {
      if result[document.id] == nil {
        result[document.id] = position
      } else {
        problems.append("error: document '\(document.id)' comes twice in the \(side); names must be unique")
      }
    }
    return result
  }

  private static func difference(_ name: String, _ gold: [UInt8], _ system: [UInt8], _ side: String) -> String {
    var offset = 0
    while offset < min(gold.count, system.count) && gold[offset] == system[offset] { offset += 1 }
    return """
      error: document '\(name)' has another text in the gold than in the \(side), from byte \(offset) on \
      (checksums \(TextChecksum.hex(gold)) and \(TextChecksum.hex(system))); score the text that was annotated
      """
  }
}

/// FNV-1a over the bytes of a text, to name it in messages and reports.
enum TextChecksum {
  static func value(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = String(value(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
