"""How a change of one language's text matters to the other: what it says that the other does not, and how much of it there is."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any

from bitext.align import NAME
from bitext.mentions.dates import read_dates
from bitext.mentions.force import Force, read_force, sure_forces
from bitext.mentions.numbers import read_numbers
from bitext.page import other
from bitext.passages import Passage, prose_of, targets
from bitext.rules.sentences import share_found, words_of
from bitext.sentences import weight

# The thresholds were set on this guide's own history. Of 250 changes of one language alone, all of them matters of wording, none is
# above them; of 1,572 changes that both languages shared, read as if only one had made them, a quarter is.
LEAST_SHARE, LEAST_LETTERS = 0.1, 40
LARGE_SHARE = 0.3
LEAST_WORDS, MANY_WORDS = 3, 5
MOST_FOUND, LEAST_FOUND = 0.6, 0.4


class Weight(IntEnum):
    """How sure it is that the other language has to follow."""

    WORDING = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mention: how a passage is read for it, whether one is answered by another, whether it is sure, what it is called.

    `latin` kinds may stand in English alone: it writes HGR where the Chinese has a word of its own. `held` tells, faster than
    reading it does, that a passage surely mentions something, where that can be told.
    """

    read: Callable[[Passage, str], Sequence[Any]]
    answered: Callable[[Any, Any], bool]
    sure: Callable[[Any], bool]
    name: Callable[[Any], str]
    latin: bool = False
    held: Callable[[Passage, str], bool] = lambda _passage, _language: True


def text_of(passage: Passage) -> str:
    """Return the prose of a passage."""
    return prose_of(passage.raw).text


def addresses(passage: Passage, _: str) -> Sequence[str]:
    """Return the addresses that a passage links."""
    return targets(prose_of(passage.raw))


# “May ask” and “ask” are wording; what must or must not be done is not.
BINDING = frozenset({Force.OBLIGE, Force.PROHIBIT})


def latin_names(passage: Passage, _: str) -> Sequence[str]:
    """Return the Latin names in a passage."""
    return NAME.findall(text_of(passage))


def always(_: str) -> bool:
    """Tell that a mention is sure."""
    return True


KINDS = (
    Kind(
        lambda passage, language: read_dates(text_of(passage), language),
        lambda one, answer: answer.value.covers(one.value), lambda one: one.certain, lambda one: str(one.value),
    ),
    Kind(
        lambda passage, language: read_numbers(text_of(passage), language),
        lambda one, answer: answer.answers(one), lambda one: one.certain and not one.in_words, str,
    ),
    Kind(
        lambda passage, language: read_force(text_of(passage), language),
        lambda one, answer: one.force is answer.force, lambda one: one.certain and one.force in BINDING,
        lambda one: one.force.value,
        held=lambda passage, language: bool(sure_forces(text_of(passage), language) & BINDING),
    ),
    Kind(addresses, operator.eq, always, str),
    Kind(latin_names, operator.eq, always, str, latin=True),
)  # fmt: skip


@lru_cache(maxsize=16384)
def mentioned(kind: Kind, passage: Passage, language: str) -> Sequence[Any]:
    """Return what a passage mentions of a kind; each is asked about as it is, as it was and as the other's counterpart."""
    return kind.read(passage, language)


@dataclass(frozen=True)
class Change:
    """A change of one language's passage since it agreed with the passage `beside` of the other language."""

    language: str
    before: Passage
    now: Passage
    beside: Passage

    @cached_property
    def added(self) -> list[str]:
        """What is mentioned now, was not before, and is not on the other side."""
        return list(dict.fromkeys(self.one_sided(self.now, self.before, beside=False)))

    @cached_property
    def removed(self) -> list[str]:
        """What was mentioned before, is no longer, and still is on the other side."""
        return list(dict.fromkeys(self.one_sided(self.before, self.now, beside=True)))

    def one_sided(self, having: Passage, lacking: Passage, *, beside: bool) -> Iterator[str]:
        """Yield what one version surely mentions and the other does not, where the other language mentions it, or does not."""
        for kind in KINDS:
            if kind.latin and self.language == "en" and not beside:
                continue
            if not kind.held(having, self.language):
                continue
            own = mentioned(kind, lacking, self.language)
            sure = [one for one in mentioned(kind, having, self.language) if kind.sure(one)]
            missing = [one for one in sure if not any(kind.answered(one, answer) for answer in own)]
            # Most changes lose and gain nothing: the other language is read only for those that do.
            theirs = mentioned(kind, self.beside, other(self.language)) if missing else ()
            answers = [one for one in theirs if not beside or kind.sure(one)]
            yield from (kind.name(one) for one in missing if any(kind.answered(one, answer) for answer in answers) is beside)

    @cached_property
    def growth(self) -> float:
        """By what share the text has become longer, negative where it has become shorter."""
        return self.letters / max(weight(text_of(self.before)), 1)

    @property
    def letters(self) -> float:
        """By how many Latin letters the text has become longer, Han characters counted as what they translate to."""
        return weight(text_of(self.now)) - weight(text_of(self.before))

    @cached_property
    def weight(self) -> Weight:
        """How sure it is that the other language has to follow: by mentions, else by length and words together."""
        if self.added or self.removed or self.sure_by_length():
            return Weight.SURE
        return Weight.LIKELY if self.likely() else Weight.WORDING

    def sure_by_length(self) -> bool:
        """Tell whether a statement came or went: lengths show it, and its words are not, or are still, on the other side."""
        if abs(self.growth) <= LEAST_SHARE or abs(self.letters) < LEAST_LETTERS:
            return False
        return (self.unknown if self.letters > 0 else self.kept) >= LEAST_WORDS

    def likely(self) -> bool:
        """Tell whether much was written anew, or a short text became another; the wording of a heading is its language's own."""
        if self.unknown >= MANY_WORDS:
            return True
        large = abs(self.growth) > LARGE_SHARE and not self.now.raw.startswith("#")
        return large and (self.unknown if self.letters > 0 else self.kept) >= 1

    @cached_property
    def unknown(self) -> float:
        """How many words came that the other side does not have; 0 where it has most of them."""
        came = self.words_only_in(self.now, self.before)
        share = self.share(came)
        return len(came) * (1 - share) if share < MOST_FOUND else 0.0

    @cached_property
    def kept(self) -> float:
        """How many more words went than came, counted as far as the other side has them; 0 where it has few of them."""
        went, came = self.words_only_in(self.before, self.now), self.words_only_in(self.now, self.before)
        share = self.share(went)
        return (len(went) - len(came)) * share if share >= LEAST_FOUND else 0.0

    def words_only_in(self, having: Passage, lacking: Passage) -> list[str]:
        """Return the words of one version that the other lacks."""
        words = (Counter(words_of(text_of(passage), self.language)) for passage in (having, lacking))
        return list((next(words) - next(words)).elements())

    def share(self, words: Sequence[str]) -> float:
        """Return the share of some words that the other language has."""
        return share_found(words, text_of(self.beside), self.language)
