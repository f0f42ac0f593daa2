"""The bytes of a text file to text; its encoding is UTF-8 or named, never guessed."""

import shlex

from diplotimeline.errors import CallError
from diplotimeline.reading.text import UTF_16


def decoded(path: str, data: bytes, encoding: str = "") -> str:
    """The text of a file, its line ends made alike. Raises `CallError` for what is not in the named encoding.

    Without a name it is UTF-8: an encoding that is guessed is wrong now and then, and without a word.
    """
    command = f"diplotimeline import {shlex.quote(path)} --encoding"
    try:
        text = data.decode(encoding or "utf-8-sig")
    except LookupError:
        raise CallError(f"there is no encoding '{encoding}'", "such as cp1252, latin-1, utf-16") from None
    except UnicodeDecodeError as error:
        if data.startswith(UTF_16) and not encoding:
            raise CallError(f"{path} is UTF-16, not UTF-8", f"{command} utf-16") from None
        old_mac = b"\r" in data and b"\r\n" not in data
        end = b"\r" if old_mac else b"\n"
        line, column = data.count(end, 0, error.start) + 1, error.start - data.rfind(end, 0, error.start)
        message = f"{path}:{line}:{column}: byte {data[error.start]:#04x} is not {encoding or 'UTF-8'}"
        program, name = ("an older program of a Mac", "mac_roman") if old_mac else ("a Windows program", "cp1252")
        raise CallError(message, f"if {program} saved it: {command} {name}") from None
    except (UnicodeError, ValueError):
        raise CallError(f"{path} is not {encoding}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CallError(f"{path}:{line}: it is not plain text", f"if it is UTF-16: {command} utf-16")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
