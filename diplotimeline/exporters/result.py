"""What a format is and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from diplotimeline.errors import MissingPackageError


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: text, or bytes of a binary format.

    `remarks` are sentences for the person at the terminal, `lost` what the format cannot represent, `left_out` the
    number of events that are not in it at all.
    """

    content: str | bytes
    remarks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def data(self) -> bytes:
        """The bytes of the file; text is UTF-8."""
        return self.content if isinstance(self.content, bytes) else self.content.encode(errors="backslashreplace")


@dataclass(frozen=True, slots=True)
class Format:
    """A function from a timeline to its text or bytes, the endings of its files, the names of its own options."""

    render: Callable[..., Exported]
    endings: tuple[str, ...]
    options: tuple[str, ...] = ()


def optional(package: str, extra: str) -> Any:
    """A package that only one format needs. Raises `MissingPackageError` where it is not installed."""
    try:
        return import_module(package)
    except ModuleNotFoundError:
        name = package.partition(".")[0]
        raise MissingPackageError(f"{extra} needs the package {name}, which is not installed", extra) from None
