"""How much speaks for it that one passage permits what its counterpart demands or forbids.

Counting “must” and 应当 is not enough: languages oblige in many ways. What a word of permission speaks of shows more: where the
counterpart speaks of the same thing behind a word of obligation, the obligation was weakened. So it is with what is forbidden.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bitext.denials import Side
from bitext.mentions.force import ForceMention
from bitext.modals import CAN, MAY, MUST, PERHAPS, SHOULD, Modal, read_bans, read_duties
from bitext.scope import END, Word, scope, words_within

# Gives the modals of a range of a text in a language, from its words of force.
Reader = Callable[[str, str, int, int, Sequence[ForceMention]], list[Modal]]
# How far what a modal speaks of may stand behind it within its clause.
FAR = {"zh": 16, "en": 60}
# So many places of a word are looked at; a passage with more modals is no sentence, and comparing each with each would take long.
PLACES, MOST = 8, 40
# 可能 before 需要 softens it, however far; other words only where they stand right in front.
NEXT = 2
# In a passage of no more words than this, what may demand surely does: the head of a column, "Required".
FEWEST = 2


class Reading:
    """A passage with its modals and its words."""

    def __init__(self, side: Side, read: Reader) -> None:
        """Read the modals; the words are read on first use."""
        self.side = side
        self.modals = read(side.text, side.language, side.start, side.end, side.words)
        self.starts = [one.start for one in self.modals]

    @cached_property
    def words(self) -> list[Word]:
        """The words that carry meaning."""
        return words_within(self.side.text, self.side.language, self.side.start, self.side.end)

    @cached_property
    def places(self) -> dict[str, list[Word]]:
        """The words by what they may mean."""
        found: dict[str, list[Word]] = defaultdict(list)
        for word in self.words:
            for stem in word.stems:
                found[stem].append(word)
        return found

    def number(self, *strengths: int) -> int:
        """Return how many modals have one of some strengths."""
        return sum(one.strength in strengths for one in self.modals)

    def said(self, word: Word) -> list[Word]:
        """Return the words here that may mean what a word of the other language means."""
        found = {one for stem in word.stems for one in self.places.get(stem, ())[:PLACES]}
        return sorted(found, key=lambda one: one.start)[:PLACES]

    def over(self, word: Word) -> Modal | None:
        """Return the modal that speaks of a word: the last in front of it within its clause, or one right behind."""
        at = bisect(self.starts, word.start)
        for index in (at - 1, at):
            if 0 <= index < len(self.modals) and self.reaches(self.modals[index], word):
                return self.softened(index)
        return None

    def reaches(self, modal: Modal, word: Word) -> bool:
        """Tell whether a modal holds a word or stands in its clause, not far from it."""
        if modal.start <= word.start < modal.end:
            return True
        start, end = (modal.end, word.start) if modal.start <= word.start else (word.end, modal.start)
        return start <= end and self.within_clause(start, end)

    def within_clause(self, start: int, end: int) -> bool:
        """Tell whether nothing ends a clause between two places that are not far apart."""
        language = self.side.language
        return end - start <= FAR[language] and not END[language].search(self.side.text, start, end)

    def softened(self, index: int) -> Modal:
        """Return a modal, or the one in front of it that softens it: 可能需要, "may have to"."""
        one, before = self.modals[index], self.modals[max(index - 1, 0)]
        if before.strength < 0 < one.strength:
            perhaps = PERHAPS.match(self.side.text, before.start) and self.within_clause(before.end, one.start)
            return before if perhaps or one.start - before.end <= NEXT else one
        return one


def answer(one: Modal, here: Reading, there: Reading) -> tuple[Modal | None, bool]:
    """Return the modal that speaks there of what a modal speaks of here, and whether that is found there at all.

    One of the same kind answers wherever it stands; else it is the first.
    """
    known = False
    for word in scope(here.side.text, here.side.language, one.end):
        found = there.said(word)
        known = known or bool(found)
        if overs := [over for said in found if (over := there.over(said)) and over.strength]:
            return next((over for over in overs if over.strength * one.strength > 0), overs[0]), True
    return None, known


def answers(here: Reading, there: Reading, strength: int) -> Iterator[tuple[Modal, Modal | None, bool]]:
    """Yield the modals of a strength here, each with its answer."""
    yield from ((one, *answer(one, here, there)) for one in here.modals if one.strength == strength)


@dataclass(frozen=True, slots=True)
class Weakening:
    """What speaks for it that a passage permits what its counterpart demands: the two words, and what the weights belong to."""

    demand: Modal
    permission: Modal
    features: tuple[float, ...]

    def odds(self, model: Model) -> float:
        """Return the logarithm of the odds that a permission stands where there was a demand."""
        return sum(weight * value for weight, value in zip(model.weights, self.features, strict=True)) + model.bias


@dataclass(frozen=True, slots=True)
class Model:
    """What speaks for a demand that is gone, and how it is read.

    A logistic regression gave the weights, fitted to the pages of this guide and to public documentation, as they are and with
    words that demand turned into “may” and 可以.
    """

    read: Reader
    weights: tuple[float, ...]
    bias: float


OBLIGATION = Model(
    read_duties,
    (2.23, 0.49, -0.79, 2.15, -0.13, -1.24, -0.16, -1.14, 1.34, 1.05, -0.06, 0.21, 0.94, 1.37, 0.67, 0.34, -0.88),
    -0.56,
)
PROHIBITION = Model(
    read_bans, (0.6, 0.35, -1.15, 1.04, 0.48, 0.15, 0.53, 0.66, 1.81, 1.11, -1.14, 1.83, 1.51, 1.55, 0.15, 0.4, -0.24), -7.3
)


def weakening(here: Reading, there: Reading, more: int) -> Weakening | None:
    """Return what speaks for it that a passage permits what the first demands, None where nothing does.

    `more` tells of the blocks around them: one point where the first demands more often, one where the other permits more often.
    """
    if max(len(here.modals), len(there.modals)) > MOST or not there.number(MAY) or not here.number(MUST, SHOULD):
        return None
    permitted, demanded = list(answers(there, here, MAY)), list(answers(here, there, MUST))
    contrary = [(demand, permission) for permission, demand, _ in permitted if demand and demand.strength > 0]
    if not contrary and not here.number(MUST) and max(len(here.words), len(there.words)) > FEWEST:
        return None
    back = [answer(demand, here, there)[0] for demand, _ in contrary]
    softer = [demand for demand, permission, _ in demanded if permission and permission.strength == MAY]
    demand, permission = first(contrary, softer, here, there)
    return Weakening(demand, permission, (
        any(demand.strength == MUST for demand, _ in contrary),
        any(not known for _, _, known in permitted),
        any(known and not found for _, found, known in demanded),
        bool(softer),
        any(one is not None and one.strength > 0 for one in back),
        any(one is None or one.strength == CAN for one in back),
        *surplus(here, there), more, math.log(min(len(here.words), len(there.words)) + 1),
    ))  # fmt: skip


def surplus(here: Reading, there: Reading) -> Iterator[float]:
    """Yield by how much the first passage demands more and the other permits more, counted narrowly and widely."""
    demands = bounded(here.number(MUST) - there.number(MUST))
    demands_at_all = bounded(here.number(MUST, SHOULD) - there.number(MUST, SHOULD))
    allowed = sum(one.strength < 0 and not one.chance for one in here.modals)
    permits, permits_at_all, permits_plainly = (
        bounded(there.number(MAY) - count) for count in (here.number(MAY), here.number(MAY, CAN), allowed)
    )
    yield from (min(there.number(MAY), 3), here.number(MUST) > 0, demands, demands_at_all, permits, permits_plainly)
    yield from (demands > 0 and permits > 0, demands_at_all > 0 and permits_at_all > 0, demands_at_all > 0 and permits_plainly > 0)


def bounded(number: int) -> int:
    """Return a surplus within the bounds in which it counts."""
    return max(-1, min(number, 2))


def first(contrary: list[tuple[Modal, Modal]], softer: list[Modal], here: Reading, there: Reading) -> tuple[Modal, Modal]:
    """Return the two words to be shown: such as speak of the same, else the first of their kinds."""
    permission = next(one for one in there.modals if one.strength == MAY)
    demands = softer or [one for one in here.modals if one.strength == MUST] or [one for one in here.modals if one.strength > 0]
    return max(contrary, key=lambda pair: pair[0].strength, default=(demands[0], permission))
