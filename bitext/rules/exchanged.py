"""Two days of a pair of blocks that stand in each other's place: each has the words that the other has in the other language.

The order of days says nothing, for languages order clauses in their own ways. What says something are the words and links around
each day; where they fit clearly better crosswise, the days were exchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from bitext.blocks import Block
from bitext.lexicon import likeness, words_of
from bitext.mentions.dates import DateMention, read_dates
from bitext.page import LANGUAGES
from bitext.partial_date import PartialDate
from bitext.sentences import sentences

CLAUSE_END = {"zh": re.compile(r"[，、；：\t]"), "en": re.compile(r"[,;:\t]")}
# On this guide's own pages no pair of days fits crosswise by more than 0.2, and 95 of 100 fit straight by more than this.
MARGIN = 0.4
# A link so near behind a sentence is its reference.
BEHIND = 3
# Blocks that list many days are compared no further.
MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A day with the words around it and the targets of the links there."""

    mention: DateMention
    text: str
    targets: frozenset[str]

    def like(self, english: Surroundings) -> float:
        """Return how well this Chinese passage fits an English one, from 0 to 2."""
        union = self.targets | english.targets
        return likeness(self.text, english.text) + (len(self.targets & english.targets) / len(union) if union else 0)


Around = dict[PartialDate, Surroundings]


def exchanged(zh: Block, en: Block) -> Iterator[tuple[Surroundings, Surroundings]]:
    """Yield two days that were exchanged, each with its Chinese and its English surroundings; nothing where there are none."""
    sides = around(zh), around(en)
    days = [day for day in sides[0] if day in sides[1]]
    for first, second in islice(combinations(days, 2), MOST_PAIRS):
        (a, b), (c, d) = ((side[first], side[second]) for side in sides)
        if a.like(d) + b.like(c) > a.like(c) + b.like(d) + MARGIN:
            yield a, c
            yield b, d
            return


def around(block: Block) -> Around:
    """Return the days that a block names once, with their surroundings; those without any words say nothing."""
    language = block.page.language
    mentions = [mention for mention in read_dates(block.text, language) if mention.certain]
    times = Counter(mention.value for mention in mentions)
    found: Around = {}
    if len(times) < len(LANGUAGES):
        return found
    for index, mention in enumerate(mentions):
        if mention.value.full and times[mention.value] == 1:
            start, end = clause(block, mentions, index)
            text = f"{block.text[start : mention.start]} {block.text[mention.end : end]}"
            if words_of(text, language):
                targets = frozenset(link.target for link in block.prose.links if start <= link.start <= end + BEHIND)
                found[mention.value] = Surroundings(mention, text, targets)
    return found


def clause(block: Block, mentions: Sequence[DateMention], index: int) -> tuple[int, int]:
    """Return the range that belongs to one day: its sentence, cut between it and the days beside it."""
    mention, text, language = mentions[index], block.text, block.page.language
    spans = ((span.start, span.end) for span in sentences(text, language) if span.start <= mention.start < span.end)
    start, end = next(spans, (mention.start, mention.end))
    if index and mentions[index - 1].end > start:
        start = cut(text, mentions[index - 1].end, mention.start, language)
    if index + 1 < len(mentions) and mentions[index + 1].start < end:
        end = cut(text, mention.end, mentions[index + 1].start, language)
    return start, end


def cut(text: str, start: int, end: int, language: str) -> int:
    """Return where the words between two days part: Chinese verbs stand behind their day, English ones before it."""
    ends = [match.end() for match in CLAUSE_END[language].finditer(text, start, end)]
    if language == "zh":
        return ends[-1] if ends else end
    return ends[0] if ends else start
