"""Every regular expression of the package and what it is asked to do, by importing every module and running commands.

`python tests/support/patterns_in_use.py FOLDER` prints JSON: the pattern (of bytes: in Latin-1), whether it is of
bytes, its flags, its module, and the methods that are called; those of a name that no command used stand in the source.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
found: dict[tuple[str | bytes, int, str], set[str]] = {}


class Watched:
    """A compiled pattern that notes which of its methods are looked up."""

    def __init__(self, made: re.Pattern[Any], uses: set[str]) -> None:
        self.made, self.uses = made, uses

    def __getattr__(self, name: str) -> Any:
        if name in METHODS:
            self.uses.add(name)
        return getattr(self.made, name)


def watch() -> None:
    """From now on note what the package compiles; all functions of `re` go through one."""
    original = re._compile  # type: ignore[attr-defined]

    def noting(pattern: Any, flags: int) -> Any:
        made = original(pattern.made if isinstance(pattern, Watched) else pattern, flags)
        function, caller = sys._getframe(1).f_code.co_name, sys._getframe(2).f_globals["__name__"]
        if not caller.startswith("diplotimeline"):
            return made
        uses = found.setdefault((made.pattern, made.flags, caller), set())
        if function == "compile":
            return Watched(made, uses)
        uses.add(function)
        return made

    re._compile = noting  # type: ignore[attr-defined]


def use_all(folder: Path) -> None:
    """Import every module, run every command, check every bad file, import every sample."""
    import diplotimeline

    for module in pkgutil.walk_packages(diplotimeline.__path__, "diplotimeline."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from every_call import every_call
    from in_one_process import answer
    from places import DATA

    from diplotimeline.quotes.negation import negation_beside

    tables = [("import", str(path)) for path in sorted((DATA / "importing").iterdir())]
    negation_beside("il ne voit personne", 3, 10)  # no sample has it
    for call in [*every_call(folder), ("check", str(DATA / "bad")), *tables]:
        answer([*call])


def look_in_source() -> None:
    """Add the methods by which modules call the patterns that they hold by name."""
    for module in [one for name, one in sys.modules.items() if name.startswith("diplotimeline.")]:
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, held in vars(module).items():
            if isinstance(held, Watched):
                held.uses.update(re.findall(rf"\b{name}\.({'|'.join(METHODS)})\b", source))


if __name__ == "__main__":
    watch()
    use_all(Path(sys.argv[1]))
    look_in_source()
    rows = []
    for (pattern, flags, module), uses in found.items():
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        rows.append((text, isinstance(pattern, bytes), flags, module, sorted(uses)))
    json.dump(rows, sys.stdout)
