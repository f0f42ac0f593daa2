"""What is loaded before it is needed: nothing that costs more than a moment."""

import json

from calling import run_python
from made_up import BUNDLED

# The libraries of one format, of the terminal's colours, and of words for dates: each is loaded where it is used.
LATE = {"rich", "jinja2", "pdfminer", "pyarrow", "xlsxwriter", "dateutil"}
# What Typer loads for its own ends, if at all: to convert a number.
NEVER = {"pydantic", "click"}
TELL = "\nimport sys; print(*sys.modules, file=sys.stderr)\n"
SHOW = """
from diplotimeline.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0
"""
# Several calls in one process, and of each the libraries that are there when it has ended.
ONE_AFTER_ANOTHER = """
import json, sys
from diplotimeline.cli import main
for args in json.loads(sys.argv[1]):
    try:
        main(args)
    except SystemExit as end:
        assert end.code == 0
    print("loaded", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
LIGHT_CALLS = (
    (), ("--help",), ("--version",), ("show", "--help"), ("show", BUNDLED, "-1", "--from", "2022-09", "-a", "armenia"),
    ("stats", BUNDLED), ("export", BUNDLED, "-f", "csv"), ("compare", "eu-2022-10-06", "carpenter-2022-10-06", BUNDLED),
)  # fmt: skip
LIBRARY = f"""
import diplotimeline as dt
timeline = dt.load("{BUNDLED}")
assert not [problem for problem in dt.check(timeline) if problem.severity == "error"]
few = dt.select(timeline, dt.Selection(actors=("armenia",), start="2022-09"))
for name in ("csv", "markdown", "json", "jsonl"):
    assert dt.export(few, name)
"""


def loaded_modules(script: str, *args: str) -> set[str]:
    """The modules that are there when a script has ended."""
    answer = run_python(script + TELL, *args)

    assert answer.code == 0, answer.err
    return set(answer.err.split())


def libraries(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_importing_the_library_loads_nothing_yet() -> None:
    before = loaded_modules("import diplotimeline")

    assert "diplotimeline" in before
    assert [name for name in before if name.startswith("diplotimeline.")] == []
    assert libraries(before) & {*LATE, *NEVER, "typer", "yaml"} == set()


def test_importing_the_command_line_loads_no_library_of_one_format() -> None:
    modules = loaded_modules("import diplotimeline.cli")

    assert "typer" in libraries(modules)
    assert libraries(modules) & {*LATE, *NEVER} == set()


def test_show_loads_neither_colours_nor_templates_nor_exporters() -> None:
    modules = loaded_modules(SHOW, "show", BUNDLED)

    assert [name for name in modules if name.startswith("diplotimeline.exporters")] == []
    assert libraries(modules) & {*LATE, *NEVER} == set()
    assert "diplotimeline.views.rail" in modules


def test_a_call_whose_words_are_texts_loads_nothing_to_convert_them() -> None:
    answer = run_python(ONE_AFTER_ANOTHER, json.dumps(LIGHT_CALLS))
    loaded = [{*line.split()} for line in answer.err.splitlines() if line.startswith("loaded ")]

    assert answer.code == 0, answer.err
    assert [(args, found & {*LATE, *NEVER}) for args, found in zip(LIGHT_CALLS, loaded, strict=True)] == [
        (args, set()) for args in LIGHT_CALLS
    ]


def test_the_library_loads_neither_the_command_line_nor_colours() -> None:
    modules = loaded_modules(LIBRARY)

    assert libraries(modules) & {*LATE, *NEVER, "typer"} == set()
    assert "diplotimeline.cli" not in modules
    assert "diplotimeline.exporters.csv" in modules
