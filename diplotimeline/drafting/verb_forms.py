"""The forms of the verbs in the tables, each with its tense: `past` may also be a participle, `base` an infinitive."""

from collections.abc import Iterator, Mapping

VOWELS = "aeiou"
Forms = tuple[tuple[str, tuple[str, str]], ...]
"""Phrases, each with its type and its form: `base`, `third`, `ing`, `past` or `participle`."""


def entries(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The entries of a table with the names they stand under; the first to name a phrase has it."""
    for name, phrases in table.items():
        for phrase in phrases.split("|"):
            if phrase:
                yield phrase, name


def english_forms(verbs: Mapping[str, str], irregular: Mapping[str, str]) -> Forms:
    """Every form of the English verbs."""
    known: dict[str, tuple[str, str]] = {}
    for phrase, type in entries(verbs):
        head, blank, rest = phrase.partition(" ")
        tail = blank + rest
        past, participle = irregular.get(head, f"{_past(head)},{_past(head)}").split(",")
        for word, form in (
            (head, "base"), (_third(head), "third"), (_ing(head), "ing"), (past, "past"), (participle, "participle"),
        ):  # fmt: skip
            known.setdefault(word + tail, (type, "past" if word == past else form))
    return tuple(known.items())


def french_forms(verbs: Mapping[str, str]) -> Forms:
    """The participles in all genders and numbers; the tense is in the auxiliary before them."""
    known: dict[str, tuple[str, str]] = {}
    for phrase, type in entries(verbs):
        head, blank, rest = phrase.partition(" ")
        plural = head if head.endswith("s") else f"{head}s"
        for word in (head, plural, f"{_feminine(head)}e", f"{_feminine(head)}es"):
            known.setdefault(word + blank + rest, (type, "participle"))
    return tuple(known.items())


def _feminine(head: str) -> str:
    return "dissout" if head == "dissous" else "due" if head == "dû" else head


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    return f"{head[:-1]}ied" if head.endswith("y") and head[-2] not in VOWELS else f"{head}ed"


def _third(head: str) -> str:
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        return f"{head[:-1]}ies"
    return {"have": "has", "be": "is", "go": "goes"}.get(head) or head + ("es" if head.endswith(("s", "sh", "ch", "x")) else "s")


def _ing(head: str) -> str:
    return f"{head[:-1]}ing" if head.endswith("e") and not head.endswith(("ee", "be")) else f"{head}ing"
