"""What the way a text was made puts between its words: folded in texts and quotes, or marked in an archived text.

An archived text comes from a page: lines divide words, pages break sentences, figures point to footnotes.
"""

import re
from collections.abc import Mapping

from diplotimeline.characters import normal

IGNORED = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# These, and the superscripts below, are compiled for the first text that is not common: few are.
INVISIBLE = rf"[{IGNORED}]+|\u00ad(?![^\S\n]*\n)"
IN_QUOTES = rf"[{IGNORED}\u00ad]+"
SAME = dict.fromkeys("‘’‚‛′ʼ`´‹›׳", "'") | dict.fromkeys("“”„‟″«»״", '"') | dict.fromkeys("֊‐‑‒–—―−﹘﹣－־", "-")
LIGATURES = {sign: normal("NFKC", sign) for sign in map(chr, (0x587, *range(0xFB00, 0xFB18), *range(0xFEF5, 0xFEFD)))}
# What is looked at more closely: all but Latin, Cyrillic, Armenian and Georgian letters and signs of typography.
UNCOMMON = re.compile(
    "[^\0-\xac\xae-\xb1\xb4-\xb8\xba-\u02ff\u0400-\u0481\u048a-\u0586\u10d0-\u10ff\u2010-\u2027\u20ac]"
)
# All white space but the common blank.
BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# Scripts that are written without blanks: Thai, Lao, Burmese, Khmer, Japanese, Chinese; and the stops of the last two.
BLANKLESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Their many signs take 2 ms to compile, so that is done when a sign is met that may be one of them: by its first byte
# in UTF-8, since a class of bytes takes no time.
PERHAPS_BLANKLESS = re.compile(rb"[\xe0\xe1\xe3-\xff]")
FULL_WIDTH = "\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
# White space that parts no words: in `1 207`, and where a line ends within `dis-agree`. No text holds this sign, nor
# those that stand for the figures of footnote marks; they are one for one, so that places are the same in `folded`.
JOINT = "\ud800"
HYPHEN = "\ud802"  # that of `S-300` and `14-year-old`; a dash between them would part words
LINE_END = "\ud801"  # in a script without blanks: a blank may stand for it, or nothing
FIGURES = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"
NOTES = "".join(chr(0xD810 + number) for number in range(len(FIGURES)))
AS_NOTE = str.maketrans(FIGURES, NOTES)
NO_NOTES = str.maketrans(dict.fromkeys(NOTES, ""))
BETWEEN = r"[^\S\n]*\n[^\S\n]*|[^\S\n]"
# These begin with the sign itself, and look behind it only then: a pattern that begins with a look behind takes thrice
# the time, at every letter of a text. More than two ranges of signs beyond Latin take 0.1 ms to compile.
GROUPED = re.compile(rf"\d(?<!\w\d)\d{{0,2}}(?:(?:{BETWEEN})\d{{3}})+(?!\d)")
AT_LINE_END = re.compile(r"[-‐-—\u00ad֊](?:(?<=[^‑-—])[^\S\n]*\n\s*(?=[^\W\d_])|(?<=\d[^֊])[^\S\n]*\n\s*(?=\d))")
# Behind a figure only before words for an age, a length or a weight: elsewhere its ending, as in `14-ը`, is no word.
COMPOUND = re.compile(
    r"[-‐‑](?:(?<=[^\W\d_].)(?=\d)|(?<=\d.)(?=year|month|week|day|hour|minute|man|member|strong|point|ton|mile|km|kilo|met|"
    r"jährig|tägig|stündig|лет|днев|часов|ամյա|yaşlı|წლის))"
)
BETWEEN_LINES = rf"(?<=[{BLANKLESS}{FULL_WIDTH}])[^\S\n]*\n\s*|(?<!\s)[^\S\n]*\n\s*(?=[{BLANKLESS}{FULL_WIDTH}])"

YEAR = re.compile(r"(?<![\w.,])(?:1\d|20)\d\d\Z")
SUPERSCRIPT = "[⁰¹²³⁴-⁹]+"
# Compiled when a figure is met that may be a footnote's: few texts have any.
UNIT = r"(?<![^\W\d_])(?:[^\W\d_]|[kcdmµкдс][mм]|mi|ft|yd|мм)\Z"
BEHIND_STOP = re.compile(r"(?P<stop>[.!?։؟。](?<=\w.)[\"'”’»)]*)(?P<figure>[0-9]{1,3})(?=\s|\Z)")
WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,7}\Z")
SHORTENED = (
    r"(?i:\w|arts?|no|nos|nr|pp|paras?|fig|vol|ch|chap|sec|sect|ref|doc|res|cf|al|ca|approx|add|rev|ver|ed|st|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|févr|avr|juil|déc)"
)
OPENING = " \t\n\r\f\"'“«„‘("


def has_blankless(text: str) -> bool:
    """Whether a sign of a text belongs to a script that is written without blanks."""
    return perhaps_blankless(text) and re.search(f"[{BLANKLESS}]", text) is not None


