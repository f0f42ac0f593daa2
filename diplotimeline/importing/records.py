"""JSON and JSON lines of flat records to lines of cells: the names of all fields, then one line for each record."""

import json
from collections.abc import Iterator
from typing import Any

from diplotimeline.errors import CallError
from diplotimeline.importing.decoding import decoded
from diplotimeline.importing.lines import Counter, Line

LISTS = ("events", "data", "records", "rows", "results", "items")


class _Twice(ValueError):  # noqa: N818 - a mistake in the data, told as a `CallError`
    """A field stands twice in one record."""


def read_records(path: str, data: bytes, encoding: str = "") -> list[Line]:
    """The lines of a list of records. Raises `CallError` where it is none.

    A number stays as it is written; a list or group in a field becomes its JSON.
    """
    text = decoded(path, data, encoding)
    found = list(_records(path, text))
    names: dict[str, None] = {}
    counter = Counter(path)
    for number, (line, record) in enumerate(found, start=1):
        if not isinstance(record, dict):
            raise CallError(f"{path}:{line}: row {number} is no record", 'a record is {"name": value, …}')
        record = found[number - 1][1] if all(not isinstance(one, dict) for one in record.values()) else _flat(record)
        found[number - 1] = (line, record)
        names |= dict.fromkeys(record)
        counter.count(line, len(names))
    rows = [Line(line, [_text(record.get(name)) for name in names]) for line, record in found]
    return [Line(1, [*names]), *rows]


def read_json(path: str, data: bytes, encoding: str = "") -> tuple[Any, list[tuple[int, Any]]]:
    """What a JSON file holds, and each record in it as `_records` gives it; nothing at all of JSON lines."""
    text = decoded(path, data, encoding)
    try:
        head = _parsed(text)
    except (RecursionError, ValueError):
        head = None
    return head, list(_records(path, text))


def _records(path: str, text: str) -> Iterator[tuple[int, Any]]:
    """Each record, with the line in which it stands; in JSON that is not in lines, with its number."""
    try:
        whole = _parsed(text)
    except json.JSONDecodeError as error:
        lines = text.splitlines()
        if error.msg != "Extra data" or not error.lineno > 1:
            raise CallError(f"{path}:{error.lineno}:{error.colno}: this is not JSON: {error.msg.lower()}") from None
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, _line(path, number, line)
        return
    except RecursionError:
        raise CallError(f"{path} is nested too deeply", 'flat records are read: [{"date": …}, …]') from None
    except ValueError as error:
        raise CallError(f"{path}: {error}") from None
    if isinstance(whole, dict):
        inside = [whole[name] for name in LISTS if isinstance(whole.get(name), list)]
        whole = inside[0] if inside else [whole]
    if not isinstance(whole, list):
        raise CallError(f"{path} holds no list of records", 'flat records are read: [{"date": …}, …]')
    yield from enumerate(whole, start=1)


def _line(path: str, number: int, line: str) -> Any:
    try:
        return _parsed(line)
    except json.JSONDecodeError as error:
        raise CallError(f"{path}:{number}:{error.colno}: this is not JSON: {error.msg.lower()}") from None
    except (RecursionError, ValueError) as error:
        raise CallError(f"{path}:{number}: this record is not read: {error}") from None


def _parsed(text: str) -> Any:
    """The JSON of a text; numbers stay text."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of a record. Raises `_Twice` if one stands twice: JSON would keep the last without a word."""
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Twice(f"the field '{twice[:60]}' stands twice in one record")
    return record


def _flat(record: dict[str, Any], before: str = "") -> dict[str, Any]:
    """A record in which the fields of groups are fields of their own: `start_date.year`."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        flat |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}": value}
    return flat


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
