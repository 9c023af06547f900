"""pair/missing-sentence and pair/order: what only the words themselves can show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.lexicon import chinese_share, chinese_words, english_share, english_stems, likeness
from bitext.losses import Loss, losses
from bitext.message import Message
from bitext.page import other
from bitext.rules.moved import moves
from bitext.rules.pairs import both, shortened
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.said import closest_clause, share_said
from bitext.sentences import weight

# Shorter blocks say too little to tell which belong together.
FEWEST_WORDS = 4
# From these odds on a sentence is called lost; law, where a register tells of it, is translated with more care than other text.
CONVINCING, CONVINCING_IN_LAW = 4.0, 3.0
# A neighbouring block that has this share of the sentence's tokens, beyond those that its own counterpart has too, says it: of
# sentences dropped at random from open pages none reached it, of those that were only said elsewhere most do.
FOUND = 1 / 3
# A sentence and a clause that cover each other so well are the same statement; those of dropped sentences stay below.
SAME = 0.59
PROSE = frozenset({"paragraph", "item", "quote-paragraph", "definition", "footnote"})


@rule(
    "pair/missing-sentence", "pair", level=Level.WARNING,
    why="A sentence that one language leaves out is a fact its readers never learn.",
    wrong="three sentences in Chinese, two in English", right="the same statements in both",
    after=["pair/untranslated"],
)  # fmt: skip
def missing_sentence(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report the sentence of a block whose words are not found on the other side while that is too short; one a block."""
    zh, en = both(pair)
    if not {zh.kind, en.kind} <= PROSE:
        return
    usual = CONVINCING_IN_LAW if comparison.settings.register else CONVINCING
    least = usual + comparison.closeness.doubt(zh.text, en.text)
    convincing = [loss for loss in losses(zh, en, comparison.closeness.wordiness) if loss.odds > least]
    worst = max(convincing, key=lambda loss: loss.odds, default=None)
    blocks = {"zh": zh, "en": en}
    if worst and not beside(worst, pair, comparison) and closest_clause(worst.sentence, blocks[other(worst.language)]) < SAME:
        here, there = blocks[worst.language], blocks[other(worst.language)]
        sentence = here.text[worst.sentence.span.start : worst.sentence.span.end]
        place = here.place(worst.sentence.span.start)
        message = Message(
            "a sentence of the {language} is not found here ({place}): “{text}”",
            language=NAMES[worst.language], place=place, text=shortened(sentence),
        )  # fmt: skip
        yield RULES["pair/missing-sentence"].finding(
            there.place(), message, Message("add it here or remove it there"), related=place, texts=(there.text, sentence)
        )


def beside(loss: Loss, pair: Pair, comparison: Comparison) -> bool:
    """Tell whether a block next to a pair says the sentence: one language may part paragraphs where the other does not."""
    index = next(number for number, one in enumerate(comparison.pairs) if one is pair)
    neighbours = (*comparison.pairs[max(index - 1, 0) : index], *comparison.pairs[index + 1 : index + 2])
    for near in neighbours:
        ours, theirs = near.side(loss.language), near.side(other(loss.language))
        if theirs and theirs.kind in PROSE and share_said(loss.sentence, theirs, ours) >= FOUND:
            return True
    return False


def words_of(text: str, language: str) -> Sequence[str]:
    """Return the words of a passage that carry meaning."""
    return [word for word in chinese_words(text) if len(word) > 1] if language == "zh" else english_stems(text)


def share_found(words: Sequence[str], rest: str, language: str) -> float:
    """Return the share of a passage's words that the text of the other language has."""
    return chinese_share(words, english_stems(rest)) if language == "zh" else english_share(words, chinese_words(rest))


@rule(
    "pair/order", "page", level=Level.WARNING,
    why="Where paragraphs stand in another order, what stands beside each other does not belong together.",
    wrong="second and third paragraph exchanged in English", right="the same order in both",
)  # fmt: skip
def order(comparison: Comparison) -> Iterator[Finding]:
    """Report neighbouring pairs whose blocks fit each other better crosswise, and blocks whose counterpart stands elsewhere."""
    if comparison.comparable:
        yield from elsewhere(comparison)
    for index in crossed(comparison)[::2]:
        (zh, en), (zh_next, en_next) = both(comparison.pairs[index]), both(comparison.pairs[index + 1])
        message = Message(
            "this and the next {language} block ({place}, {next}) stand in the other order there",
            language=NAMES["en"], place=en.place(), next=en_next.place(),
        )  # fmt: skip
        yield RULES["pair/order"].finding(
            zh.place(), message, Message("put both in the same order"), related=en.place(), texts=(zh.text + zh_next.text, en.text)
        )


def elsewhere(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each run of blocks that stand at another place there."""
    pairs, found = comparison.known, moves(comparison)
    for number, move in enumerate(found):
        before = found[number - 1] if number else None
        if before and (move.zh, move.en) == (before.zh + 1, before.en + 1):
            continue
        zh, en = pairs[move.zh].zh, pairs[move.en].en
        if zh and en:
            message = Message("the {language} counterpart stands at another place: {place}", language=NAMES["en"], place=en.place())
            yield RULES["pair/order"].finding(
                zh.place(), message, Message("put both in the same order"), related=en.place(), texts=(zh.text, en.text)
            )


@lru_cache(maxsize=4)
def crossed(comparison: Comparison) -> tuple[int, ...]:
    """Return the indexes of pairs that stand in another order; what they say is not compared."""
    if not comparison.comparable:
        return ()
    found: list[int] = []
    for index, (first, second) in enumerate(pairwise(comparison.pairs)):
        if index not in found and swapped(first, second):
            found += [index, index + 1]
    return tuple(found)


def swapped(first: Pair, second: Pair) -> bool:
    """Tell whether two pairs of the same kind fit clearly better crosswise than as they stand."""
    blocks = (first.zh, first.en, second.zh, second.en)
    if any(block is None or block.kind != first.zh.kind for block in blocks if first.zh) or not all(blocks):
        return False
    zh, en, zh_next, en_next = (block for block in blocks if block)
    if zh.kind not in PROSE | {"row"} or not comparable_lengths(zh, en_next) or not comparable_lengths(zh_next, en):
        return False
    if fitting(zh, en) and fitting(zh_next, en_next):
        return False
    if any(len(words_of(block.text, block.page.language)) < FEWEST_WORDS for block in (zh, en, zh_next, en_next)):
        return False
    straight = likeness(zh.text, en.text) + likeness(zh_next.text, en_next.text)
    crosswise = likeness(zh.text, en_next.text) + likeness(zh_next.text, en.text)
    return crosswise > straight + 0.35


def fitting(zh: Block, en: Block) -> bool:
    """Tell cheaply that two blocks belong together: they link the same, and something."""
    ours, theirs = ({link.target for link in block.prose.links} for block in (zh, en))
    return bool(ours) and ours == theirs


def comparable_lengths(zh: Block, en: Block) -> bool:
    """Tell whether one block can be the counterpart of the other by length."""
    ours, theirs = weight(zh.text), weight(en.text)
    return min(ours, theirs) * 3 > max(ours, theirs)