def perhaps_blankless(text: str) -> bool:
    """Whether a sign of a text may belong to such a script: many of other scripts begin with the same byte."""
    return not text.isascii() and PERHAPS_BLANKLESS.search(text.encode(errors="ignore")) is not None


def fold(text: str) -> str:
    """The text as it is compared."""
    if text.isascii():  # as most quotes; of the signs that are replaced one is ASCII
        return _spaced(text.replace("`", "'"))
    return _spaced(replaced(_letters(text, IN_QUOTES), SAME))


def marked(text: str) -> str:
    """An archived text as it is compared, with marks where a quote may have something else, or must not end."""
    text = without_page_breaks(text)
    is_common = _is_common(text)
    text = BEHIND_STOP.sub(_figure, text if is_common else _letters(text, INVISIBLE))
    if not is_common:
        text = re.sub(SUPERSCRIPT, _sign, text)
        if perhaps_blankless(text):
            text = re.sub(BETWEEN_LINES, _line_end, text)
    text = COMPOUND.sub(HYPHEN, AT_LINE_END.sub(f"-{JOINT}", text))
    text = GROUPED.sub(_number, text)
    text = replaced(text, SAME | dict.fromkeys(BLANKS, " ")).replace("\u00ad", "")
    while "  " in text:  # to split and join a whole text takes five times as long
        text = text.replace("  ", " ")
    return text.strip()


def without_notes(text: str) -> str:
    """The text without the marks of footnotes: `2021.3` is the year 2021 and the end of a sentence."""
    return re.sub(SUPERSCRIPT, _sign, BEHIND_STOP.sub(_figure, text)).translate(NO_NOTES)


def with_shape(text: str) -> str:
    """An archived text without page breaks and signs without a shape, in a normal form; nothing is marked yet."""
    return _letters(without_page_breaks(text), INVISIBLE)


def _letters(text: str, invisible: str) -> str:
    return text if _is_common(text) else normal("NFC", replaced(re.sub(invisible, "", text), LIGATURES))


def _is_common(text: str) -> bool:
    """Whether a text has only signs of which none is invisible, a ligature, a superscript, or part of another one."""
    return text.isascii() or UNCOMMON.search(text) is None


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """The text with other signs in place of these, none of which stands for another one of them.

    One by one: `str.translate` takes a hundred times as long where hardly any stands in the text.
    """
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text


def _spaced(text: str) -> str:
    if text.isprintable() and "  " not in text:  # mostly: no white space but single blanks
        return text.strip()
    return " ".join(text.split())


def _number(match: re.Match[str]) -> str:
    """A number with blanks in it, as one; figures with a line for themselves then are a column, or a page's."""
    text, lines = match.string, []
    if "\n" in match[0]:
        end = text.find("\n", match.end())
        lines = text[text.rfind("\n", 0, match.start()) + 1 : end if end >= 0 else len(text)].split("\n")
    return match[0] if any(line.strip().isdigit() for line in lines[1:]) else re.sub(r"\s+", JOINT, match[0])


def _line_end(match: re.Match[str]) -> str:
    """The end of a line beside a letter of a script without blanks; within a number in words it stays as it is."""
    before, behind = (
        match.string[max(0, match.start() - 1) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return match[0] if before.isnumeric() and behind.isnumeric() else LINE_END


def _sign(match: re.Match[str]) -> str:
    """A superscript sign, marked where it is that of a footnote: behind a word, a year or a stop, not behind a unit."""
    text, place = match.string, match.start()
    before = text[max(0, place - 8) : place]
    ends_word = before[-1:].isalpha() and not re.search(UNIT, before)
    is_note = ends_word or YEAR.search(before) or not (before[-1:].isspace() or before[-1:].isalnum() or not before)
    return match[0].translate(AS_NOTE) if is_note else match[0]


def _figure(match: re.Match[str]) -> str:
    """A figure behind a stop, marked where it is a footnote's: the stop ends a sentence, or is behind a year."""
    text, place = match.string, match.start()
    before, behind = text[max(0, place - 8) : place], text[match.end() : match.end() + 20].lstrip(OPENING)[:1]
    word = WORD_BEFORE.search(before)
    ends_sentence = (before[-1:].isalpha() and not (word and re.fullmatch(SHORTENED, word[0]))) or YEAR.search(before)
    return match["stop"] + match["figure"].translate(AS_NOTE) if ends_sentence and not is_small(behind) else match[0]


def is_small(letter: str) -> bool:
    """Whether a sentence does not begin with such a letter; Georgian sentences do, though Unicode calls them small."""
    return letter.islower() and not "ა" <= letter <= "ჿ"


def without_page_breaks(text: str) -> str:
    """The text without form feeds, and without the lines around them that are no part of it: page numbers, and lines
    that stand at the edge of three pages.
    """
    if "\f" not in text:
        return text
    from diplotimeline.quotes.breaks import pages_of  # few texts have pages

    return "\n".join(page.text for page in pages_of(text))
