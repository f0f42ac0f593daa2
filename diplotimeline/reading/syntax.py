"""What is wrong with the form of YAML, in plain words, at the place where a person has to look."""

import re
from typing import Any

from diplotimeline.files import blocks
from diplotimeline.problems import FILE_START, Finding, Mark

# What stands before the place says more than libyaml: the line before, and the line up to the place.
SEEN_BEFORE = (
    (r"(?:.*\n)?.*: +(?:\[[^\]\n]*\]|\{[^}\n]*\}|\"[^\"\n]*\"|'[^'\n]*') *",
     "the text goes on behind a closing bracket or quotation mark", "put the whole text in quotation marks"),
    (r"(?:.*\n)?.*[:-] +[“”„«»‘’].*", "typographic quotation marks do not hold a text together here",
     "put straight ones around it, \" or '"),
    (r" *-[a-z_]+:.*\n.*", "the line before begins an entry without a blank behind '-'", "write '- name: value'"),
)  # fmt: skip
LONGEST_LOOKED_AT = 1000
# A text that a line opens with a quotation mark, and a line that is no part of a text but holds a field.
OPENS_TEXT = re.compile(r"(?: *(?:- +)*|.*[\[{](?:.*,)? *)(?:[\w-]{1,128}: +)?[\[{ ]*")
FIELD = re.compile(r"\n *(?:- +)*[\[{]? *[\w-]{1,128}: ")
STRANGE_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
UNREAD = "; the file was not read any further"


def syntax_finding(error: Exception, data: bytes) -> Finding:
    """What libyaml says of a text that it cannot read, in plain words."""
    text = data.decode()
    point = _point(error, text)
    mark = _mark_at(text, point)
    opened = _runaway(text, getattr(error, "problem_mark", None))
    if opened:
        mark, message = opened
        help = "close it where the text ends"
    elif point is not None and text[point.index : point.index + 1] == "\t":
        message, help = "a tab stands where blanks are needed", "indent with blanks"
    else:
        message, help = _in_words(error, "\n".join(text.split("\n")[max(0, mark.line - 2) : mark.line]), mark)
    return Finding("yaml-syntax", message, f"{help}{UNREAD}", mark=mark)


def _point(error: Exception, text: str) -> Any:
    """Where a person has to look, as yaml gives it.

    An open bracket or quotation mark, or a name without a colon, is noticed too late: it is where that begins.
    """
    context = str(getattr(error, "context", None) or "")
    noticed, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at_end = noticed is None or not text[noticed.index :].strip()
    return opened if opened is not None and (at_end or "flow" in context or "simple key" in context) else noticed


def _runaway(text: str, noticed: Any) -> tuple[Mark, str] | None:
    """A text that begins lines before the mistake, ends right before it and has swallowed fields: where it begins.

    Its quotation mark was never closed; the one that opens the next such text closes it, and what follows fits nothing.
    """
    before = text[: noticed.index] if noticed is not None else ""
    for sign in ('"', "'"):
        closed = before.rfind(sign)
        opened = before.rfind(sign, 0, max(closed, 0))
        start, swallowed = before.rfind("\n", 0, max(opened, 0)) + 1, before[opened:closed]
        near = opened >= 0 and "\n" not in before[closed:] and opened - start <= LONGEST_LOOKED_AT
        if near and FIELD.search(swallowed) and OPENS_TEXT.fullmatch(before, start, opened):
            line, column = before.count("\n", 0, opened) + 1, opened - start + 1
            message = f"the quotation mark that is opened here is closed only in line {line + swallowed.count(chr(10))}"
            return Mark(line, column, line, column + 1), message
    return None


def _in_words(error: Exception, near: str, mark: Mark) -> tuple[str, str]:
    """The message and the help for an error; `near` is the line of the mark and the one before."""
    if STRANGE_BLANKS.search(near):
        return "a no-break or other special blank stands here or in the line before", "replace it with plain blanks"
    before = near[: near.rfind("\n") + mark.column]
    for pattern, message, help in SEEN_BEFORE if len(before) <= LONGEST_LOOKED_AT else ():
        if re.fullmatch(pattern, before):
            return message, help
    words = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    context = str(getattr(error, "context", None) or "")
    for fragment, message, help in blocks("reading/syntax.txt"):  # what libyaml says, and what that means
        if fragment in words or fragment in context:
            return message, help
    return f"not readable as YAML: {words or 'the text cannot be read'}", "check indentation and quotation marks"


def _mark_at(text: str, point: Any) -> Mark:
    """One character at a point; the last one of the text for a point behind it, the first one for none."""
    if point is None:
        return FILE_START
    if point.index < len(text):
        return Mark(point.line + 1, point.column + 1, point.line + 1, point.column + 2)
    written = text.rstrip()
    line, column = written.count("\n") + 1, len(written) - written.rfind("\n")
    return Mark(line, column, line, column + 1)
