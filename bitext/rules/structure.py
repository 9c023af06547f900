"""pair/structure: what stands beside each other has the same form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bitext.align import ENUMERATED, Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.joining import RUNNING
from bitext.message import Message
from bitext.rules.pairs import KINDS, both
from bitext.rules.rule import RULES, Comparison, rule


@dataclass(frozen=True, slots=True)
class Difference:
    """How two blocks differ in form, in words; `slight` is what readers hardly see: depth, bullets, a paragraph cut in two."""

    zh: Message
    en: Message
    slight: bool = False


@rule(
    "pair/structure", "page",
    why="A list on one side and a paragraph on the other cannot be compared member by member.",
    wrong="a second-level heading beside a third-level one", right="headings of the same level",
)  # fmt: skip
def structure(comparison: Comparison) -> Iterator[Finding]:
    """Report pairs of different kinds, heading levels, list kinds or numbers of cells; neighbours that differ alike, once.

    Without a register, where nothing depends on equal ids, slight differences are notes.
    """
    complete = [pair for pair in comparison.pairs if pair.zh and pair.en and pair.zh.kind not in {"code", "html", "rule"}]
    for difference, run in groupby(complete, lambda pair: structural_difference(*both(pair))):
        if difference:
            yield one_run(difference, list(run), comparison)


def one_run(difference: Difference, run: list[Pair], comparison: Comparison) -> Finding:
    """Return the finding of neighbouring pairs that differ in the same way."""
    zh, en = both(run[0])
    values = {"zh": difference.zh, "en": difference.en, "place": en.place()}
    message = Message("the Chinese has {zh}, the English {en} ({place})", **values)
    if len(run) > 1:
        message = Message("the Chinese has {zh}, the English {en} ({place}), {count} times in a row", count=len(run), **values)
    level = Level.NOTE if difference.slight and comparison.settings.register is None else None
    return RULES["pair/structure"].finding(
        zh.place(), message, Message("give both the same form"), related=en.place(), texts=(zh.text, en.text), level=level
    )


def structural_difference(zh: Block, en: Block) -> Difference | None:
    """Return how two blocks differ in form, or None."""
    if len(zh.parts) != len(en.parts):
        return Difference(cut(zh), cut(en), slight=True)
    if zh.kind != en.kind:
        if {zh.kind, en.kind} == {"paragraph", "item"} and ENUMERATED.match((zh if zh.kind == "paragraph" else en).text):
            return None
        slight = {zh.kind, en.kind} <= RUNNING
        return Difference(Message("a {kind}", kind=KINDS[zh.kind]), Message("a {kind}", kind=KINDS[en.kind]), slight=slight)
    if zh.level != en.level:
        return Difference(levelled(zh), levelled(en), slight=zh.kind != "heading")
    if zh.kind == "item" and zh.ordered != en.ordered:
        return Difference(listed(zh), listed(en), slight=True)
    if len(zh.cells) != len(en.cells):
        return Difference(Message("a row of {count} cells", count=len(zh.cells)), Message("one of {count}", count=len(en.cells)))
    return None


def cut(block: Block) -> Message:
    """Return in words how many blocks a block was joined of."""
    if not block.parts:
        return Message("one {kind}", kind=KINDS[block.kind])
    return Message("{count} blocks from a {kind} on", count=len(block.parts), kind=KINDS[block.kind])


def levelled(block: Block) -> Message:
    """Return in words how deep a block stands."""
    if block.kind == "heading":
        return Message("a heading of level {level}", level=block.level)
    return Message("a {kind} at depth {depth}", kind=KINDS[block.kind], depth=block.level)


def listed(item: Block) -> Message:
    """Return in words what kind of list an item belongs to."""
    return Message("a numbered item") if item.ordered else Message("a bullet")
