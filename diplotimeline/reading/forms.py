"""A part of a file against its form: a value comes out, or findings in words a historian understands.

One run finds every mistake in it, and none is only another's echo. A part in order is read at once, and `mending` reads
the others again.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast

from diplotimeline.errors import FieldError
from diplotimeline.problems import Finding, Route
from diplotimeline.reading.faulty import Faulty, Read
from diplotimeline.reading.mending import Mending, Shape, completed, stand_in
from diplotimeline.record.fields import Value
from diplotimeline.record.groups import Group, Several
from diplotimeline.record.kinds import Kind
from diplotimeline.record.named import Named

Form = TypeVar("Form", bound=Value)
Convert = Callable[[Any], Any]
"""From what a file holds to a value; raises `FieldError` or `Faulty` if something is wrong with it."""

NOTHING: dict[str, Any] = {}
MOST_KEPT = 4096


class Reading(NamedTuple, Generic[Form]):
    """A part of a file as it was read: its value, None when nothing can be read of it, and what is wrong with it.

    Findings point to the file as it is written. `renamed` leads from the routes of mistyped names, as they are meant,
    to the routes as they are written.
    """

    value: Form | None
    findings: tuple[Finding, ...] = ()
    renamed: Mapping[Route, Route] = MappingProxyType({})


def good_value(form: type[Form], data: Any, given: Mapping[str, Any]) -> Form | None:
    """The value of class `form` that a part of a file stands for; None when something is wrong with it: see `read`.

    `given` are fields that the loader sets.
    """
    try:
        value: Form = _group(form).straight(data, given)
    except (FieldError, Faulty):
        return None
    return value


def read(form: type[Form], data: Any, route: Route, file: int, **given: Any) -> Reading[Form]:
    """The value of class `form` that a part of a file stands for, with what is wrong with it, field by field.

    `route` and `file` say where the part stands; `given` are fields that the loader sets.
    """
    faulty = Faulty()
    try:
        return Reading(_group(form).mended(data, _in_words(route), given))
    except FieldError as error:
        faulty.note(error, *route)
    except Faulty as below:
        faulty.take(below, *route)
        faulty.value = below.value
    return Reading(faulty.value, tuple(one._replace(file=file) for one in faulty.findings), faulty.renamed)


def placeholder(form: type[Form], **given: Any) -> Form:
    """A value for a part of which nothing can be read; no rule looks at its texts."""
    return cast(Form, completed(form, given))


def _in_words(route: Route) -> str:
    """What stands at a route, as a message begins with it."""
    return f"an entry of '{route[-2]}'" if route and isinstance(route[-1], int) else f"'{route[-1] if route else ''}'"


# --- single values and lists ---------------------------------------------------------------------------------------


@cache
def _reader(kind: Kind) -> Read:
    """How a file's value of a kind is read."""
    if isinstance(kind, Several):
        return _several(kind)
    if isinstance(kind, Named):
        return _named(kind)
    if isinstance(kind, Group):
        return _whole(kind)
    return kind.read


def _several(kind: Several) -> Read:
    """Lists: each entry is read by itself."""

    def read_list(raw: Any, subject: str) -> Any:
        raw = kind.opened(raw, subject)
        if not isinstance(raw, list):
            raise kind.refuse(raw, subject)
        whole = Faulty()
        entry = f"an entry of {subject}"
        values = [whole.tried(_reader(kind.each), one, entry, number) for number, one in enumerate(raw)]
        for number, error in kind.repeats(values, subject):
            whole.note(error, number)
            values[number] = None
        if not whole.findings:
            return tuple(values)
        whole.value = tuple(  # all keep their number
            [stand_in(kind.each, number) if one is None else one for number, one in enumerate(values)]
        )
        raise whole

    return read_list


def _named(kind: Named) -> Read:
    """Texts by name, in the order of the names: a group says the same in any order."""

    def read_named(raw: Any, subject: str) -> Any:
        if not isinstance(raw, dict):
            raise kind.refuse(raw, subject)
        whole = Faulty()
        for name in raw:
            whole.tried(lambda name, _: kind.check_name(name), name, "", name)
        texts = [(name, whole.tried(_reader(kind.text), text, f"'{name}'", name)) for name, text in raw.items()]
        whole.value = tuple(sorted((name, text) for name, text in texts if text is not None and kind.matches(name)))
        if whole.findings:
            raise whole
        return whole.value

    return read_named


