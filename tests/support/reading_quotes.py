"""Whether a quote stands in a text, by a plain and slow reading of what docs/format.md says of quotes.

It shares nothing with `diplotimeline.quotes`: the text becomes a list of pieces, each with the ways in which a quote
may write it, and every place is tried.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
APOSTROPHES = "'‘’‚‛′ʼ`´‹›׳"
QUOTATION_MARKS = '"“”„‟″«»״'
DASHES = "-֊־‐‑‒–—―−﹘﹣－"
HYPHENS = "-‐֊\u00ad"
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
STOPS = ".!?։؟。"
CLOSING = "\"'”’»)"
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
PREFIXES = ("non", "un", "anti", "counter", "ex", "pre", "post", "co", "re", "de")
TENS = [
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "cent",
    "mille",
]
ENDINGS = ("t", "s", "d", "m", "re", "ve", "ll")


@dataclass(frozen=True)
class Piece:
    """One sign of a text: how a quote may write it, and what it is: sign, hyphen, blank, joint, line, group or note."""

    forms: tuple[str, ...]
    kind: str = "sign"

    @cached_property
    def sign(self) -> str:
        """The sign itself, or nothing where the page put something between the signs."""
        return self.forms[-1] if self.kind in ("sign", "hyphen") else ""


def stands(text: str, quote: str) -> bool:
    """Whether the quote stands in the text between words and numbers."""
    pieces = pieces_of(text)
    wanted = plain(quote)
    allowed = [not is_within(pieces, place) for place in range(len(pieces) + 1)]
    return bool(wanted) and any(
        allowed[start] and any(allowed[end] for end in ends(pieces, start, wanted)) for start in range(len(pieces))
    )


def boundaries(text: str) -> list[int]:
    """Where a quote may begin or end in a text of one line that needs no folding: places in the text."""
    pieces = pieces_of(text)
    assert "".join(piece.forms[-1] for piece in pieces) == plain(text)
    return [place for place in range(len(pieces) + 1) if not is_within(pieces, place)]


def plain(quote: str) -> str:
    """A quote as it is compared."""
    letters = INVISIBLE.sub("", unicodedata.normalize("NFC", INVISIBLE.sub("", quote)))
    return " ".join("".join(map(alike, letters)).split())


@cache
def alike(sign: str) -> str:
    """A sign as it is compared: ligatures are their letters; quotation marks, apostrophes and dashes are plain ones."""
    for plain_sign, signs in (("'", APOSTROPHES), ('"', QUOTATION_MARKS), ("-", DASHES)):
        if sign in signs:
            return plain_sign
    is_ligature = sign == "և" or "\ufb00" <= sign <= "\ufb17" or "\ufef5" <= sign <= "\ufefc"
    return unicodedata.normalize("NFKC", sign) if is_ligature else sign


def ends(pieces: list[Piece], start: int, wanted: str) -> set[int]:
    """Every place where the wanted words may end that begin at this piece."""
    found, open_ways = set(), {(start, 0)}
    while open_ways:
        place, done = open_ways.pop()
        if done == len(wanted):
            found.add(place)
        elif place < len(pieces):
            forms = pieces[place].forms
            open_ways |= {(place + 1, done + len(form)) for form in forms if wanted.startswith(form, done)}
    return found


# --- from a text to its pieces -------------------------------------------------------------------------------------


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text."""
    letters = "".join(alike(sign) if sign.isalpha() else sign for sign in without_invisible(without_page_breaks(text)))
    text = unicodedata.normalize("NFC", letters)
    pieces: list[Piece] = []
    place = 0
    while place < len(text):
        piece, place = next_piece(text, place)
        pieces += piece
    while pieces and pieces[0].kind == "blank":
        del pieces[0]
    while pieces and pieces[-1].kind == "blank":
        del pieces[-1]
    return pieces


def without_invisible(text: str) -> str:
    """The text without signs that have no shape; a soft hyphen at the end of a line is a hyphen."""
    text = re.sub(r"\u00ad(?=[^\S\n]*\n)", "‐", text)
    return INVISIBLE.sub("", text)


def without_page_breaks(text: str) -> str:
    """The text without form feeds and the lines beside them that are no part of it."""
    pages = [page.split("\n") for page in text.split("\f")]
    lines = [[line.strip() for line in page] for page in pages]
    for number, page in enumerate(pages):
        while number > 0 and page and is_edge(page[0], lines):
            del page[0]
        while number < len(pages) - 1 and page and is_edge(page[-1], lines):
            del page[-1]
    return "\n".join("\n".join(page) for page in pages)


