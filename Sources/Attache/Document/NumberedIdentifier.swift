/// Identifiers such as `T12`: the first ones are made once, since every document needs them.
enum NumberedIdentifier {
  private static let entities = table("T")
  private static let referents = table("E")
  private static let relations = table("R")

  /// `T` and a number from 1.
  static func entity(_ number: Int) -> String { text("T", number, entities) }
  /// `E` and a number from 1.
  static func referent(_ number: Int) -> String { text("E", number, referents) }
  /// `R` and a number from 1.
  static func relation(_ number: Int) -> String { text("R", number, relations) }

  private static func table(_ letter: String) -> [String] { (0..<512).map { letter + String($0) } }

  private static func text(_ letter: String, _ number: Int, _ table: [String]) -> String {
    table.indices.contains(number) ? table[number] : letter + String(number)
  }
}
