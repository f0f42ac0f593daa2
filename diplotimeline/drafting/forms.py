"""The present of a verb, from its base form: rules and tables of `languages/`, read as data."""

from collections.abc import Mapping
from typing import Any


class Forms:
    """How a language makes the third person of the present."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.one: Mapping[str, str] = tables["one"]
        self.many: Mapping[str, str] = tables["many"]
        self.irregular: Mapping[str, str] = tables["irregular"]
        self.before_vowels: Mapping[str, str] = tables["before_vowels"]
        self.participles: tuple[str, ...] = tuple(tables["participles"])

    def present(self, base: str, *, many: bool) -> str:
        """`expel` is `expels`; empty if no rule fits. The longest ending decides."""
        if base in self.irregular:
            return self.irregular[base].split()[many]
        if not base.isalpha():
            return ""
        endings = self.many if many else self.one
        ending = next((one for one in sorted(endings, key=len, reverse=True) if base.endswith(one)), None)
        return base[: len(base) - len(ending)] + endings[ending] if ending is not None else ""

    def is_participle(self, word: str) -> bool:
        """Whether a word may stand after `is` and `are`."""
        return not self.participles or word.lower().endswith(self.participles)

    def reflexive(self, present: str) -> str:
        """`se rend`, `s'ouvre`."""
        word = self.before_vowels["one"] if present[:1] in self.before_vowels["vowels"] else self.before_vowels["other"]
        return f"{word}{present}"
