"""number/ rules: the same quantities, percentages and article numbers on both sides, by value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level, Place
from bitext.mentions.numbers import read_numbers
from bitext.mentions.quantity import Measure, Quantity
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule

YEARS = range(1800, 2100)


@rule(
    "number/percentage", "pair",
    why="A share of 5% and one of 50% lead to different decisions.",
    wrong="15% beside “25 per cent”", right="百分之十五 beside “15%”", after=["pair/untranslated"],
)  # fmt: skip
def percentage(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report percentages that stand on one side only."""
    yield from compared("number/percentage", pair, Measure.PERCENT)


@rule(
    "number/article", "pair",
    why="A citation of the wrong article sends the reader to another rule.",
    wrong="第十二条 beside “article 13”", right="第十二条 beside “article 12”", after=["pair/untranslated"],
)  # fmt: skip
def article(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report article numbers that stand on one side only."""
    yield from compared("number/article", pair, Measure.ARTICLE)


@rule(
    "number/differs", "pair", level=Level.WARNING,
    why="Quantities are facts; both languages must give the same ones.",
    wrong="五年 beside “eight years”", right="3.5万 beside “35,000”",
    after=["pair/untranslated", "ref/title-differs"],
)  # fmt: skip
def differs(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report other numbers that stand on one side only."""
    yield from compared("number/differs", pair, Measure.PLAIN)


def compared(name: str, pair: Pair, measure: Measure) -> Iterator[Finding]:
    """Report in one finding the numbers of one measure that only one side of a pair has."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    sides = {language: read_numbers(block.text, language) for language, block in blocks.items()}
    only = {
        language: [one for one in unanswered(sides[language], blocks[other(language)]) if one.measure is measure]
        for language in LANGUAGES
    }
    for language in LANGUAGES:
        surplus = surplus_of(sides[other(language)], sides[language], measure)
        only[language] = [one for one in only[language] if surplus or not one.in_words]
    if not any(only.values()):
        return
    here = "zh" if only["zh"] else "en"
    there = other(here)
    place, related = place_of(blocks[here], only[here]), place_of(blocks[there], only[there])
    found = {"here": listed(only[here]), "there": listed(only[there]), "language": NAMES[there], "place": related}
    if only[there]:
        message = Message("{here} here, {there} in {language} ({place})", **found)
    else:
        message = Message("{here} stands only here, not in {language} ({place})", **found)
    texts = (blocks[here].text, blocks[there].text)
    yield RULES[name].finding(place, message, Message("give both languages the same number"), related=related, texts=texts)


def unanswered(here: Sequence[Quantity], there: Block) -> list[Quantity]:
    """Return the certain numbers that nothing in the other block answers, its code included."""
    answers = frozenset(value for one in read_numbers(there.text, there.page.language) for value in one.values | one.loose)
    coded = {Decimal(number) for code in there.prose.codes for number in re.findall(r"\d+(?:\.\d+)?", code)}
    return [one for one in here if one.certain and not one.values & coded and not one.values & answers]


def surplus_of(here: Sequence[Quantity], there: Sequence[Quantity], measure: Measure) -> bool:
    """Tell whether one side says a number more often than the other: then it may be the one that another was put for.

    Bare years do not count, for one language often repeats them where the other does not.
    """
    said = Counter(
        value
        for one in here
        if one.certain and one.measure is measure
        for value in one.values
        if not (one.in_words and value in YEARS)
    )
    return bool(said - Counter(value for one in there for value in one.values | one.loose))


def place_of(block: Block, found: Sequence[Quantity]) -> Place:
    """Return the place of the first number, or of the block."""
    return block.place(found[0].start if found else 0)


def listed(found: Sequence[Quantity]) -> Several:
    """Return numbers without doubles, as messages list them."""
    return Several(dict.fromkeys(map(str, found)))
