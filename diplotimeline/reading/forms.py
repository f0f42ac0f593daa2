"""A part of a file against its form: values out, or findings in words a historian understands.

pydantic finds what is wrong. A part with mistakes is mended (see `mending`) and read again, so that one run finds
every mistake in it and none is only another's echo.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from diplotimeline.problems import Finding, Route

Form = TypeVar("Form")

PLACEHOLDER = "?"
"""What a faulty or missing text is read as; no rule looks at it."""


@cache
def adapter(form: Hashable) -> TypeAdapter[Any]:
    """The validator of a form, built when it is first used."""
    return TypeAdapter(cast(Any, form))


@dataclass(frozen=True, slots=True)
class Reading(Generic[Form]):
    """A part of a file as it was read: its value, None when nothing can be read of it, and what is wrong with it.

    `renamed` leads from the routes of mistyped names, as they are meant, to the routes as they are written.
    """

    value: Form | None
    findings: tuple[Finding, ...] = ()
    renamed: Mapping[Route, Route] = field(default_factory=dict)


def as_written(route: Route, renamed: Mapping[Route, Route]) -> Route:
    """The route as it stands in the file, with the names as they were typed."""
    for cut in range(len(route), 0, -1) if renamed else ():
        if route[:cut] in renamed:
            return renamed[route[:cut]] + route[cut:]
    return route


def good_value(form: type[Form], data: Any) -> Form | None:
    """The value that a part of a file stands for; None when something is wrong with it: see `validate`."""
    try:
        return cast(Form, adapter(cast(Hashable, form)).validate_python(data))
    except ValidationError:
        return None


def validate(form: type[Form], data: Any, route: Route, file: int) -> Reading[Form]:
    """The value that a part of a file stands for, with what is wrong with it."""
    try:
        return Reading(adapter(cast(Hashable, form)).validate_python(data))
    except ValidationError as error:
        from diplotimeline.reading.mending import Mending  # only for a mistake

        return Mending(form, data, route, file).run(error)
