"""How a value class declares its fields, each once, by kind, description and default; and how values are checked."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field as DataclassField, FrozenInstanceError, dataclass, field, fields
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

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


class _Fields:
    """The signature of a value class for who asks at run time, as `help` and notebooks do: made only then."""

    def __get__(self, value: object, form: type["Value"]) -> Any:
        if form is Value:  # `help` looks at every class above
            return None
        from inspect import Parameter, Signature

        defaults = {name: Parameter.empty if way[1] is MISSING else way[1] for name, way in _plan(form).ways.items()}
        named = partial(Parameter, kind=Parameter.KEYWORD_ONLY)
        return Signature([named(one.name, default=defaults[one.name], annotation=one.type) for one in fields(form)])


class Value:
    """A frozen value whose fields are checked whenever one is made, by a call or by `dataclasses.replace`.

    Raises `FieldError`, in the words of `check`, for a value that does not belong in its field. `called` is what a
    message calls it: `an event`.
    """

    __slots__ = ()
    __signature__ = _Fields()
    __dataclass_fields__: ClassVar[dict[str, DataclassField[Any]]]
    called: ClassVar[str]

    def __init__(self, **given: Any) -> None:
        form = type(self)
        required, defaults, ways = _PLANS.get(form) or _plan(form)
        if not given.keys() >= required:
            raise TypeError(f"{form.__name__} needs {', '.join(sorted(required - given.keys()))}")
        for put, default in defaults:
            put(self, default)
        for name, value in given.items():
            if name not in ways:
                raise TypeError(f"{form.__name__} has no {', '.join(one for one in given if one not in ways)}")
            put, default, holds, declared = ways[name]
            if value is not default and not holds(value) and value != default:
                raise declared.kind.refuse(value, f"'{declared.written_as}'").of(declared.written_as)
            put(self, value)
        self.check_together()

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

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

    def __reduce__(self) -> tuple[Any, ...]:
        """For copies and `pickle`: the call that makes it."""
        given = ((name, getattr(self, name), way[1]) for name, way in _plan(type(self)).ways.items())
        return _made, (type(self), {name: value for name, value, default in given if value is not default})

    def check_together(self) -> None:
        """Raises `FieldError` for fields that do not fit one another."""


def _made(form: type[Value], given: Mapping[str, Any]) -> Value:
    return form(**given)


Form = TypeVar("Form", bound=Value)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def value_class(form: type[Form]) -> type[Form]:
    """Make a class of values of one that declares fields.

    How values are made, compared and shown is written once, in `Value`: `dataclass` would compile it for each class, at
    every start.
    """
    return dataclass(slots=True, kw_only=True, init=False, eq=False, repr=False)(form)


Put = Callable[[Value, Any], None]
"""Sets a field by its slot: the class lets nobody do so."""


def nothing() -> Mapping[Any, Any]:
    """The mapping of a field that is not given, a `default_factory`: always the same, since nobody can change it."""
    return NOTHING


NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Plan(NamedTuple):
    """How values of a class are made: what must be given, what else is set, and what is done with what is given.

    A field that is given has its default, its check and, if it is one of a file, how it is declared.
    """

    required: frozenset[str]
    defaults: tuple[tuple[Put, Any], ...]
    ways: Mapping[str, tuple[Put, Any, Callable[[Any], bool], Any]]


_DECLARED: dict[type[Value], tuple[Field, ...]] = {}
_PLANS: dict[type[Value], Plan] = {}
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


def _plan(form: type[Value]) -> Plan:
    """How values of a class are made."""
    if form not in _PLANS:
        declared = {one.name: one for one in fields_of(form)}
        ways = {
            one.name: (
                getattr(form, one.name).__set__,
                one.default if one.default_factory is MISSING else one.default_factory(),
                _check(declared.get(one.name)),
                declared.get(one.name),
            )
            for one in fields(form)
        }
        defaults = tuple((put, default) for put, default, *_ in ways.values() if default is not MISSING)
        _PLANS[form] = Plan(frozenset(name for name, one in declared.items() if one.required), defaults, ways)
    return _PLANS[form]


def _check(declared: Field | None) -> Callable[[Any], bool]:
    """Whether a value belongs in a field; what the loader sets is looked at in `check_together`."""
    return declared.kind.holds if declared else lambda _: True
