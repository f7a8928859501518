import Attache

/// Which mentions each side puts together, in one document.
///
/// A mention is a span; where two referents of one side share it ("the two sides"), it counts once for each of them.
struct MentionClusters {
  struct Mention: Hashable, Comparable {
    var span: ByteSpan
    /// 0 for the first referent that has the span, 1 for the second, …
    var occurrence: Int
    var cluster: Int

    static func < (a: Mention, b: Mention) -> Bool {
      a.span != b.span ? a.span < b.span : a.occurrence < b.occurrence
    }
  }

  private(set) var mentions: [Mention] = []
  /// Number of mentions of each cluster.
  private(set) var sizes: [Int] = []
  /// Mentions whose span is that of another referent's mention too.
  private(set) var repeated = 0

  init(_ document: Document, singletons: EvaluationOptions.Singletons) {
    self.init(clusters: MentionClusters.clusters(document), singletons: singletons)
  }

  /// Takes clusters of spans; the order of clusters and of spans inside doesn't matter.
  init(clusters: [[ByteSpan]], singletons: EvaluationOptions.Singletons) {
    var unique = clusters.map(MentionClusters.unique).filter { $0.count > (singletons == .drop ? 1 : 0) }
    unique.sort { $0.lexicographicallyPrecedes($1) }
    sizes = unique.map(\.count)
    for (cluster, spans) in unique.enumerated() {
      for span in spans { mentions.append(Mention(span: span, occurrence: 0, cluster: cluster)) }
    }
    mentions.sort { $0.span != $1.span ? $0.span < $1.span : $0.cluster < $1.cluster }
    for index in mentions.indices.dropFirst() where mentions[index].span == mentions[index - 1].span {
      mentions[index].occurrence = mentions[index - 1].occurrence + 1
      repeated += 1
    }
  }

  /// The referents' mentions, entities that name a referent, and each other entity by itself.
  private static func clusters(_ document: Document) -> [[ByteSpan]] {
    var clusters = document.referents.map { $0.mentions.map(\.span) }
    var index: [String: Int] = [:]
    for (position, referent) in document.referents.enumerated() { index[referent.id] = position }
    for entity in document.entities {
      guard let id = entity.referent else { continue }
      if let position = index[id] {
        clusters[position].append(entity.span)
      } else {
        index[id] = clusters.count
        clusters.append([entity.span])
      }
    }
    var known = Set(clusters.joined())
    for entity in document.entities where entity.referent == nil && known.insert(entity.span).inserted {
      clusters.append([entity.span])
    }
    return clusters
  }

  private static func unique(_ spans: [ByteSpan]) -> [ByteSpan] {
    var result: [ByteSpan] = []
    for span in spans.sorted() where result.last != span { result.append(span) }
    return result
  }
}
