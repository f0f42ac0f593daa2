"""Fragments of a regular expression, made from its own source, that would send a careless one astray."""

from collections.abc import Callable, Iterable, Iterator
from re import _constants as codes, _parser as parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
MANY = 8  # a repeat of fewer cannot run away
SIGNS = "a1 -.,\n(Aß一…\u0301\x00"
CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_SPACE: str.isspace, codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    codes.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    codes.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdigit(),
    codes.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}  # fmt: skip


def fragments_of(pattern: str | bytes, flags: int) -> list[str]:
    """What is repeated in the pattern, alone and behind what stands before it; the whole; and the whole, not ended."""
    return sorted({piece for piece in _pieces(parser.parse(pattern, flags)) if piece})


def _pieces(items: Iterable[Any], before: str = "") -> Iterator[str]:
    for code, value in items:
        if code in REPEATS:
            if value[1] >= MANY:
                yield from (_sample(value[2]), before + _sample(value[2]))
            yield from _pieces(value[2], before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _pieces(branch, before)
        elif code in (codes.SUBPATTERN, codes.ASSERT, codes.ASSERT_NOT):
            yield from _pieces(value[-1], before)
        elif code is codes.ATOMIC_GROUP:
            yield from _pieces(value, before)
        before += _of(code, value)
    yield from (before, before[:-1])


def _sample(items: Iterable[Any]) -> str:
    return "".join(_of(code, value) for code, value in items)


def _of(code: Any, value: Any) -> str:
    """A text that one part of a pattern would take; what has no width takes none."""
    if code in REPEATS:
        times: int = value[0] or 1
        return _sample(value[2]) * times
    if code is codes.BRANCH:
        return _sample(value[1][0])
    if code is codes.SUBPATTERN:
        return _sample(value[-1])
    if code is codes.ATOMIC_GROUP:
        return _sample(value)
    if code is codes.LITERAL:
        return chr(value)
    if code in (codes.IN, codes.NOT_LITERAL, codes.ANY):
        return _sign(code, value)
    return ""


def _sign(code: Any, value: Any) -> str:
    members: list[Any] = value if code is codes.IN else [(codes.NEGATE, None), (codes.LITERAL, value or 0)]
    negated = members[0][0] is codes.NEGATE
    signs: list[str] = [chr(one) for kind, one in members if kind is codes.LITERAL]
    signs += [chr(one[0]) for kind, one in members if kind is codes.RANGE]
    for sign in [*signs, *SIGNS]:
        if any(_is_in(sign, *one) for one in members) != negated:
            return str(sign)
    raise AssertionError(f"no sign is in {value}")


def _is_in(sign: str, kind: Any, value: Any) -> bool:
    if kind is codes.CATEGORY:
        return CATEGORIES[value](sign)
    if kind is codes.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return kind is codes.LITERAL and ord(sign) == value
