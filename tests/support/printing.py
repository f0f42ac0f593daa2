"""Lines of a view as they reach a pipe."""

from collections.abc import Iterable

from diplotimeline.characters import safe
from diplotimeline.views.lines import Line


def printed(lines: Iterable[Line]) -> list[str]:
    """The text of each line, without styles and blanks at its end."""
    return [safe("".join(text for _, text in line)).rstrip() for line in lines]
