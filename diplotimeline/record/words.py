"""The closed lists of words, each word with its meaning in one line, from `words.txt`; a file may use those of `LISTS`.

Hover texts of editors, `check --explain type` and `docs/format.md` come from here.
"""

from collections.abc import Mapping
from functools import cache

from diplotimeline.files import blocks

_lists = {name: dict(line.split(": ", 1) for line in lines) for name, *lines in blocks("record/words.txt")}

TYPES, STATUSES, PARTS, ROLES, ACTOR_KINDS, STANCES, RELATIONS, PLACE_PRECISIONS, VERSIONS, *_ = _lists.values()
TOLLS, VERDICTS, DATE_PRECISIONS = (_lists[name] for name in ("toll", "verdict", "date precision"))

LISTS = {name: words for name, words in _lists.items() if words not in (TOLLS, VERDICTS, DATE_PRECISIONS)}
"""The lists that a file may use, by the name of their field."""


@cache
def tried() -> Mapping[str, str]:
    """The words that people try in place of those of the lists, each with the one that is meant, from `tried.txt`.

    They are in small letters, with hyphens for blanks.
    """
    lines = [line.split(": ") for block in blocks("record/tried.txt") for line in block]
    return {word: meant for meant, words in lines for word in words.split()}
