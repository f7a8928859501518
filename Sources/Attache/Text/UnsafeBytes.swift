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

/// Bytes written one after the other into memory of its own that grows as needed.
///
/// Every call makes sure of the room it writes into, so no use of it can go wrong; what is beyond `count` is never read.
struct ByteWriter: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  /// The number of bytes written.
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    memory = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Appends a text that the program spells out; the compiler turns it into a few stores.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return }
    let length = text.utf8CodeUnitCount
    makeRoom(length)
    (memory + count).copyMemory(from: text.utf8Start, byteCount: length)
    count &+= length
  }

  /// Appends the first `length` bytes of a word that holds its first byte lowest; 8 at most.
  @inline(__always)
  mutating func put(word: UInt64, length: Int) {
    makeRoom(8)
    memory.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= min(max(length, 0), 8)
  }

  /// Appends one byte.
  @inline(__always)
  mutating func put(byte: UInt8) {
    makeRoom(1)
    memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends bytes that stand elsewhere.
  mutating func put(_ bytes: borrowing RawSpan) {
    bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      makeRoom(source.count)
      (memory + count).copyMemory(from: start, byteCount: source.count)
      count &+= source.count
    }
  }

  /// Hands everything over to the end of `out`.
  func append(to out: inout [UInt8]) {
    out.append(contentsOf: UnsafeRawBufferPointer(start: memory, count: count))
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }
}

extension RawSpan {
  /// The eight bytes from an offset on, the first one lowest; the offset must be in bounds with all of them.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The byte at an offset, which must be in bounds.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
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
