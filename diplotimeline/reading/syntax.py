"""What is wrong with the form of YAML, in plain words, at the place where a person has to look."""

import re
from typing import Any

from diplotimeline.problems import FILE_START, Finding, Mark

# What libyaml says, and what it means to someone who has never heard of YAML's grammar.
YAML_WORDS = (
    ("mapping values are not allowed", "there is a second ': ' in this line, or its indentation does not fit",
     "put the text in quotation marks, or indent the line like those above it"),
    ("could not find expected ':'", "this line has no ': ' after its name", "write 'name: value'"),
    ("did not find expected key", "this line does not fit the lines above it", "check indentation and quotation marks"),
    ("did not find expected '-' indicator", "this line does not fit the list above it",
     "indent it like the fields above it; only a new entry begins with '- '"),
    ("did not find expected ',' or ']'", "a list in [ ] is not closed or lacks a comma", "close it with ']'"),
    ("did not find expected ',' or '}'", "a group in { } is not closed or lacks a comma", "close it with '}'"),
    ("that cannot start any token", "a text cannot begin with this character", "put the text in quotation marks"),
    ("unexpected end of stream", "a quotation mark is opened and never closed", "close it where the text ends"),
    ("document indicator", "a quotation mark is opened and never closed", "close it where the text ends"),
    ("block sequence entries are not allowed", "a list cannot begin here", "begin it on its own line, indented"),
    ("block collections are not allowed", "a list or group cannot begin here", "begin it on its own line, indented"),
    ("unknown escape character", "a backslash in double quotation marks has a meaning", "use single quotation marks"),
    ("node content", "a list in [ ] or a group in { } is not closed", "close it"),
    ("expected alphabetic or numeric character", "'&' and '*' have a meaning here", "put the text in quotation marks"),
    ("did not find expected <document start>", "this line does not belong to the file's groups", "write 'name: value'"),
)  # fmt: skip

# What stands before the place says more than libyaml: the line before, and the line up to the place.
SEEN_BEFORE = (
    (r"(?:.*\n)?.*: +(?:\[[^\]\n]*\]|\{[^}\n]*\}|\"[^\"\n]*\"|'[^'\n]*') *",
     "the text goes on behind a closing bracket or quotation mark", "put the whole text in quotation marks"),
    (r"(?:.*\n)?.*[:-] +[“”„«»‘’].*", "typographic quotation marks do not hold a text together here",
     "put straight ones around it, \" or '"),
    (r" *-[a-z_]+:.*\n.*", "the line before begins an entry without a blank behind '-'", "write '- name: value'"),
)  # fmt: skip
LONGEST_LOOKED_AT = 1000
STRANGE_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
UNREAD = "; the file was not read any further"


def syntax_finding(error: Exception, data: bytes) -> Finding:
    """What libyaml says of a text that it cannot read, in plain words."""
    text = data.decode()
    point = _point(error, text)
    mark = _mark_at(text, point)
    if point is not None and text[point.index : point.index + 1] == "\t":
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
    for fragment, message, help in YAML_WORDS:
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
