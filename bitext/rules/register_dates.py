"""date/ rules that ask the register: what a page says of an instrument's dates, and which days it may name at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bitext.blocks import Block
from bitext.finding import Finding
from bitext.mentions.dates import DateMention, read_dates
from bitext.message import Message, Several
from bitext.page import other
from bitext.register import Register, Role
from bitext.rules.dates import cited_instruments, contradicted
from bitext.rules.register_facts import stated_values
from bitext.rules.rule import RULES, Comparison, rule
from bitext.rules.words import ROLES, any_of

EXPLAINED = ["date/differs", "date/role-differs", "date/invalid"]


@rule(
    "date/register-differs", "block", needs_register=True,
    why="The register is where dates are verified; a page that gives another one is wrong or knows more.",
    wrong="《通知》2024年9月9日公布", right="《通知》2024年9月8日公布",
    after=EXPLAINED,
)  # fmt: skip
def register_differs(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report dates whose role the register gives another date, for the instruments that the block cites."""
    register = comparison.settings.register
    assert register is not None  # noqa: S101 - the rule needs a register
    cited = [name for name in cited_instruments([block]) if name in register.instruments]
    events = {event.date for event in register.events.values()}
    for mention in full_dates(block):
        if mention.roles and mention.value not in events and contradicted(mention.roles, mention.value, cited, register):
            message = Message(
                "{day} as a date on which it was {roles} is not in the register", day=mention.value, roles=any_of(mention.roles)
            )
            remedy = Message(
                "the register has {dates}: correct the date or the verb, or add a source",
                dates=known_dates(mention.roles, cited, register),
            )
            yield RULES["date/register-differs"].finding(block.place(mention.start), message, remedy, texts=(block.text, ""))


def full_dates(block: Block) -> Iterator[DateMention]:
    """Yield the full, possible dates of a block."""
    for mention in read_dates(block.text, block.page.language):
        if mention.certain and mention.value.full and mention.value.possible():
            yield mention


def known_dates(roles: frozenset[Role], cited: list[str], register: Register) -> Several:
    """Return the register's dates of some roles for the cited instruments, in words."""
    entries = ((name, entry) for name in cited for entry in register.instruments[name].dates if entry.role in roles)
    return Several(Message("{name} {role} {date}", name=name, role=ROLES[entry.role], date=entry.date) for name, entry in entries)


@rule(
    "date/unsourced", "block", needs_register=True,
    why="A day that no source gives cannot be checked by anyone.",
    wrong="a meeting on 3 May 2024 that no register entry has", right="a day of the register, or a new entry with its source",
    after=[*EXPLAINED, "date/register-differs"],
)  # fmt: skip
def unsourced(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report full dates that the register does not have; where both languages have it, once, at the Chinese side."""
    register = comparison.settings.register
    assert register is not None  # noqa: S101 - the rule needs a register
    metas = (document.page.meta.values() for document in comparison.documents.values())
    own_days = {str(value) for values in metas for value in values if isinstance(value, datetime.date)}
    said_already = said_in_chinese(block, comparison)
    for mention in full_dates(block):
        if mention.value in register.days or str(mention.value) in own_days or str(mention.value) in said_already:
            continue
        # A date that the register has, but only recalled, is register/unverified's matter.
        if mention.start in {stated.start for stated in stated_values(block, comparison)}:
            continue
        message = Message("the register has no date {date}", date=mention.value)
        remedy = Message("correct it or add an event with its source")
        yield RULES["date/unsourced"].finding(block.place(mention.start), message, remedy, texts=(block.text, ""))


def said_in_chinese(block: Block, comparison: Comparison) -> frozenset[str]:
    """Return the days that the Chinese counterpart of an English block names: they are reported there."""
    if block.page.language == "zh":
        return frozenset()
    pair = next((pair for pair in comparison.pairs if pair.side(block.page.language) is block), None)
    counterpart = pair.side(other(block.page.language)) if pair else None
    return frozenset(str(mention.value) for mention in full_dates(counterpart)) if counterpart else frozenset()
