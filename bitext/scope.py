"""What a word of a sentence speaks of.

“not” denies the words that follow it: the scope. The dictionary finds the scope in the other language, and a word that denies it
there stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from bitext.lexicon import GRAMMAR, STOP, WORD, segmented, senses, stem

# A clause ends here: what stands behind is not spoken of any more.
END = {"zh": re.compile(r"[，。；：！？（）、\t\n]"), "en": re.compile(r"[,.;:!?()\t\n]")}
# Words that say little themselves; what follows them is spoken of: "not need to change", 不会影响.
LIGHT = {
    "zh": frozenset("会能可要用有是在应该得想做再被把让使给对于到"),
    "en": frozenset(re.findall(r"\w+", "able need want try make get use used using been being be having have going go come take")),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning: its place in the block's text, and the English stems it may stand for."""

    start: int
    end: int
    stems: frozenset[str]


def words_within(text: str, language: str, start: int, end: int) -> list[Word]:
    """Return the words of a range of a text, in order."""
    return sorted(unordered(text, language, start, end), key=attrgetter("start"))


def unordered(text: str, language: str, start: int, end: int) -> Iterator[Word]:
    """Yield the Chinese words of a range of a text, then the Latin ones."""
    passage, chinese = text[start:end], language == "zh"
    latin = (found for found in WORD.finditer(passage) if chinese or found[0].lower() not in STOP)
    if chinese:
        words = ((at, word) for at, word in segmented(passage) if word not in GRAMMAR)
        yield from (Word(start + at, start + at + len(word), senses(word)) for at, word in words)
    yield from (Word(start + found.start(), start + found.end(), frozenset({stem(found[0])})) for found in latin)


def scope(text: str, language: str, end: int, most: int = 3) -> list[Word]:
    """Return the first words behind `end`, within the clause, that say something."""
    stop = END[language].search(text, end)
    found = words_within(text, language, end, stop.start() if stop else len(text))
    return list(islice((word for word in found if text[word.start : word.end].lower() not in LIGHT[language]), most))
