"""register/unverified: what is only recalled is not stated as a fact, and what only the client alert says is said to be its."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bitext.blocks import Block
from bitext.finding import Finding
from bitext.mentions.citations import read_document_numbers
from bitext.mentions.dates import read_dates
from bitext.message import Message
from bitext.register import Confidence, Instrument, Relation, Sourced
from bitext.rules.dates import cited_instruments
from bitext.rules.rule import RULES, Comparison, rule
from bitext.sentences import sentences
from bitext.titles import known_names

# Words by which a sentence says that a value is not sure.
HEDGE = {
    "zh": re.compile(
        r"未(?:能|经|曾)?(?:核实|证实|确认|核对)|没有(?:核实|证实|确认|核对|找到)|不能确认|无法(?:核实|确认)|尚未|待核|据回忆|凭记忆|记忆|不确定|是否|有没有"
    ),
    "en": re.compile(
        r"\brecalled\b|\bfrom\s+memory\b|\b(?:un|not\s+(?:\w+\s+)?)(?:confirmed|verified|checked|seen|found|sure)\b"
        r"|\b(?:could|can)\s*not\s+be\s+(?:confirmed|verified|checked)\b|\bno\s+source\b|\buncertain\b|\bwhether\b",
        re.IGNORECASE,
    ),
}
# The client alert by its name, or its mark as a source.
ALERT_SOURCE = "source:ALERT"
ALERT = {"zh": re.compile(r"简报|汉坤"), "en": re.compile(r"\bclient\s+alert|\bHan\s+Kun|\balert\b", re.IGNORECASE)}


@dataclass(frozen=True, slots=True)
class Relating:
    """How a relation is said: in messages, and by patterns in the texts of both languages."""

    said: Message
    zh: str
    en: str


# Only relations that the register may hold without a source need words here.
RELATED: dict[Relation, Relating] = {
    "succeeds": Relating(Message("succeeds"), r"接替|取代|代替|替代", r"\bsucce|\breplac|\bsupersed|\btook\s+the\s+place"),
    "replaces": Relating(Message("replaces"), r"取代|代替|替代", r"\breplac|\bsupersed|\btook\s+the\s+place"),
    "repeals": Relating(Message("repeals"), r"废止", r"\brepeal"),
    "amends": Relating(Message("amends"), r"修改|修订|修正", r"\bamend|\brevis"),
    "implements": Relating(Message("implements"), r"落实|实施|执行", r"\bimplement|\bcarr(?:y|ies|ied)\s+out|\bcarrying\s+out"),
    "refers-to": Relating(Message("refers to"), r"提到|提及|写到|引用|援引", r"\brefer|\bmention|\bcit(?:e|es|ed|ing)\b"),
    "based-on": Relating(Message("is based on"), r"依据|根据", r"\bbased\s+on\b|\bbasis\b"),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the register that a block states: what it is in words, how sure it is, and where it stands."""

    what: Message
    confidence: Confidence
    start: int


@rule(
    "register/unverified", "block", needs_register=True,
    why="What is only recalled may be wrong, and what one law firm says is not yet a fact of law.",
    wrong="a decree number without source, stated as a fact", right="“could not be confirmed”, “according to the client alert”",
)  # fmt: skip
def unverified(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report recalled values without a hedge in their sentence, and values of the client alert without its name in the block."""
    language, text = block.page.language, block.text
    for stated in sorted(stated_values(block, comparison), key=lambda one: one.start):
        if stated.confidence is Confidence.RECALLED and not HEDGE[language].search(sentence_at(text, stated.start, language)):
            message = Message("no source was found for {what}", what=stated.what)
            remedy = Message("leave it out, say that it is not confirmed, or add the source to the register")
        elif stated.confidence is Confidence.ALERT and not attributed(block):
            message = Message("only the client alert gives {what}", what=stated.what)
            remedy = Message("name the client alert in the same paragraph or row")
        else:
            continue
        yield RULES["register/unverified"].finding(block.place(stated.start), message, remedy, texts=(text, ""))


def attributed(block: Block) -> bool:
    """Tell whether a block names the client alert or marks it as a source."""
    return bool(ALERT[block.page.language].search(block.text)) or any(link.target == ALERT_SOURCE for link in block.prose.links)


def sentence_at(text: str, position: int, language: str) -> str:
    """Return the sentence that holds a position; cells of a row are one sentence each, so a row counts as a whole."""
    if "\t" in text:
        return text
    return next((text[one.start : one.end] for one in sentences(text, language) if one.start <= position < one.end), text)


def stated_values(block: Block, comparison: Comparison) -> Iterator[Stated]:
    """Yield the unsure dates, numbers and relations that a block states of the instruments it cites."""
    register = comparison.settings.register
    assert register is not None  # noqa: S101 - the rule needs a register
    cited = [register.instruments[name] for name in cited_instruments([block]) if name in register.instruments]
    named = {name for one in known_names(register, block.page.language).read(block.text) for name in one.ids if len(one.ids) == 1}
    cited += [register.instruments[name] for name in sorted(named) if register.instruments[name] not in cited]
    if cited:
        yield from dates(block, cited, frozenset(map(str, register.days)))
        yield from numbers(block, cited)
        yield from relations(block, cited)


def dates(block: Block, cited: list[Instrument], sourced: frozenset[str]) -> Iterator[Stated]:
    """Yield the dates of a block that the register has of a cited instrument, but not surely of anything."""
    unsure = {str(entry.date): (one, entry) for one in cited for entry in one.dates if not sure(entry)}
    surely = {str(entry.date) for one in cited for entry in one.dates if sure(entry)}
    for mention in read_dates(block.text, block.page.language):
        one, entry = unsure.get(str(mention.value), (None, None))
        recalled = entry is not None and entry.confidence is Confidence.RECALLED
        if one and entry and str(mention.value) not in surely and not (recalled and str(mention.value) in sourced):
            what = Message("{value} as a date of {id}", value=str(mention.value), id=one.id)
            yield Stated(what, entry.confidence, mention.start)


def numbers(block: Block, cited: list[Instrument]) -> Iterator[Stated]:
    """Yield the document numbers of a block that the register has of a cited instrument without being sure."""
    for one in cited:
        if one.number and not sure(one.number):
            known = read_document_numbers(one.number.value, "zh")
            for mention in read_document_numbers(block.text, block.page.language):
                if any(mention.agrees(number) for number in known):
                    what = Message("{value} as the number of {id}", value=str(mention), id=one.id)
                    yield Stated(what, one.number.confidence, mention.start)


def relations(block: Block, cited: list[Instrument]) -> Iterator[Stated]:
    """Yield the relations between cited instruments that a block states and of which the register is not sure."""
    language, ids = block.page.language, {one.id for one in cited}
    for one in cited:
        for relation in one.relations:
            words = RELATED.get(relation.type)
            if sure(relation) or relation.target not in ids or words is None:
                continue
            if match := re.search(words.zh if language == "zh" else words.en, block.text, re.IGNORECASE):
                what = Message(
                    "the statement that {id} {relation} {target}",
                    id=one.id, relation=words.said, target=relation.target,
                )  # fmt: skip
                yield Stated(what, relation.confidence, match.start())


def sure(value: Sourced) -> bool:
    """Tell whether a value was seen in a source other than the client alert."""
    return value.confidence is Confidence.CONFIRMED
