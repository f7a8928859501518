import Attache

/// Scores a system's documents against gold documents, paired by name and text.
///
/// Throws when a document is missing, doubled or has another text. An empty gold document is gold that holds nothing,
/// which is another thing than no gold at all. With a `baseline` (the documents of another run) the evaluation also
/// says what that run had right that `system` has not, and the reverse.
public func evaluate(
  gold: [Document], system: [Document], baseline: [Document]? = nil, options: EvaluationOptions = EvaluationOptions()
) throws(EvaluationError) -> Evaluation {
  let partners = try Pairing.pair(gold: gold, system: system)
  var evaluator = Evaluator(options: options)
  guard let baseline else {
    for (position, partner) in partners.enumerated() { evaluator.add(gold: gold[position], system: system[partner]) }
    return evaluator.finish()
  }
  let earlier = try Pairing.pair(gold: gold, system: baseline, systemName: "baseline")
  for (position, partner) in partners.enumerated() {
    evaluator.add(gold: gold[position], system: system[partner], baseline: baseline[earlier[position]])
  }
  return evaluator.finish()
}
