"""Whether a sentence that seems to be lost is only said elsewhere: in the next block, or as a clause of a longer sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from bitext.blocks import Block
from bitext.losses import Sentence, Token, read, word_tokens

CLAUSE = {
    "zh": re.compile(r"[^，。；：！？、\t\n（）]{4,}+"),
    "en": re.compile(r"(?:[^,.;:!?()\t\n]|[.:](?=\w)){4,}+"),
}


def share_said(sentence: Sentence, block: Block, counterpart: Block | None = None) -> float:
    """Return the share of a sentence's tokens that a block of the other language has; of those only that its counterpart lacks."""
    present = forms_of([token for one in read(block) for token in one.tokens])
    known = {name for one in read(counterpart) for name, _ in one.tokens} if counterpart else set()
    return share_found([token for token in sentence.tokens if token[0] not in known], present)


def closest_clause(sentence: Sentence, block: Block) -> float:
    """Return how well a sentence and a clause of a block of the other language, or two in a row, cover each other, from 0 to 1."""
    language = block.page.language
    clauses = [tuple(word_tokens(found, language)) for found in CLAUSE[language].findall(block.text)]
    longer = [(*one, *two) for one, two in pairwise(clauses)]
    return max((covered(sentence.tokens, clause) for clause in chain(clauses, longer) if len(clause) > 1), default=0.0)


def covered(ours: Sequence[Token], theirs: Sequence[Token]) -> float:
    """Return the mean of the shares of two passages' tokens that the other passage has."""
    return (share_found(ours, forms_of(theirs)) + share_found(theirs, forms_of(ours))) / 2


def share_found(tokens: Sequence[Token], present: frozenset[str]) -> float:
    """Return the share of tokens of which a form is present."""
    return sum(not forms.isdisjoint(present) for _, forms in tokens) / max(len(tokens), 1)


def forms_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Return all forms of some tokens."""
    return frozenset().union(*(forms for _, forms in tokens))
