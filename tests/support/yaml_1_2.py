"""YAML as editors read it: version 1.2 with its core schema, in which `2022` is a number and `no` a text."""

import re
from typing import Any

import yaml

from diplotimeline.reading.builder import LOADER

BOOL, INT, FLOAT, NULL = (f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "null"))
PATTERNS = {
    BOOL: "true|True|TRUE|false|False|FALSE",
    INT: "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    FLOAT: r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    NULL: "null|Null|NULL|~|",
}


class _Loader(LOADER):  # type: ignore[misc, valid-type]
    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - none of those that are inherited


def _whole(_loader: _Loader, node: yaml.ScalarNode) -> int:
    based = node.value.startswith(("0x", "0o"))
    return int(node.value, 0 if based else 10)


def _number(_loader: _Loader, node: yaml.ScalarNode) -> float:
    return float(re.sub(r"\.(?=[inIN])", "", node.value))


for _tag, _pattern in PATTERNS.items():
    _Loader.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern})$"), None)
_Loader.add_constructor(INT, _whole)
_Loader.add_constructor(FLOAT, _number)


def as_an_editor_reads(text: str) -> Any:
    """The data of a YAML text."""
    return yaml.load(text, _Loader)  # noqa: S506 - a safe loader
