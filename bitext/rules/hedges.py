"""force/hedge: words that limit a statement stand on both sides or on neither."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.lexicon import likeness
from bitext.mentions.hedges import HedgeMention, answers, read_hedges
from bitext.message import Message
from bitext.page import LANGUAGES, other
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.sentences import Group, Span, groups, weight

MUCH_LONGER = 1.9
# Unrelated sentences are alike by about a tenth, translations by two fifths and more.
LEAST_LIKENESS = 0.3


@rule(
    "force/hedge", "pair", level=Level.WARNING,
    why="Might is not does, and eligible firms are not all firms: a limit that one language leaves out makes a larger promise.",
    wrong="符合条件的企业 beside “enterprises”", right="符合条件的企业 beside “eligible enterprises”",
    after=["pair/untranslated", "pair/missing-sentence", "force/differs", "force/negation"],
)  # fmt: skip
def hedge(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report the first word of each side that limits a sentence whose counterpart nothing limits in that way.

    In law each such word counts; elsewhere translators use them freely, and the finding is a note.
    """
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    if not any(read_hedges(block.text, language) for language, block in blocks.items()):
        return
    matched = [group for group in groups(blocks["zh"].text, blocks["en"].text) if not group.lone]
    for language in LANGUAGES:
        lost = next(
            (word for word in read_hedges(blocks[language].text, language) if unanswered(word, blocks, language, matched)), None
        )
        if lost:
            yield finding(blocks, language, lost, None if comparison.settings.register else Level.NOTE)


def unanswered(word: HedgeMention, blocks: dict[str, Block], language: str, matched: list[Group]) -> bool:
    """Tell whether a limiting word has no answer: none in its sentence's counterpart, and fewer in the other block as a whole."""
    here, there = blocks[language].text, blocks[other(language)].text
    group = next((one for one in matched if span(one, language).start <= word.start < span(one, language).end), None)
    if group is None:
        return False
    counterpart = span(group, other(language))
    if answers(word.hedge, there[counterpart.start : counterpart.end], other(language)):
        return False
    said = sum(one.hedge is word.hedge for one in read_hedges(here, language))
    passages = {one: blocks[one].text[span(group, one).start : span(group, one).end] for one in LANGUAGES}
    wholes = {one: block.text for one, block in blocks.items()}
    return said > answers(word.hedge, there, other(language)) and comparable(passages) and comparable(wholes)


def comparable(texts: dict[str, str]) -> bool:
    """Tell whether two passages say the same, as far as lengths and words show; if not, more than a word is missing."""
    ours, theirs = weight(texts["zh"]), weight(texts["en"])
    return max(ours, theirs) + 30 < MUCH_LONGER * (min(ours, theirs) + 30) and likeness(texts["zh"], texts["en"]) > LEAST_LIKENESS


def span(group: Group, language: str) -> Span:
    """Return a group's range in one language."""
    return group.zh if language == "zh" else group.en


def finding(blocks: dict[str, Block], language: str, word: HedgeMention, level: Level | None) -> Finding:
    """Return a finding at a limiting word."""
    here, there = blocks[language], blocks[other(language)]
    related = there.place()
    message = Message(
        "“{word}” limits the sentence here, nothing does in {language} ({place})",
        word=here.text[word.start : word.end], language=NAMES[other(language)], place=related,
    )  # fmt: skip
    remedy = Message("say the same limit on both sides")
    texts = (here.text, there.text)
    return RULES["force/hedge"].finding(here.place(word.start), message, remedy, related=related, texts=texts, level=level)
