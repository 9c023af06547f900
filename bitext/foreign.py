"""Whether a block is left in the other language."""

from __future__ import annotations

import re
from functools import lru_cache

from bitext.blocks import Block

HAN = re.compile(r"[\u3400-\u9fff]")
# A word of prose: no part of a path, an address, a version or a name written with capitals inside.
WORD = re.compile(r"(?<![\w./:@-])[A-Za-z][a-z]+(?![\w/@]|[.:]\w)")
# Names and identifiers have no such words, however many stand in a row; headings of tables have none either.
GRAMMAR = re.compile(
    r"(?i)\b(?:the|a|an|of|to|for|and|or|in|on|at|by|is|are|was|be|with|from|as|that|this|it|you|your|we|if|not|can|will|when|please)\b"
)
FEWEST_WORDS = 5
# Notices of copyright and entries of a bibliography stay in the language of what they name.
COPYRIGHT = re.compile(r"(?i)^\s*(?:©|copyright\s*(?:©|\(c\)|\d{4})|\(c\)\s)")
LONGEST_NOTICE = 20
ENTRY = re.compile(r"^\s*\[[\w+-]{1,12}\]:?\s.*(?:\b(?:19|20)\d{2}\b|\bet al\b|\[[JCMDR]\])", re.DOTALL)
SILENT = frozenset({"code", "html", "rule"})


@lru_cache(maxsize=65536)
def foreign(block: Block) -> bool:
    """Tell whether a block's prose is in the other language; names, code and links alone are no prose."""
    if block.kind in SILENT:
        return False
    text = unlinked(block)
    han, words = len(HAN.findall(text)), WORD.findall(text)
    if block.page.language == "en":
        return han > 8 and han > 2 * len(words)
    return not han and len(words) >= FEWEST_WORDS and bool(GRAMMAR.search(text)) and not kept(text, len(words))


def kept(text: str, words: int) -> bool:
    """Tell whether a text is of a kind that translators leave as it is."""
    return bool(ENTRY.match(text)) or (words <= LONGEST_NOTICE and bool(COPYRIGHT.match(text)))


def unlinked(block: Block) -> str:
    """Return a block's prose without the texts of links and images: names of what they lead to, in whatever language that is."""
    text, parts, done = block.text, [], 0
    for link in sorted(block.prose.links, key=lambda one: one.start):
        parts.append(text[done : link.start])
        done = max(done, link.end)
    return " ".join([*parts, text[done:]])
