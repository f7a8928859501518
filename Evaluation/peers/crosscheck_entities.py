"""Entity counts and scores against nervaluate's four schemes and seqeval's exact match."""

import random

import attache

TOKENS = 24
SCHEMES = {"strict": "strict", "boundary": "exact", "label": "ent_type", "partial": "partial"}
COUNTS = {"COR": "correct", "INC": "incorrect", "PAR": "partial", "MIS": "missed", "SPU": "spurious"}

# name, gold, system; spans are tokens, the end excluded.
CASES = [
    ("all right", [(0, 2, "PER"), (4, 5, "ORG")], [(0, 2, "PER"), (4, 5, "ORG")]),
    ("too long", [(3, 5, "PER")], [(2, 5, "PER")]),
    ("too short", [(3, 6, "PER")], [(4, 6, "PER")]),
    ("crossing", [(3, 6, "PER")], [(5, 8, "PER")]),
    ("other label", [(3, 6, "PER")], [(3, 6, "ORG")]),
    ("other label and boundary", [(3, 6, "PER")], [(3, 7, "ORG")]),
    ("missing", [(3, 6, "PER"), (8, 9, "ORG")], [(3, 6, "PER")]),
    ("spurious", [(3, 6, "PER")], [(3, 6, "PER"), (8, 9, "ORG")]),
    ("spurious with a label of its own", [(3, 6, "PER")], [(3, 6, "PER"), (8, 9, "LOC")]),
    ("touching, not overlapping", [(3, 6, "PER")], [(6, 8, "PER")]),
    ("neighbours with one label", [(3, 4, "LOC"), (4, 5, "LOC")], [(3, 4, "LOC"), (4, 5, "LOC")]),
    ("nothing found", [(3, 4, "LOC"), (7, 9, "ORG")], []),
    ("nothing to find", [], [(3, 4, "LOC"), (7, 9, "ORG")]),
    ("every kind at once", [(0, 2, "PER"), (4, 6, "ORG"), (9, 10, "LOC"), (14, 17, "PER")],
     [(0, 2, "PER"), (4, 7, "ORG"), (9, 10, "ORG"), (20, 21, "LOC")]),
]

# Where a tool isn't sound, ours is held against the case's own expectation only. nervaluate counts duplicates as
# spurious or missed, and pairs in the order of the list. Tags can't say that spans nest, overlap or stand twice.
NERVALUATE_UNSOUND = {"C07_duplicate_system", "C15_overlap_wrong_first", "C20_duplicate_gold"}


def document(name, spans):
    """A document of one-letter tokens."""
    text = " ".join("a" * TOKENS)
    return name, text, [(2 * start, 2 * end - 1, label) for start, end, label in spans]


def report(cases):
    """Our JSON report on (name, gold, system) cases, each a document."""
    sides = []
    for side in (1, 2):
        made = [document(case[0], case[side]) for case in cases]
        texts, spans = {name: text for name, text, _ in made}, {name: spans for name, _, spans in made}
        sides.append(attache.lines(attache.documents(texts, entities=spans)))
    return attache.evaluate(*sides)


def is_flat(spans):
    ordered = sorted(span[:2] for span in spans)
    return all(left[1] <= right[0] for left, right in zip(ordered, ordered[1:]))


def random_cases(count, seed):
    """Flat spans, each overlapping one of the other side at most, so that no order of pairing can matter."""
    source, cases = random.Random(seed), []
    for number in range(count):
        gold, system = [], []
        for start in range(0, TOKENS, 4):
            kind = source.choice(["both", "both", "gold", "system", "none"])
            for side, wanted in ((gold, ("both", "gold")), (system, ("both", "system"))):
                if kind in wanted:
                    first = start + source.choice([0, 0, 1])
                    side.append((first, source.randint(start + 2, start + 4), source.choice(["PER", "ORG", "LOC"])))
        cases.append((f"random {number}", gold, system))
    return cases


