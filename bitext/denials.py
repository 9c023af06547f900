"""How much speaks for it that what one sentence denies its counterpart does not deny.

Counting “not” and 不 is not enough: languages deny in many ways, and a translator says "open" for 未关闭. What is denied shows
more: where the counterpart speaks of the same thing and no word of denial stands near it, the denial is lost.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from bitext.lexicon import LONGEST, glossed, likeness
from bitext.mentions.denials import ASKING, Denial, Kind, read_denials
from bitext.mentions.force import Force, ForceMention
from bitext.scope import Word, scope, words_within
from bitext.sentences import weight

# A word of denial stands within so many characters in front of what it denies, or behind it.
BEFORE, BEHIND = {"zh": 12, "en": 45}, {"zh": 8, "en": 25}
# Passages with more words of denial are no sentences.
MOST = 30
# What is left of 不是 … 而是 and of 而不是 where 不 was cut out; without a denial nobody says so.
CUT = {"zh": re.compile("而是"), "en": re.compile(r"\bbut\s+also\b", re.IGNORECASE)}
# How English prefers one thing to another.
OVER = re.compile(r"\b(?:over|than|versus|vs)\b", re.IGNORECASE)
FORBIDDING = frozenset({Kind.FORBID, Kind.CANNOT})


@dataclass(frozen=True, slots=True)
class Side:
    """One language's part of a group of sentences: the block's text, the part's range, and its words of force."""

    text: str
    language: str
    start: int
    end: int
    words: Sequence[ForceMention]

    @property
    def passage(self) -> str:
        """The part itself."""
        return self.text[self.start : self.end]

    @property
    def denials(self) -> list[Denial]:
        """Its words of denial."""
        found = read_denials(self.text, self.language)
        first, last = (bisect_left(found, place, key=attrgetter("start")) for place in (self.start, self.end))
        return list(found[first:last])

    @property
    def content(self) -> list[Word]:
        """Its words that carry meaning."""
        return words_within(self.text, self.language, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Loss:
    """What speaks for and against the loss of a denial between two passages.

    `denial`: the one that is most likely lost; `bare`: whether the counterpart speaks of what it denies and denies nothing near;
    `silent`: whether nothing in the counterpart denies or may; `more`: whether the block as a whole denies more often than its
    counterpart, `strictly`: also if words that may deny count; `surplus`: how many words that may deny the counterpart has more;
    `permits`: whether a prohibition is gone and the counterpart has more permissions; `cut`: whether what is left of a denial
    stands there without one; `alike`: how well the passages cover each other; `weights`: their lengths, its own first; `doubt`:
    how loosely the page is translated.
    """

    denial: Denial
    language: str
    bare: bool
    silent: bool
    more: bool
    strictly: bool
    surplus: int
    permits: bool
    cut: bool
    alike: float
    weights: tuple[float, float]
    doubt: float

    @property
    def features(self) -> dict[str, float]:
        """The values that the weights belong to."""
        ours, theirs = self.weights
        longer = math.log((ours + 15) / (theirs + 15))
        return {
            "one": 1.0, "bare": self.bare, "bare alike": self.bare * self.alike,
            "silent": self.silent, "no more": not self.more, "not strictly": not self.strictly,
            "surplus": max(-2, min(self.surplus, 2)), "permits": self.permits, "cut": self.cut, "alike": self.alike,
            "length": min(max(math.log(ours + theirs + 10), 3.5), 5.7), "longer": longer, "unlike lengths": abs(longer),
            "doubt": min(self.doubt, 6.0), f"{self.language} {self.denial.kind}": 1.0,
        }  # fmt: skip

    @property
    def odds(self) -> float:
        """The logarithm of the odds that the denial is lost.

        A logistic regression gave the weights, fitted to the pages of this guide and to public documentation, as they are and with
        denials taken out at random.
        """
        return sum(WEIGHTS.get(name, 0.0) * value for name, value in self.features.items())


WEIGHTS: Mapping[str, float] = {
    "one": -1.06, "bare": 0.63, "bare alike": 1.88, "silent": 0.92, "no more": -0.47, "not strictly": -1.53,
    "surplus": -0.52, "permits": 1.41, "cut": 1.84, "alike": 1.53, "length": 0.52, "longer": -1.36, "unlike lengths": -0.91,
    "doubt": -0.35, "en cannot": 0.53, "en forbid": 1.43, "en instead": -0.27, "en never": 0.98, "en no": -1.09,
    "en no longer": 0.8, "en none": -0.56, "en not": 1.03, "en without": -0.99, "zh cannot": -0.35, "zh forbid": 0.7,
    "zh instead": 0.75, "zh needless": -1.22, "zh no": 0.21, "zh not": -0.94, "zh not yet": -2.05,
}  # fmt: skip


def loss(here: Side, there: Side, doubt: float) -> Loss | None:
    """Return what speaks for it that a denial of one passage is lost in the other, None where that cannot be.

    `doubt` tells how loosely the page is translated.
    """
    if not here.denials or len(here.denials) + len(there.denials) > MOST:
        return None
    ours, theirs = plain(here, there), plain(there, here)
    asking, sure = [one for one in ours if one.asks], [one for one in theirs if one.sure]
    # "not only" answers 不仅, and where the one is answered by the other it is no answer for more.
    phrases = min(sum(one.kind is Kind.PHRASE for one in sure), sum(one.sure and one.kind not in ASKING for one in ours))
    surplus = len(asking) - len(sure) + phrases
    if not asking or surplus <= 0:
        return None
    denial, verdict = likeliest(asking, list(verdicts(asking, theirs, here, there)))
    weights = weight(here.passage), weight(there.passage)
    chinese, english = (here, there) if here.language == "zh" else (there, here)
    return Loss(
        denial, here.language, verdict == "bare", not any(one.sure or one.kind is Kind.KIN for one in theirs),
        denied_more(here, there, strictly=False), denied_more(here, there, strictly=True),
        kindred(theirs) - kindred(ours), denial.kind in FORBIDDING and permissions(there) > permissions(here),
        bool(CUT[there.language].search(there.text, there.start, there.end)) and not any(one.sure for one in theirs),
        likeness(chinese.passage, english.passage), weights, doubt,
    )  # fmt: skip


def plain(side: Side, counterpart: Side) -> list[Denial]:
    """Return the denials of a passage; one that English says without a denial ("over", "force majeure") only answers."""
    if side.language == "en":
        return side.denials
    stems = frozenset().union(*(word.stems for word in counterpart.content))
    over = bool(OVER.search(counterpart.passage))
    return [
        Denial(Kind.FIRM, one.start, one.end)
        if one.asks and (set_word(side.text, one, stems) or (over and one.kind is Kind.INSTEAD))
        else one
        for one in side.denials
    ]


def set_word(text: str, denial: Denial, stems: frozenset[str]) -> bool:
    """Tell whether a denial is part of a longer word of the dictionary, one of whose meanings is among some stems."""
    return any(
        not glossed(text[start:end]).isdisjoint(stems)
        for start in range(max(0, denial.end - LONGEST), denial.start + 1)
        for end in range(max(denial.end, start + denial.end - denial.start + 1), min(len(text), start + LONGEST) + 1)
    )


def verdicts(asking: Sequence[Denial], answers: Sequence[Denial], here: Side, there: Side) -> Iterator[str]:
    """Yield what is found of each denial: the kind of a word that denies there, each of which answers once; none; or not known."""
    content = there.content
    places = [spoken_of(one, here, content) for one in asking]
    found: dict[int, str] = {}
    for label, pool in (
        ("answered", [one for one in answers if one.sure]),
        ("kin", [one for one in answers if one.kind is Kind.KIN]),
        ("faint", [one for one in answers if one.kind is Kind.FAINT]),
    ):
        used: set[int] = set()
        for _, index, number in sorted(
            (distance, index, number)
            for index in range(len(asking))
            if index not in found
            for number, answer in enumerate(pool)
            if (distance := nearest(answer, places[index], there.language)) is not None
        ):
            if index not in found and number not in used:
                found[index] = label
                used.add(number)
    yield from (found.get(index, "bare" if places[index] else "unknown") for index in range(len(asking)))


def spoken_of(denial: Denial, side: Side, content: Sequence[Word]) -> list[Word]:
    """Return the counterpart's words that say the first thing that a denial denies and they say at all."""
    for word in scope(side.text, side.language, denial.end, most=2):
        if found := list(islice((one for one in content if not word.stems.isdisjoint(one.stems)), MOST)):
            return found
    return []


def nearest(answer: Denial, words: Sequence[Word], language: str) -> float | None:
    """Return how near a word of denial stands to the nearest of some words, None where it is near none."""
    return min((gap for word in words if (gap := distance(answer, word, language)) is not None), default=None)


def distance(answer: Denial, word: Word, language: str) -> float | None:
    """Return how far a word of denial stands from what it may deny; behind it is farther than in front."""
    if answer.end <= word.start:
        return gap if (gap := word.start - answer.end) <= BEFORE[language] else None
    if answer.start >= word.end:
        return 1.5 * gap if (gap := answer.start - word.end) <= BEHIND[language] else None
    return 0.0


ORDER = ("bare", "unknown", "faint", "kin", "answered")
# Of these a translator leaves out many.
MINOR = frozenset({Kind.NEEDLESS, Kind.INSTEAD, Kind.NONE, Kind.WITHOUT, Kind.NO})


def likeliest(asking: Sequence[Denial], found: Sequence[str]) -> tuple[Denial, str]:
    """Return the denial that is most likely lost, with its verdict."""
    return min(zip(asking, found, strict=True), key=lambda one: (ORDER.index(one[1]), one[0].kind in MINOR, one[0].start))


def denied_more(here: Side, there: Side, *, strictly: bool) -> bool:
    """Tell whether the block around a passage surely denies more often than the other; `strictly`: what may deny is counted too."""
    (ours, near_ours), (theirs, near_theirs) = (counts(side.text, side.language) for side in (here, there))
    return ours - theirs + (near_ours - near_theirs if strictly else 0) > 0


@lru_cache(maxsize=32768)
def counts(text: str, language: str) -> tuple[int, int]:
    """Count the words of a text that surely deny, and those that may."""
    denials = read_denials(text, language)
    return sum(one.sure for one in denials), kindred(denials)


def kindred(denials: Sequence[Denial]) -> int:
    """Count the words that may deny."""
    return sum(one.kind is Kind.KIN for one in denials)


def permissions(side: Side) -> int:
    """Count the words that permit."""
    return sum(word.force is Force.PERMIT for word in side.words)
