"""Recall of people's names by culture and precision on capitalised words that are no names; writes Evaluation/record/cultures.md.

usage: python3 Evaluation/cultures/score.py [PATH OF attache] [--missed]
Every name stands in every frame, every frame is a document of its own. A name is found when a Person has exactly its span. A word that is no
name is right when no Person touches it. Needs nothing but Python and the built command (.build/release/attache if no path is given)."""

import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "record" / "cultures.md"
KINDS = ["title", "context", "bare"]
NON_NAME_FRAMES = ["{} came up twice in the report.", "The report also mentions {} and the weather."]


def rows(name):
    """The rows of a table below its header, cells apart."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def people(program, texts):
    """For each text the spans of the people that the program finds in it."""
    request = "\n".join(json.dumps({"id": str(index), "text": text}) for index, text in enumerate(texts))
    command = [program, "annotate", "--from", "jsonl", "--to", "jsonl", "-q", "-"]
    answer = subprocess.run(command, input=request, capture_output=True, text=True, check=True).stdout
    documents = map(json.loads, answer.splitlines())
    return [[(e["start"], e["end"]) for e in d["entities"] if e["label"] == "Person"] for d in documents]


def percent(found, total):
    return f"{100 * found / total:.1f}" if total else "n/a"


def main():
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    program = arguments[0] if arguments else str(HERE.parents[1] / ".build/release/attache")
    names, frames, words = rows("names.tsv"), rows("frames.tsv"), rows("nonnames.tsv")

    cases = [(culture, kind, frame, name) for culture, name in names for kind, frame in frames]
    found, total, missed = collections.Counter(), collections.Counter(), []
    for (culture, kind, frame, name), spans in zip(cases, people(program, [c[2].replace("{}", c[3]) for c in cases])):
        start = frame.index("{}")
        hit = (start, start + len(name)) in spans
        for key in ((culture, kind), ("all", kind)):
            total[key] += 1
            found[key] += hit
        if not hit:
            missed.append(f"{culture}\t{kind}\t{frame.replace('{}', name)}")

    trials = [(kind, word, frame) for kind, word in words for frame in NON_NAME_FRAMES]
    right, tried = collections.Counter(), collections.Counter()
    for (kind, word, frame), spans in zip(trials, people(program, [t[2].replace("{}", t[1]) for t in trials])):
        start = frame.index("{}")
        touched = any(s < start + len(word) and start < e for s, e in spans)
        for key in (kind, "all"):
            tried[key] += 1
            right[key] += not touched
        if touched:
            missed.append(f"no name\t{kind}\t{frame.replace('{}', word)}")

    cultures = sorted({culture for culture, _ in names})
    counts = collections.Counter(kind for kind, _ in frames)
    lines = [
        "# People's names by culture",
        "",
        "Written by `Evaluation/cultures/score.py`. Recall in per cent of invented full names, exact span, in "
        f"{len(frames)} frames: {counts['title']} with a",
        f"title before the name, {counts['context']} with other evidence beside it (a verb of speech, an age, a noun for a person, an "
        f"apposition), {counts['bare']} with none.",
        "The names were made for this table from parts that are common in each culture; many of the parts are in the lexicons,",
        "so the table shows how names are put together rather than how many parts are known.",
        "",
        "| culture | names | title | context | bare |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for culture in cultures + ["all"]:
        number = len(names) if culture == "all" else sum(c == culture for c, _ in names)
        cells = " | ".join(percent(found[culture, kind], total[culture, kind]) for kind in KINDS)
        lines.append(f"| {culture} | {number} | {cells} |")
    lines += [
        "",
        "## Words that are no names",
        "",
        f"Share, in per cent, of {len(words)} capitalised words and phrases in {len(NON_NAME_FRAMES)} frames, one at the start of the sentence, "
        "that no Person touches.",
        "",
        "| kind | words | right |",
        "| --- | ---: | ---: |",
    ]
    for kind in sorted({kind for kind, _ in words}) + ["all"]:
        number = len(words) if kind == "all" else sum(k == kind for k, _ in words)
        lines.append(f"| {kind} | {number} | {percent(right[kind], tried[kind])} |")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if "--missed" in sys.argv:
        print("\n".join(missed))


if __name__ == "__main__":
    main()
