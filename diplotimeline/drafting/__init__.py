"""From a statement to candidate events for a person to correct: deterministic, offline, nothing invented."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from diplotimeline.drafting.candidates import Candidate, Drafting
from diplotimeline.drafting.expressions import Tagged, vocabulary
from diplotimeline.drafting.moments import Anchor
from diplotimeline.drafting.naming import Register
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.story import dateline
from diplotimeline.errors import CallError
from diplotimeline.quotes.verify import ArchivedText
from diplotimeline.record.values import Actor
from diplotimeline.suggest import did_you_mean

__all__ = ["LANGUAGES", "Candidate", "candidates", "day_of", "language_of", "resolve_date"]

LANGUAGES, SAMPLE = ("en", "fr"), 20_000
CUT = "its words cannot be quoted: a number or word goes on in the next line"


def candidates(
    text: str, issued: date, *, language: str = "", actors: Mapping[str, Actor] | None = None, speaker: str = ""
) -> tuple[Candidate, ...]:
    """The candidate events of a statement issued on a day, in the order of the text; those left out have a `reason`.

    Without a language the text decides between the known ones; `speaker` is who says `we` in it, as printed. Raises
    `CallError` for a language that is not known, and without the parser.
    """
    language = _known(language or language_of(text))
    register = Register(actors or {}, tuple(map(vocabulary, LANGUAGES)))
    archived = ArchivedText(text)
    found = Drafting(issued, language, register, speaker).read(text)
    return tuple(one if archived.verdict(one.quote) != "absent" else one._replace(reason=CUT) for one in found)


def resolve_date(words: str, issued: date, *, language: str = "en") -> tuple[str, ...]:
    """The dates in EDTF that words such as `last week` stand for, said on a day; several where they are a list.

    Raises `Unsettled` (of `drafting.moments`) where the words leave the date open.
    """
    known = vocabulary(_known(language))
    anchor = Anchor(issued, day_first=known.day_first)
    return tuple(moment.edtf for date in Tagged(words, known).dates for moment in resolve(anchor, date.node))


def day_of(text: str, *, language: str = "") -> date | None:
    """The day that a text gives as its own in its first lines, `Vienna, 6 October 2022`; nothing if it gives none."""
    return dateline(text, vocabulary(_known(language or language_of(text))))


def language_of(text: str) -> str:
    """The known language that a text is most likely in."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:SAMPLE].lower()))
    return max(LANGUAGES, key=lambda code: sum(counts[word] for word in vocabulary(code).text["common"]))


def _known(language: str) -> str:
    """The code of a language that there are words for. Raises `CallError` for another one."""
    if language not in LANGUAGES:
        help = did_you_mean(language, LANGUAGES, "known")
        raise CallError(f"there are no tables for the language '{language}'", help)
    return language
