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

    def __reduce__(self) -> tuple[type["FieldError"], tuple[str, ...], dict[str, bool]]:
        return type(self), (self.rule, self.message, self.help, self.field), {"at_key": self.at_key}

    def of(self, field: str) -> "FieldError":
        """The same error, of a field with this name."""
        return FieldError(self.rule, self.message, self.help, field, at_key=self.at_key)


class CallError(DiplotimelineError):
    """A call asks for what cannot be done: a missing file, an unknown actor or format, filters that contradict."""


class UnknownNameError(CallError):
    """The timeline has no such actor, source, event, type or tag; `kind` is the list that holds all it has, or ""."""

    def __init__(self, message: str, help: str = "", kind: str = "") -> None:
        super().__init__(message, help)
        self.kind = kind


class MissingPackageError(CallError):
    """A call needs a package that only an extra brings; the help says how to install it."""

    def __init__(self, message: str, extra: str) -> None:
        super().__init__(
            message, f"in the copy of the repository: python3 -m pip --python .venv install -e '.[{extra}]'"
        )


class UnknownActorError(UnknownNameError):
    """No actor of the timeline has this id, name or alias."""


class ReadError(DiplotimelineError):
    """A file cannot be read; the message goes on where its name ends, as in `does not exist`."""


class WriteError(CallError):
    """A file cannot be written where the call asks for it."""


class OutsideError(ReadError):
    """A path in a timeline leads out of the timeline's folder."""
