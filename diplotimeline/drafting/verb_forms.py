"""The forms of the verbs in the tables, each with its tense: `past` may also be a participle, `base` an infinitive."""

from collections.abc import Iterator, Mapping

VOWELS = "aeiou"
Forms = tuple[tuple[str, tuple[str, str]], ...]
"""Phrases, each with its type and its form: `base`, `third`, `ing`, `past` or `participle`."""


def plurals(nouns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The nouns of a table with their plurals, where these are made by rule."""
    for phrase, type in entries(nouns):
        yield phrase, type
        head, blank, rest = phrase.partition(" ")
        if blank and rest.split()[0] not in ("of", "du", "de", "d'", "des"):
            head, rest = phrase, ""
            blank = ""
        if not head.endswith(("s", "x", "z")):
            plural = f"{head[:-1]}ies" if head.endswith("y") and head[-2:-1] not in VOWELS else f"{head}s"
            yield plural + blank + rest, type


def entries(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The entries of a table with the names they stand under; the first to name a phrase has it."""
    for name, phrases in table.items():
        for phrase in phrases.split("|"):
            if phrase:
                yield phrase, name


def english_forms(verbs: Mapping[str, str], states: str, irregular: Mapping[str, str]) -> Forms:
    """Every form of the English verbs."""
    known: dict[str, tuple[str, str]] = {}
    for phrase, type in entries({**verbs, "": states}):
        head, blank, rest = phrase.partition(" ")
        tail = blank + rest
        past, participle = irregular.get(head, f"{_past(head)},{_past(head)}").split(",")
        for word, form in (
            (past, "past"), (participle, "participle"), (head, "base"), (_third(head), "third"), (_ing(head), "ing"),
        ):  # fmt: skip
            known.setdefault(word + tail, (type, form))
    return tuple(known.items())


def french_forms(verbs: Mapping[str, str], states: str) -> Forms:
    """The participles in all genders and numbers, and what can be made of them by rule."""
    known: dict[str, tuple[str, str]] = {}
    for phrase, type in entries({**verbs, "": states}):
        head, blank, rest = phrase.partition(" ")
        plural = head if head.endswith("s") else f"{head}s"
        forms = [(word, "participle") for word in (head, plural, f"{_feminine(head)}e", f"{_feminine(head)}es")]
        for word, form in (*forms, *_by_rule(head)):
            known.setdefault(word + blank + rest, (type, form))
    return tuple(known.items())


def _by_rule(head: str) -> tuple[tuple[str, str], ...]:
    """Simple past, future, infinitive and gerund of the two regular classes."""
    stem = head[:-1]
    if head.endswith("é"):
        endings = {
            "a": "past", "èrent": "past", "era": "future", "eront": "future", "erait": "would", "eraient": "would",
            "ait": "imperfect", "aient": "imperfect", "er": "base", "ant": "ing", "e": "third", "ent": "third",
        }  # fmt: skip
    elif head.endswith("i"):
        endings = {
            "it": "past", "irent": "past", "ira": "future", "iront": "future", "irait": "would", "iraient": "would",
            "issait": "imperfect", "issaient": "imperfect", "ir": "base", "issant": "ing",
        }  # fmt: skip
    else:
        return ()
    return tuple((stem + ending, form) for ending, form in endings.items())


def _feminine(head: str) -> str:
    return "dissout" if head == "dissous" else "due" if head == "dû" else head


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    return f"{head[:-1]}ied" if head.endswith("y") and head[-2] not in VOWELS else f"{head}ed"


def _third(head: str) -> str:
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        return f"{head[:-1]}ies"
    return {"have": "has", "be": "is", "go": "goes"}.get(head) or head + (
        "es" if head.endswith(("s", "sh", "ch", "x")) else "s"
    )


def _ing(head: str) -> str:
    return f"{head[:-1]}ing" if head.endswith("e") and not head.endswith(("ee", "be")) else f"{head}ing"
