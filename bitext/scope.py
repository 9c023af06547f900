"""What a word of a sentence speaks of, and what speaks of that in the other language.

“not” denies the words that follow it: the scope. The dictionary finds the scope in the other language, and there the word that
denies it must stand in front.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from bitext.lexicon import GRAMMAR, STOP, WORD, segmented, senses, stem
from bitext.sentences import Span

# A clause ends here: what stands behind is not spoken of any more.
END = {"zh": re.compile(r"[，。；：！？（）、\t\n]"), "en": re.compile(r"[,.;:!?()\t\n]")}
# Words that say little themselves; what follows them is spoken of: "not need to change", 不会影响.
LIGHT = {
    "zh": frozenset("会能可要用有是在应该得想做再被把让使给对于到"),
    "en": frozenset(re.findall(r"\w+", "able need want try make get use used using been being be having have going go come take")),
}
# How many words may stand between a word and what it speaks of, and how far that may be.
BETWEEN, FAR = 2, {"zh": 8, "en": 40}
# 用不了, "nothing": a word may also stand right behind.
BEHIND = {"zh": 2, "en": 12}


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


def governs(text: str, language: str, speaking: Span, word: Word, words: Sequence[Word]) -> bool:
    """Tell whether what stands in a range speaks of a word, one of `words`: a little in front of it, in it, or right behind it."""
    start, end = speaking.start, speaking.end
    if start < word.end and end > word.start:
        return True
    if start >= word.end:
        return start - word.end <= BEHIND[language] and not END[language].search(text, word.end, start)
    if word.start - end > FAR[language] or END[language].search(text, end, word.start):
        return False
    start_of = attrgetter("start")
    return bisect_left(words, word.start, key=start_of) - bisect_left(words, end, key=start_of) <= BETWEEN
