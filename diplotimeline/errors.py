"""The exceptions a caller may catch. Bad data is never raised: it is a value, see `problems.Problem`."""


class DiplotimelineError(Exception):
    """Any error of this package: a message for a person and, where there is one, what to write instead."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class DateError(DiplotimelineError, ValueError):
    """A text is not a date of the EDTF profile, or a date typed for a filter is not complete."""


class DateOrderError(DateError):
    """The parts of a date are dates, but the later one stands first."""


class CallError(DiplotimelineError):
    """The call was wrong: a missing file, an unknown actor or format, a filter that contradicts itself."""


class ReadError(DiplotimelineError):
    """A file cannot be read; the message continues a sentence that begins with its name."""


class WriteError(CallError):
    """A file cannot be written where the call asks for it."""


class OutsideError(ReadError):
    """A path in a timeline leads out of the timeline's folder."""
