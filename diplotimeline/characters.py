"""Characters that no text may hold, how invisible ones are shown to a person, and normal forms of Unicode."""

import re
import unicodedata
from typing import Literal

# C0 and C1 controls except tab and line end, bidirectional overrides and isolates, zero-width space, word joiner,
# inner byte order mark, line and paragraph separator, tag characters and noncharacters. LRM, RLM, ZWJ and ZWNJ stay:
# Persian and Arabic need them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f]"
)
# Other signs without a shape may stand in a text, but a terminal gets their numbers. A lone surrogate stands for a byte
# of a file name or an argument that is not text.
SHAPELESS = "\u180e\u2061-\u2065\u206a-\u206f\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
UNSHOWN = re.compile(f"{FORBIDDEN.pattern[:-1]}{SHAPELESS}\n\ud800-\udfff]")

# To put the marks on one letter in order takes the square of their number. UAX 15 (Stream-Safe Text) calls 30 the most
# that any text needs; signs that may be such a run are found first, because to look at every sign takes longer.
MOST_MARKS = 30
STACK = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def normal(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form of Unicode; a text with more than 30 marks on one letter stays as it is."""
    for stack in STACK.finditer(text):
        if sum(map(bool, map(unicodedata.combining, stack[0]))) > MOST_MARKS:
            return text
    return unicodedata.normalize(form, text)  # noqa: TID251 - the one place


def visible(text: str) -> str:
    r"""The text with every control, override or invisible character replaced by its number, such as `\u{1b}`."""
    if text.isprintable():  # none of them is printable; asking costs a fiftieth of a search
        return text
    return UNSHOWN.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text)


def safe(text: str) -> str:
    """A line of text that is safe to print: `visible`, and not a command to a CI service.

    Where the line would begin with `::` or `##[`, its first sign is replaced by its number.
    """
    shown = visible(text)
    start = shown.lstrip()
    if start.startswith(("::", "##[")):
        shown = shown.replace(start[0], f"\\u{{{ord(start[0]):x}}}", 1)
    return shown
