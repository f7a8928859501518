"""Checks our scorer against nervaluate, seqeval, scorch and fastcoref where those are sound.

Cases are the ones written here, random ones with a fixed seed, and those of ../shared/suites (or the folder that SUITES
names) where they lie beside the repository. Exits with 1 on a disagreement. A package that isn't installed is left out
with a message.
"""

import json
import os
import sys
from pathlib import Path

import attache
from crosscheck_coreference import check_coreference
from crosscheck_entities import check_entities


def suite(name):
    """A suite that lies beside the repository, else None."""
    folders = [os.environ["SUITES"]] if "SUITES" in os.environ else ["../shared/suites", "../../shared/suites"]
    for folder in folders:
        path = Path(attache.ROOT, folder, name)
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
    print(f"skipped: no suite {name}")
    return None


def main():
    problems = check_entities(suite("scoring_cases.json")) + check_coreference(suite("coref_cases.json"))
    for problem in problems:
        print(f"disagreement: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
