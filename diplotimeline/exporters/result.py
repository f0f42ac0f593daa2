"""What a format is and what it gives."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from diplotimeline.errors import MissingPackageError


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: text, bytes of a binary format, or a call for the pieces of a text that need not be held as a whole.

    `remarks` are sentences for the person at the terminal, `lost` what the format cannot represent, `left_out` the
    number of events that are not in it at all.
    """

    product: str | bytes | Callable[[], Iterable[str]]
    remarks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def content(self) -> str | bytes:
        """The whole text, or the bytes of a binary format."""
        return "".join(self.product()) if callable(self.product) else self.product

    @property
    def data(self) -> bytes:
        """The bytes of the file; text is UTF-8."""
        return b"".join(self.pieces)

    @property
    def pieces(self) -> Iterator[bytes]:
        """The bytes of the file, piece by piece."""
        if isinstance(self.product, bytes):
            yield self.product
        else:
            for text in self.product() if callable(self.product) else [self.product]:
                yield text.encode(errors="backslashreplace")


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
