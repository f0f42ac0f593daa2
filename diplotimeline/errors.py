"""The exceptions that a caller may catch. Mistakes in the data are not raised: they are values, `problems.Problem`."""


class DiplotimelineError(Exception):
    """Any error of this package: what is wrong, for a person (`message`), and what to write instead (`help`, or "")."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class DateError(DiplotimelineError, ValueError):
    """A text is not a date: not one of the EDTF profile or, for a filter, not a complete year, month or day."""


class DateOrderError(DateError):
    """Both ends of an interval or range are dates, but the later one stands first."""


class CallError(DiplotimelineError):
    """A call asks for what cannot be done: a missing file, an unknown actor or format, filters that contradict."""


class UnknownActorError(CallError):
    """No actor of the timeline has this id, name or alias."""


class ReadError(DiplotimelineError):
    """A file cannot be read; the message goes on where its name ends, as in `does not exist`."""


class WriteError(CallError):
    """A file cannot be written where the call asks for it."""


class OutsideError(ReadError):
    """A path in a timeline leads out of the timeline's folder."""
