"""How long it takes to draft from 1 MB of prose: `python benchmarks/drafting.py`."""

import re
from datetime import date
from time import process_time

from diplotimeline import load
from diplotimeline.drafting import LANGUAGES, draft
from diplotimeline.reading.find import bundled

CHARACTERS = 1_000_000
ISSUED = date(2022, 10, 6)
FRENCH = (
    "Dans la nuit du 8 au 9 septembre, l’armée a bombardé le village de Tolm. Nous appelons les parties à la retenue. "
    "Le 14 septembre, les ministres se sont entretenus par téléphone ; ils se reverront le 20 octobre à Genève.\n\n"
)


def main() -> None:
    timeline = load(*bundled().values())
    english = "\n\n".join(one.text or "" for one in timeline.archive.values())
    for language, prose in zip(LANGUAGES, (english, FRENCH), strict=True):
        text = (prose * (CHARACTERS // len(prose) + 1))[:CHARACTERS]
        start = process_time()
        words = len(re.findall(r"\w+|[^\w\s]", text))
        floor = process_time() - start
        start = process_time()
        draft(text, ISSUED, language=language, actors=timeline.actors, everything=True)
        spent = process_time() - start
        print(
            f"{language}: 1 MB, {words:,} words and signs, {spent:.1f} s of CPU, {spent / floor:.0f} times splitting it"
        )


if __name__ == "__main__":
    main()
