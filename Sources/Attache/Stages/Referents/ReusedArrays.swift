/// Arrays that are kept from document to document.
extension Array {
  /// Makes at least so many elements and gives the first `count` of them one value; memory is kept.
  mutating func refill(_ value: Element, count: Int) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
    var span = mutableSpan
    for index in 0..<count { span[index] = value }
  }

  /// Removes all elements and keeps the memory; costs nothing where there are none.
  @inline(__always)
  mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}
