"""The bundled timeline in every view, as it was last reviewed."""

from calling import call
from golden_files import FOLDER, kept
from made_up import BUNDLED
from places import DATA
from together import together

STATES = (str(DATA / "states/before.yaml"), str(DATA / "states/after.yaml"))
WIDTHS = (60, 80, 120)
VIEWS = {
    "show": ("show", BUNDLED),
    "show-reverse": ("show", BUNDLED, "--reverse"),
    "show-notes": ("show", BUNDLED, "--notes"),
    "show-range": ("show", BUNDLED, "--on", "2022-09"),
    "show-lanes": ("show", BUNDLED, "--lanes"),
    "stats": ("stats", BUNDLED),
    "compare-ministries": ("compare", "armenia-mod", "azerbaijan-mod", BUNDLED),
    "compare-records": ("compare", *STATES),
    "diff": ("diff", *STATES),
    "compare-statements": ("compare", "carpenter-2022-10-06", "eu-2022-10-06", BUNDLED),
}
GOLDEN = {f"{view}-{width}.txt": (args, width) for view, args in VIEWS.items() for width in WIDTHS}
GOLDEN["show-oneline-80.txt"] = (("show", BUNDLED, "--oneline"), 80)  # a pipe gets whole lines, however wide it is


@together(("name", "view"), GOLDEN.items())
def test_the_bundled_timeline_looks_as_it_was_reviewed(name: str, view: tuple[tuple[str, ...], int]) -> None:
    args, width = view
    answer = call(*args, COLUMNS=str(width))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == kept(name, answer.out)


def test_nothing_else_is_kept() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == GOLDEN.keys()
