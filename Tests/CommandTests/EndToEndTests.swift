import Attache
import Foundation
import Testing

/// Runs the built command in a process of its own.
struct CommandRun {
  let output: String
  let errors: String
  let code: Int32

  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }

  /// The command beside the test bundle.
  static let binary: URL = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let candidates = [URL(fileURLWithPath: bundle), URL(fileURLWithPath: CommandLine.arguments[0])]
    for start in candidates {
      var folder = start.deletingLastPathComponent()
      while folder.path != "/" {
        let file = folder.appendingPathComponent("attache")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
          return file
        }
        folder.deleteLastPathComponent()
      }
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../.build/debug/attache")
  }()

  init(_ arguments: [String], in scratch: ScratchFolder, input: [UInt8] = []) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    // Files in place of pipes: nothing can block.
    let files = try ["in", "out", "err"].map { try scratch.write(".\($0)-\(UUID().uuidString)", []) }
    try Data(input).write(to: URL(fileURLWithPath: files[0]))
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[1])), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[2])), as: UTF8.self)
  }
}

@Suite struct EndToEndTests {
  static let lexicon = "#type Country\ncode\tname\tadjective\nZU\tZubrowka\tZubrowkan\n"
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("zu.tsv", Self.lexicon)
  }

  /// Annotates with one small lexicon, so that a run takes no time.
  private func annotate(_ arguments: [String], input: [UInt8] = []) throws -> CommandRun {
    try CommandRun(["annotate", "--no-default-lexicons", "--lexicon", "zu.tsv"] + arguments, in: scratch, input: input)
  }

  /// Input of JSON Lines and what stands for each line: an id and the entities, or a code and a line.
  @Test(
    arguments: [
      ("", []),
      (#"{"id":"a","text":"In Zubrowka."}"#, ["a Zubrowka 3-11"]),
      (#"{"id":"a","text":"In Zubrowka."}"# + "\n", ["a Zubrowka 3-11"]),
      ("\u{FEFF}{\"id\":\"a\",\"text\":\"In Zubrowka.\"}\r\n{\"text\":\"\"}\r\n", ["a Zubrowka 3-11", "stdin:2"]),
      (#"{"id":7,"text":"é😀 Zubrowka\u0000"}"#, ["7 Zubrowka 3-11"]),
      ("{\"text\":\"x\"}\n\nnull\n{\"text\":\"y\"}", ["stdin:1", "syntax@2", "type@3", "stdin:4"]),
      ("{\"text\":\"a\u{0}\"}\n{\"text\":\"b\"}\n", ["syntax@1", "stdin:2"]),
      (#"{"id":"a","text":1}"#, ["type@1"]),
      (#"{"id":"a"}"#, ["missing-key@1"]),
      (#"{"id":"a","id":"b","text":""}"#, ["duplicate-key@1"]),
      (#"{"id":"a","text":""}"# + "\n" + #"{"id":"a","text":""}"#, ["a", "a"]),
      (#"{"text":"","x":"# + String(repeating: "[", count: 600), ["too-deep@1"]),
    ] as [(String, [String])]) func answersEveryLine(input: String, answers: [String]) throws
  {
    let run = try annotate(["--from", "jsonl"], input: Array(input.utf8))
    #expect(run.code == 0)
    #expect(try run.lines.map(shown) == answers)
  }

  private func shown(_ line: String) throws -> String {
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    if let error = object["error"] as? [String: Any] { return "\(error["code"] ?? "")@\(error["line"] ?? "")" }
    let entities = (object["entities"] as? [[String: Any]] ?? []).map { entity in
      " \(entity["text"] ?? "") \(entity["start"] ?? "")-\(entity["end"] ?? "")"
    }
    return "\(object["id"] ?? "")" + entities.joined()
  }

  @Test func brokenBytesOfATextAreReplacedOneForOne() throws {
    let run = try annotate(["--from", "text"], input: [0xE2, 0x82, 0x20] + Array("Zubrowka\r\n".utf8) + [0, 0xFF])
    #expect(run.code == 0)
    #expect(try run.lines.map(shown) == ["stdin Zubrowka 3-11"])
    #expect(run.output.contains(#""text":"\#u{FFFD}\#u{FFFD} Zubrowka\r\n\u0000\#u{FFFD}""#))
  }

  @Test func brokenBytesOfALineAreAnError() throws {
    let run = try annotate(["--from", "jsonl"], input: Array(#"{"text":""#.utf8) + [0xFF] + Array("\"}\n".utf8))
    #expect(
      run.output.hasPrefix(#"{"error":{"code":"encoding","message":"column 10: broken UTF-8; JSON is UTF-8 text""#))
    #expect(run.errors.hasPrefix("stdin:1:10: error: broken UTF-8; JSON is UTF-8 text\n"))
  }

  @Test func strictRunsFailForErrorRecords() throws {
    #expect(try annotate(["--strict", "--from", "jsonl"], input: Array("{\n".utf8)).code == 1)
    #expect(try annotate(["--strict", "--from", "jsonl"], input: Array("{\"text\":\"\"}\n".utf8)).code == 0)
  }

  @Test func anyNumberOfThreadsWritesTheSame() throws {
    var input = ""
    for number in 0..<3_000 {
      input +=
        number % 97 == 0 ? "broken\n" : "{\"id\":\(number),\"text\":\"The Zubrowkan \(number) left Zubrowka.\"}\n"
    }
    let one = try annotate(["--from", "jsonl", "--quiet", "--jobs", "1"], input: Array(input.utf8))
    #expect(one.lines.count == 3_000)
    for jobs in ["2", "5"] {
      #expect(try annotate(["--from", "jsonl", "-q", "-j", jobs], input: Array(input.utf8)).output == one.output)
    }
  }

  @Test func foldersAreWalkedInOrder() throws {
    try scratch.write("in/b.txt", "Zubrowka")
    try scratch.write("in/a/c.jsonl", "{\"id\":\"j\",\"text\":\"x\"}\n")
    try scratch.write("in/a.txt", "")
    try scratch.write("in/.hidden.txt", "x")
    try scratch.write("in/notes.pdf", "x")
    try scratch.write("in/b.ann", "")
    let run = try annotate(["in"])
    #expect(run.code == 0)
    #expect(try run.lines.map(shown) == ["j", "in/a.txt", "in/b.txt Zubrowka 0-8"])
  }

  @Test func unreadableFilesAreAnswered() throws {
    try scratch.write("in/b.txt", "Zubrowka")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/in/a.txt", withDestinationPath: "nowhere")
    let run = try annotate(["in"])
    #expect(run.code == 0)
    #expect(
      run.lines.first
        == #"{"error":{"code":"unreadable","message":"No such file or directory","file":"in/a.txt"}}"#)
    #expect(try run.lines.map(shown).last == "in/b.txt Zubrowka 0-8")
    #expect(run.errors.hasPrefix("in/a.txt: error: No such file or directory\n"))
  }

  @Test func missingInputsAreToldAndTheRestGoesOn() throws {
    try scratch.write("b.txt", "Zubrowka")
    let run = try annotate(["a.txt", "b.txt"])
    #expect(run.code == 66)
    #expect(run.lines.count == 2)
    #expect(run.errors.hasPrefix("a.txt: error: No such file or directory\n"))
  }

  @Test func theReadableViewMarksEntities() throws {
    let run = try annotate(["--to", "terminal"], input: Array("In \u{1B}[2J Zubrowka.\n".utf8))
    #expect(run.output == "── stdin \nIn ␛[2J [Zubrowka|Country].\n\n")
  }

  @Test func bratFoldersAreWrittenOnce() throws {
    try scratch.write("in/x/a.txt", "In Zubrowka.\n")
    #expect(try annotate(["in", "--to", "brat", "-o", "out"]).code == 0)
    #expect(try scratch.read("out/x/a.txt") == "In Zubrowka.\n")
    #expect(
      try scratch.read("out/x/a.ann")
        == """
        T1\tSentence 0 12\tIn Zubrowka.
        T2\tCountry 3 11\tZubrowka
        N1\tReference T2 ISO3166:ZU\tZubrowka
        #1\tSource T2\tzu.tsv:3

        """)
    let again = try annotate(["in", "--to", "brat", "-o", "out"])
    #expect(again.code == 64)
    #expect(again.errors.contains("'out/x/a.ann' is there already; write to another folder, or give --force"))
    #expect(try annotate(["in", "--to", "brat", "-o", "out", "--force"]).code == 0)
    #expect(try CommandRun(["evaluate", "out", "out", "--rounds", "0", "--fail-under", "1"], in: scratch).code == 0)
  }

  /// Arguments, exit code, the first line of standard error.
  @Test(
    arguments: [
      (
        ["annotate", "--lexcion", "x"], 64,
        "attache annotate: error: unknown option '--lexcion'; did you mean '--lexicon'?"
      ),
      (["annotat"], 64, "attache: error: unknown command 'annotat'; did you mean 'annotate'?"),
      ([], 64, "attache: error: which command?"),
      (["lexicon"], 64, "attache lexicon: error: which command?"),
      (["annotate", "--lexicon", "no.tsv"], 66, "no.tsv: error: No such file or directory"),
      (
        ["annotate", "--lexicon", "bad.tsv"], 65,
        "bad.tsv:2:6: error: unknown column 'nmae' for type Country; did you mean 'name'?"
      ),
      (
        ["annotate", "-o", "zu.tsv", "zu.tsv"], 64,
        "attache annotate: error: 'zu.tsv' is an input too; write to another file"
      ),
      (["annotate", "-o", "no/where"], 74, "no/where: error: No such file or directory"),
      (["evaluate"], 64, "attache evaluate: error: something is missing: GOLD [SYSTEM]"),
      (["evaluate", "nowhere"], 66, "nowhere: error: No such file or directory"),
      (["completion", "tcsh"], 64, "attache completion: error: expected one of bash, zsh, fish, not 'tcsh'"),
      (
        ["lexicon", "add", "new.tsv", "name=x"], 64,
        "attache lexicon add: error: 'new.tsv' doesn't exist; give --type to make it"
      ),
      (
        ["lexicon", "add", "zu.tsv", "code=ZU", "name=x"], 65,
        "zu.tsv:3:1: error: 'ZU' is there already; edit that line"
      ),
      (
        ["lexicon", "add", "zu.tsv", "cod=ZZ"], 64,
        "attache lexicon add: error: 'cod=ZZ' is no COLUMN=VALUE of this file; did you mean 'code'?"
      ),
    ] as [([String], Int32, String)]) func mistakesEndWithTheirCode(
      arguments: [String], code: Int32, message: String
    ) throws
  {
    try scratch.write("bad.tsv", "#type Country\ncode\tnmae\nZU\tx\n")
    let run = try CommandRun(arguments, in: scratch)
    #expect(run.code == code)
    #expect(run.errors.split(separator: "\n").first.map(String.init) == message)
    #expect(run.output.isEmpty)
  }

  @Test func lexiconsGrowByCommand() throws {
    let row = ["code=AB", "name=Abland", "adjective=Ablander"]
    #expect(try CommandRun(["lexicon", "add", "zu.tsv"] + row, in: scratch).code == 0)
    #expect(
      try scratch.read("zu.tsv")
        == "#type Country\ncode\tname\tadjective\nAB\tAbland\tAblander\nZU\tZubrowka\tZubrowkan\n")
    let options = ["--no-default-lexicons", "--lexicon", "zu.tsv"]
    let lookup = try CommandRun(["lexicon", "lookup", "ablander"] + options, in: scratch)
    #expect(lookup.output == "zu.tsv:3\tCountry\tadjective\tuser\tcode=AB | name=Abland | adjective=Ablander\n")
    let missing = try CommandRun(["lexicon", "lookup", "Zubrovka"] + options, in: scratch)
    #expect(missing.code == 1)
    #expect(missing.errors == "attache: no lexicon has 'Zubrovka'; did you mean 'Zubrowka'?\n")
    #expect(try CommandRun(["lexicon", "list"] + options, in: scratch).output.hasPrefix("zu.tsv\tCountry\t2\n"))
  }

  @Test func explanationsNameTheLine() throws {
    let run = try CommandRun(
      ["explain", "In é Zubrowka.", "--span", "5:6", "--no-default-lexicons", "--lexicon", "zu.tsv"], in: scratch)
    #expect(run.output.hasPrefix("Country 'Zubrowka' 5:13 (ZU)\n    zu.tsv:3: ZU | Zubrowka | Zubrowkan\n"))
  }

  @Test func copiesOfBuiltInFilesAreCheckedInTheirPlace() throws {
    for file in Resources.embedded.files where file.name == "names.rules" || file.name == "titles.tsv" {
      try scratch.write("copies/\(file.name)", file.bytes)
    }
    let run = try CommandRun(["check", "copies"], in: scratch)
    let builtIn = try CommandRun(["check"], in: scratch)
    #expect(run.errors.split(separator: "\n").last == builtIn.errors.split(separator: "\n").last)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let line = "{\"text\":\"\(String(repeating: "Zubrowka ", count: 1000))\"}\n"
    let input = try scratch.write("many.jsonl", String(repeating: line, count: 20))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let options = "--no-default-lexicons --lexicon zu.tsv"
    shell.arguments = [
      "-c",
      "{ '\(CommandRun.binary.path)' annotate \(options) '\(input)' 2>err; echo $? >code; } | head -c 10 >/dev/null",
    ]
    shell.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    try shell.run()
    shell.waitUntilExit()
    #expect(try scratch.read("code") == "0\n")
    #expect(try scratch.read("err") == "")
  }

  @Test(arguments: ["", "annotate", "evaluate", "lexicon", "lexicon add", "check", "explain", "completion"])
  func everyCommandHasHelp(command: String) throws {
    let run = try CommandRun(command.split(separator: " ").map(String.init) + ["--help"], in: scratch)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("\nUsage: attache"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsReadTheirCompletion(shell: String) throws {
    let run = try CommandRun(["completion", shell], in: scratch)
    #expect(run.code == 0 && run.output.contains("annotate"))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else { return }
    let script = try scratch.write("script", run.output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(shell)")
    process.arguments = ["-n", script]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func versionIsPrinted() throws {
    #expect(try CommandRun(["--version"], in: scratch).output.hasPrefix("attache "))
  }
}
