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


class FieldError(DiplotimelineError, ValueError):
    """A value does not belong in its field, in the words that `check` prints.

    `rule` is the name of the check. `field` names the field where the value stands in the group that was made, empty
    for the group as a whole. The message names it too.
    """

    def __init__(self, rule: str, message: str, help: str = "", field: str = "", *, at_key: bool = False) -> None:
        super().__init__(message, help)
        self.rule = rule
        self.field = field
        self.at_key = at_key

    def of(self, field: str) -> "FieldError":
        """The same error, of a field with this name."""
        return FieldError(self.rule, self.message, self.help, field, at_key=self.at_key)


class CallError(DiplotimelineError):
    """The call was wrong: a missing file, an unknown actor or format, a filter that contradicts itself."""


class ReadError(DiplotimelineError):
    """A file cannot be read; the message continues a sentence that begins with its name."""


class WriteError(CallError):
    """A file cannot be written where the call asks for it."""


class OutsideError(ReadError):
    """A path in a timeline leads out of the timeline's folder."""
