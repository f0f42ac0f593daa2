"""`import` as a person calls it: what is written, what is said, and what is never done."""

import csv
import io
import re
from pathlib import Path

import pytest
from calling import call, wrong
from golden_files import kept
from hypothesis import example, given, settings, strategies as st
from places import DATA, ROOT

from diplotimeline import check, load

SAMPLES = DATA / "importing"
TABLE = "Date,What happened,Who,Source\n2024-09-01,Talks begin,Ardelia,Radio Nubar\n"
REGISTER = """\
actors:
  ardelia: {name: Ardelia, kind: state, aliases: [A]}
  tavoria: {name: Tavoria, kind: state}
"""


def saved(tmp_path: Path, text: str, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def imported(tmp_path: Path, text: str, *options: str | Path, name: str = "t.csv") -> tuple[str, str]:
    """The timeline that comes of a table, and what is said; it holds no error but TODOs."""
    answer = call("import", saved(tmp_path, text, name), "-o", tmp_path / "new.yaml", *options)
    assert answer.code == 0, answer.err
    assert_only_todos(tmp_path / "new.yaml")
    return (tmp_path / "new.yaml").read_text(encoding="utf-8"), answer.err


def assert_only_todos(path: Path) -> None:
    timeline = load(str(path))
    wrong_ones = [one for one in check(timeline) if one.severity == "error" and one.rule != "todo-left"]
    assert wrong_ones == []


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("messy.csv", ()), ("messy.csv", ("--year", "2024")), ("timelinejs.csv", ()), ("ged.csv", ()),
        ("acled.csv", ()), ("chronicle.mw", ()),
    ],
)  # fmt: skip
def test_the_samples_become_drafts(tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    answer = call("import", SAMPLES / name, *options)
    (tmp_path / "new.yaml").write_text(answer.out, encoding="utf-8")

    assert answer.code == 0
    assert answer.out == kept(f"import-{'-'.join([name.split('.', maxsplit=1)[0], *options[1:]])}.yaml", answer.out)
    assert_only_todos(tmp_path / "new.yaml")


@pytest.mark.parametrize("name", ["messy.csv", "timelinejs.csv", "ged.csv", "acled.csv", "chronicle.mw"])
def test_a_proposal_is_a_mapping_that_imports_the_same(tmp_path: Path, name: str) -> None:
    proposal = call("import", SAMPLES / name, "--propose", "--year", "2024")
    plain = re.sub(r"\bTODO\b(?!:)", "anyone", re.sub("order: TODO", "order: dmy", proposal.out))
    mapping = saved(tmp_path, re.sub("  names:\n(?:    .*\n)+", "", plain), "map.yaml")
    by_mapping = call("import", SAMPLES / name, "--map", mapping)

    assert (proposal.code, by_mapping.code) == (0, 0)
    plain_call = call("import", SAMPLES / name, "--year", "2024")
    one, other = (re.sub("first, as .*", "", answer.out) for answer in (by_mapping, plain_call))
    assert one == other


def test_a_proposal_shows_its_evidence(tmp_path: Path) -> None:
    answer = call("import", SAMPLES / "messy.csv", "--propose")

    assert answer.out == kept("import-messy-proposal.yaml", answer.out)


def test_one_person_in_three_spellings_is_proposed_once_and_asked_about_else(tmp_path: Path) -> None:
    names = [
        "Sena Orlin",
        "Orlin",
        "S. Orlin",
        "Border Guard",
        "Karim Orlin Brask",
        "Tavoria MoD",
        "Ardelia MoD",
        "T. MoD",
    ]
    rows = [f"2024-09-01,Talks,{name}" for name in names]
    proposal = call("import", saved(tmp_path, "\n".join(["Date,What happened,Who", *rows])), "--propose").out

    assert '"Sena Orlin": sena-orlin  # 1 time\n' in proposal
    assert "Orlin: TODO  # 1 time; is it 'Sena Orlin'?\n" in proposal
    assert "\"S. Orlin\": TODO  # 1 time; is it 'Sena Orlin'?\n" in proposal
    assert "\"T. MoD\": TODO  # 1 time; is it 'Tavoria MoD'?\n" in proposal
    assert '"Ardelia MoD": ardelia-mod  # 1 time\n' in proposal
    assert '"Border Guard": border-guard  # 1 time\n' in proposal


@pytest.mark.parametrize(
    "name", ["alleged Tavorian forces", "Tavorian forces, allegedly", "Présumés soldats", "possibly Orlin"]
)
def test_a_doubted_name_is_proposed_as_no_actor(tmp_path: Path, name: str) -> None:
    table = saved(tmp_path, f'Date,What happened,Who\n2024-09-01,Talks,"{name}"\n')

    assert ": TODO  # 1 time" in call("import", table, "--propose").out


def test_a_sign_written_as_html_parts_no_names_and_counts_as_none(tmp_path: Path) -> None:
    rows = ["2024-09-01,Talks,Voice &amp; Echo,https://a.example/1", "2024-09-02,Talks,Radio Nubar,https://a.example/2"]
    table = saved(tmp_path, "\n".join(["Date,What happened,Source,Link", *rows]))

    assert "sources: {column: Source, url: Link}\n" in call("import", table, "--propose").out


def test_a_column_of_years_with_two_figures_is_settled_by_the_mapping(tmp_path: Path) -> None:
    table = saved(tmp_path, "Date,Event\n11-Mar-15,Talks begin\n12-Mar-15,Talks end\n")
    proposal = call("import", table, "--propose").out
    settled = proposal.replace("century: TODO, order: TODO", "century: 20, order: dmy")
    answer = call("import", table, "--map", saved(tmp_path, settled, "map.yaml"))

    assert settled != proposal
    assert "  - date: 2015-03-11\n    date_text: 11-Mar-15\n" in answer.out


def test_two_long_names_are_not_proposed_as_one_actor(tmp_path: Path) -> None:
    long = "Movement of the Free People of the Mountains of %s Tavoria"
    rows = [f"2024-09-01,Talks,{long % side}" for side in ("Northern", "Northern", "Southern")]
    proposal = call("import", saved(tmp_path, "\n".join(["Date,What happened,Who", *rows])), "--propose").out

    assert f'"{long % "Northern"}": movement-of-the-free-people-of-the-mountains-of  # 2 times\n' in proposal
    assert f"\"{long % 'Southern'}\": TODO  # 1 time; is it '{long % 'Northern'}'?\n" in proposal


def test_the_coded_names_of_a_database_are_proposed_as_actors(tmp_path: Path) -> None:
    names = ["Police Forces of Tavoria (2016-)", "Protesters (Tavoria)", "TFM: Free Movement", "NA",
             "TFM: Free Movement and/or Border Guards (Tavoria)"]  # fmt: skip
    rows = [f"2024-09-01,Protests,Protest,{name}" for name in names]
    proposal = call(
        "import", saved(tmp_path, "\n".join(["event_date,event_type,sub_event_type,actor1", *rows])), "--propose"
    ).out

    assert '"Police Forces of Tavoria (2016-)": police-forces-of-tavoria-2016  # 1 time\n' in proposal
    assert '"Protesters (Tavoria)": protesters-tavoria  # 1 time\n' in proposal
    assert '"TFM: Free Movement": tfm-free-movement  # 1 time\n' in proposal
    assert '"TFM: Free Movement and/or Border Guards (Tavoria)": TODO  # 1 time\n' in proposal
    assert "    NA: []  # 1 time\n" in proposal


def test_many_unknown_names_lead_to_the_mapping_that_answers_them_once(tmp_path: Path) -> None:
    rows = ["2024-09-01,Talks,Ardelia", "2024-09-02,Talks,Tavoria", "2024-09-03,Talks,Ardelia"]
    answer = call("import", saved(tmp_path, "\n".join(["Date,What happened,Who", *rows])))

    assert "2 names are not known: --propose lists each once, --map reads what you decide.\n" in answer.err


def test_a_table_without_sources_can_be_the_source_itself(tmp_path: Path) -> None:
    table = saved(tmp_path, "Date,What happened\n2024-09-01,Talks\n")
    said = "No column names sources: --cite-sheet archives the table and cites it, or --map names the column.\n"

    assert said in call("import", table).err
    assert said not in call("import", table, "--cite-sheet", "-o", tmp_path / "new.yaml").err
    assert said not in call("import", saved(tmp_path, "Date,What,Source\n2024-09-01,Talks,X\n")).err


def test_private_rows_are_counted(tmp_path: Path) -> None:
    rows = ["2024-09-01,Talks,X,do not publish", "2024-09-02,Talks,X (off the record),"]
    answer = call("import", saved(tmp_path, "\n".join(["Date,What happened,Source,Comments", *rows])))

    assert answer.err.endswith(
        "Private by what stands in 'Source', 'Comments': --propose shows the words, --map reads what you decide.\n"
        "2 rows: 2 events, 2 private.\n"
    )


def test_the_mapping_of_a_kind_that_was_named_says_which(tmp_path: Path) -> None:
    rows = (SAMPLES / "timelinejs.csv").read_text(encoding="utf-8").replace("Year,", "Jahr,", 1)
    table = saved(tmp_path, rows)
    mapping = saved(tmp_path, call("import", table, "--as", "timelinejs", "--propose").out, "map.yaml")
    by_mapping, by_name = call("import", table, "--map", mapping), call("import", table, "--as", "timelinejs")

    assert by_mapping.code == 0, by_mapping.err
    assert by_mapping.out == by_name.out
    assert "made from others of the table" in mapping.read_text(encoding="utf-8")


def test_the_same_table_gives_the_same_bytes() -> None:
    assert call("import", SAMPLES / "messy.csv").out == call("import", SAMPLES / "messy.csv").out


def test_names_of_a_register_are_its_actors_which_are_included(tmp_path: Path) -> None:
    register = saved(tmp_path, REGISTER, "actors.yaml")
    text, _ = imported(tmp_path, TABLE.replace("Ardelia", "a"), "--actors", register)

    assert "include: [actors.yaml]" in text
    assert "actors: [ardelia]" in text


def test_the_actors_of_a_register_elsewhere_are_copied(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    register = saved(tmp_path / "elsewhere", REGISTER)
    register = register.rename(register.with_suffix(".yaml"))
    (tmp_path / "here").mkdir()
    text, _ = imported(tmp_path / "here", TABLE, "--actors", register)

    assert "ardelia: {name: Ardelia, kind: state, aliases: [A]}" in text
    assert "tavoria" not in text


def test_an_unknown_name_is_a_question_with_the_nearest_known_and_never_an_actor(tmp_path: Path) -> None:
    register = saved(tmp_path, REGISTER.replace("Tavoria", "Sena Orlin").replace("state}", "person}"), "actors.yaml")
    text, _ = imported(tmp_path, TABLE.replace("Ardelia", "Sena Orlim"), "--actors", register)

    assert "actors: [TODO]  # who is 'Sena Orlim'? perhaps Sena Orlin" in text
    assert "Who: Sena Orlim" in text


def test_a_row_without_source_asks_for_one_or_cites_the_sheet(tmp_path: Path) -> None:
    table = "Date,What happened\n2024-09-01,The envoys of both sides meet in Qasira on 1 September 2024\n"
    text, _ = imported(tmp_path, table)
    (tmp_path / "new.yaml").unlink()
    cited, _ = imported(tmp_path, table, "--cite-sheet")
    timeline = load(str(tmp_path / "new.yaml"))

    assert "source: TODO  # the row names none" in text
    assert "TODO" not in cited
    assert [*timeline.verdicts.values()] == ["exact"]
    assert (tmp_path / "sources" / "t.txt").exists()


def test_every_quote_of_a_cited_sheet_stands_in_its_archived_text(tmp_path: Path) -> None:
    for name in ("messy.csv", "timelinejs.csv", "ged.csv", "acled.csv", "chronicle.mw"):
        out = tmp_path / f"{name}.yaml"
        call("import", SAMPLES / name, "-o", out, "--cite-sheet")
        assert_only_todos(out)
        assert set(load(str(out)).verdicts.values()) <= {"exact", "folded"}


def test_a_private_row_stands_in_no_archived_sheet(tmp_path: Path) -> None:
    table = "Date,What happened,Comments\n2024-09-01,Talks begin,\n2024-09-02,Quiet talk in Orn,do not quote\n,Another quiet one,off record\n"
    text, answer = imported(tmp_path, table, "--cite-sheet")
    archived = (tmp_path / "sources" / "t.txt").read_text(encoding="utf-8")

    assert "Talks begin" in archived
    assert "uiet" not in archived
    assert "row 2\n\nrow 3" in archived
    assert "    title: Quiet talk in Orn\n    source: sheet\n    private: true\n" in text
    assert "2 private rows left out of the archived table.\n" in answer
    assert_only_todos(tmp_path / "new.yaml")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    table = saved(tmp_path, TABLE)
    old = saved(tmp_path, "title: mine\n", "old.yaml")
    (tmp_path / "sources").mkdir()
    sheet = saved(tmp_path / "sources", "mine", "t.txt")

    assert "exists already" in wrong("import", table, "-o", old)
    assert "exists already" in wrong("import", table, "-o", tmp_path / "new.yaml", "--cite-sheet")
    assert (old.read_text(), sheet.read_text()) == ("title: mine\n", "mine")
    assert not (tmp_path / "new.yaml").exists()


def test_a_dry_run_writes_nothing_and_says_what_would_become(tmp_path: Path) -> None:
    answer = call("import", saved(tmp_path, TABLE), "-o", tmp_path / "new.yaml", "--dry-run", "--cite-sheet")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err.endswith("1 row: 1 event, 1 of them with a question.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.csv"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("Date,What happened,Source\n2024-09-01,Talks begin,Radio Nubar\n", 0),
        ("Date,What happened,Source\n1/2/2024,Talks begin,Radio Nubar\n", 1),
        ("Date,What happened,Source\n2024-09-01,Talks begin,Radio Nubar\n,Talks end,Radio Nubar\n", 1),
    ],
    ids=["all read", "a question", "a row kept"],
)
def test_strict_fails_for_a_question_and_for_a_row_that_is_no_event(tmp_path: Path, table: str, code: int) -> None:
    answer = call("import", saved(tmp_path, table), "-o", tmp_path / "new.yaml", "--strict")

    assert answer.code == code
    assert (tmp_path / "new.yaml").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--dates", "dym"), "there is no order 'dym'"), (("--year", "24"), "'24' is no year"),
        (("--as", "acld"), "did you mean 'acled'?"), (("-o", "new.csv"), "name it new.yaml"),
        (("--cite-sheet",), "say where"), (("--map", "none.yaml"), "none.yaml does not exist"),
        (("--sheet", "x"), "--sheet is for .xlsx"), (("--actors", "none.yaml"), "none.yaml does not exist"),
        (("--year", "2024", "--year", "2025"), "--year was given twice"), (("--encoding", "x"), "no encoding 'x'"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_what_is_wrong(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    assert said in wrong("import", saved(tmp_path, TABLE), *options)


def test_a_faulty_mapping_is_shown_at_its_lines_and_nothing_is_written(tmp_path: Path) -> None:
    text = "date: {column: Dat, order: dmx}\ntitle: What happened\ntype: {value: meting}\nwho: Who\n"
    answer = call(
        "import", saved(tmp_path, TABLE), "--map", saved(tmp_path, text, "map.yaml"), "-o", tmp_path / "n.yaml"
    )

    assert answer.code == 1
    assert "map.yaml:1:28: error: 'dmx' is no word for 'order'" in answer.err
    assert "map.yaml:4:1: error: a mapping has no field 'who'" in answer.err
    assert not (tmp_path / "n.yaml").exists()


def test_a_mapping_for_another_table_is_told_its_columns(tmp_path: Path) -> None:
    text = "date: {column: Dat}\ntitle: {column: What happened}\n"
    answer = call("import", saved(tmp_path, TABLE), "--map", saved(tmp_path, text, "map.yaml"))

    assert (answer.code, answer.out) == (1, "")
    assert "map.yaml:1:16: error: the table has no column 'Dat'" in answer.err
    assert "did you mean 'Date'?" in answer.err


def test_a_word_that_is_no_type_is_refused_in_the_mapping(tmp_path: Path) -> None:
    text = "date: Date\ntitle: What happened\ntype: {value: meting}\n"
    answer = call("import", saved(tmp_path, TABLE), "--map", saved(tmp_path, text, "map.yaml"))

    assert answer.code == 1
    assert "'meting' is not one of the words for 'type'" in answer.err


def test_columns_that_a_mapping_does_not_name_are_named_with_their_counts(tmp_path: Path) -> None:
    text = "date: Date\ntitle: What happened\n"
    _, said = imported(tmp_path, TABLE, "--map", saved(tmp_path, text, "map.yaml"))

    assert "Not imported: column 'Who' (1 cell)." in said
    assert "Not imported: column 'Source' (1 cell)." in said


def test_a_mapping_names_types_actors_and_what_is_no_event(tmp_path: Path) -> None:
    table = "When,What,Kind,Who\n3/4/2024,Talks,Battle,A; both\n4/4/2024,DUPLICATE of 1,,\n5/4,Walk,Odd,unknown\n"
    mapping = """\
date: {column: When, order: dmy, year: 2024}
title: What
type: {column: Kind, values: {Battle: hostilities}}
actors: {column: Who, split: [";"], names: {A: ardelia, Ardelia: ardelia, T: tavoria, both: [ardelia, tavoria], unknown: []}}
skip: {column: What, when: ["DUPLICATE*"]}
"""
    text, said = imported(tmp_path, table, "--map", saved(tmp_path, mapping, "map.yaml"))

    assert "ardelia: {name: Ardelia}" in text
    assert "actors: [ardelia, tavoria]" in text
    assert "type: hostilities" in text
    assert "type: TODO  # 'Odd'" in text
    assert "# row 2 is not imported: its 'What' says to leave it out" in text
    assert "date: 2024-04-05\n    date_text: 5/4" in text
    assert said.endswith("3 rows: 2 events, 2 of them with a question; 1 kept as a comment.\n")


def test_an_actor_has_the_name_of_its_id_not_a_longer_one_of_a_single_row(tmp_path: Path) -> None:
    table = "Date,What,Who\n2024-04-03,Talks,Tavoria\n2024-04-04,Fire,Tavoria (alleged)\n"
    mapping = (
        'date: Date\ntitle: What\nactors: {column: Who, names: {Tavoria: tavoria, "Tavoria (alleged)": tavoria}}\n'
    )
    text, _ = imported(tmp_path, table, "--map", saved(tmp_path, mapping, "map.yaml"))

    assert "  tavoria: {name: Tavoria}\n" in text


def test_what_every_cell_of_the_messy_table_became() -> None:
    """Every cell stands in the draft: as it is, as a date, as a name of a source, or in a number of people."""
    text = call("import", SAMPLES / "messy.csv", "--year", "2024").out
    with (SAMPLES / "messy.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    plain = text.replace('\\"', '"')
    for row in rows:
        for column, cell in row.items():
            parts = re.split("[;,] ?| (?=https)", cell) if column in ("Source(s)", "Link") else [cell]
            if column in ("Date", "Time", "Dead/wounded"):
                continue  # the tests of dates and of numbers look at these
            assert all(" ".join(part.split()) in plain for part in parts), (row["No."], column, cell)


CELLS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
WORDS = st.sampled_from(
    ["", "2024-09-01", "1/2/2024", "13/09/2024", "c. 1999", "3 dead", "Ardelia; Tavoria", "# x", "- a", "TODO: x", "null",
     "'", '"', "a: b", "[a", "{", "&a", "*a", "!x", "%", "|", ">", "@", "`", "=1+1", "https://x.example/a", "x\n\ny", " ",
     "<b>x</b>", "&amp;", "~", "yes", "0", "-1", "\u2028", "\ufeff", "…"],
)  # fmt: skip
HEADERS = [
    "Date",
    "What happened",
    "Who",
    "Where",
    "Dead/wounded",
    "Source",
    "Link",
    "Notes",
    "Type",
    "Tags",
    "Odd one",
]


@settings(max_examples=60, deadline=None)
@example([["", "", "", "", "", "", "", "", "\t", "x\n\ny", "\t"]] * 2)  # a tab parts more lines, but not all
@given(st.lists(st.lists(st.one_of(WORDS, CELLS), min_size=11, max_size=11), min_size=1, max_size=5))
def test_any_table_becomes_a_timeline_with_no_error_but_todos_and_all_its_rows(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEADERS, *rows])
    folder = tmp_path_factory.mktemp("any")
    answer = call("import", saved(folder, out.getvalue()), "-o", folder / "new.yaml")
    if answer.code:  # rows of blanks only
        assert "no row below" in answer.err or "one field" in answer.err
        return

    assert_only_todos(folder / "new.yaml")
    text = (folder / "new.yaml").read_text(encoding="utf-8")
    events, comments = text.count("\n  - date:"), len(re.findall(r"(?m)^  # row [0-9]+ is not imported: ", text))
    filled = [row for row in rows if any(cell for cell in row)]
    assert events + comments >= len([row for row in filled if any(cell.strip() for cell in row)])


def test_a_known_kind_without_its_title_is_refused_in_words(tmp_path: Path) -> None:
    table = "date_prec,where_prec,event_clarity,date_start\n1,1,1,2024-09-01\n"

    assert "has a column 'dyad_name', this one has not" in wrong("import", saved(tmp_path, table))


def test_help_names_what_it_reads() -> None:
    assert "csv, tsv, xlsx, JSON" in call("import", "--help").out


def test_the_package_holds_the_data_of_the_kinds() -> None:
    assert {path.name for path in (ROOT / "diplotimeline" / "importing" / "kinds").glob("*.yaml")} == {
        "acled.yaml", "ged.yaml", "markwhen.yaml", "timelinejs.yaml",
    }  # fmt: skip
