"""spaCy's rule pipeline on our lexicons: a blank English pipeline, EntityRulers and one component for repeated names.

One pipeline has the rows of the lexicons as phrase patterns, the other also some forty token patterns over word classes
taken from the lexicons (given name + surname, deputy + minister, ministry of X, day + month + year), of the kind that
spaCy's documentation teaches. They were tried out on gold/dev only. Rows that our lexicons mark as `weak` or as needing
context are left out, except for countries: spaCy has nothing that would look at the context.
"""

import csv

import spacy
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import filter_spans

from attache import ROOT

TITLE_CASE = {"TEXT": {"REGEX": r"^(?!The$|[A-Z]+$)[A-Z\u00C0-\u00DE][\w'’-]+$"}}
INITIAL = {"TEXT": {"REGEX": r"^[A-Z]\.?$"}}
DAY = {"TEXT": {"REGEX": r"^([1-9]|[12]\d|3[01])(st|nd|rd|th)?$"}}
DAY_OR_MONTH = {"TEXT": {"REGEX": r"^\d\d?$"}}
YEAR = {"TEXT": {"REGEX": r"^(1[89]|20)\d\d$"}}
NUMBER = {"TEXT": {"REGEX": r"^\d[\d.,]*$"}}
COMMA = {"TEXT": ",", "OP": "?"}
HYPHEN = {"TEXT": "-"}


