"""force/ rules: what is prohibited, required or permitted in one language is so in the other."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.align import Pair
from bitext.bans import weakened_ban
from bitext.blocks import Block
from bitext.denials import Side, loss
from bitext.duties import OBLIGATION, PROHIBITION, Model, Reading, Weakening, weakening
from bitext.finding import Finding, Level
from bitext.mentions.denials import read_denials
from bitext.mentions.force import Force, ForceMention, read_force, sure_forces
from bitext.message import Message
from bitext.modals import MAY, SHOULD, Modal
from bitext.page import LANGUAGES, other
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.rules.words import FORCES
from bitext.sentences import Group, Span, groups

Sides = dict[str, list[ForceMention]]
Ranged = Span | ForceMention | Modal
# From these odds on a denial is called lost; law, where a register tells of it, is translated with more care than other text.
CONVINCING, CONVINCING_IN_LAW = 3.0, 1.1
# From these odds on an obligation is called weakened; a need or a “should” is often said as a possibility.
WEAKENED, WEAKENED_NEED = 0.0, 0.5
MODELS = (OBLIGATION, PROHIBITION)


def passages(pair: Pair) -> Iterator[tuple[dict[str, Block], Sides, dict[str, Span]]]:
    """Yield for each group of sentences of a pair the blocks, the words of force of both sides, and the ranges of the sentences."""
    zh, en = both(pair)
    words = {"zh": read_force(zh.text, "zh"), "en": read_force(en.text, "en")}
    for group in groups(zh.text, en.text):
        if not group.lone:
            sides = {language: within(words[language], group, language) for language in LANGUAGES}
            yield {"zh": zh, "en": en}, sides, {"zh": group.zh, "en": group.en}


def forces(pair: Pair) -> dict[str, frozenset[Force]]:
    """Return the forces that each side surely has; cheaper than its passages."""
    return {block.page.language: sure_forces(block.text, block.page.language) for block in both(pair)}


def within(words: tuple[ForceMention, ...], group: Group, language: str) -> list[ForceMention]:
    """Return the words that stand in a group's range of one language."""
    span = group.zh if language == "zh" else group.en
    return [word for word in words if span.start <= word.start < span.end]


@rule(
    "force/differs", "pair", inferred=True,
    why="May is not must, and prohibited is not allowed: a softened obligation misleads whoever relies on the page.",
    wrong="应当 beside “may”, 禁止 beside “permitted”", right="应当 beside “must”, 可以 beside “may”",
    after=["pair/untranslated"],
)  # fmt: skip
def differs(pair: Pair, _comparison: Comparison) -> Iterator[Finding]:
    """Report sentences in which one side obliges or prohibits and the other permits or only restricts."""
    held = forces(pair)
    if not any(force in held[one] for one in LANGUAGES for force in (Force.PERMIT, Force.RESTRICT)):
        return
    more = {model: demanded_more(pair, model) for model in MODELS}
    for blocks, sides, spans in passages(pair):
        for language in LANGUAGES:
            here, there = (passage(blocks, sides, spans, one) for one in (language, other(language)))
            for model in MODELS:
                if found := permitted(here, there, model, more[model][language]):
                    yield contrary(blocks, language, (kind(found.demand, here), found.demand), found.permission)
                    break
            if ban := weakened_ban(here, there):
                what = Message("a prohibition here, a restriction in {language}", language=NAMES[other(language)])
                yield finding("force/differs", blocks, (language, ban[0]), ban[1], what)


def demanded_more(pair: Pair, model: Model) -> dict[str, int]:
    """Return for each language whether its block demands more often, and whether the other permits more often: a point for each."""
    wholes = {
        language: model.read(block.text, language, 0, len(block.text), read_force(block.text, language))
        for language, block in zip(LANGUAGES, both(pair), strict=True)
    }
    demands = {language: sum(one.strength > 0 for one in modals) for language, modals in wholes.items()}
    permits = {language: sum(one.strength == MAY for one in modals) for language, modals in wholes.items()}
    return {one: (demands[one] > demands[other(one)]) + (permits[other(one)] > permits[one]) for one in LANGUAGES}


def permitted(here: Side, there: Side, model: Model, more: int) -> Weakening | None:
    """Return what speaks for it that one side permits what the other demands, if it is convincing."""
    if not any(word.force is Force.PERMIT and word.certain for word in there.words):
        return None
    found = weakening(Reading(here, model.read), Reading(there, model.read), more)
    least = WEAKENED_NEED if found and found.demand.strength == SHOULD else WEAKENED
    return found if found and found.odds(model) > least else None


def kind(word: Modal, side: Side) -> Message:
    """Return what a word does that demands something: prohibit, deny or oblige."""
    if any(one.force is Force.PROHIBIT and one.certain and one.start == word.start for one in side.words):
        return FORCES[Force.PROHIBIT]
    return Message("negation") if any(one.start == word.start for one in side.denials) else FORCES[Force.OBLIGE]


def contrary(blocks: dict[str, Block], language: str, here: tuple[Message, Modal], there: Modal) -> Finding:
    """Return the finding of a word of force here and a word of permission there."""
    what = Message(
        "{force} here, {contrary} in {language}",
        force=here[0], contrary=FORCES[Force.PERMIT], language=NAMES[other(language)],
    )  # fmt: skip
    return finding("force/differs", blocks, (language, here[1]), there, what)


@rule(
    "force/negation", "pair", level=Level.WARNING,
    why="A lost “not” turns a sentence into its opposite.",
    wrong="不适用 beside “applies”", right="不适用 beside “does not apply”",
    after=["pair/untranslated", "force/differs"],
)  # fmt: skip
def negation(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report sentences that surely deny something in one language and deny nothing in the other."""
    if not any(one.asks for block in both(pair) for one in read_denials(block.text, block.page.language)):
        return
    least = CONVINCING_IN_LAW if comparison.settings.register else CONVINCING
    for blocks, sides, spans in passages(pair):
        doubt = comparison.closeness.doubt(blocks["zh"].text, blocks["en"].text)
        for language in LANGUAGES:
            here, there = (passage(blocks, sides, spans, one) for one in (language, other(language)))
            lost = loss(here, there, doubt)
            if lost and lost.odds > least:
                what = Message("a negation here, none in {language}", language=NAMES[other(language)])
                place = Span(lost.denial.start, lost.denial.end)
                yield finding("force/negation", blocks, (language, place), None, what)


def passage(blocks: dict[str, Block], sides: Sides, spans: dict[str, Span], language: str) -> Side:
    """Return one language's part of a group with its words."""
    span = spans[language]
    return Side(blocks[language].text, language, span.start, span.end, sides[language])


def finding(name: str, blocks: dict[str, Block], here: tuple[str, Ranged], there: Ranged | None, what: Message) -> Finding:
    """Return a finding at a word of force, with the place of its contrary."""
    language, word = here
    block, counterpart = blocks[language], blocks[other(language)]
    related = counterpart.place(there.start if there else 0)
    found = {"what": what, "word": block.text[word.start : word.end], "place": related}
    message = Message("{what}: “{word}” ({place})", **found)
    if there:
        against = counterpart.text[there.start : there.end]
        message = Message("{what}: “{word}”, “{against}” ({place})", against=against, **found)
    texts = (block.text, counterpart.text)
    return RULES[name].finding(
        block.place(word.start), message, Message("give both languages the same force"), related=related, texts=texts
    )
