"""Numbers in English words, and fractions in both languages' ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.numerals import DECADES, ONES, ORDINALS, WORDS, english_value
from bitext.mentions.quantity import Quantity


def any_of(words: list[str]) -> str:
    """Return an expression for one of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


SMALL = any_of([*list(ONES)[1:10], *list(ORDINALS)[:9]])
BELOW_HUNDRED = rf"(?:{any_of(list(DECADES))}(?:[\s-]{SMALL}\b)?|{any_of(list(WORDS))})"
BELOW_THOUSAND = rf"(?:{BELOW_HUNDRED}[\s-]hundred\b(?:\s(?:and\s)?{BELOW_HUNDRED}\b)?|{BELOW_HUNDRED}(?:[\s-]dozen)?)"
LARGE = r"(?:thousand|million|billion|trillion)\b"
IN_WORDS = re.compile(rf"\b{BELOW_THOUSAND}\b(?:[\s-]{LARGE}(?:,?\s(?:and\s)?{BELOW_THOUSAND}\b)?)*", re.IGNORECASE)
LOOSE = {
    "both": 2, "pair": 2, "twice": 2, "double": 2, "couple": 2, "once": 1, "single": 1, "sole": 1, "a": 1, "an": 1, "quarter": 4,
    "triple": 3, "half": 2, "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000,
    "million": 10**6, "millions": 10**6, "billion": 10**9,
}  # fmt: skip
LOOSE_WORD = re.compile(rf"\b{any_of(list(LOOSE))}\b", re.IGNORECASE)
# Words that are numerals elsewhere: the second (unit of time), first as an adverb, zero-trust.
WEAK = frozenset({"zero", "one", "first", "second", "seconds", "once", "ten thousand"})
PARTS = (
    {"half": 2, "halves": 2, "third": 3, "quarter": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {"hundredth": 100}
)
FRACTION = re.compile(
    rf"\b(?P<above>{any_of(list(ONES)[1:])})[\s-](?P<below>{any_of([word for word in PARTS if word != 'halves'])}s|halves)\b"
    rf"|\b(?:one[\s-]|a\s)(?P<part>{any_of(list(PARTS))})(?=\s(?:of|or)\b)|\bone-(?P<whole>{any_of(list(PARTS))})\b",
    re.IGNORECASE,
)


def numbers_in_words(text: str) -> Iterator[Quantity]:
    """Yield numbers in words; those that are often no numbers only answer."""
    for match in IN_WORDS.finditer(text):
        value = english_value(match[0])
        certain = match[0].lower() not in WEAK and value > 1 and match[0].lower() not in ORDINALS
        yield Quantity(frozenset({Decimal(value)}), match.start(), match.end(), certain=certain, in_words=True)
    for match in LOOSE_WORD.finditer(text):
        values = {Decimal(LOOSE[match[0].lower()])} | ({Decimal("0.5")} if match[0].lower() == "half" else set())
        yield Quantity(frozenset(values), match.start(), match.end(), certain=False)
    for match in FRACTION.finditer(text):
        above = ONES[(match["above"] or "one").lower()]
        name = (match["part"] or match["whole"] or match["below"]).lower()
        below = PARTS.get(name) or PARTS[name.removesuffix("s")]
        yield fraction(above, below, match.start(), match.end())


def fraction(above: int, below: int, start: int, end: int) -> Quantity:
    """Return a part of a whole; its two numbers answer too, for it may be written in another way."""
    share = Decimal(above) / (below or 1)
    values = {share.quantize(Decimal("0.000001")).normalize(), (share * 100).quantize(Decimal("0.000001")).normalize()}
    return Quantity(frozenset(values), start, end, in_words=True, loose=frozenset({Decimal(above), Decimal(below)}))
