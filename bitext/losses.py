"""How much speaks for it that a sentence of one block has no counterpart in the other: its words, its marks, and the lengths.

A dictionary is too coarse to find a sentence, but a lost one gives itself away: hardly any word of the other block is explained by
it alone, its code, links and figures stand on one side only, and its side is longer by about its length.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bitext.blocks import Block
from bitext.lexicon import chinese_words, english_stems, glossed_stems, senses
from bitext.page import LANGUAGES, other
from bitext.prose import OBJECT
from bitext.sentences import HAN, Span, sentences, weight

FIGURE = re.compile(r"\d+(?:\.\d+)*")
LANGUAGE_OF_FILE = re.compile(r"\.(?:zh|en)(?:-\w+)?(?=\.|$)")
# A side that is longer by less than this many Latin letters lacks no sentence.
LEAST_GAP = 12
# The side must be longer by at least this share of the sentence.
LEAST_SURPLUS = 0.4
SOURCE = "source:"
# What the names of tokens begin with that are codes, link targets and figures.
MARKS = "`@#"


# Instead of a sentence's index: no sentence, or more than one.
NONE, SEVERAL = -1, -2


# A name, and the forms by which the other language may know it.
Token = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens."""

    span: Span
    tokens: tuple[Token, ...]
    marks: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Loss:
    """What speaks for and against the loss of a sentence.

    `absent`: how many tokens that it does not share with its neighbours the other block lacks; `gained`: how many tokens of the
    other block it alone explains; `surplus`: how many times its length its side is too long; `excess`: the same as a part of the
    other side; `more`: by how many sentences its side is ahead; `strange`: the part of the other block that its side does not
    explain, high where translation is free; `lost`: codes, links and figures that the other block lacks; `count`: the sentences of
    its side.
    """

    language: str
    sentence: Sentence
    absent: int
    gained: int
    surplus: float
    excess: float
    more: int
    strange: float
    lost: int
    count: int

    @property
    def odds(self) -> float:
        """The logarithm of the odds that it is lost: above 0 more speaks for it than against it.

        A logistic regression gave the weights, fitted to the pages of this guide and to public documentation, as they are and with
        sentences dropped at random.
        """
        under, over = max(0.0, 1 - self.surplus), min(1.5, max(0.0, self.surplus - 1))
        lengths = 1.64 * min(self.excess, 1.0) - 1.96 * under - 1.25 * over + math.log(self.sentence.weight)
        words = (
            1.2 * math.sqrt(min(self.absent, 8)) - 1.5 * math.sqrt(min(self.gained, 8)) + (self.gained == 0) - 1.8 * self.strange
        )
        return lengths + words + 1.2 * max(-1, min(self.more, 2)) + 1.2 * min(self.lost, 2) - 0.36 * min(self.count, 5) - 3.0


def losses(zh: Block, en: Block, wordiness: float) -> Iterator[Loss]:
    """Yield each sentence of the side that is too long for the other, as pages of this wordiness go, unless lengths rule it out."""
    blocks, scale = {"zh": zh, "en": en}, {"zh": wordiness, "en": 1.0}
    lengths = {language: weight(block.text) * scale[language] for language, block in blocks.items()}
    language = max(LANGUAGES, key=lengths.__getitem__)
    gap, least = lengths[language] - lengths[other(language)], min(lengths.values())
    if gap < LEAST_GAP or not least:
        return
    ours, theirs = read(blocks[language], scale[language]), read(blocks[other(language)], scale[other(language)])
    if not theirs or len(ours) + len(theirs) < 3:
        return
    there = [forms for one in theirs for _, forms in one.tokens]
    explained = Counter(explanations(ours, there))
    strange = explained[NONE] / max(len(there), 1)
    absent = absences(ours, frozenset().union(*there))
    marks = frozenset().union(*(one.marks for one in theirs))
    for index, one in enumerate(ours):
        surplus, alone = gap / one.weight, absent[index]
        if surplus >= LEAST_SURPLUS and alone is not None:
            missing = lost(one, marks, blocks[other(language)].text)
            ahead = len(ours) - len(theirs)
            yield Loss(language, one, alone, explained[index], surplus, gap / least, ahead, strange, missing, len(ours))


