"""force/ rules: what is prohibited, required or permitted in one language is so in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.lexicon import likeness
from bitext.mentions.force import Force, ForceMention, read_force, sure_forces
from bitext.message import Message
from bitext.page import LANGUAGES, other
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.rules.words import FORCES
from bitext.sentences import Group, groups

Sides = dict[str, list[ForceMention]]
# A prohibition in so many words: “not” and “without” do not answer it where the other side has one word of restriction more.
PROHIBITED = {
    "zh": re.compile(r"禁|不得|不准|不许|不能|不可|不允许|排除"),
    "en": re.compile(
        r"\b(?:prohibit\w*|forbid\w*|bans?\b|banned|barr?(?:s|ed)?\b|closed|exclu\w+|cannot|disallow\w*"
        r"|(?:must|may|shall|can|should)\s+not|not\s+(?:be\s+)?(?:allow|permit)\w*)",
        re.IGNORECASE,
    ),
}
# What one side must not say where the other side surely says the first: "may" where 应当 or 不得 stands.
# From these likenesses on two sentences translate each other closely, or nearly word by word.
CLOSE, VERY_CLOSE = 0.4, 0.65
DENIALS = (Force.NEGATE, Force.PROHIBIT)
CONTRARY = {Force.OBLIGE: Force.PERMIT, Force.PROHIBIT: Force.PERMIT}


def passages(pair: Pair) -> Iterator[tuple[dict[str, Block], Sides, dict[str, str]]]:
    """Yield for each group of sentences of a pair the blocks, the words of force of both sides, and the sentences themselves."""
    zh, en = both(pair)
    words = {"zh": read_force(zh.text, "zh"), "en": read_force(en.text, "en")}
    for group in groups(zh.text, en.text):
        if not group.lone:
            sides = {language: within(words[language], group, language) for language in LANGUAGES}
            texts = {"zh": zh.text[group.zh.start : group.zh.end], "en": en.text[group.en.start : group.en.end]}
            yield {"zh": zh, "en": en}, sides, texts


def forces(pair: Pair) -> dict[str, frozenset[Force]]:
    """Return the forces that each side surely has; cheaper than its passages."""
    return {block.page.language: sure_forces(block.text, block.page.language) for block in both(pair)}


def within(words: tuple[ForceMention, ...], group: Group, language: str) -> list[ForceMention]:
    """Return the words that stand in a group's range of one language."""
    span = group.zh if language == "zh" else group.en
    return [word for word in words if span.start <= word.start < span.end]


def sure(words: list[ForceMention], force: Force) -> list[ForceMention]:
    """Return the words that surely have a force."""
    return [word for word in words if word.force is force and word.certain]


def said(words: list[ForceMention], force: Force) -> list[ForceMention]:
    """Return the words that have or may have a force."""
    return [word for word in words if word.force is force]


@rule(
    "force/differs", "pair",
    why="May is not must, and prohibited is not allowed: a softened obligation misleads whoever relies on the page.",
    wrong="应当 beside “may”, 禁止 beside “permitted”", right="应当 beside “must”, 可以 beside “may”",
    after=["pair/untranslated"],
)  # fmt: skip
def differs(pair: Pair, _comparison: Comparison) -> Iterator[Finding]:
    """Report sentences in which one side obliges or prohibits and the other permits instead."""
    held = forces(pair)
    contraries = [*CONTRARY.items(), (Force.PROHIBIT, Force.RESTRICT)]
    if not any(force in held[one] and contrary in held[other(one)] for one in LANGUAGES for force, contrary in contraries):
        return
    for blocks, sides, _ in passages(pair):
        for language in LANGUAGES:
            for force, contrary in CONTRARY.items():
                yield from softened(blocks, sides, language, force, contrary)
            yield from restricted(blocks, sides, language)


def softened(blocks: dict[str, Block], sides: Sides, language: str, force: Force, contrary: Force) -> Iterator[Finding]:
    """Report where one side surely has a force more often than the other says it, and the other has its contrary more often."""
    here, there = sides[language], sides[other(language)]
    strong, weak = sure(here, force), sure(there, contrary)
    if len(strong) > len(said(there, force)) and len(weak) > len(said(here, contrary)):
        what = Message(
            "{force} here, {contrary} in {language}",
            force=FORCES[force],
            contrary=FORCES[contrary],
            language=NAMES[other(language)],
        )
        yield finding("force/differs", blocks, (language, strong[0]), weak[0], what)


def restricted(blocks: dict[str, Block], sides: Sides, language: str) -> Iterator[Finding]:
    """Report where one side prohibits and the other only restricts."""
    prohibited = {
        one: [word for word in words if word.force is Force.PROHIBIT and PROHIBITED[one].match(blocks[one].text, word.start)]
        for one, words in sides.items()
    }
    here, there = prohibited[language], prohibited[other(language)]
    restrictions = sure(sides[other(language)], Force.RESTRICT)
    if len(here) > len(there) and len(restrictions) > len(said(sides[language], Force.RESTRICT)):
        what = Message("a prohibition here, a restriction in {language}", language=NAMES[other(language)])
        yield finding("force/differs", blocks, (language, here[0]), restrictions[0], what)


@rule(
    "force/negation", "pair", level=Level.WARNING,
    why="A lost “not” turns a sentence into its opposite.",
    wrong="不适用 beside “applies”", right="不适用 beside “does not apply”",
    after=["pair/untranslated", "force/differs"],
)  # fmt: skip
def negation(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report sentences that surely deny something in one language and deny nothing in the other."""
    if not any(held.intersection(DENIALS) for held in forces(pair).values()):
        return
    for blocks, sides, texts in passages(pair):
        for language in LANGUAGES:
            denied = apart([word for word in sides[language] if word.certain and word.force in DENIALS])
            answers = apart([word for word in sides[other(language)] if word.force in DENIALS])
            if len(answers) < len(denied) and more_denied(blocks, language) and expected(denied, answers, texts, comparison):
                what = Message("a negation here, none in {language}", language=NAMES[other(language)])
                yield finding("force/negation", blocks, (language, denied[0]), None, what)


def apart(words: Sequence[ForceMention]) -> list[ForceMention]:
    """Return the words that do not overlap, the longer of two."""
    kept: list[ForceMention] = []
    for word in sorted(words, key=lambda word: (word.start, -word.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def expected(
    denied: Sequence[ForceMention], answers: Sequence[ForceMention], texts: dict[str, str], comparison: Comparison
) -> bool:
    """Tell whether two passages translate each other so closely that their denials must correspond.

    In law, and in what is translated nearly word by word, each denial has an answer; otherwise one answer is enough for all.
    What is forbidden must show in any translation.
    """
    likely = likeness(texts["zh"], texts["en"])
    if answers:
        return likely >= (CLOSE if comparison.settings.register else VERY_CLOSE)
    return likely >= CLOSE or any(word.force is Force.PROHIBIT for word in denied)


def more_denied(blocks: dict[str, Block], language: str) -> bool:
    """Tell whether a block as a whole denies more in one language: if not, its sentences were only put together badly."""
    counts = {
        one: sum(word.certain and word.force in DENIALS for word in read_force(block.text, one)) for one, block in blocks.items()
    }
    return counts[language] > counts[other(language)]


def finding(
    name: str, blocks: dict[str, Block], here: tuple[str, ForceMention], there: ForceMention | None, what: Message
) -> Finding:
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
