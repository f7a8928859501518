"""Sentence splitters from PyPI, each as a function from a text to its spans in code points.

A tool that can't be imported is reported and left out. Spans are trimmed of white space, because tools differ in whom
they give it to; nothing else is mended.
"""

import importlib.metadata
import re
import sys


def version(package):
    return importlib.metadata.version(package)


def trimmed(text, spans):
    """Spans without surrounding white space; those of nothing else are left out."""
    result = []
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            result.append((start, end))
    return result


def located(text, parts):
    """The spans of strings that stand in the text in this order; one that was changed on the way has none."""
    spans, position = [], 0
    for part in parts:
        part = part.strip()
        # Some tools turn line breaks into spaces.
        found = re.compile(r"\s+".join(map(re.escape, part.split()))).search(text, position) if part else None
        if found:
            spans.append(found.span())
            position = found.end()
    return spans


def by_line(split):
    """The same splitter, given one line of the text at a time."""

    def split_lines(text):
        spans, start = [], 0
        for line in text.splitlines(keepends=True):
            spans += [(start + a, start + b) for a, b in split(line)]
            start += len(line)
        return spans

    return split_lines


def plain():
    """What anyone would write first: a full stop, question or exclamation mark, white space, a capital or quote."""
    end = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")

    def split(text):
        cuts = [0, *(match.end() for match in end.finditer(text)), len(text)]
        return list(zip(cuts, cuts[1:]))

    return split


def spacy_sentencizer():
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return lambda text: [(sentence.start_char, sentence.end_char) for sentence in pipeline(text).sents]


def pysbd():
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    return lambda text: located(text, segmenter.segment(text))


def sentencex():
    from sentencex import get_sentence_boundaries

    return lambda text: [(s["start_index"], s["end_index"]) for s in get_sentence_boundaries("en", text)]


def syntok():
    from syntok import segmenter

    def split(text):
        return [
            (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
            for paragraph in segmenter.analyze(text)
            for sentence in paragraph
            if sentence
        ]

    return split


def segtok():
    from segtok.segmenter import split_multi

    return lambda text: located(text, split_multi(text))


def blingfire():
    from blingfire import text_to_sentences_and_offsets

    return lambda text: text_to_sentences_and_offsets(text)[1]


def sentence_splitter():
    from sentence_splitter import SentenceSplitter

    splitter = SentenceSplitter(language="en")
    return lambda text: located(text, splitter.split(text))


SPLITTERS = [
    ("regular expression", None, plain),
    ("spaCy sentencizer", "spacy", spacy_sentencizer),
    ("pySBD", "pysbd", pysbd),
    ("sentencex", "sentencex", sentencex),
    ("syntok", "syntok", syntok),
    ("segtok", "segtok", segtok),
    ("Bling Fire", "blingfire", blingfire),
    ("sentence-splitter (Moses)", "sentence-splitter", sentence_splitter),
]


def available():
    """(name, version, function) of each splitter that is installed."""
    for name, package, make in SPLITTERS:
        try:
            yield name, version(package) if package else "", make()
        except Exception as error:  # Whatever a package does wrong at import, the others go on.
            print(f"left out: {name}: {error!r}", file=sys.stderr)
