// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "attache",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Attache", targets: ["Attache"]),
    .executable(name: "attache", targets: ["AttacheCommand"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "EmbeddedLexicons"),
    .target(name: "Attache", dependencies: ["EmbeddedLexicons"]),
    .target(name: "Scoring", dependencies: ["Attache"]),
    .executableTarget(name: "AttacheCommand", dependencies: ["Attache", "Scoring"]),
    .executableTarget(name: "AttacheBenchmarks", dependencies: ["Attache", "Scoring"]),
    .testTarget(name: "AttacheTests", dependencies: ["Attache"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring"]),
    .testTarget(name: "CommandTests", dependencies: ["AttacheCommand", "Attache", "Scoring"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
