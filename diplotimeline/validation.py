"""A part of a file against its form: values out, or findings in words a historian understands.

pydantic finds what is wrong. A part with mistakes is mended (see `mending`) and read again, so that one run finds
every mistake in it and none is only another's echo.
"""

from collections.abc import Hashable
from typing import Any, cast

from pydantic import ValidationError

from diplotimeline.problems import Route
from diplotimeline.reading import Form, Reading, adapter


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
        from diplotimeline.mending import Mending  # only for a mistake

        return Mending(form, data, route, file).run(error)
