"""date/ rules about the days themselves: the same ones on both sides, and none that does not exist."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Place
from bitext.mentions.dates import DateMention, read_dates
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other
from bitext.partial_date import PartialDate
from bitext.register import Register, Role
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule

Sides = dict[str, list[DateMention]]


@dataclass(frozen=True, slots=True)
class Difference:
    """The dates of one unit of a pair (a block, or a cell of a row) that only one side has."""

    blocks: dict[str, Block]
    only: Sides

    def place(self, language: str) -> Place:
        """Return the place of a side's first differing date, or of the block where it has none."""
        return self.blocks[language].place(self.only[language][0].start if self.only[language] else 0)


@rule(
    "date/invalid", "block",
    why="A day that the calendar does not have is a slip of the pen with unknown meaning.",
    wrong="2024年2月30日", right="2024年2月29日",
)  # fmt: skip
def invalid(block: Block, _: Comparison) -> Iterator[Finding]:
    """Report dates that no calendar has."""
    for mention in read_dates(block.text, block.page.language):
        if mention.certain and not mention.value.possible():
            yield RULES["date/invalid"].finding(
                block.place(mention.start),
                Message("{date} is no day of the calendar", date=mention.value),
                Message("correct the date"),
                texts=(block.text, ""),
            )


@rule(
    "date/differs", "pair",
    why="A date is what readers act on; both languages must give the same one.",
    wrong="2024年9月9日公布 beside “made public on 8 September 2024”", right="2024年9月8日公布 beside it",
    after=["date/invalid"],
)  # fmt: skip
def differs(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report dates that stand on one side only, by value; dates of one unit are one finding, at the side to blame."""
    for difference in differences(pair):
        only = difference.only
        blamed = to_blame(difference, comparison)
        here, there = only[blamed], only[other(blamed)]
        counterpart = difference.place(other(blamed))
        found = {"here": listed(here), "there": listed(there), "language": NAMES[other(blamed)], "place": counterpart}
        if here and there:
            message = Message("{here} here, {there} in {language} ({place})", **found)
        elif here:
            message = Message("{here} stands only here, not in {language} ({place})", **found)
        else:
            message = Message("{there} stands only in {language} ({place})", **found)
        texts = (difference.blocks[blamed].text, difference.blocks[other(blamed)].text)
        yield RULES["date/differs"].finding(
            difference.place(blamed), message, Message("give both languages the same date"), related=counterpart, texts=texts
        )


def differences(pair: Pair) -> Iterator[Difference]:
    """Yield the units of a pair whose sets of dates differ: rows are compared cell by cell, so that exchanged cells show."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    for unit in units(blocks):
        only = {language: list(unanswered(unit[language], unit[other(language)])) for language in LANGUAGES}
        if any(only.values()):
            yield Difference(blocks, only)


def covered(value: PartialDate, answers: Set[PartialDate]) -> bool:
    """Tell whether one of some dates says at least what another says."""
    return value in answers or any(answer.covers(value) for answer in answers)


def unanswered(here: Sequence[DateMention], there: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the dates of one side that the other does not give.

    A bare number that may be a year counts only where the other side names some year more often: it stands in that one's place.
    """
    years = Counter(mention.value.year for mention in there if mention.certain)
    surplus = years - Counter(mention.value.year for mention in here)
    answers = {mention.value for mention in there}
    for mention in here:
        if (mention.certain or (surplus and mention.value.month is None)) and not covered(mention.value, answers):
            yield mention


def units(blocks: dict[str, Block]) -> Iterator[Sides]:
    """Yield the dates of both sides of a pair, cell by cell where the cells correspond."""
    dates = {language: read_dates(block.text, language) for language, block in blocks.items()}
    cells = {language: len(block.cells) for language, block in blocks.items()}
    if cells["zh"] != cells["en"] or cells["zh"] < 2:
        yield {language: list(mentions) for language, mentions in dates.items()}
        return
    held = {language: by_cell(blocks[language], dates[language]) for language in LANGUAGES}
    for index in range(cells["zh"]):
        yield {language: held[language][index] for language in LANGUAGES}


def by_cell(row: Block, dates: Sequence[DateMention]) -> list[list[DateMention]]:
    """Return the dates of each cell of a row."""
    ends = list(accumulate(len(cell) + 1 for cell in row.cells))
    held: list[list[DateMention]] = [[] for _ in row.cells]
    for one in dates:
        held[bisect_right(ends, one.start)].append(one)
    return held


def listed(mentions: Sequence[DateMention]) -> Several:
    """Return the values of dates without doubles, as messages list them."""
    return Several(dict.fromkeys(str(mention.value) for mention in mentions))


def to_blame(difference: Difference, comparison: Comparison) -> str:
    """Return the language whose text is the more likely one to be wrong.

    A date is doubtful if the register contradicts or does not know it and if neither page has it elsewhere. Where only
    one side has dates, a doubtful one is wrong where it stands, a sound one is missing on the other side.
    """
    doubts = {
        language: max((doubt(one, difference, comparison) for one in difference.only[language]), default=-1)
        for language in LANGUAGES
    }
    for language in LANGUAGES:
        if doubts[other(language)] < 0:
            return language if doubts[language] > 0 else other(language)
    return "en" if doubts["en"] > doubts["zh"] else "zh"


def doubt(mention: DateMention, difference: Difference, comparison: Comparison) -> int:
    """Count the reasons to doubt a date."""
    register = comparison.settings.register
    reasons = 0
    if register is not None and mention.value.full:
        reasons += 2 * (mention.value not in register.days)
        cited = cited_instruments(list(difference.blocks.values()))
        reasons += bool(mention.roles and contradicted(mention.roles, mention.value, cited, register))
    return reasons + (not attested(mention.value, difference, comparison))


def attested(value: PartialDate, difference: Difference, comparison: Comparison) -> bool:
    """Tell whether another block of the two pages has the same date."""
    ours = set(difference.blocks.values())
    return any(
        mention.value == value
        for language, document in comparison.documents.items()
        for block in document.blocks
        if block not in ours
        for mention in read_dates(block.text, language)
    )


def cited_instruments(blocks: Sequence[Block]) -> list[str]:
    """Return the ids of the instruments that blocks link, without doubles."""
    prefix = "instrument:"
    targets = (link.target for block in blocks for link in block.prose.links)
    return list(dict.fromkeys(target.removeprefix(prefix) for target in targets if target.startswith(prefix)))


def contradicted(roles: frozenset[Role], value: PartialDate, cited: Sequence[str], register: Register) -> bool:
    """Tell whether the register has dates of these roles for a cited instrument, but no instrument with this date in them.

    A date that is true of another instrument is left alone: a block may speak of more instruments than it links. So is the
    day as of which an instrument's status is known.
    """
    held = [register.instruments[name] for name in cited if name in register.instruments]
    if not any(entry.role in roles for one in held for entry in one.dates):
        return False
    if value in {one.status.as_of for one in held}:
        return False
    every = (entry for instrument in register.instruments.values() for entry in instrument.dates)
    return not any(entry.role in roles and entry.date.covers(value) for entry in every)
