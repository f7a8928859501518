"""Runs the peers on the gold, scores them with `attache evaluate` and writes Evaluation/record/peers.md."""

import argparse
import datetime
import importlib.metadata
import sys
import time

import attache
import splitters

PARTS = ["dev", "test"]
TARGET = attache.ROOT / "Evaluation/record/peers.md"


def speed(function, texts, seconds):
    """Megabytes of text a second of processor time, the best of three runs of at least `seconds`."""
    size = sum(len(text.encode()) for text in texts)
    best = 0.0
    for _ in range(3):
        done, start = 0, time.process_time()
        while (spent := time.process_time() - start) < seconds or done == 0:
            for text in texts:
                function(text)
            done += size
        best = max(best, done / spent / 1e6)
    return best


def speed_of_attache(texts, seconds):
    """The same for the command: the time for many copies of the texts less the time for one, so without start-up."""
    size = sum(len(text.encode()) for text in texts.values())
    copies = 20
    while True:
        spent = min(attache.processor_seconds(texts, copies + 1) for _ in range(3))
        spent -= min(attache.processor_seconds(texts, 1) for _ in range(3))
        if spent >= seconds or copies > 5000:
            return size * copies / max(spent, 1e-9) / 1e6
        copies *= 3


def score(part, texts, rounds, **spans):
    lines = attache.lines(attache.documents(texts, **spans))
    return attache.evaluate(f"Evaluation/gold/{part}", lines, rounds)


def percent(value):
    return "n/a" if value is None else f"{100 * value:.1f}"


def with_interval(report, figure):
    interval = report["intervals"].get(figure)
    text = percent(report["figures"].get(figure))
    return f"{text} ({100 * interval['low']:.1f}–{100 * interval['high']:.1f})" if interval else text


def number(value):
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- | --- |" + " ---: |" * (len(head) - 2)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def sentence_rows(gold, own, attache_speed, options):
    figure = "sentences.exact.f1"
    own_scores = [with_interval(own[part], figure) for part in PARTS]
    yield "**Attaché** (whole pipeline)", attache.version(), *own_scores, *own_scores, number(attache_speed), "1.0"
    for name, version, split in splitters.available():
        scores = []
        for function in (split, splitters.by_line(split)):
            for part in PARTS:
                sentences = {key: splitters.trimmed(text, function(text)) for key, text in gold[part].items()}
                scores.append(with_interval(score(part, gold[part], options.rounds, sentences=sentences), figure))
        rate = speed(split, all_texts(gold), options.seconds)
        print(f"{name} {version}: {', '.join(scores)}; {rate:.3g} MB/s", file=sys.stderr)
        yield name, version, *scores, number(rate), number(attache_speed / rate)


def entity_rows(gold, own, attache_speed, options):
    figures = [f"entities.{label}.f1" for label in attache.LABELS]
    reports = [("**Attaché**", attache.version(), own, attache_speed)]
    try:
        import rulepipeline

        version = importlib.metadata.version("spacy")
        for name, with_patterns in [("spaCy, phrases", False), ("spaCy, phrases and patterns", True)]:
            annotate = rulepipeline.pipeline(with_patterns)
            scored = {}
            for part in PARTS:
                entities = {key: annotate(text) for key, text in gold[part].items()}
                scored[part] = score(part, gold[part], options.rounds, entities=entities)
            rate = speed(annotate, all_texts(gold), options.seconds)
            print(f"{name} {version}: {rate:.3g} MB/s", file=sys.stderr)
            reports.append((name, version, scored, rate))
    except ImportError as error:
        print(f"left out: spaCy's rule pipeline: {error}", file=sys.stderr)
    for part in PARTS:
        for name, version, scored, rate in reports:
            report = scored[part]
            labels = [percent(report["figures"].get(figure)) for figure in figures]
            overall = with_interval(report, "entities.strict.f1")
            yield f"{name}, {part}", version, overall, *labels, number(rate), number(attache_speed / rate)


def all_texts(gold):
    return [text for part in PARTS for text in gold[part].values()]


TEXT = """# Other tools on our gold

Written by `Evaluation/peers/run.sh` on {date}; [peers/README.md](../peers/README.md) says how, and what the figures
can't tell. {documents} documents, {characters} characters. F1 in per cent with 95% intervals by bootstrap over
documents ({rounds} rounds), all scored with `attache evaluate`. *MB/s* is megabytes of text per second of processor
time on one core, start-up and loading left out, measured one after the other in the same run. *Times* is Attaché's
speed divided by the tool's (below 1 the tool is faster), which depends far less on the machine.

## Sentences

F1 of exact spans. *Text* is given as it is, *lines* one line at a time, which helps tools that expect prose and know
no headlines; Attaché always gets the text. The others split sentences and do nothing else; Attaché's speed is that of
the whole pipeline, with entities, relations, referents and the writing of JSON.

{sentences}

## Entities

F1 of exact span and label. spaCy has no rules for English names of its own, so its pipeline has our lexicons as
phrases and, in its second row, token patterns written for this table. The difference to our row is thus what rules and
context do, not which names are known. Nothing is found for labels whose phrases aren't rows (dates, money).

{entities}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0, help="processor time for each measurement")
    parser.add_argument("--rounds", type=int, default=1000, help="rounds of the bootstrap")
    options = parser.parse_args()
    gold = {part: attache.gold(part) for part in PARTS}
    own = {
        part: attache.evaluate(f"Evaluation/gold/{part}", attache.annotate(gold[part]), options.rounds)
        for part in PARTS
    }
    attache_speed = speed_of_attache({**gold["dev"], **gold["test"]}, options.seconds)
    print(f"Attaché: {attache_speed:.3g} MB/s", file=sys.stderr)
    head = ["tool", "version"]
    sentences = table(
        head + ["text, dev", "text, test", "lines, dev", "lines, test", "MB/s", "times"],
        list(sentence_rows(gold, own, attache_speed, options)),
    )
    entities = table(
        head + ["all", *attache.LABELS, "MB/s", "times"], list(entity_rows(gold, own, attache_speed, options))
    )
    texts = all_texts(gold)
    TARGET.write_text(
        TEXT.format(
            date=datetime.datetime.now(datetime.timezone.utc).date(),
            documents=len(texts),
            characters=f"{sum(map(len, texts)):,}",
            rounds=options.rounds,
            sentences=sentences,
            entities=entities,
        ),
        encoding="utf-8",
    )
    print(f"wrote {TARGET.relative_to(attache.ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
