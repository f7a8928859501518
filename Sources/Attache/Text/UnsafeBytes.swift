// The only file of the package that reads memory through pointers or as another type.
// The C target's tables are static and constant, so every pointer is valid for the life of the process.
import EmbeddedLexicons

/// The files that the C target embeds.
func embeddedFiles() -> [Resources.File] {
  guard let table = attache_embedded_files() else { return [] }
  return (0..<Int(attache_embedded_file_count())).map { index in
    let file = table[index]
    return Resources.File(
      name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)),
      isUser: false)
  }
}

/// The eight bytes from `index` on as one integer, the first byte lowest; zeros stand for bytes from `end` on.
///
/// `index` is at most `end` and that at most the number of bytes; the load itself is checked, as all of `RawSpan` is.
@inline(__always)
func loadLanes(_ bytes: Span<UInt8>, at index: Int, end: Int) -> UInt64 {
  if bytes.count - index >= 8 {
    let lanes = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    return end - index >= 8 ? lanes : lanes & ByteLanes.first(end - index)
  }
  var lanes: UInt64 = 0
  var at = end
  while at > index {
    at -= 1
    lanes = lanes << 8 | UInt64(bytes[at])
  }
  return lanes
}