def is_edge(line: str, pages: list[list[str]]) -> bool:
    """Whether a line at the edge of its page is blank, a page number, or stands on three pages."""
    on = sum(line.strip() in page for page in pages)
    return not line.strip() or PAGE_NUMBER.fullmatch(line.strip()) is not None or on >= 3


def next_piece(text: str, place: int) -> tuple[list[Piece], int]:
    """The piece that begins at a place, as signs, and where the next one begins."""
    before, rest = text[:place], text[place:]
    if text[place] in HYPHENS and before[-1:].isalpha() and (gap := re.match(r".[^\S\n]*\n\s*(?=[^\W\d_])", rest)):
        return [Piece(("", "- ", "-"), "joint")], place + gap.end()
    if text[place] in f"{DASHES}\u00ad" and before[-1:].isdigit() and (gap := re.match(r".[^\S\n]*\n\s*(?=\d)", rest)):
        return [Piece(("- ", "-"), "joint")], place + gap.end()
    if text[place] in "-‐‑" and is_compound(before, rest[1:]):
        return [Piece(("-",), "hyphen")], place + 1
    if text[place].isspace():
        end = place + len(rest) - len(rest.lstrip())
        return [blank(text, place, end)], end
    if text[place] in SUPERSCRIPTS:
        run = re.match("[⁰¹²³⁴-⁹]+", rest)
        assert run
        if is_superscript_note(before):
            return [Piece(("", run[0]), "note")], place + run.end()
    if (run := re.match(r"[0-9]{1,3}(?=\s|\Z)", rest)) and is_glued_note(before, rest[run.end() :]):
        return [Piece(("", run[0]), "note")], place + run.end()
    return [Piece((letter,)) for letter in alike(text[place])], place + 1


def is_compound(before: str, behind: str) -> bool:
    """Whether a hyphen between these belongs to a name with a number in it, `S-300`, or to an age, `14-year-old`."""
    ages = ("year", "month", "day", "лет", "ամյա", "yaşlı", "წლის")
    return (before[-1:].isalpha() and behind[:1].isdigit()) or (before[-1:].isdigit() and behind.startswith(ages))


