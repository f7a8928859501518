"""Coreference scores against scorch (MUC, B³, CEAFe, BLANC) and fastcoref's metrics (LEA)."""

import importlib.util
import random
from pathlib import Path

import attache

# name, gold and system; a mention is a letter. The example of Bagga and Baldwin (1998) comes first.
CASES = [
    ("Bagga and Baldwin, response 1", ["ABCDE", "FG", "HIJKL"], ["ABCDE", "FGHIJKL"]),
    ("Bagga and Baldwin, response 2", ["ABCDE", "FG", "HIJKL"], ["ABCDEHIJKL", "FG"]),
    ("equal", ["ABC", "DE"], ["ABC", "DE"]),
    ("split", ["ABCDEF", "GH"], ["ABC", "DEF", "GH"]),
    ("crossed", ["ABC", "DEF"], ["ABD", "CEF"]),
    ("two mentions missed, two too many", ["ABC", "DEF", "GH"], ["AB", "DEX", "GHY"]),
    ("nothing in common", ["AB", "CD"], ["WX", "YZ"]),
    ("with singletons", ["ABC", "D", "E", "FG"], ["AB", "C", "D", "FGE"]),
]

# What the papers print: (metric, precision, recall), to three places.
PRINTED = {
    "Bagga and Baldwin, response 1": [("muc", 9 / 10, 1.0), ("b3", 0.762, 1.0)],
    "Bagga and Baldwin, response 2": [("muc", 9 / 10, 1.0), ("b3", 0.583, 1.0)],
}
METRICS = {"muc": "MUC", "b3": "B3", "ceafe": "CEAFe", "lea": "LEA"}


def figures(case):
    """Our figures by metric: (precision, recall, F1), None where undefined."""
    name, gold, system = case
    mentions = sorted({mention for clusters in (gold, system) for cluster in clusters for mention in cluster})
    text = " ".join(f"m{number:03}" for number in range(len(mentions)))
    place = {mention: 5 * number for number, mention in enumerate(mentions)}

    def line(clusters):
        referents, entities = [], []
        for number, cluster in enumerate(clusters):
            spans = [{"start": place[mention], "end": place[mention] + 4} for mention in cluster]
            referents.append(
                {"id": f"E{number}", "label": "Person", "name": "m", "mentions": [s | {"kind": "name"} for s in spans]}
            )
            entities += [s | {"label": "Person", "referent": f"E{number}"} for s in spans]
        return attache.lines([{"id": name, "text": text, "entities": entities, "referents": referents}])

    found = attache.evaluate(line(gold), line(system))["figures"]
    return {
        metric: tuple(found.get(f"coreference.{metric}.{measure}") for measure in ("precision", "recall", "f1"))
        for metric in (*METRICS, "blanc")
    }


def random_cases(count, seed):
    """Partitions of some of twelve mentions on each side; every other one without singletons, for LEA."""
    source, cases = random.Random(seed), []
    for number in range(count):
        sides = []
        for _ in range(2):
            clusters = {}
            for mention in "ABCDEFGHIJKL":
                if source.random() < 0.85:
                    clusters.setdefault(source.randrange(5), []).append(mention)
            least = 1 + number % 2
            sides.append(["".join(cluster) for cluster in clusters.values() if len(cluster) >= least])
        if all(sides):
            cases.append((f"random {number}", *sides))
    return cases


def link_kinds(clusters):
    """Whether there are links inside clusters and between them, without which BLANC's editions disagree."""
    return any(len(cluster) > 1 for cluster in clusters), len(clusters) > 1


def scorch_reference():
    from scorch import scores

    def reference(case):
        _, gold, system = case
        key, response = [set(cluster) for cluster in gold], [set(cluster) for cluster in system]
        if not set().union(*key) & set().union(*response):
            return  # It can't divide by the zeros then.
        tried = {"b3": scores.b_cubed, "ceafe": scores.ceaf_e}
        if all(any(len(cluster) > 1 for cluster in side) for side in (key, response)):
            tried["muc"] = scores.muc
        if all(all(link_kinds(side)) for side in (key, response)):
            tried["blanc"] = scores.blanc
        for metric, function in tried.items():
            recall, precision, f1 = function(key, response)
            yield metric, (precision, recall, f1)

    return reference


def fastcoref_reference():
    # The package as a whole needs PyTorch, its metrics don't.
    package = importlib.util.find_spec("fastcoref")
    if package is None:
        raise ImportError("fastcoref is not installed")
    path = Path(package.submodule_search_locations[0], "utilities", "metrics.py")
    description = importlib.util.spec_from_file_location("fastcoref_metrics", path)
    metrics = importlib.util.module_from_spec(description)
    description.loader.exec_module(metrics)

    def reference(case):
        _, gold, system = case
        if any(len(cluster) == 1 for cluster in (*gold, *system)):
            return  # It leaves singletons out, which LEA as published doesn't.
        clusters = [[tuple(cluster) for cluster in side] for side in (gold, system)]
        of_mention = [{mention: cluster for cluster in side for mention in cluster} for side in clusters]
        scorer = metrics.Evaluator(metrics.lea)
        scorer.update(clusters[1], clusters[0], of_mention[1], of_mention[0])
        yield "lea", scorer.get_prf()

    return reference


def differs(ours, theirs, tolerance):
    """Whether a figure differs. Ours may be undefined where theirs is set to 0."""
    return any(
        abs(value - other) > tolerance if value is not None else other != 0 for value, other in zip(ours, theirs)
    )


def check_coreference(suite):
    cases = CASES + random_cases(60, seed=20250601)
    ours, problems = {case[0]: figures(case) for case in cases}, []
    for tool, make in [("scorch", scorch_reference), ("fastcoref", fastcoref_reference)]:
        try:
            reference = make()
        except ImportError as error:
            print(f"left out: {tool}: {error}")
            continue
        compared, found = {}, []
        for case in cases:
            for metric, theirs in reference(case):
                compared[metric] = compared.get(metric, 0) + 1
                if differs(ours[case[0]][metric], theirs, 1e-5):
                    found.append(f"{case[0]} {case[1:]}: {metric} is {ours[case[0]][metric]}, {tool} has {theirs}")
        counts = ", ".join(f"{metric} in {count}" for metric, count in sorted(compared.items()))
        print(f"{tool}: {counts} cases, {len(found)} disagreements")
        problems += found
    for name, printed in PRINTED.items():
        for metric, *expected in printed:
            if differs(ours[name][metric][:2], expected, 6e-4):
                problems.append(f"{name}: {metric} is {ours[name][metric]}, the paper has {expected}")
    if suite:
        found = []
        for name, case in suite["cases"].items():
            mine = figures((name, case["key"], case["system"]))
            found += [
                f"{name}: {metric} is {mine[metric]}, expected {case['P_R_F'][theirs]}"
                for metric, theirs in METRICS.items()
                if differs(mine[metric], case["P_R_F"][theirs], 6e-5)
            ]
        print(f"coref_cases.json: {len(suite['cases'])} cases, {len(found)} disagreements")
        problems += found
    return problems
