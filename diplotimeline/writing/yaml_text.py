"""Texts, lists and groups as YAML, as a person writes them: plain where that is safe, else in quotation marks."""

import json
import re
from typing import Any

WIDTH = 120
# A plain text begins with a letter or figure, and neither a comment nor a name begins in it.
PLAIN = re.compile(r"(?![Nn]ull\Z|NULL\Z)[^\W_](?:[^\n\r\t:#\x7f-\x9f\u2028\u2029\ufeff]++|:(?![ ]|\Z)|(?<! )#)*(?<! )")
OUTSIDE_BRACKETS_ONLY = re.compile(r"[][{},]")
NAME = re.compile(r"[A-Za-z0-9](?:[\w.-]*\w)?", re.ASCII)
UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def text_of(text: str, *, in_brackets: bool = False) -> str:
    """A text on one line; `in_brackets` it stands within `[ ]` or `{ }`, where a comma would end it."""
    plain = PLAIN.fullmatch(text) and not (in_brackets and (OUTSIDE_BRACKETS_ONLY.search(text) or ":" in text))
    if plain:
        return text
    return UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def in_one_line(value: Any, *, in_brackets: bool = False) -> str:
    """A text, list or group on one line: `[a, b]`, `{name: Orn, country: TAV}`."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{name_of(name)}: {in_one_line(one, in_brackets=True)}" for name, one in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(in_one_line(one, in_brackets=True) for one in value) + "]"
    return text_of(str(value), in_brackets=in_brackets)


def below(name: str, value: Any, indent: int) -> str:
    """`name: value` as lines without an end of line, the first one without blanks before it.

    `indent` are the blanks before the name in the file. A list or group stands on one line if its texts fit there.
    """
    head = f"{name_of(name)}:"
    line = f"{head} {in_one_line(value)}"
    if isinstance(value, str) and "\n" in value and may_be_block(value):
        inner = " " * (indent + 2)
        return "\n".join([f"{head} |-", *(inner + one if one else "" for one in value.split("\n"))])
    if not isinstance(value, (dict, list)) or not value or (is_flat(value) and indent + len(line) <= WIDTH):
        return line
    return f"{head}\n" + " " * (indent + 2) + in_lines(value, indent + 2)


def in_lines(value: Any, indent: int) -> str:
    """A list or group in lines, the first one without blanks before it."""
    margin = "\n" + " " * indent
    if isinstance(value, dict):
        return margin.join(below(name, one, indent) for name, one in value.items())
    return margin.join(
        f"- {in_lines(one, indent + 2) if isinstance(one, dict) and one else in_one_line(one)}" for one in value
    )


def name_of(name: str) -> str:
    """The name of a field or entry."""
    return name if NAME.fullmatch(name) and name != "null" else json.dumps(name, ensure_ascii=False)


def is_flat(value: Any) -> bool:
    """Whether a list or group holds nothing but texts and lists of them."""
    inner = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, dict) for one in inner)


def may_be_block(text: str) -> bool:
    """Whether a text of several lines comes back as it is from lines below `|-`."""
    lines = text.split("\n")
    return (
        bool(lines[0])
        and bool(lines[-1].strip())
        and not lines[0].startswith((" ", "\t"))
        and not UNSEEN.search(text)
        and "\r" not in text
    )
