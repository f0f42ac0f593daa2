"""What a format is and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of an export. `remarks` are sentences for the person at the terminal, `lost` what did not fit."""

    text: str
    remarks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A function from a timeline to its text, the endings of its files, and the names of its own options."""

    render: Callable[..., Exported]
    endings: tuple[str, ...]
    options: tuple[str, ...] = ()
