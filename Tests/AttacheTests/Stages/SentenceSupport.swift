import Testing

@testable import Attache

/// The stages, made once, with the lexicons that the sentence stage reads.
private let stages: (tokens: TokenStage, sentences: SentenceStage) = {
  let names: Set = ["abbreviations.tsv", "common-words.tsv", "dates.tsv", "verbs.tsv", "words.tsv"]
  var reader = LexiconReader()
  for file in Resources.embedded.files where names.contains(file.name) {
    reader.read(name: file.name, bytes: file.bytes, isUser: false)
  }
  return (TokenStage(vocabulary: reader.lexicon.vocabulary), SentenceStage(lexicon: reader.lexicon))
}()

/// Tokens and sentences of a text.
func split(_ text: [UInt8]) -> Analysis {
  var analysis = Analysis()
  analysis.begin(text: text)
  stages.tokens.run(&analysis)
  stages.sentences.run(&analysis)
  return analysis
}

/// Tokens and sentences of a text.
func split(_ text: String) -> Analysis { split(Array(text.utf8)) }

/// Compares the sentences of a text with its marks.
func expectSentences(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let lines = marked.replacing("⏎", with: "\n")
  let wanted = lines.split(separator: "‖").map(trimmed).filter { !$0.isEmpty }
  let analysis = split(lines.replacing("‖", with: ""))
  let found = analysis.sentences.map { range in
    let (start, end) = (Int(analysis.tokens[range.first].start), Int(analysis.tokens[range.end - 1].end))
    return String(decoding: analysis.text[start..<end], as: UTF8.self)
  }
  #expect(found == wanted, sourceLocation: sourceLocation)
}

private func trimmed(_ text: Substring) -> String {
  var rest = text
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
