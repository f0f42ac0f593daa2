"""What a terminal shows whose encoding does not have every sign."""

from diplotimeline.cli.streams import PLAIN_SIGNS


def in_encoding(text: str, encoding: str) -> str:
    """The text as such a terminal shows it: plain signs, and numbers of what has none."""
    return "".join(sign if _has(encoding, sign) else PLAIN_SIGNS.get(sign) or _number(sign) for sign in text)


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _number(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode()
