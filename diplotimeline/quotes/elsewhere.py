"""Where else does a quote stand that its source does not have? Only ever used to help a person mend a claim."""

from collections.abc import Mapping

from diplotimeline.quotes.support import is_short
from diplotimeline.quotes.verify import ELLIPSIS, ArchivedText, Patience

# Signs of texts that may be looked through for all quotes together: one or two seconds' work.
MOST_SIGNS = 2_000_000_000
READINGS = 64  # as often a text may be looked through for a quote with brackets


class Texts:
    """The archived texts of a record by the ids of their sources; each is folded once, and only if it is needed."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.left = MOST_SIGNS
        self._patience = Patience()
        self._folded: dict[str, ArchivedText] = {}

    def others_with(self, quote: str, source: str) -> list[str]:
        """The ids of other sources in whose texts the quote stands; none for a quote that may stand anywhere."""
        if self.left < 0 or any(map(is_short, filter(None, map(str.strip, ELLIPSIS.split(quote))))):
            return []
        texts = dict.fromkeys(text for text in self.texts.values() if text != self.texts[source])
        found = {text for text in texts if self._has(text, quote)}
        return [id for id, text in self.texts.items() if text in found]

    def _has(self, text: str, quote: str) -> bool:
        """Whether the quote stands in a text; False where too much has been looked through."""
        self.left -= len(text) * (READINGS if "[" in quote else 1)
        if self.left < 0:
            return False
        if text not in self._folded:
            self._folded[text] = ArchivedText(text, self._patience)
        return self._folded[text].verdict(quote) != "absent"
