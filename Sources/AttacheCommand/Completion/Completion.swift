/// `attache completion`.
enum Completion {
  static let command = Command(
    name: "completion", summary: "Print a completion script for a shell",
    operands: "bash|zsh|fish", operandCount: 1...1, operandChoices: ["bash", "zsh", "fish"],
    about: "Prints a script that lets a shell complete commands, options and their values.",
    examples: [
      ("attache completion bash > ~/.local/share/bash-completion/completions/attache", "for bash"),
      ("attache completion zsh > ~/.zfunc/_attache", "for zsh, where ~/.zfunc is in fpath"),
      ("attache completion fish > ~/.config/fish/completions/attache.fish", "for fish"),
    ],
    run: run)

  @Sendable
  private static func run(_ arguments: Arguments) throws -> ExitCode {
    switch arguments.operands[0] {
    case "bash": try print(bash(Commands.root))
    case "zsh": try print(zsh(Commands.root))
    default: try print(fish(Commands.root))
    }
  }

  /// Every command below `command`, itself included.
  static func all(_ command: Command) -> [Command] { [command] + command.subcommands.flatMap(all) }

  /// Options by the name of their command; the words before the cursor choose it.
  static func bash(_ root: Command) -> String {
    var cases = ""
    var values = ""
    for command in all(root) {
      let path = (["attache"] + command.name.split(separator: " ").map(String.init)).joined(separator: " ")
      let options = (command.options + [.help]).map { "--\($0.name)" }
      let words = command.subcommands.map(\.word) + command.operandChoices + options
      let takesFiles = command.operands != nil && command.operandChoices.isEmpty
      cases += "    '\(path)') words='\(words.joined(separator: " "))'\(takesFiles ? " files=1" : "") ;;\n"
      for option in command.options where !option.choices.isEmpty {
        values += "    '\(path) --\(option.name)') words='\(option.choices.joined(separator: " "))' ;;\n"
      }
    }
    let names = all(root).filter { !$0.name.isEmpty }.map { "'attache \($0.name)'" }.joined(separator: "|")
    return """
      # bash completion for attache
      _attache() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path=attache words= files= word
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case "$path $word" in
            \(names)) path="$path $word" ;;
          esac
        done
        case "$path $previous" in
      \(values)  esac
        if [ -z "$words" ]; then
          case "$path" in
      \(cases)    esac
          case "$previous" in -*) files=1 ;; esac
          case "$files$current" in
            1-*) ;;
            1*) COMPREPLY=($(compgen -f -- "$current")) ;;
          esac
        fi
        COMPREPLY+=($(compgen -W "$words" -- "$current"))
      }
      complete -o filenames -F _attache attache

      """
  }

  static func zsh(_ root: Command) -> String {
    var functions = ""
    for command in all(root) {
      let name = "_" + (["attache"] + command.name.split(separator: " ")).joined(separator: "_")
      var specs = (command.options + [.help]).map { option in
        let text = quoted(option.help)
        let value =
          option.value.map {
            ":\($0):" + (option.choices.isEmpty ? "_files" : "(\(option.choices.joined(separator: " ")))")
          } ?? ""
        let star = option.repeats ? "*" : ""
        return "'\(star)--\(option.name)[\(text)]\(value)'"
      }
      if command.subcommands.isEmpty {
        let words = command.operandChoices.joined(separator: " ")
        specs.append(words.isEmpty ? "'*:file:_files'" : "'*:word:(\(words))'")
        functions += "\(name)() {\n  _arguments -s \\\n    \(specs.joined(separator: " \\\n    "))\n}\n"
      } else {
        let list = command.subcommands.map { "'\($0.word):\(quoted($0.summary))'" }.joined(separator: " ")
        functions += """
          \(name)() {
            local -a commands=(\(list))
            _arguments -C \\
              \(specs.joined(separator: " \\\n    ")) \\
              '1:command:->command' '*::argument:->argument'
            case $state in
              command) _describe command commands ;;
              argument) (( $+functions[\(name)_$words[1]] )) && \(name)_$words[1] ;;
            esac
          }

          """
      }
    }
    return "#compdef attache\n" + functions + "_attache \"$@\"\n"
  }

  static func fish(_ root: Command) -> String {
    var lines = ["# fish completion for attache"]
    for command in all(root) {
      let words = command.name.split(separator: " ").map(String.init)
      let others = command.subcommands.map(\.word)
      var tests = words.map { "__fish_seen_subcommand_from \($0)" }
      if !others.isEmpty { tests.append("not __fish_seen_subcommand_from \(others.joined(separator: " "))") }
      let condition = "-n '\(tests.joined(separator: "; and "))'"
      for next in command.subcommands {
        lines.append("complete -c attache -f \(condition) -a \(next.word) -d '\(quoted(next.summary))'")
      }
      for word in command.operandChoices { lines.append("complete -c attache -f \(condition) -a \(word)") }
      for option in command.options + [.help] {
        let letter = option.letter.map { " -s \($0)" } ?? ""
        var value = option.value == nil ? "" : " -r"
        if !option.choices.isEmpty { value = " -x -a '\(option.choices.joined(separator: " "))'" }
        lines.append("complete -c attache \(condition)\(letter) -l \(option.name)\(value) -d '\(quoted(option.help))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text inside of single quotes, brackets and colons of a shell's table.
  private static func quoted(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "'": "’"
        case "[": "("
        case "]": ")"
        case ":": ","
        default: character
        }
      })
  }
}
