// The only file of the package that reads memory through pointers.
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
