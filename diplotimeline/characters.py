"""Characters that no text may hold, how invisible ones are shown, normal forms of Unicode, and ids made from names."""

import re
import unicodedata
from typing import Literal

# C0 and C1 controls except tab and line end, bidirectional overrides and isolates, zero-width space, word joiner,
# inner byte order mark, line and paragraph separator, tag characters and noncharacters. LRM, RLM, ZWJ and ZWNJ stay:
# Persian and Arabic need them; where a text has no such letters, `check` warns of the first two.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f]"
)
# Other signs without a shape (fillers, blanks of Braille, soft hyphens, selectors of a variant) may stand in a text;
# a terminal gets their numbers: these, which Python calls printable, and those that it does not. A lone surrogate
# stands for a byte of a file name or an argument that is not text.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\U00016fe4\U0001d159\U000e0100-\U000e01ef"
SHAPELESS = (
    "\u00ad\u180e\u2061-\u2065\u206a-\u206f\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff"
)
SELECTORS = "\ufe00-\ufe0f"
# Joiners stay behind a letter of a script that writes words with them (from Arabic to Khmer), and in an emoji; the
# selectors of its look stay in an emoji too.
JOINING = (
    "[\u0620-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18af\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
UNSHOWN = (  # 2 ms to compile, needed by few texts
    f"{FORBIDDEN.pattern[:-1]}{FILLERS}{SHAPELESS}\n\ud800-\udfff\ufe00-\ufe0d]"
    f"|(?<!{EMOJI})[\ufe0e\ufe0f](?!(?<=[0-9#*]\ufe0f)\u20e3)"
    f"|(?<!{JOINING})(?<!{EMOJI})(?<!{EMOJI}\ufe0f)[\u200c\u200d]"
)
PRINTABLE = re.compile(f"[{FILLERS}{SELECTORS}]")

# To put the marks on one letter in order takes the square of their number. UAX 15 (Stream-Safe Text) calls 30 the most
# that any text needs; signs that may be such a run are found first, because to look at every sign takes longer.
MOST_MARKS = 30
STACK = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def normal(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form of Unicode; a text with more than 30 marks on one letter stays as it is."""
    if text.isascii():  # nearly always where it is asked of every id
        return text
    for stack in STACK.finditer(text):
        if sum(map(bool, map(unicodedata.combining, stack[0]))) > MOST_MARKS:
            return text
    return unicodedata.normalize(form, text)  # noqa: TID251 - the one place


def is_plain(text: str) -> bool:
    """Whether a text has only signs with a shape and plain blanks: seen in a tenth of the time that `visible` takes."""
    return text.isprintable() and (text.isascii() or not PRINTABLE.search(text))


# What `folded` takes as one sign: kinds of quotation marks, of apostrophes and of dashes; letters that are written in
# several ways; and signs that only shape a word. Every value is what NFKD and case folding leave of it.
ALIKE = {
    '"': "“”„‟«»‹›״″〝〞〟＂",
    "'": "‘’‚‛ʻʼʽʾʿˈ՚׳′´`＇ꞌ",
    "-": "‐‑‒–—―−־᠆⁃˗⸺⸻﹘﹣－",
    "i": "ı",
    "ا": "ٱ",
    "ي": "ىی",
    "ك": "ک",
    "ه": "ةہۀە",
    "": "ـ\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068"
    "\u2069\ufe0e\ufe0f\ufeff",
}
LONGEST_ID = 50
SIGNS = str.maketrans({sign: one for one, signs in ALIKE.items() for sign in signs})


def folded(text: str) -> str:
    """Text as names and words are compared: without case, accents, kinds of quotation marks, dashes and blanks.

    `folded("IŞIK") == folded("Işık")`; the Armenian `և`, `եւ` and `եվ`, and forms of Arabic letters, are alike too.
    """
    if not text.isascii():
        decomposed = normal("NFKD", text.translate(SIGNS))
        text = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().translate(SIGNS)
        text = text.replace("եվ", "եւ")
    return " ".join(text.replace("`", "'").casefold().split())


def slug(text: str, other: str) -> str:
    """An id made from a name: small letters, figures and hyphens; `other` for a name that has none of these."""
    plain = "".join(sign for sign in normal("NFKD", text).lower() if sign.isascii())
    words = re.findall("[a-z0-9]+", re.sub("^https?://(?:www\\.)?", "", plain))
    made = ""
    for word in words:
        if made and len(made) + len(word) >= LONGEST_ID:
            break
        made = f"{made}-{word}" if made else word[:LONGEST_ID]
    return made or other


def visible(text: str) -> str:
    r"""The text with every control, override or invisible character replaced by its number, such as `\u{1b}`."""
    if is_plain(text):
        return text
    return re.sub(UNSHOWN, lambda match: f"\\u{{{ord(match[0]):x}}}", text)


def safe(text: str) -> str:
    """A line of text that is safe to print: `visible`, and not a command to a CI service.

    Where the line would begin with `::` or `##[`, its first sign is replaced by its number.
    """
    shown = visible(text)
    start = shown.lstrip()
    if start.startswith(("::", "##[")):
        shown = shown.replace(start[0], f"\\u{{{ord(start[0]):x}}}", 1)
    return shown
