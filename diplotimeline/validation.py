"""A part of a file against its form: values out, or findings in words a historian understands.

pydantic finds what is wrong. A part with mistakes is mended (see `mending`) and read again, so that one run finds
every mistake in it and none is only another's echo.
"""

from collections.abc import Hashable
from typing import Any, cast

from pydantic import ValidationError

from diplotimeline.problems import Route
from diplotimeline.reading import Form, Reading, adapter


def validate(form: type[Form], data: Any, route: Route, file: int) -> Reading[Form]:
    """The value that a part of a file stands for, with what is wrong with it."""
    try:
        return Reading(adapter(cast(Hashable, form)).validate_python(data))
    except ValidationError as error:
        from diplotimeline.mending import Mending  # only for a mistake

        return Mending(form, data, route, file).run(error)
