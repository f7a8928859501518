"""The attache command, as the other scripts call it: annotate, evaluate, and the gold they work on."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("ATTACHE", ".build/release/attache")
LABELS = ["Person", "Title", "Country", "Nationality", "Organization", "Location", "Date", "Money"]


def run(arguments, stdin=None):
    """Runs the command in the root of the repository; ends the script with its message when it fails."""
    done = subprocess.run([BINARY, *map(str, arguments)], cwd=ROOT, input=stdin, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{BINARY} {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def version():
    return run(["--version"]).decode().split()[-1]


def gold(part):
    """The texts of a part of the gold by name, as the evaluator names them; the annotations are its business alone."""
    folder = ROOT / "Evaluation/gold" / part
    return {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}


def lines(documents):
    """JSON Lines, one document a line."""
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents).encode()


def documents(texts, sentences=None, entities=None):
    """Documents of the JSON Lines contract from spans by name: (start, end) and (start, end, label), in code points."""
    for name, text in texts.items():
        document = {"id": name, "text": text, "unit": "codepoint"}
        if sentences:
            document["sentences"] = [{"start": start, "end": end} for start, end in sentences[name]]
        if entities:
            document["entities"] = [
                {"start": start, "end": end, "label": label, "text": text[start:end]}
                for start, end, label in entities[name]
            ]
        yield document


def annotate(texts):
    """The output of the whole pipeline, JSON Lines."""
    return run(["annotate", "--from", "jsonl", "--to", "jsonl", "--quiet", "-"], stdin=lines(documents(texts)))


def evaluate(gold_path, system, rounds=0):
    """The JSON report on JSON Lines `system`. `gold_path` is a path, or JSON Lines too."""
    with tempfile.TemporaryDirectory() as folder:
        if isinstance(gold_path, bytes):
            gold_path, content = Path(folder) / "gold.jsonl", gold_path
            gold_path.write_bytes(content)
        system_path = Path(folder) / "system.jsonl"
        system_path.write_bytes(system)
        return json.loads(
            run(["evaluate", gold_path, system_path, "--rounds", rounds, "--errors", 0, "--format", "json"])
        )


def processor_seconds(texts, copies):
    """Processor time of `annotate --jobs 1` over `copies` copies of the texts, start-up included."""
    content = lines(documents(texts)) * copies
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(["annotate", "--from", "jsonl", "--to", "jsonl", "--quiet", "--jobs", 1, "-"], stdin=content)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
