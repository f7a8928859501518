/// Numbers as reports write them, without Foundation.
enum Numbers {
  /// `digits` decimals, rounded half away from zero; `n/a` for nil.
  static func fixed(_ value: Double?, _ digits: Int) -> String {
    guard let value, value.isFinite else { return "n/a" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = value.magnitude * Double(scale) + 0.5
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(whole % scale)
    return sign + String(whole / scale) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// A share as a percentage with one decimal.
  static func percent(_ value: Double?) -> String { fixed(value.map { $0 * 100 }, 1) }
}