def _whole(kind: Group) -> Read:
    group = _group(kind.form)
    return lambda raw, subject: group.read(kind.opened(raw, subject), subject)


# --- what is in order ----------------------------------------------------------------------------------------------


@cache
def _straight(kind: Kind) -> Convert | None:
    """How a value of a kind is read in which nothing is wrong; None where it stands in a file as it is.

    What is no list or group is checked when its group is made.
    """
    if isinstance(kind, Several):
        return _straight_list(kind)
    if isinstance(kind, Named):
        return _straight_pairs
    if isinstance(kind, Group):
        return _shared(kind) if kind.shared else _group(kind.form).straight
    if type(kind).read is not Kind.read:
        return lambda raw: kind.read(raw, "")
    return None if type(kind).meant is Kind.meant else kind.meant


def _straight_list(kind: Several) -> Convert:
    """Lists; whether an entry stands there twice is checked when their group is made."""
    convert = _straight(kind.each)

    def straight_list(raw: Any) -> Any:
        raw = kind.opened(raw, "")
        if type(raw) is not list:
            raise Faulty
        return tuple(map(convert, raw)) if convert else tuple(raw)

    return straight_list


def _straight_pairs(raw: Any) -> Any:
    """Texts by name; both are checked when their group is made."""
    if type(raw) is not dict:
        raise Faulty
    return tuple(sorted(raw.items()))


def _shared(kind: Group) -> Convert:
    """Groups of which the same come again and again, such as places and participants: each is read once."""
    straight = _group(kind.form).straight
    known: dict[Hashable, Any] = {}

    def straight_shared(raw: Any) -> Any:
        key = _key(raw)
        value = known.get(key)
        if value is None:
            value = straight(kind.opened(raw, ""))
            if len(known) < MOST_KEPT and key is not None:
                known[key] = value
        return value

    return straight_shared


def _key(raw: Any) -> Hashable:
    """What tells a text, or a group of texts and such groups, from all others; None for anything else."""
    if type(raw) is str:
        return raw
    if type(raw) is not dict:
        return None
    parts = (*raw, *map(_key, raw.values()))
    return None if None in parts else parts


# --- groups --------------------------------------------------------------------------------------------------------


class _Group(Shape):
    """Reads the groups of one form."""

    def __init__(self, form: type[Value]) -> None:
        super().__init__(form)
        self.ways = {name: (one.name, _straight(one.kind)) for name, one in self.fields.items()}
        self.ways |= {name: (name, None) for name in self.short}

    def straight(self, data: Any, given: Mapping[str, Any] = NOTHING) -> Any:
        """The value of a group without mistakes. Raises `FieldError` or `Faulty` as soon as something is wrong.

        Texts are checked when the value is made; an empty one would pass for one that is not given.
        """
        if type(data) is not dict or not all(data.values()):
            raise Faulty
        values, ways = {**given}, self.ways
        for name, raw in data.items():
            if name not in ways:
                raise Faulty
            to, convert = ways[name]
            values[to] = convert(raw) if convert else raw
        if self.entry and not data.keys().isdisjoint(self.short):
            if self.list in data:
                raise Faulty
            entry = {name: values.pop(name) for name in self.short if name in data}
            values[self.list] = (_group(self.entry).straight(entry),)
        if not values.keys() >= self.required:
            raise Faulty
        return self.form(**values)

    def read(self, data: Any, subject: str, given: Mapping[str, Any] = NOTHING) -> Any:
        """The value of a group. Raises `FieldError` for what is no group, `Faulty` for mistakes in it."""
        try:
            return self.straight(data, given)
        except (FieldError, Faulty):
            pass  # outside the handler: what follows has no other mistake behind it
        return self.mended(data, subject, given)

    def mended(self, data: Any, subject: str, given: Mapping[str, Any]) -> Any:
        """As `read`, for a group in which something seems to be wrong."""
        if not isinstance(data, dict):
            raise Group(self.form).refuse(data, subject)
        return Mending(self, data, given, _reader).value()


_GROUPS: dict[type[Value], _Group] = {}


def _group(form: type[Value]) -> _Group:
    """The reader of a form, made when it is first needed."""
    if form not in _GROUPS:
        _GROUPS[form] = _Group(form)
    return _GROUPS[form]
