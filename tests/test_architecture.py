"""Imports point one way, each edge of the program has one owner, and nothing opens a door that nobody asked for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import diplotimeline

PACKAGE = Path(diplotimeline.__file__).parent
# A row imports only from the rows above it; modules of one row do not know each other.
ROWS = (
    ("errors", "characters"), ("problems", "files", "suggest"), ("dates", "decoding", "syntax"), ("fields",),
    ("model", "reading"),
    ("yamltree", "evidence", "selection", "mending", "prose", "drafting", "starting"),
    ("validation", "reporting", "passages", "stats", "compare", "lanes"),
    ("loader", "checks", "schema", "views", "exporters"), ("__init__",), ("cli",), ("__main__",),
)  # fmt: skip
OWNERS = {"yaml": "yamltree", "typer": "cli", "rich": "views"}
FORBIDDEN = {"socket", "subprocess", "pickle", "webbrowser", "urllib", "http", "shelve", "marshal", "ctypes", "click"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
FILES = {path.relative_to(PACKAGE).with_suffix("").as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}

every_file = pytest.mark.parametrize("name", FILES)


def imports(name: str) -> Iterator[str]:
    """Every module that a file imports; with `from`, the module and each name taken from it."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(name: str) -> set[str]:
    """The parts of this package that a file imports; the bare package is `__init__`."""
    parts = {found.split(".")[1] for found in imports(name) if found.startswith("diplotimeline.")}
    bare = {"__init__"} if "diplotimeline" in imports(name) else set()
    return {part if part in ROW_OF else "__init__" for part in parts} | bare


@every_file
def test_imports_point_one_way(name: str) -> None:
    part = name.split("/", maxsplit=1)[0]

    assert {other for other in own_imports(name) if ROW_OF[other] >= ROW_OF[part] and other != part} == set()


@every_file
def test_a_library_has_one_owner(name: str) -> None:
    libraries = {found.split(".")[0] for found in imports(name)}

    assert {
        library for library in libraries & OWNERS.keys() if OWNERS[library] != name.split("/", maxsplit=1)[0]
    } == set()
    assert libraries & FORBIDDEN == set()


@every_file
def test_no_text_is_run_as_a_program(name: str) -> None:
    calls = [node.func for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)]

    assert {call.id for call in calls if isinstance(call, ast.Name)} & FORBIDDEN_CALLS == set()
    assert {call.attr for call in calls if isinstance(call, ast.Attribute)} & {"system", "popen", "execv"} == set()


def test_every_module_has_a_row_and_a_name_that_says_what_it_is() -> None:
    assert {name.split("/")[0] for name in FILES} == ROW_OF.keys()
    assert {part for name in FILES for part in name.split("/")} & NAMELESS == set()


@every_file
def test_texts_are_normalised_in_one_place(name: str) -> None:
    calls = [node.attr for node in ast.walk(TREES[name]) if isinstance(node, ast.Attribute)]

    assert ("normalize" in calls) == (name == "characters")
