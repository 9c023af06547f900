"""How much speaks for it that what one sentence denies its counterpart does not deny.

Counting “not” and 不 is not enough: languages deny in many ways, and a translator says "open" for 未关闭. What is denied shows
more: where the counterpart speaks of the same thing and no word of denial stands in front of it, the denial is lost.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bitext.lexicon import likeness
from bitext.mentions.force import Force, ForceMention
from bitext.mentions.ranges import Ranges
from bitext.scope import Word, governs, scope, words_within
from bitext.sentences import Span

DENIALS = (Force.NEGATE, Force.PROHIBIT)
# A passage with more words of denial is no sentence; comparing each with each would take long.
MOST = 40
# Words that can answer a denial and mostly mean something else.
LOOSE = re.compile(
    r"(?i)over|too|bad|taint|little|few|differ|vary|varies|worse|hassle|opaque|whatever|heterogeneous|out\s|cease"
    r"|otherwise|wrong|clos|小于|少于|低于|以内|以下|至多|最多|异|别|较差|隐藏|忽略|跳过|关闭|失败|停止|取消"
)
# English words that deny in part ("no impact", "unhealthy"): they ask for an answer only where the counterpart speaks of just that.
SOFT = re.compile(
    r"(?i)\b(?:no(?=\s+\w)(?!\s+(?:more|less|longer|later|matter|one)\b)|without|unable\s+to|impossible\s+to)"
    r"|\b(?:un(?=availab|health|chang|necessar|authori|support|know|used|set\b|specified|limited|safe|stable|reachable|success|relat|aware|affect"
    r"|restrict|lawful|qualif|fit|fair)|in(?=valid|complete|correct|consisten|sufficien|compatib|accessib|activ|visible|eligib)"
    r"|im(?=possib|proper))(?=\w{3})"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One language's part of a group of sentences: the block's text, the part's range, and its words of denial."""

    text: str
    language: str
    start: int
    end: int
    words: Sequence[ForceMention]

    @property
    def passage(self) -> str:
        """The part itself."""
        return self.text[self.start : self.end]


# A denial's range, what was found of it in the other language, and the word that denies it there.
Verdict = tuple[Span, str, ForceMention | None]


@dataclass(frozen=True, slots=True)
class Loss:
    """What speaks for and against the loss of a denial between two passages.

    `place`: where it stands; `bare`: how many denials speak of something that the counterpart does not deny; `soft`: how many of
    them deny in part only; `unknown`: of how many it is not known what they speak of; `answered`: how many are denied there too;
    `sure` and `possible`: the counterpart's other words of denial; `own`: the words here that may deny and could answer those;
    `loose`: the counterpart's words that seldom deny; `alike`: how well the passages cover each other; `words`: how many words the
    counterpart has; `more`: whether its whole block denies less; `doubt`: how loosely the page is translated; `forbids`: whether a
    prohibition is among the denials.
    """

    place: Span
    bare: int
    soft: int
    unknown: int
    answered: int
    sure: int
    possible: int
    own: int
    loose: int
    alike: float
    words: int
    more: bool
    doubt: float
    forbids: bool

    @property
    def features(self) -> tuple[float, ...]:
        """The values that the weights belong to."""
        left = self.bare + self.unknown - self.sure
        missing, strictly = left - max(0, self.possible - self.own), left - self.possible
        return (
            self.bare > 0, self.unknown > 0, min(self.answered, 2), max(-1, min(missing, 2)), max(-1, min(strictly, 2)),
            min(self.loose, 2), self.alike, math.log(self.words + 1), min(self.doubt, 5.0), self.bare > 0 and missing > 0,
            self.alike if self.unknown and missing > 0 else 0.0, self.more, self.bare > 0 and strictly > 0, self.forbids,
            self.bare == self.soft > 0,
        )  # fmt: skip

    @property
    def odds(self) -> float:
        """The logarithm of the odds that a denial is lost.

        A logistic regression gave the weights, fitted to the pages of this guide and to public documentation, as they are and with
        denials taken out at random.
        """
        return sum(weight * value for weight, value in zip(WEIGHTS, self.features, strict=True)) + BIAS


WEIGHTS = (0.73, -0.26, -0.61, 1.14, 0.28, -0.36, 0.0, 0.63, -0.18, 1.02, 2.57, 2.07, 1.63, 0.49, 0.13)
BIAS = -5.03


