"""Inputs that are nearly right: a known one, changed at one to six places."""

import random
from collections.abc import Callable, Sequence

# What means something to YAML, to dates, to terminals and to the formats.
WORDS: tuple[bytes, ...] = (
    b": ", b"- ", b"\n", b"\r\n", b"\r", b"\t", b"\n  ", b"\n    - ", b"[", b"]", b"{", b"}", b"'", b'"', b"|\n",
    b">-\n",
    b"#", b" #", b"? ", b"<<: ", b"&a ", b"*a", b"!!str ", b"---\n", b"...\n", b"%YAML 1.1\n", b"~", b"null",
    b"...", b"\\",
    b"date: ", b"title: ", b"source: ", b"claims:", b"actors: ", b"quote: ", b"events:\n", b"include: [shared.yaml]\n",
    b"2022-09-12", b"2022-13", b"0000", b"9999-12-31", b"/", b"..", b"[..", b",", b"XX", b"?", b"~", b"%", b"T24:00",
    b"+14:00", b"Z", b"-", b"2022-24", b"September", b"\xe2\x80\x93", b"1e9", b"-91", b"NaN", b"\xd9\xa2",
    b"u", b"open",
    b"\x00", b"\x1b[31m", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf3\xa0\x81\x81",
    b"\xef\xbf\xbe", b"\xe2\x80\x8d", b"\xc2\xa0", b"\xcc\x81", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80",
    b"\\e", b"\\u202e",
    b"=1+1", b"@", b"+", b"<script>", b"&amp;", b"](javascript:x)", b"::error::", b"[bold]", b"BEGIN:VEVENT", b"$x$",
    b"`", b"|", b"**", b"\xe2\x80\xa6", b"[\xe2\x80\xa6]", b"\xe2\x80\x9c", b"not ", b"n't", b"1,207", b"TODO",
    b"javascript:alert(1)", b"../", b"/dev/zero", b"text.txt", b"x" * 130, b"[" * 25, b"x" * 300,
)  # fmt: skip


def mutated(known: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the known inputs with one to six changes; `chance` decides which, and nothing else does."""
    data = chance.choice(known)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 4, 16, 64)))
        data = data[:start] + chance.choice(CHANGES)(data[start:end], known, chance) + data[end:]
    return data


Change = Callable[[bytes, Sequence[bytes], random.Random], bytes]


def _word(part: bytes, _known: Sequence[bytes], chance: random.Random) -> bytes:
    return chance.choice(WORDS) + (part if chance.random() < 0.5 else b"")


def _byte(part: bytes, _known: Sequence[bytes], chance: random.Random) -> bytes:
    return bytes([chance.randrange(128) if chance.random() < 0.8 else chance.randrange(256)]) + part[1:]


def _letter(part: bytes, _known: Sequence[bytes], chance: random.Random) -> bytes:
    code = chance.randrange(0x110000)
    return chr(code if not 0xD800 <= code < 0xE000 else 0xFFFD).encode() + part


def _nothing(_part: bytes, _known: Sequence[bytes], _chance: random.Random) -> bytes:
    return b""


def _twice(part: bytes, _known: Sequence[bytes], chance: random.Random) -> bytes:
    return part * chance.choice((2, 2, 3, 50))


def _backwards(part: bytes, _known: Sequence[bytes], _chance: random.Random) -> bytes:
    return part[::-1]


def _elsewhere(part: bytes, known: Sequence[bytes], chance: random.Random) -> bytes:
    """A piece of another input."""
    other = chance.choice(known)
    start = chance.randint(0, len(other))
    return other[start : start + chance.choice((1, 4, 16, 64))]


CHANGES: tuple[Change, ...] = (_word, _word, _word, _byte, _letter, _nothing, _twice, _backwards, _elsewhere)


def with_mutated(known: Sequence[bytes], number: int) -> list[bytes]:
    """Known inputs, and so many that are nearly right; always the same."""
    chance = random.Random(20221006)
    return [*known, *(mutated(known, chance) for _ in range(number))]
