/// The release, as CHANGELOG.md names it.
let attacheVersion = "0.1.0"
