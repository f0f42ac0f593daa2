"""Kinds of fields that hold others: groups of fields, lists, and ids of which there may be several."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from diplotimeline.errors import FieldError
from diplotimeline.record.kinds import ACTOR, LINE, TAG, Kind, OneOfIds, shown


class Group(Kind):
    """A group of fields: a value of one of the classes of `values`.

    With `short`, a plain text, of the kind `written`, stands for a group in which only that field is given.
    """

    expected = ("a group belongs here", "write {name: value, …}, or indented 'name: value' lines")
    written = ()

    def __init__(self, form: type[Any], short: str = "", written: Kind | None = None, *, shared: bool = False) -> None:
        self.form, self.short, self.text = form, short, written or LINE
        self.shared = shared or bool(short)
        self.schema = {"$ref": f"#/$defs/{form.__name__}"}
        if short:
            self.schema = {"anyOf": [self.text.schema, self.schema]}

    def holds(self, value: Any) -> bool:
        return isinstance(value, self.form)

    def opened(self, raw: Any, subject: str) -> Any:
        """What a file holds, as a group if it is written short; raises `FieldError` for a short form that is none."""
        if not self.short or not isinstance(raw, str):
            return raw
        if not self.text.holds(raw):
            raise self.text.refuse(raw, subject).of(self.short)
        return {self.short: raw}


class Several(Kind):
    """A list of one kind; its values are tuples."""

    expected = ("a list belongs here", "write [one, two], or a line '- one' for each")
    written: Any = (tuple, list)
    placeholder = ()

    def __init__(self, each: Kind) -> None:
        self.each = each
        self.forms = frozenset([each.form] if isinstance(each, Group) else [])
        self.schema = {"type": "array", "items": each.schema}

    def holds(self, value: Any) -> bool:
        if not isinstance(value, tuple):
            return False
        return self.forms.issuperset(map(type, value)) or all(map(self.each.holds, value))

    def explain(self, value: Any, subject: str) -> FieldError:
        if isinstance(value, list):  # in Python: a file has lists, a value tuples
            return FieldError("wrong-type", f"{subject} is a list, but a tuple belongs here", "write tuple(…)")
        wrong = next(one for one in value if not self.each.holds(one))
        return self.each.refuse(wrong, f"an entry of {subject}")

    def opened(self, raw: Any, subject: str) -> Any:
        """What a file holds, as a list if it is written short."""
        return raw

    def repeats(self, values: Sequence[Any], subject: str) -> Iterable[tuple[int, FieldError]]:
        """The places of entries that may not stand there again, with what to say of each: here, any may."""
        return ()


class OneOrMore(Several):
    """The id of one actor, or a list of ids that are all different; its values are tuples, also of a single one."""

    expected = ("an id or a list of ids belongs here", "write one id, or [one, two]")
    written = (tuple, list, str)

    def __init__(self) -> None:
        super().__init__(OneOfIds("actor-id"))
        several = {**self.schema, "minItems": 1, "uniqueItems": True}
        self.schema = {"anyOf": [ACTOR.schema, several]}

    def holds(self, value: Any) -> bool:
        return super().holds(value) and not any(self.repeats(value, ""))

    def opened(self, raw: Any, subject: str) -> Any:
        """A single id stands for the list of it; raises `FieldError` for one that is none, and for an empty list."""
        if raw == []:
            raise self.refuse(None, subject)
        return [ACTOR.read(raw, subject)] if isinstance(raw, str) else raw

    def repeats(self, values: Sequence[Any], subject: str) -> Iterator[tuple[int, FieldError]]:
        """The places of ids that stand further up already, with what to say of each."""
        first: dict[str, int] = {}
        for place, one in enumerate(values):
            if isinstance(one, str) and first.setdefault(one, place) != place:
                yield place, FieldError("wrong-type", f"{shown(one)} stands twice in {subject}", "keep one of them")

    def explain(self, value: Any, subject: str) -> FieldError:
        if isinstance(value, str):  # in Python: a file may have a single id
            return FieldError("wrong-type", f"{subject} is a text, but a tuple belongs here", f"write ({value!r},)")
        repeated = (error for _, error in self.repeats(value, subject))
        return next(repeated, None) or super().explain(value, subject)


LINES, TAGS, IDS = Several(LINE), Several(TAG), OneOrMore()