def explanations(ours: Sequence[Sentence], there: Sequence[frozenset[str]]) -> Iterator[int]:
    """Yield for each token of the other block the sentence that alone may say it, or that none or several may."""
    sayers: dict[str, int] = {}
    for index, one in enumerate(ours):
        for form in frozenset().union(*(forms for _, forms in one.tokens)):
            sayers[form] = SEVERAL if form in sayers else index
    for forms in there:
        who = {sayers[form] for form in forms if form in sayers}
        yield NONE if not who else who.pop() if len(who) == 1 else SEVERAL


def absences(ours: Sequence[Sentence], present: frozenset[str]) -> list[int | None]:
    """Return for each sentence how many telling tokens of its own the other block lacks, None where it has none of its own."""
    held = Counter(name for one in ours for name in {name for name, _ in one.tokens})
    counts: list[int | None] = []
    for one in ours:
        own = [forms for name, forms in one.tokens if held[name] == 1 and telling(name, forms, present)]
        counts.append(sum(forms.isdisjoint(present) for forms in own) if own else None)
    return counts


def telling(name: str, forms: frozenset[str], present: frozenset[str]) -> bool:
    """Tell whether it says something that a token is absent: it is a mark, or the dictionary knows it."""
    if name[0] in MARKS:
        return True
    return bool(forms) if HAN.match(name) else not (forms.isdisjoint(present) and forms.isdisjoint(glossed_stems()))


def lost(sentence: Sentence, marks: frozenset[str], text: str) -> int:
    """Count the codes, links and figures of a sentence that the other block has neither as such nor as plain text."""
    return sum(mark not in marks and mark[1:] not in text for mark in sentence.marks)


def read(block: Block, scale: float = 1.0) -> list[Sentence]:
    """Return the sentences of a block with their tokens; `scale` is how much longer than usual the other language is."""
    text, language = block.text, block.page.language
    placed = sorted(marks_of(block))
    found, at = [], 0
    for span in sentences(text, language):
        while at < len(placed) and placed[at][0] < span.start:
            at += 1
        first = at
        while at < len(placed) and placed[at][0] < span.end:
            at += 1
        marks = [mark for _, mark in placed[first:at]]
        passage = text[span.start : span.end]
        marks += [f"#{figure}" for figure in FIGURE.findall(passage)]
        named = [*word_tokens(passage, language), *((mark, frozenset({mark})) for mark in marks)]
        found.append(Sentence(span, tuple(named), frozenset(marks), max(weight(passage) * scale, 1.0)))
    return found


def word_tokens(passage: str, language: str) -> Iterator[Token]:
    """Yield the words of a passage that carry meaning, each with the English stems it may stand for."""
    if language == "zh":
        yield from ((word.lower(), senses(word)) for word in chinese_words(passage) if len(word) > 1)
    else:
        yield from ((stem, frozenset({stem})) for stem in english_stems(passage))


def marks_of(block: Block) -> Iterator[tuple[int, str]]:
    """Yield the codes and the link targets of a block with their places: what both languages write alike."""
    codes = iter(block.prose.codes)
    at = block.text.find(OBJECT)
    while at >= 0:
        offset = block.prose.offset(at)
        if block.raw.startswith("`", offset) and (code := next(codes, "")):
            yield at, f"`{code.lower()}"
        at = block.text.find(OBJECT, at + 1)
    for link in block.prose.links:
        if not link.target.startswith(SOURCE):
            target = LANGUAGE_OF_FILE.sub("", link.target.rstrip("/").lower())
            yield link.start, f"@{target.rpartition('/')[2]}"