def loss(here: Side, there: Side, more: bool, doubt: float) -> Loss | None:
    """Return what speaks for it that a denial of one passage is lost in the other, None where the first denies nothing.

    `more` tells whether the block around the first passage denies more often than the other, `doubt` how loosely the page is
    translated.
    """
    denied = [Span(word.start, word.end) for word in apart(here.words) if word.certain]
    parts = partly_denied(here, denied)
    if not denied + parts or max(len(denied), len(parts), len(there.words)) > MOST:
        return None
    own, answers = telling(here), telling(there)
    words = words_within(there.text, there.language, there.start, there.end)
    verdicts = list(judged(denied, answers, here, there, words))
    # "no error and no warning" has one 没有: what denies in part may share an answer.
    partial = list(judged(parts, answers, here, there, words, shared=True))
    left = without(answers, [*verdicts, *partial])
    bare = [span for span, verdict, _ in verdicts if verdict == "bare"]
    soft = [span for span, verdict, _ in partial if verdict == "bare"]
    if not denied and not soft:
        return None
    if len(bare) + len(soft) + sum(verdict == "unknown" for _, verdict, _ in verdicts) <= sum(word.certain for word in left):
        # Each denial has an answer: no other evidence would outweigh that.
        return None
    answered = sum(verdict == "answered" for _, verdict, _ in verdicts)
    chinese, english = (here, there) if here.language == "zh" else (there, here)
    return Loss(
        (bare + soft or denied)[0],
        len(bare) + len(soft), len(soft), len(denied) - len(bare) - answered, answered,
        sum(word.certain for word in left), sum(not word.certain for word in left),
        len(own) - len(denied), len(apart(there.words)) - len(answers),
        likeness(chinese.passage, english.passage), len(words), more, doubt,
        any(word.certain and word.force is Force.PROHIBIT for word in here.words),
    )  # fmt: skip


def telling(side: Side) -> list[ForceMention]:
    """Return the words of a passage that deny or well may."""
    return [word for word in apart(side.words) if word.certain or not LOOSE.match(side.text, word.start)]


def partly_denied(side: Side, denied: Sequence[Span]) -> list[Span]:
    """Return the words of a passage that deny in part and are no denials themselves."""
    if side.language != "en":
        return []
    found = [Span(*match.span()) for match in SOFT.finditer(side.text, side.start, side.end)]
    return [span for span in found if not any(one.start < span.end and span.start < one.end for one in denied)]


def without(answers: Sequence[ForceMention], verdicts: Sequence[Verdict]) -> list[ForceMention]:
    """Return the answers that no denial has used."""
    used = {answer for _, _, answer in verdicts}
    return [word for word in answers if word not in used]


def judged(
    denied: Sequence[Span], answers: Sequence[ForceMention], here: Side, there: Side, words: Sequence[Word], *, shared: bool = False
) -> Iterator[Verdict]:
    """Yield for each denial whether what it denies is denied there, and by which word; unless shared, each word denies once."""
    used: set[ForceMention] = set()
    for span in denied:
        verdict, answer = "unknown", None
        for number, word in enumerate(scope(here.text, here.language, span.end)):
            if found := [one for one in words if not word.stems.isdisjoint(one.stems)]:
                free = (one for one in answers if one not in used)
                answer = next((one for one in free if speaks(one, found, there, words)), None)
                # Only what stands right behind the denial is surely what it denies.
                verdict = "answered" if answer else "bare" if number < 2 else "unknown"
                break
        used |= {answer} if answer and not shared else set()
        yield span, verdict, answer


def speaks(denial: ForceMention, found: Sequence[Word], side: Side, words: Sequence[Word]) -> bool:
    """Tell whether a word of denial speaks of one of some words."""
    span = Span(denial.start, denial.end)
    return any(governs(side.text, side.language, span, word, words) for word in found)


def apart(words: Sequence[ForceMention]) -> list[ForceMention]:
    """Return the words of denial that do not overlap, in order: of two the sure one, the longer one."""
    kept: list[ForceMention] = []
    for certain in (True, False):
        taken, end = Ranges((word.start, word.end) for word in kept), 0
        held = (
            word for word in words if word.force in DENIALS and word.certain is certain and not taken.touch(word.start, word.end)
        )
        for word in sorted(held, key=lambda word: (word.start, -word.end)):
            if word.start >= end:
                kept.append(word)
                end = word.end
    return sorted(kept, key=lambda word: word.start)