def blank(text: str, start: int, end: int) -> Piece:
    """White space: a blank, one within a number of groups of three figures, or the end of a line."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    one = end - start == 1 or text[start:end].strip(" ") == "\n"
    if one and any(match.start() < start < match.end() for match in groups(text)):
        return Piece((" ",), "group")
    if "\n" in text[start:end] and before and behind and is_unspaced(before, behind):
        return Piece(("", " "), "line")
    return Piece((" ",), "blank")


def groups(text: str) -> list[re.Match[str]]:
    """Numbers with blanks between groups of three figures."""
    return [*re.finditer(r"(?<!\w)\d{1,3}(?:(?: *\n *|[^\S\n])\d{3})+(?!\d)", text)]


def is_unspaced(before: str, behind: str) -> bool:
    """Whether a line that ends between these signs may end within a sentence of a script without blanks."""
    either = any(is_blankless(sign) or sign in "，。、；：！？《》（）「」" for sign in (before, behind))
    return either and not (before.isnumeric() and behind.isnumeric())


def is_superscript_note(before: str) -> bool:
    """Whether a superscript sign behind these words belongs to a footnote: not behind a unit or a figure."""
    word = re.search(r"[^\W\d_]+\Z", before)
    if word:
        return len(word[0]) > 2
    return is_year(before) or (before[-1:] != "" and not before[-1].isspace() and not before[-1].isalnum())


def is_glued_note(before: str, behind: str) -> bool:
    """Whether a figure stands behind the stop that ends a sentence."""
    bare = before.rstrip(CLOSING)
    if bare[-1:] not in STOPS or not bare:
        return False
    word = re.search(r"[^\W\d_]+\Z", bare[:-1])
    following = behind.lstrip(" \t\n\f\"'“«„‘(")[:1]
    small = following.islower() and not "ა" <= following <= "ჿ"  # Georgian sentences begin with such letters
    return (is_year(bare[:-1]) or bool(word and len(word[0]) > 4)) and not small


def is_year(before: str) -> bool:
    """Whether the words end in a year."""
    return re.search(r"(?<![\w.,])(?:1\d|20)\d\d\Z", before) is not None


# --- words and numbers ---------------------------------------------------------------------------------------------


def is_within(pieces: list[Piece], place: int) -> bool:
    """Whether a quote that begins or ends before this piece cuts a word or number."""
    if place in (0, len(pieces)):
        return False
    left, right = pieces[place - 1], pieces[place]
    if left.kind in ("joint", "group"):
        return left.kind == "group" or not is_name(pieces, place)
    if right.kind in ("joint", "group"):
        return right.kind == "group" or not is_name(pieces, place + 1)
    if is_joining(pieces, place - 1) or is_joining(pieces, place):
        return True
    if (left.kind == "hyphen" and right.sign.isdigit()) or (right.kind == "hyphen" and left.sign.isdigit()):
        return True
    if is_in_range(pieces, place) or is_multiplied(pieces, place):
        return True
    if left.sign in ("-", ".") and is_leading(pieces, place - 1):
        return True
    if left.sign == "-" and right.sign and is_letter(right.sign) and word_before(pieces, place - 1) in PREFIXES:
        return True
    if not (left.sign and right.sign and is_letter(left.sign) and is_letter(right.sign)):
        return False
    blankless = is_blankless(left.sign) or is_blankless(right.sign)
    return not blankless or is_mark(right.sign) or (left.sign.isnumeric() and right.sign.isnumeric())


def is_in_range(pieces: list[Piece], place: int) -> bool:
    """Whether a range with blanks around its dash, `5 – 7`, is cut here beside one of its numbers, or behind its dash;
    a year before it, as in `in 2022 – 7 soldiers`, makes it none.
    """
    for dash in range(max(2, place - 3), min(place + 3, len(pieces) - 2)):
        if pieces[dash].sign != "-":
            continue
        left, blank, _, other, right = pieces[dash - 2 : dash + 3]
        if (blank.kind, other.kind) == ("blank", "blank") and left.sign.isdigit() and right.sign.isdigit():
            number = word_before(pieces, dash - 1)
            is_four = re.fullmatch(r"(?:1\d|20)\d\d", number) is not None
            if not is_four and place in (dash - 1, dash, dash + 1, dash + 2):
                return True
    return False


def is_multiplied(pieces: list[Piece], place: int) -> bool:
    """Whether figures are cut from the word here that multiplies them: `2,5 millions`. A year is not multiplied."""
    if {piece.sign for piece in pieces[place : place + 2]}.isdisjoint("htcm"):  # as those words begin
        return False
    before, behind = pieces[max(0, place - 20) : place], pieces[place : place + 20]
    text = "|".join("".join(piece.sign or " " for piece in side) for side in (before, behind))
    number = r"(?<![\w.,])(?!(?:1\d|20)\d\d\b)\d[\d.,]*"
    return re.search(rf"{number}(?:\|[ -]|[ -]\|)(?:hundred|thousand|cent|mille|million)s?\b", text) is not None


def is_name(pieces: list[Piece], place: int) -> bool:
    """Whether a name begins here: a capital letter and a small one."""
    return "".join(piece.sign for piece in pieces[place : place + 2]).istitle()


def is_leading(pieces: list[Piece], place: int) -> bool:
    """Whether the sign here is a minus or the point of a number that begins with it."""
    before = pieces[place - 1].sign if place else ""
    behind = pieces[place + 1].sign
    return behind.isdigit() and not (before and (is_letter(before) or before == "."))


def is_joining(pieces: list[Piece], place: int) -> bool:
    """Whether this piece holds one word or number together."""
    if not 0 < place < len(pieces) - 1:
        return False
    before, sign, behind = pieces[place - 1].sign, pieces[place].sign, pieces[place + 1].sign
    if before.isdigit() and behind.isdigit():
        return sign != "" and not sign.isalpha()
    if not (before.isalpha() and behind.isalpha()):
        return False
    if is_hebrew(before) and is_hebrew(behind):
        return sign in ("'", '"')
    rest = "".join(piece.sign or " " for piece in pieces[place + 1 : place + 5])
    ending = re.match(r"\w+", rest)
    return (
        (sign in ("՛", "՜", "՞") and sign != "")
        or (sign == "'" and ending is not None and ending[0].lower() in ENDINGS)
        or (sign == "-" and word_before(pieces, place) in TENS)
    )


def word_before(pieces: list[Piece], place: int) -> str:
    """The word that ends before a piece, in small letters."""
    word = ""
    while place > 0 and (sign := pieces[place - 1].sign) and (is_letter(sign) or sign == "_"):
        word, place = sign + word, place - 1
    return word.lower()


def is_letter(sign: str) -> bool:
    """Whether words and numbers consist of such signs."""
    return sign.isalnum() or is_mark(sign) or sign in "\u200c\u200d"


def is_mark(sign: str) -> bool:
    """Whether the sign stands on the letter before it."""
    return unicodedata.category(sign).startswith("M")


def is_hebrew(sign: str) -> bool:
    """Whether the sign is a Hebrew letter."""
    return "א" <= sign <= "ת"


def is_blankless(sign: str) -> bool:
    """Whether the script of the sign is written without blanks."""
    return unicodedata.name(sign, "").startswith(("CJK UNIFIED", "THAI ", "HIRAGANA", "KATAKANA", "LAO ", "KHMER "))
