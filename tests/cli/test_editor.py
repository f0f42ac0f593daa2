"""An editor beside a timeline: yaml-language-server with the schema that the tool prints, where the server is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import call
from language_server import Server, language_server
from places import DATA, ROOT

from diplotimeline.record.fields import fields_of
from diplotimeline.record.schema import FORMS, schema_text
from diplotimeline.record.words import LISTS

MODELINE = "# yaml-language-server: $schema=schema.json\n"
TIMELINES = sorted((ROOT / "timelines").glob("*.yaml"))
GOOD = [*sorted((DATA / "good").rglob("*.yaml")), *sorted((DATA / "warned").glob("*.yaml"))]
# A line in which a word of a closed list stands, by the name of the list.
EVENT = "events:\n- {date: 2022-09-12, title: x, source: s, "
LINES = {
    "type": EVENT + "type: ", "status": EVENT + "status: ", "part": EVENT + "part: ", "stance": EVENT + "stance: ",
    "role": EVENT + "actors: [{who: a, role: ", "as": EVENT + "related: [{event: e, as: ",
    "precision": EVENT + "place: {name: P, precision: ", "kind": "actors:\n  a: {name: A, kind: ",
    "version": "sources:\n  s: {title: S, version: ",
}  # fmt: skip
# A line in which a field stands, by the name of its group.
FIELDS = {
    "Event": "events:\n- {{{}}}", "Actor": "actors:\n  a: {{{}}}", "Source": "sources:\n  s: {{{}}}",
    "Claim": "events:\n- claims: [{{{}}}]", "Place": "events:\n- place: {{{}}}",
    "Participant": "events:\n- actors: [{{{}}}]", "Relation": "events:\n- related: [{{{}}}]",
    "Casualties": "events:\n- casualties: [{{{}}}]", "Count": "events:\n- casualties: [{{killed: {{{}}}}}]",
    "Document": "sources:\n  s: {{origin: {{{}}}}}", "Translation": "events:\n- translation: {{{}}}",
}  # fmt: skip
OWN = """title: 2022
actors:
  ardelia: {name: 1914, kind: state, aliases: [1, true]}
  orn: {name: Orn, of: ardelia}
sources:
  2022: {title: 3.5, speaker: [ardelia, orn], issued: 2022-10-06}
events:
- date: 2022-09-12
  title: true
  source: 2022
  actors: [ardelia, {who: orn, role: host}]
  tags: [border]
  place: Tavor
  id: first
- date: 2022
  title: x
  source: 2022
  related: [{event: first, as: follows}]
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with language_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _schema(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(schema_text(), encoding="utf-8")


def offered(server: Server, path: Path, marked: str) -> dict[str, str]:
    """What is offered where `|` stands in a text."""
    before, _, behind = marked.partition("|")
    lines = before.split("\n")
    return server.offered(server.open(path, before + behind), len(lines) - 1, len(lines[-1]))


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_marks_nothing_in_a_bundled_timeline(server: Server, path: Path) -> None:
    assert server.mistakes(server.open(path, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_marks_nothing_in_a_good_file(server: Server, tmp_path: Path, path: Path) -> None:
    assert server.mistakes(server.open(tmp_path / path.name, MODELINE + path.read_text(encoding="utf-8-sig"))) == []


def test_marks_nothing_in_numbers_that_stand_for_texts(server: Server, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")

    assert call("check", tmp_path / "own.yaml").code == 0
    assert server.mistakes(server.open(tmp_path / "own.yaml", MODELINE + OWN)) == []


def test_marks_a_mistake_at_its_line(server: Server, tmp_path: Path) -> None:
    text = MODELINE + OWN.replace("role: host", "role: hots").replace("title: x", "titel: x")
    found = server.mistakes(server.open(tmp_path / "wrong.yaml", text))

    assert {one.partition(":")[0] for one in found} >= {"12", "17"}


@pytest.mark.parametrize("path", ["my.yaml", "year/2023/my.yaml"])
def test_a_new_timeline_has_its_schema(server: Server, tmp_path: Path, path: str) -> None:
    file = tmp_path / "new" / path
    file.parent.mkdir(parents=True)
    assert call("new", file).code == 0

    assert "meeting" in offered(
        server, file, file.read_text(encoding="utf-8") + EVENT.removesuffix(", ") + ", type: |}"
    )


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in LISTS.items() for word in words])
def test_tells_the_meaning_of_every_word(server: Server, tmp_path: Path, name: str, word: str) -> None:
    line = LINES[name] + word
    closed = "".join({"{": "}", "[": "]"}.get(sign, "") for sign in reversed(line))
    address = server.open(tmp_path / f"{name}-{word}.yaml", f"{MODELINE}{line}{closed}\n")
    told = server.hover(address, 2, len(line.split("\n")[1]) - 1)

    assert LISTS[name][word] in told.replace("\\", "")


def test_tells_the_meaning_of_every_field(server: Server, tmp_path: Path) -> None:
    silent = []
    for form in FORMS:
        for field in fields_of(form):
            first, second = FIELDS[form.__name__].format(f"{field.written_as}: x").split("\n")
            name = f"{form.__name__}-{field.written_as}.yaml"
            address = server.open(tmp_path / name, f"{MODELINE}{first}\n{second}\n")
            told = server.hover(address, 2, second.index(f"{field.written_as}: x") + 1)
            silent += [name] if field.description[:20] not in told.replace("\\", "") else []

    assert silent == []


def test_offers_the_ids_of_the_file(server: Server, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN, encoding="utf-8")
    (tmp_path / "schema.json").write_text(call("schema", own).out, encoding="utf-8")
    text = MODELINE + OWN

    assert server.mistakes(server.open(own, text.replace("of: ardelia", "of: another"))) == []
    for there, right in [
        ("of: |ardelia", {"ardelia": "1914", "orn": "Orn"}),
        ("speaker: [|ardelia", {"ardelia": "1914", "orn": "Orn"}),
        ("actors: [|ardelia", {"ardelia": "1914", "orn": "Orn"}),
        ("who: |orn", {"ardelia": "1914", "orn": "Orn"}),
        ("source: |2022", {'"2022"': "3.5"}),
        ("event: |first", {"first": "true"}),
        ("tags: [|border", {"border": ""}),
    ]:
        field, _, value = there.partition("|")
        found = offered(server, tmp_path / "own.yaml", text.replace(f"{field}{value}", f"{field}|", 1))
        assert right.items() <= found.items(), there
