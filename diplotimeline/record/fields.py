"""How a value class declares its fields, each once, by kind, description and default; and how values are checked."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, ClassVar, NamedTuple

from diplotimeline.record.kinds import Kind


class Field(NamedTuple):
    """A field as it is declared: its name in Python and in a file, its kind, what an editor says of it.

    `needs` names a field without which this one means nothing. `short` names fields of the only entry of a list that
    may stand in the group itself, instead of the list.
    """

    name: str
    written_as: str
    kind: Kind
    description: str
    default: Any = MISSING
    needs: str = ""
    short: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether a file must give it."""
        return self.default is MISSING


def required(kind: Kind, description: str, **more: Any) -> Any:
    """A field that must be given; `more` are fields of `Field`."""
    return field(metadata={"kind": kind, "description": description, **more})


def optional(kind: Kind, description: str, default: Any = "", **more: Any) -> Any:
    """A field that may be left out; the default stands for "not given"."""
    return field(default=default, metadata={"kind": kind, "description": description, **more})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Value:
    """A frozen value whose fields are checked whenever one is made, by a call or by `dataclasses.replace`.

    Raises `FieldError`, in the words of `check`, for a value that does not belong in its field. `called` is what a
    message calls it: `an event`.

    How values are compared and shown is written here once: `dataclass` would compile it for each class, at every start.
    """

    called: ClassVar[str]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        compared = _compared(type(self))
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        return hash(_compared(type(self))(self))

    def __repr__(self) -> str:
        """The call that makes it."""
        given = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
        return f"{type(self).__name__}({', '.join(given)})"

    def __post_init__(self) -> None:
        values_of, defaults, checks = _CHECKS.get(type(self)) or _checks(type(self))
        values = values_of(self)
        for value, (default, holds, declared) in compress(zip(values, checks), map(is_not, values, defaults)):
            if not holds(value) and value != default:
                raise declared.kind.refuse(value, f"'{declared.written_as}'").of(declared.written_as)
        self.check_together()

    def check_together(self) -> None:
        """Raises `FieldError` for fields that do not fit one another."""


Checks = tuple[Callable[[Any], tuple[Any, ...]], tuple[Any, ...], tuple[tuple[Any, Callable[[Any], bool], Field], ...]]
_DECLARED: dict[type[Value], tuple[Field, ...]] = {}
_CHECKS: dict[type[Value], Checks] = {}
_COMPARED: dict[type[Value], Callable[[Any], tuple[Any, ...]]] = {}


def fields_of(form: type[Value]) -> tuple[Field, ...]:
    """The fields that a value class declares, in their order."""
    if form not in _DECLARED:
        declared = [one for one in fields(form) if one.metadata]
        _DECLARED[form] = tuple(
            Field(one.name, **{"written_as": one.name, "default": one.default, **one.metadata}) for one in declared
        )
    return _DECLARED[form]


def _compared(form: type[Value]) -> Callable[[Any], tuple[Any, ...]]:
    """How to get the values of all fields that count when two values are compared."""
    if form not in _COMPARED:
        _COMPARED[form] = attrgetter(*(one.name for one in fields(form) if one.compare))
    return _COMPARED[form]


def _checks(form: type[Value]) -> Checks:
    """How to get the values of all fields at once, and for each field its default and its check."""
    if form not in _CHECKS:
        declared = fields_of(form)
        values_of = attrgetter(*(one.name for one in declared))  # of two fields or more, as every class has
        defaults = tuple(one.default for one in declared)
        _CHECKS[form] = values_of, defaults, tuple((one.default, one.kind.holds, one) for one in declared)
    return _CHECKS[form]
