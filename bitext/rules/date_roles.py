"""date/role-differs: a day is what it is (published, in force, …) on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding
from bitext.mentions.dates import DateMention, read_dates
from bitext.message import SEMICOLON, Message, Several
from bitext.page import LANGUAGES, other
from bitext.partial_date import PartialDate
from bitext.register import Role
from bitext.rules.dates import cited_instruments, contradicted
from bitext.rules.exchanged import exchanged
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.rules.words import any_of


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