def against_nervaluate(cases):
    from nervaluate import Evaluator

    labels = sorted({span[2] for _, *sides in cases for side in sides for span in side})
    # nervaluate's ends are inclusive.
    sides = [
        [[{"label": label, "start": start, "end": end - 1} for start, end, label in case[side]] for case in cases]
        for side in (1, 2)
    ]
    theirs = Evaluator(*sides, tags=labels, loader="dict").evaluate()["overall"]
    ours, problems = report(cases), []
    for scheme, their_scheme in SCHEMES.items():
        for count, their_count in COUNTS.items():
            a, b = ours["entities"]["total"][scheme][count], getattr(theirs[their_scheme], their_count)
            if a != b:
                problems.append(f"{cases[0][0]}: {scheme} {count} is {a}, nervaluate has {b}")
        values = {measure: getattr(theirs[their_scheme], measure) for measure in ("precision", "recall", "f1")}
        problems += unequal(cases[0][0], ours, f"entities.{scheme}", values, "nervaluate")
    return problems


def against_seqeval(cases):
    from seqeval.metrics import classification_report
    from seqeval.scheme import IOB2

    theirs = classification_report(
        *([tags(case[side]) for case in cases] for side in (1, 2)),
        mode="strict", scheme=IOB2, output_dict=True, zero_division=0,
    )
    ours, problems = report(cases), []
    figures = {"micro avg": "entities.exact"}
    gold_labels, system_labels = ({span[2] for case in cases for span in case[side]} for side in (1, 2))
    # Ours is the mean over the labels of the gold, without what is undefined; seqeval's over the labels of both sides,
    # with 0 for that. So they are the same when both sides have the same labels.
    if gold_labels == system_labels:
        figures["macro avg"] = "entities.macro"
    figures |= {label: f"entities.{label}" for label in gold_labels}
    for their_name, name in figures.items():
        values = {our: theirs[their_name][key] for our, key in
                  [("precision", "precision"), ("recall", "recall"), ("f1", "f1-score")]}
        problems += unequal(cases[0][0], ours, name, values, "seqeval")
    return problems


def tags(spans):
    result = ["O"] * TOKENS
    for start, end, label in spans:
        result[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return result


def unequal(case, ours, name, theirs, tool):
    """Measures that differ; ours are undefined where theirs are set to 0."""
    problems = []
    for measure, their_value in theirs.items():
        value = ours["figures"].get(f"{name}.{measure}")
        if value is None and their_value == 0:
            continue
        if value is None or abs(value - their_value) > 1e-6:
            problems.append(f"{case}: {name}.{measure} is {value}, {tool} has {their_value}")
    return problems


def suite_cases(suite):
    return [
        (case["name"], *([tuple(span) for span in case[side]] for side in ("gold", "system")))
        for case in suite["cases"]
    ]


def against_expectation(suite):
    """The counts that the suite itself expects, which hold where the tools fail too."""
    problems = []
    for case, spans in zip(suite["cases"], suite_cases(suite)):
        ours, expected = report([spans])["entities"], case["expected"]
        pairs = [(ours["total"]["exact"], expected["exact_match"]), (ours["total"]["gate"], expected["gate"])]
        for counts, wanted in pairs:
            wanted = {key: value for key, value in wanted.items() if key in counts}
            if any(counts[key] != value for key, value in wanted.items()):
                problems.append(f"{case['name']}: {counts} instead of {wanted}")
        if ours["systemDuplicates"] != expected["gate"]["duplicates_dropped"]:
            problems.append(f"{case['name']}: {ours['systemDuplicates']} duplicates dropped")
    return problems


def check_entities(suite):
    cases = CASES + (suite_cases(suite) if suite else [])
    drawn = random_cases(400, seed=20250601)
    problems = []
    for tool, check, sound in [
        ("nervaluate", against_nervaluate, lambda case: case[0] not in NERVALUATE_UNSOUND),
        ("seqeval", against_seqeval, lambda case: is_flat(case[1]) and is_flat(case[2]) and case[1] + case[2]),
    ]:
        checked = [case for case in cases if sound(case)]
        try:
            found = check(drawn)
            for case in checked:
                found += check([case])
        except ImportError as error:
            print(f"left out: {tool}: {error}")
            continue
        unsound = [case[0] for case in cases if case not in checked]
        print(f"{tool}: {len(checked)} cases and {len(drawn)} random documents, {len(found)} disagreements; "
              f"not sound: {', '.join(unsound) or 'none'}")
        problems += found
    if suite:
        found = against_expectation(suite)
        print(f"scoring_cases.json: {len(suite['cases'])} cases, {len(found)} unlike their expectation")
        problems += found
    return problems
