"""What single cells say besides dates: numbers of people, names, addresses."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from diplotimeline.characters import folded
from diplotimeline.errors import CallError
from diplotimeline.importing.columns import recognise
from diplotimeline.importing.readings import NAMES, words_of
from diplotimeline.record.casualties import bounds_of
from diplotimeline.record.chronology import Timeline, find_actor
from diplotimeline.record.kinds import WEB_ADDRESS
from diplotimeline.record.words import TOLLS
from diplotimeline.suggest import closest

THOUSANDS = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:[,.'’\u00a0\u202f][0-9]{3})+)(?![0-9.,])")
PEOPLE = r"(?: (?:people|persons?|personnes?))?"
COUNT = re.compile(rf"(?P<number>[^a-z]*?(?:(?:at least|at most|up to|about|around|c\.|ca\.|approx\.|to|or more)"
                   rf"[^a-z]*)*){PEOPLE} (?P<word>[a-z]+)")  # fmt: skip
LONGEST_COUNT = 200


def counts_in(cell: str, toll: str = "") -> dict[str, Any] | None:
    """The numbers of people in a cell by what happened to them: `{"killed": "4"}`; None if not all of it is understood.

    In a column of one toll, numbers have no word; elsewhere each has its own: `3-5 dead, 1 wounded`.
    """
    text = THOUSANDS.sub(lambda match: re.sub("[^0-9]", "", match[1]), folded(cell))
    if len(text) > LONGEST_COUNT:
        return None
    if toll and (number := number_in(text)) is not None:
        return {toll: number}
    found: dict[str, Any] = {}
    for part in re.split(r" ?(?:[,;&]|\band\b|\bet\b|(?<=[a-z])/) ?", text):
        match = COUNT.fullmatch(part)
        name = recognise(match["word"]) if match else toll
        number = number_in(match["number"] if match else part)
        if name not in TOLLS or number is None or name in found:
            return None
        found[name] = number
    return found


def number_in(text: str) -> Any:
    """A number of people as a file writes it: `4`, or a group such as `{"low": "3", "high": "5"}`; None for others."""
    text = re.sub(r"^([0-9]+)\.0+$", r"\1", text.strip())
    text = text.replace("≥", ">=").replace("≤", "<=")
    if re.fullmatch("[0-9]{1,9}", text):
        return str(int(text))
    bounds = bounds_of(text) or text
    found = dict(re.findall("(low|best|high): ([0-9]{1,9})(?=[,}])", bounds)) if bounds.startswith("{") else {}
    numbers = [int(found[name]) for name in ("low", "best", "high") if name in found]
    return found if numbers and numbers == sorted(numbers) and bounds.count(":") == len(found) else None


def split_at(cell: str, separators: Iterable[str]) -> list[str]:
    """The parts of a cell, at these separators and at line ends; not inside brackets."""
    signs = sorted({"\n", *separators} - {""}, key=len, reverse=True)
    parts, depth, last = [], 0, 0
    for match in re.finditer("|".join([*map(re.escape, signs), "[()]"]), cell):
        if match[0] in ("(", ")") and match[0] not in signs:
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif not depth or match[0] == "\n":
            parts.append(cell[last : match.start()])
            last = match.end()
    return [one for part in (*parts, cell[last:]) if (one := " ".join(part.split()))]


def matches(cell: str, patterns: Sequence[str]) -> bool:
    """Whether a cell is one of the texts, in which `*` stands for any others, whatever the case."""
    return any(fnmatchcase(folded(cell), folded(one).replace("[", "[[]")) for one in patterns)


# --- names ---------------------------------------------------------------------------------------------------------


@dataclass
class Names:
    """The actors that names of a table mean: by the mapping, or by name, alias or id in a register.

    A word such as `unknown` means none: the table itself says that nobody knows.
    """

    meanings: Mapping[str, tuple[str, ...]]
    register: Timeline
    used: dict[str, None] = field(default_factory=dict)
    found: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_word = {folded(name): ids for name, ids in self.meanings.items()}
        every = (name for actor in self.register.actors.values() for name in (actor.name, *actor.aliases))
        self.known = dict.fromkeys(
            [*self.register.actors, *every, *(id for ids in self.meanings.values() for id in ids)]
        )

    def of(self, name: str) -> tuple[str, ...] | None:
        """The ids that a name means, which may be none; None for one that is not known."""
        if name not in self.found:
            self.found[name] = self._looked_up(name)
        ids = self.found[name]
        self.used |= dict.fromkeys(ids or ())
        return ids

    def _looked_up(self, name: str) -> tuple[str, ...] | None:
        if (word := folded(name)) in self.by_word:
            return self.by_word[word]
        try:
            return (find_actor(self.register, name),)
        except CallError:
            return () if word in words_of(NAMES)["nobody"] else None

    def question(self, name: str) -> str:
        """What to ask about a name that is not known."""
        if name not in self.questions:
            near = closest(name, self.known)
            self.questions[name] = f"who is '{name}'? perhaps {near}" if near else f"who is '{name}'?"
        return self.questions[name]


# --- sources ----------------------------------------------------------------------------------------------------------


def addresses_in(cell: str) -> tuple[list[str], str]:
    """The web addresses in a cell, and what else stands there."""
    words = [word.strip("<>()[]\"'").rstrip(".,;") for word in re.split(r"[\s|]+|[;,](?=\s|https?:)", cell) if word]
    found = [word for word in words if WEB_ADDRESS.fullmatch(word)]
    return list(dict.fromkeys(found)), " ".join(word for word in words if word not in found).strip()
