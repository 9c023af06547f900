"""date/ rules about a pair of blocks: the same days, for the same reasons, on both sides; and no day that does not exist."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Place
from bitext.mentions.dates import DateMention, read_dates
from bitext.message import SEMICOLON, Message, Several
from bitext.page import LANGUAGES, other
from bitext.partial_date import PartialDate
from bitext.register import Register, Role
from bitext.rules.exchanged import exchanged
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.rules.words import any_of

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
        answers = {language: {mention.value for mention in unit[language]} for language in LANGUAGES}
        only = {
            language: [one for one in unit[language] if one.certain and not covered(one.value, answers[other(language)])]
            for language in LANGUAGES
        }
        if any(only.values()):
            yield Difference(blocks, only)


def covered(value: PartialDate, answers: Set[PartialDate]) -> bool:
    """Tell whether one of some dates says at least what another says."""
    return value in answers or any(answer.covers(value) for answer in answers)


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


@rule(
    "date/role-differs", "pair",
    why="Published and in force are different days with different effect.",
    wrong="2024年11月1日公布 beside “in force from 1 November 2024”", right="2024年11月1日起施行 beside it",
    after=["date/differs", "date/invalid"],
)  # fmt: skip
def role_differs(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report full dates whose verbs give them another role on each side; one finding a pair, at the side to blame."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    sides = {language: with_roles(block) for language, block in blocks.items()}
    clashes = [value for value in sides["zh"] if value in sides["en"] and clash(sides["zh"][value], sides["en"][value])]
    if not clashes:
        yield from out_of_place(blocks)
        return
    register = comparison.settings.register
    cited = cited_instruments(list(blocks.values()))
    wrong = {
        language: sum(register is not None and contradicted(roles, value, cited, register)
                      for value in clashes for roles in [roles_in(sides[language][value])])
        for language in LANGUAGES
    }  # fmt: skip
    blamed = "en" if wrong["en"] > wrong["zh"] else "zh"
    first, answer = (min((sides[one][value][0] for value in clashes), key=start_of) for one in (blamed, other(blamed)))
    related = blocks[other(blamed)].place(answer.start)
    words = Several((unlike(value, sides, blamed) for value in clashes), SEMICOLON)
    texts = (blocks[blamed].text, blocks[other(blamed)].text)
    yield RULES["date/role-differs"].finding(
        blocks[blamed].place(first.start),
        Message("{words} ({place})", words=words, place=related),
        Message("use the verb of the same role"),
        related=related,
        texts=texts,
    )


def out_of_place(blocks: dict[str, Block]) -> Iterator[Finding]:
    """Report two days that stand in each other's place."""
    found = list(exchanged(blocks["zh"], blocks["en"]))
    if found:
        (here, there), (other_day, _) = found
        place = blocks["en"].place(there.mention.start)
        message = Message(
            "{first} and {second} seem exchanged: each stands here with the words of the other in {language} ({place})",
            first=here.mention.value, second=other_day.mention.value, language=NAMES["en"], place=place,
        )  # fmt: skip
        yield RULES["date/role-differs"].finding(
            blocks["zh"].place(here.mention.start), message, Message("give each day the words that belong to it"),
            related=place, texts=(blocks["zh"].text, blocks["en"].text),
        )  # fmt: skip


def start_of(mention: DateMention) -> int:
    """Return where a mention begins."""
    return mention.start


def with_roles(block: Block) -> dict[PartialDate, list[DateMention]]:
    """Return a block's full dates that have a role, by value."""
    held: dict[PartialDate, list[DateMention]] = {}
    for mention in read_dates(block.text, block.page.language):
        if mention.roles and mention.value.full:
            held.setdefault(mention.value, []).append(mention)
    return held


def clash(left: list[DateMention], right: list[DateMention]) -> bool:
    """Tell whether two sides give one day no role in common."""
    return not roles_in(left) & roles_in(right)


def roles_in(mentions: list[DateMention]) -> frozenset[Role]:
    """Return all roles that mentions of one day may have."""
    return frozenset().union(*(mention.roles for mention in mentions))


def unlike(value: PartialDate, sides: dict[str, dict[PartialDate, list[DateMention]]], language: str) -> Message:
    """Say which roles a day has in a language and in the other."""
    here, there = (any_of(roles_in(sides[one][value])) for one in (language, other(language)))
    return Message(
        "{day} is {here} here and {there} in {language}", day=value, here=here, there=there, language=NAMES[other(language)]
    )
