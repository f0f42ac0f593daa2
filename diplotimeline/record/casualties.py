"""How many people an event concerned: counts with their bounds, by side."""

import re
from typing import Any, ClassVar

from diplotimeline.errors import FieldError
from diplotimeline.record import kinds, words
from diplotimeline.record.fields import Value, optional, value_class
from diplotimeline.record.groups import Group, Several

RANGES = (
    (r"([0-9]{1,9}) ?(?:-|–|to) ?([0-9]{1,9})", "low: {}, high: {}"),
    (r"(?:at least|>=) ?([0-9]{1,9})|([0-9]{1,9}) ?(?:\+|or more)", "low: {}"),
    (r"(?:at most|up to|<=) ?([0-9]{1,9})", "high: {}"),
    (r"(?:about|around|approx\.?|c\.|ca\.|~) ?([0-9]{1,9})", "best: {}"),
)


@value_class
class Count(Value):
    """A number of people; the bounds are inclusive, and None where no source gives one."""

    called: ClassVar = "a count"
    low: int | None = optional(kinds.WHOLE, "At least so many", None)
    best: int | None = optional(kinds.WHOLE, "The best estimate", None)
    high: int | None = optional(kinds.WHOLE, "At most so many", None)

    def check_together(self) -> None:
        """A count has a number, and its numbers stand in order."""
        known = [number for number in (self.low, self.best, self.high) if number is not None]
        if not known:
            help = "write {low: 3, high: 5}, or a number"
            raise FieldError("missing-key", "a count has 'low', 'best' or 'high'", help)
        if known != sorted(known):
            help = "'low' is at most 'best', 'best' is at most 'high'"
            raise FieldError("wrong-type", "the numbers of a count stand in the wrong order", help)

    def __str__(self) -> str:
        """`17`, `about 150`, `105–207`, `at least 7`, `at most 9`, `105–207 (best estimate 150)`."""
        if self.low is None and self.high is None:
            return f"about {self.best}"
        if self.low == self.high:
            return str(self.low)
        best = f" (best estimate {self.best})" if self.best is not None else ""
        if self.low is None or self.high is None:
            return (f"at most {self.high}" if self.low is None else f"at least {self.low}") + best
        return f"{self.low}–{self.high}{best}"


def bounds_of(text: str) -> str:
    """A range in words as a count, `{low: 4, high: 7}` of `4-7`; empty for any other text."""
    for pattern, bounds in RANGES:
        match = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
        if match is not None:
            return "{" + bounds.format(*sorted(filter(None, match.groups()), key=int)) + "}"
    return ""


class NumberOfPeople(Group):
    """A number of people: a `Count`, which a file may write as a whole number."""

    def __init__(self) -> None:
        super().__init__(Count, shared=True)
        self.schema = {"anyOf": [kinds.WHOLE.schema, self.schema]}

    def opened(self, raw: Any, subject: str) -> Any:
        """A whole number is a count whose bounds are equal."""
        if isinstance(raw, dict):
            return raw
        bounds = bounds_of(raw) if isinstance(raw, str) and not raw.isdigit() else ""
        if bounds:
            raise FieldError("wrong-type", f"{kinds.shown(raw)} is not a whole number", f"write {bounds}")
        kinds.WHOLE.read(raw, subject)
        return dict.fromkeys(("low", "high"), raw)


NUMBER_OF_PEOPLE = NumberOfPeople()


@value_class
class Casualties(Value):
    """What happened to the people of one side; without a side it is a total, or nobody knows whose they were."""

    called: ClassVar = "an entry of 'casualties'"
    who: str = optional(kinds.ACTOR, "Id of the actor whose people they were; without it a total, or a side not known")
    killed: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["killed"], None)
    injured: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["injured"], None)
    captured: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["captured"], None)
    released: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["released"], None)
    missing: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["missing"], None)
    detained: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["detained"], None)
    displaced: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["displaced"], None)

    @property
    def tolls(self) -> tuple[tuple[str, Count], ...]:
        """The counts that are given, with their names."""
        given = ((name, getattr(self, name)) for name in words.TOLLS)
        return tuple((name, count) for name, count in given if count is not None)


class OneSide(Group):
    """An entry of `casualties`. In a file it has a count; the value of a draft whose count is a TODO has none."""

    def __init__(self) -> None:
        super().__init__(Casualties, shared=True)

    def opened(self, raw: Any, subject: str) -> Any:
        if isinstance(raw, dict) and not raw.keys() - {"who"}:
            raise FieldError("missing-key", f"{subject} has no count", f"add one of: {', '.join(words.TOLLS)}")
        return raw


CASUALTIES = Several(OneSide())


def check_sides(casualties: tuple[Casualties, ...]) -> None:
    """Raises `FieldError` for a second entry without a side."""
    if not casualties:  # nearly always; asked of every claim
        return
    total = [one for one in casualties if not one.who]
    if len(total) > 1:
        help = "name their sides with 'who', or give one total"
        raise FieldError("wrong-type", f"{len(total)} entries of 'casualties' name no side", help, "casualties")
