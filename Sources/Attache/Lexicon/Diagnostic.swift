/// Something wrong in a lexicon, rule or gold file, with its place and advice for the person who mends it.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// Errors refuse the file; warnings are printed and the work goes on.
  public enum Severity: String, Sendable { case error, warning }

  /// The file as the user named it.
  public var file: String
  /// Line, counted from 1.
  public var line: Int
  /// Column in code points, counted from 1.
  public var column: Int
  /// Whether the file is refused.
  public var severity: Severity
  /// What is wrong, and after a semicolon what to do.
  public var message: String

  /// Makes a diagnostic.
  public init(file: String, line: Int, column: Int = 1, severity: Severity = .error, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `file:line:column: error: what is wrong; what to do`.
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

/// Thrown when lexicons or rules can't be loaded.
public struct LoadError: Error, Sendable, CustomStringConvertible {
  /// Every error found, not only the first; warnings too.
  public var diagnostics: [Diagnostic]

  /// Makes an error of diagnostics.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The diagnostics, a line each.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
