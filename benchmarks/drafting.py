"""How long it takes to draft from 1 MB of prose: `python benchmarks/drafting.py`.

Once of the same pages again and again, and once where no sentence comes twice, because each names a place of its own.
"""

import re
from datetime import date
from itertools import count
from resource import RUSAGE_SELF, getrusage
from time import process_time

from diplotimeline import Timeline, load
from diplotimeline.drafting import LANGUAGES, candidates
from diplotimeline.reading.find import bundled

CHARACTERS = 1_000_000
ISSUED = date(2022, 10, 6)
FRENCH = (
    "Dans la nuit du 8 au 9 septembre, l’armée a bombardé le village de Tolm. Nous appelons les parties à la retenue. "
    "Le 14 septembre, les ministres se sont entretenus par téléphone ; ils se reverront le 20 octobre à Genève.\n\n"
)


NEAR = {"en": "near Tolm", "fr": "près de Tolm"}


def main() -> None:
    timeline = load(*bundled().values())
    english = "\n\n".join(one.text or "" for one in timeline.archive.values())
    for language, pages in zip(LANGUAGES, (english, FRENCH), strict=True):
        prose = pages * (CHARACTERS // len(pages) + 1)
        places = count()
        of_its_own = re.sub(r"(?<=\w)\.(?=\s)", lambda _: f" {NEAR[language]}-{next(places)}.", prose)  # noqa: B023
        for what, text in (("again and again", prose), ("no sentence twice", of_its_own)):
            _measure(f"{language}, {what}", text[:CHARACTERS], language, timeline)


def _measure(what: str, text: str, language: str, timeline: Timeline) -> None:
    start = process_time()
    words = len(re.findall(r"\w+|[^\w\s]", text))
    floor = process_time() - start
    start = process_time()
    candidates(text, ISSUED, language=language, actors=timeline.actors)
    spent = process_time() - start
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: 1 MB, {words:,} words and signs, {spent:.1f} s of CPU, {spent / floor:.0f} times splitting it; "
        f"{memory:.0f} MiB so far",
        flush=True,
    )


if __name__ == "__main__":
    main()
