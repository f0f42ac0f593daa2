"""Kinds of fields that hold texts by names which the author of a file gives, such as `{ucdp: 376126}`."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from diplotimeline.errors import FieldError
from diplotimeline.record.kinds import LINE, TEXT, Kind, Text, shape, shown

Pairs = tuple[tuple[str, str], ...]
"""The names and their texts, each name once."""


class Named(Kind):
    """Texts by names; its values are tuples of pairs.

    `names` is the pattern of the names, `words` and `help` are said of one that has another form.
    """

    expected = ("a group belongs here", "write {name: text, …}, or indented 'name: text' lines")
    written = (tuple, dict)
    placeholder = ()

    def __init__(self, names: str, words: str, help: str, text: Text = TEXT) -> None:
        self.matches = lru_cache(maxsize=1024)(re.compile(names).fullmatch)  # every event has the same ones
        self.words, self.help, self.text = words, help, text
        self.schema: Mapping[str, Any] = {
            "type": "object",
            "propertyNames": {"pattern": f"^{names}$"},
            "additionalProperties": text.schema,
        }

    def holds(self, value: Any) -> bool:
        return isinstance(value, tuple) and all(map(self._is_pair, value)) and len(dict(value)) == len(value)

    def _is_pair(self, pair: Any) -> bool:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            return False
        return self.matches(pair[0]) is not None and self.text.holds(pair[1])

    def check_name(self, name: str) -> None:
        """Raises `FieldError` for a name of another form."""
        if not self.matches(name):
            raise FieldError("wrong-type", f"{shown(name)} {self.words}", self.help, at_key=True)

    def explain(self, value: Any, subject: str) -> FieldError:
        pairs = value if isinstance(value, tuple) and all(isinstance(pair, tuple) for pair in value) else ()
        names = [pair[0] for pair in pairs if len(pair) == 2 and isinstance(pair[0], str)]
        wrong = next((name for name in names if not self.matches(name)), None)
        if wrong is not None:
            return FieldError("wrong-type", f"{shown(wrong)} {self.words}", self.help)
        message = f"{subject} is {shape(value)}, but a tuple of pairs of texts belongs here, each name once"
        return FieldError("wrong-type", message, "write ((name, text), …)")


REASONS = Named(r".*\S.*", "is not the name of a rule", "write such as no-quote")
IDENTIFIERS = Named(
    "[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*", "is not the name of a database in small letters",
    "write such as ucdp, acled or doi", text=LINE,
)  # fmt: skip
EXTRA = Named(
    r"[^\s=](?:[^=\n]*[^\s=])?", "is not a name for a field of one's own",
    "write a word or two on one line, without '='; --where NAME=VALUE parts them there",
)  # fmt: skip


def told_apart(one: Pairs, other: Pairs) -> bool:
    """Whether a database has both of two events, whose identifiers these are, by different ones."""
    known = dict(one)
    for name, text in other:  # noqa: SIM110 - many are compared, and `any` takes twice the time
        if known.get(name, text) != text:
            return True
    return False
