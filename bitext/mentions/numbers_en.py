"""Numbers as English text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.numerals import ORDINALS, SCALES, WORDS, decimal_value, english_value
from bitext.mentions.quantity import Measure, Quantity

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d++"
DECIMAL = rf"(?:{DIGITS})(?:\.\d++)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mn)\b"
WORD = r"(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"

PERCENT = re.compile(
    rf"(?<![\d.])(?P<number>{DECIMAL}|\b{WORD}(?:-{WORD})?)\s?(?:%|percent(?:age\s+points?)?\b|per\s+cent\b|percentage\s+points?\b)",
    re.I,
)
ARTICLES = re.compile(
    r"\b(?:articles?|arts?\.?|sections?|secs?\.|chapters?|paras?\.|paragraphs?|items?|clauses?|rules?|§+)\s*"
    r"(?P<numbers>\d{1,9}(?:\s*+(?:,|–|-|—|to|and|or|&)\s*+\d{1,9}){0,20})(?![\d.]*[A-Za-z])",
    re.I,
)
SCALED = re.compile(rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?:\s+|-)?(?P<scale>{SCALE})", re.I)
SUFFIXED = re.compile(rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?P<suffix>k|K|M|B|x|X|%)?(?![A-Za-z\d_])(?![.:/-]\d)(?!\.\d)")
ORDINAL = re.compile(r"(?<![A-Za-z\d_.])(?P<number>\d+)(?:st|nd|rd|th)\b", re.I)
UNIT = re.compile(rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?=-?[A-Za-z])", re.I)
IN_WORDS = re.compile(rf"\b{WORD}(?:(?:[\s-]+(?:and\s+)?)(?:{WORD}|{SCALE}))*\b", re.I)
LOOSE = {
    "both": 2, "pair": 2, "twice": 2, "double": 2, "couple": 2, "once": 1, "single": 1, "sole": 1, "a": 1, "an": 1, "quarter": 4,
    "triple": 3, "half": 2,
}  # fmt: skip
LOOSE_WORD = re.compile(r"\b(?:" + "|".join(LOOSE) + r")\b", re.I)
SUFFIXES = {"k": 1000, "K": 1000, "M": 10**6, "B": 10**9}
NAMED = re.compile(r"(?<=[A-Za-z_./:-])\d+(?:\.\d+)?|(?<!\d)\d++(?:\.\d++)?(?=[A-Za-z_./:-])")
AFTERNOON = re.compile(r"\s?p\.?\s?m\b", re.I)
# Words that are numerals elsewhere: the second (unit of time), first as an adverb, zero-trust.
WEAK = frozenset({"zero", "one", "first", "second", "seconds", "once", "ten thousand"})


def english_numbers(text: str) -> Iterator[Quantity]:
    """Yield the numbers of an English text; overlapping readings are left to the caller, the longest at a place wins."""
    for match in PERCENT.finditer(text) if "%" in text or "cent" in text.lower() else ():
        number = match["number"]
        value = decimal_value(number) if number[0].isdecimal() else Decimal(english_value(number))
        yield Quantity(frozenset({value}), match.start(), match.end(), Measure.PERCENT)
    for match in ARTICLES.finditer(text):
        for number in re.finditer(r"\d+", match["numbers"]):
            start = match.start("numbers") + number.start()
            yield Quantity(frozenset({Decimal(number[0])}), start, start + len(number[0]), Measure.ARTICLE)
    for match in SCALED.finditer(text):
        value = decimal_value(match["number"]) * SCALES[match["scale"].lower()]
        yield Quantity(frozenset({value}), match.start(), match.end())
    for match in SUFFIXED.finditer(text):
        yield suffixed(text, match)
    for match in ORDINAL.finditer(text):
        value = Decimal(match["number"])
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=value > 1)
    for match in UNIT.finditer(text):
        yield Quantity(frozenset({decimal_value(match["number"])}), match.start(), match.end(), certain=False)
    yield from in_words(text)
    for match in NAMED.finditer(text):
        yield Quantity(frozenset({decimal_value(match[0])}), match.start(), match.end(), certain=False)


def suffixed(text: str, match: re.Match[str]) -> Quantity:
    """Return a number in digits; 10k may be ten or ten thousand, 10 p.m. may be 22."""
    value = decimal_value(match["number"])
    values = {value, value * SUFFIXES.get(match["suffix"] or "", 1)}
    if AFTERNOON.match(text, match.end()):
        values.add(value + 12)
    return Quantity(frozenset(values), match.start(), match.end())


def in_words(text: str) -> Iterator[Quantity]:
    """Yield numbers in words; those that are often no numbers only answer."""
    for match in IN_WORDS.finditer(text):
        value = english_value(match[0])
        certain = match[0].lower() not in WEAK and value > 1 and match[0].lower() not in ORDINALS
        yield Quantity(frozenset({Decimal(value)}), match.start(), match.end(), certain=certain, in_words=True)
    for match in LOOSE_WORD.finditer(text):
        values = {Decimal(LOOSE[match[0].lower()])} | ({Decimal("0.5")} if match[0].lower() == "half" else set())
        yield Quantity(frozenset(values), match.start(), match.end(), certain=False)