def rows(name):
    """The rows of a lexicon as dictionaries."""
    with open(ROOT / "Lexicons" / f"{name}.tsv", encoding="utf-8", newline="") as file:
        content = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(content, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def cells(row, *columns):
    for column in columns:
        yield from (item.strip() for item in (row.get(column) or "").split(";") if item.strip())


def certain(row):
    return not {"weak", "context", "title"} & set(cells(row, "policy"))


def words(name, column, values, key, accepts=certain):
    """The single words of a lexicon whose `column` holds one of `values`."""
    return {
        row[key] for row in rows(name) if accepts(row) and " " not in row[key] and values & set(cells(row, column))
    }


def phrases():
    """(label, phrase) of every lexicon row that is a name by itself; the first label of a phrase stays."""
    found = {}
    for row in rows("countries"):
        for phrase in cells(row, "name", "official", "abbreviations", "aliases", "former"):
            found.setdefault(phrase, "Country")
            found.setdefault(phrase.upper(), "Country")
        for phrase in cells(row, "adjective", "people"):
            found.setdefault(phrase, "Nationality")
        for phrase in cells(row, "capital"):
            found.setdefault(phrase, "Location")
            found.setdefault(phrase.upper(), "Location")
    for lexicon, label, columns in [
        ("organisations", "Organization", ("name", "abbreviations", "aliases")),
        ("places", "Location", ("name", "aliases")),
        ("people", "Person", ("name", "aliases")),
    ]:
        for row in rows(lexicon):
            if certain(row):
                for phrase in cells(row, *columns):
                    found.setdefault(phrase, label)
    return ((label, phrase) for phrase, label in found.items())


def folded_phrases():
    """(label, phrase) of titles, which are matched in any case."""
    return (("Title", row["title"]) for row in rows("titles") if certain(row))


def flags(vocabulary):
    """Word classes as lexical flags, spaCy's way to test a token against a large set."""

    def flag(members, fold=False):
        if fold:
            members = {member.lower() for member in members}
            return vocabulary.add_flag(lambda text: text.lower() in members)
        return vocabulary.add_flag(lambda text: text in members)

    names = {
        "given": {row["name"] for row in rows("given-names") if certain(row)},
        "surname": {row["name"] for row in rows("surnames") if certain(row)},
        "particle": words("particles", "position", {"between", "prefix"}, "particle"),
        "organisation": words("organisation-words", "part", {"head"}, "word"),
        "company": words("organisation-words", "part", {"company-suffix"}, "word"),
        "before": words("place-words", "part", {"before"}, "word"),
        "after": words("place-words", "part", {"after"}, "word"),
        "month alone": words("dates", "class", {"month"}, "word"),
    }
    folded = {
        "modifier": words("title-words", "part", {"modifier", "prehead", "rank"}, "word"),
        "head": words("title-words", "part", {"head"}, "word"),
        "portfolio": words("title-words", "part", {"portfolio", "prehead"}, "word"),
        "weekday": words("dates", "class", {"weekday"}, "word"),
        "month": words("dates", "class", {"month"}, "word", accepts=lambda row: True),
        "part": words("dates", "class", {"part-of-day"}, "word"),
        "unit": words("dates", "class", {"unit"}, "word"),
        "currency": {word for row in rows("currencies") for word in cells(row, "name", "plural") if " " not in word},
    }
    result = {name: flag(members) for name, members in names.items()}
    result.update({name: flag(members, fold=True) for name, members in folded.items()})
    return result


def token_patterns(flag):
    """The patterns, by label. A key that is a flag's number asks whether the token has it."""

    def of(name, repeat=None):
        return {flag[name]: True, "OP": repeat} if repeat else {flag[name]: True}

    many, some = {**TITLE_CASE, "OP": "+"}, {**TITLE_CASE, "OP": "?"}
    given = {flag["given"]: True, "TEXT": TITLE_CASE["TEXT"]}
    surname = {flag["surname"]: True, "TEXT": TITLE_CASE["TEXT"]}
    several = {"LOWER": {"IN": ["two", "three", "four", "five", "six", "several", "few", "a", "last", "next", "past"]}}
    relative = {"LOWER": {"IN": ["last", "next", "this", "past", "previous", "following", "coming"]}}
    part_of_period = {"LOWER": {"IN": ["early", "mid", "late", "end"]}}
    magnitude = {"LOWER": {"IN": ["million", "billion", "trillion", "bn", "m"]}, "OP": "?"}
    sign = {"TEXT": {"REGEX": r"^(US|A|C|S|NZ)?[$€£¥₹]$"}}
    yield "Person", [given, some, surname]
    yield "Person", [given, {**INITIAL, "OP": "?"}, TITLE_CASE]
    yield "Person", [given, of("particle", "+"), TITLE_CASE]
    yield "Person", [given, some, of("particle", "*"), TITLE_CASE, HYPHEN, TITLE_CASE]
    yield "Person", [given, HYPHEN, given, TITLE_CASE]
    yield "Person", [given, given, many]
    yield "Person", [TITLE_CASE, {"LOWER": {"IN": ["bin", "ibn", "al", "van", "von", "de"]}}, of("particle", "*"), many]
    yield "Person", [INITIAL, {**INITIAL, "OP": "?"}, surname]
    yield "Title", [of("modifier", "+"), of("head")]
    yield "Title", [of("modifier", "*"), of("head"), {"LOWER": {"IN": ["of", "for"]}}, of("portfolio", "+")]
    yield "Title", [
        *(of("modifier", "*"), of("head"), {"LOWER": {"IN": ["of", "for"]}}, of("portfolio", "+")),
        *({"LOWER": "and"}, of("portfolio", "+")),
    ]
    yield "Organization", [many, of("organisation")]
    yield "Organization", [of("organisation"), {"LOWER": {"IN": ["of", "for"]}}, {"LOWER": "the", "OP": "?"}, many]
    yield "Organization", [
        *(of("organisation"), {"LOWER": {"IN": ["of", "for"]}}, {"LOWER": "the", "OP": "?"}, many),
        *({"LOWER": "and"}, many),
    ]
    yield "Organization", [many, of("company")]
    yield "Location", [of("before"), {"LOWER": "of", "OP": "?"}, many]
    yield "Location", [many, of("after")]
    yield "Date", [of("weekday")]
    yield "Date", [of("weekday"), COMMA, DAY, of("month"), {**YEAR, "OP": "?"}]
    yield "Date", [of("weekday"), COMMA, of("month"), DAY]
    yield "Date", [of("weekday"), COMMA, of("month"), DAY, COMMA, YEAR]
    yield "Date", [part_of_period, {"TEXT": {"IN": ["-", "of"]}, "OP": "?"}, of("month")]
    yield "Date", [of("month alone")]
    yield "Date", [DAY, {"TEXT": {"IN": ["-", "–", "to", "and"]}}, DAY, of("month"), {**YEAR, "OP": "?"}]
    yield "Date", [DAY_OR_MONTH, HYPHEN, DAY_OR_MONTH, HYPHEN, YEAR]
    yield "Date", [DAY, of("month")]
    yield "Date", [DAY, of("month"), COMMA, YEAR]
    yield "Date", [of("month"), DAY]
    yield "Date", [of("month"), DAY, COMMA, YEAR]
    yield "Date", [of("month"), YEAR]
    yield "Date", [YEAR]
    yield "Date", [relative, {flag["unit"]: True}]
    yield "Date", [relative, {flag["weekday"]: True}]
    yield "Date", [relative, {flag["month"]: True}]
    yield "Date", [several, {flag["unit"]: True}, {"LOWER": {"IN": ["ago", "later", "earlier"]}}]
    yield "Date", [NUMBER, {flag["unit"]: True}, {"LOWER": {"IN": ["ago", "later", "earlier"]}}]
    yield "Date", [of("weekday"), of("part")]
    yield "Date", [relative, of("part")]
    yield "Date", [{"LOWER": {"IN": ["earlier", "later"]}}, relative, of("unit")]
    yield "Date", [{"LOWER": {"IN": ["today", "yesterday", "tomorrow", "tonight"]}}]
    yield "Date", [{"TEXT": {"REGEX": r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$"}}]
    yield "Money", [sign, NUMBER, magnitude]
    yield "Money", [NUMBER, magnitude, of("currency")]
    yield "Money", [NUMBER, magnitude, {"TEXT": "US"}, {"LOWER": "dollars"}]
    yield "Money", [{"TEXT": {"REGEX": "^(USD|EUR|GBP|US|NZ|S|A|C)$"}}, {"TEXT": "$", "OP": "?"}, NUMBER, magnitude]


@Language.component("repeated_names")
def repeated_names(document):
    """Marks the last name of a person wherever it stands alone, as a newsroom would add it to such a pipeline."""
    known = {entity[-1].text for entity in document.ents if entity.label_ == "Person" and len(entity) > 1}
    known = {name for name in known if len(name) > 2 and name[0].isupper()}
    again = [Span(document, token.i, token.i + 1, "Person") for token in document if token.text in known]
    taken = {token.i for entity in document.ents for token in entity}
    document.ents = filter_spans([*document.ents, *(span for span in again if span.start not in taken)])
    return document


def pipeline(with_patterns):
    """A function from a text to (start, end, label), and the pipeline itself."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    titles = language.add_pipe("entity_ruler", name="titles", config={"phrase_matcher_attr": "LOWER"})
    titles.add_patterns([{"label": label, "pattern": phrase} for label, phrase in folded_phrases()])
    names = language.add_pipe("entity_ruler", name="names")
    names.add_patterns([{"label": label, "pattern": phrase} for label, phrase in phrases()])
    if with_patterns:
        for label, pattern in token_patterns(flags(language.vocab)):
            ruler = titles if label == "Title" else names
            ruler.add_patterns([{"label": label, "pattern": pattern}])
        language.add_pipe("repeated_names")

    def annotate(text):
        return [(entity.start_char, entity.end_char, entity.label_) for entity in language(text).ents]

    return annotate
