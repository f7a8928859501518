import Attache
import Foundation
import Testing

@testable import Scoring

/// A headless Chromium, where the machine has one.
enum Browser {
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/", "/snap/bin/"].map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs it and returns what it wrote on standard output and standard error.
  static func run(_ arguments: [String], profile: URL) throws -> (output: String, log: String) {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
        "--user-data-dir=\(profile.path)",
      ] + arguments
    let output = Pipe()
    let log = profile.appending(path: "log-\(UUID().uuidString)")
    try Data().write(to: log)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}

@Suite("The HTML report in a browser", .serialized, .enabled(if: Browser.path != nil, "skipped: no Chromium here"))
struct BrowserTests {
  /// Runs after the page's own script and leaves what it found in the page.
  private static let probe = """
    <script>
    (function(){
    function shown(){return document.querySelectorAll('article.mistake:not([hidden])').length}
    function choose(name,value){var s=document.querySelector('select[name='+name+']');s.value=value;
    s.dispatchEvent(new Event('change',{bubbles:true}));return shown()}
    var out=document.createElement('output');
    out.textContent='PROBE all='+shown()+' label='+choose('label','L')+' both='+choose('cause','wrong sense chosen')
    +' cause='+(choose('label',''),shown())+' document='+(choose('cause',''),choose('document','first'))
    +' wide='+(document.documentElement.scrollWidth>innerWidth)+' PROBE';
    document.body.appendChild(out)})();
    </script></body>
    """

  @Test("no errors, filters that work, nothing wider than the window, the text of the gold", arguments: [1280, 400])
  func report(_ width: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attache-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let html = try ReportTests.sample().render(as: .html)
    let page = folder.appending(path: "report.html")
    try Data(html.replacingOccurrences(of: "</body>", with: BrowserTests.probe).utf8).write(to: page)
    // A window can't be made as narrow as a telephone; a frame can.
    let frame = folder.appending(path: "frame.html")
    let frameText = """
      <meta charset=utf-8><body style=margin:0><iframe src=report.html width=\(width) height=1400 style=border:0></iframe><script>
      onload=function(){var page=frames[0].document,out=document.createElement('output');
      out.textContent=page.querySelector('output').textContent+' '+page.body.textContent.includes('Ána <Ruiz>');
      document.body.appendChild(out)}</script>
      """
    try Data(frameText.utf8).write(to: frame)
    let window = ["--window-size=\(max(500, width)),1400", "--allow-file-access-from-files"]
    let (dom, log) = try Browser.run(window + ["--dump-dom", frame.absoluteString], profile: folder)
    #expect(
      dom.contains("<output>PROBE all=3 label=1 both=0 cause=1 document=3 wide=false PROBE true</output>"),
      "\(dom.suffix(300))")
    #expect(!log.contains("CONSOLE"), "\(log)")

    let picture = folder.appending(path: "report.png")
    _ = try Browser.run(window + ["--screenshot=\(picture.path)", frame.absoluteString], profile: folder)
    #expect(try Data(contentsOf: picture).count > 20_000)
  }
}
