"""Numbers as English text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.number_words import BELOW_HUNDRED, numbers_in_words
from bitext.mentions.numerals import SCALES, decimal_value, english_value
from bitext.mentions.quantity import MEASURES, Measure, Quantity

DIGIT = re.compile(r"\d")
DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d++"
DECIMAL = rf"(?:{DIGITS})(?:\.\d++)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mn)\b"

PERCENT = re.compile(
    rf"(?<![\d.])(?P<number>{DECIMAL}|\b{BELOW_HUNDRED})\s?(?P<sign>[%％‰]|percent(?:age\s+points?)?\b|per\s+(?:cent|mille)\b)",
    re.I,
)
ARTICLES = re.compile(
    r"\b(?:articles?|arts?\.?|sections?|secs?\.|chapters?|paras?\.|paragraphs?|items?|clauses?|rules?|§+)\s*"
    r"(?P<numbers>\d{1,9}(?:\s*+(?:,|–|-|—|to|and|or|&)\s*+\d{1,9}){0,20})(?![\d.]*[A-Za-z])",
    re.I,
)
SCALED = re.compile(rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?:\s+|-)?(?P<scale>{SCALE})", re.I)
SUFFIXED = re.compile(
    rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?P<suffix>k|K|M|B|x|X|{MEASURES})?(?![A-Za-z\d_])(?![.:/]\d|-\d+[-\w])"
)
ORDINAL = re.compile(r"(?<![A-Za-z\d_.])(?P<number>\d+)(?:st|nd|rd|th)\b", re.I)
UNIT = re.compile(rf"(?<![A-Za-z\d_.])(?P<number>{DECIMAL})(?=-?[A-Za-z])", re.I)
# Part II beside 第2部分
ROMAN = re.compile(r"(?<=[A-Za-z] )(?P<roman>II|III|IV|VI{0,3}|IX)(?![\w-])")
ROMANS = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
# 5–10M, 5 to 10 million: the scale behind a range may belong to its first number too.
LATER_SCALE = re.compile(rf"\s?(?:[-–—~]|to\b)\s?[$¥€£]?{DECIMAL}(?:[\s-]?(?P<word>(?i:{SCALE}))|(?P<suffix>[kKMB])\b)")
SUFFIXES = {"k": 1000, "K": 1000, "M": 10**6, "B": 10**9}
NAMED = re.compile(r"(?<=[A-Za-z_./:-])\d+(?:\.\d+)?|(?<!\d)\d++(?:\.\d++)?(?=[A-Za-z_./:-])")
AFTERNOON = re.compile(r"\s?p\.?\s?m\b", re.I)


def english_numbers(text: str) -> Iterator[Quantity]:
    """Yield the numbers of an English text; overlapping readings are left to the caller, the longest at a place wins."""
    for match in PERCENT.finditer(text) if "%" in text or "cent" in text.lower() else ():
        number = match["number"]
        value = decimal_value(number) if number[0].isdecimal() else Decimal(english_value(number))
        value /= 10 if match["sign"] == "‰" or match["sign"].endswith("mille") else 1
        yield Quantity(frozenset({value}), match.start(), match.end(), Measure.PERCENT)
    yield from numbers_in_digits(text) if DIGIT.search(text) else ()
    for match in ROMAN.finditer(text):
        value = Decimal(ROMANS.index(match["roman"]) + 2)
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=False)
    yield from numbers_in_words(text)


def numbers_in_digits(text: str) -> Iterator[Quantity]:
    """Yield the numbers that a text writes in digits."""
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
    for match in NAMED.finditer(text):
        yield Quantity(frozenset({decimal_value(match[0])}), match.start(), match.end(), certain=False)


def suffixed(text: str, match: re.Match[str]) -> Quantity:
    """Return a number in digits; 10k may be ten or ten thousand, 10 p.m. may be 22."""
    value = decimal_value(match["number"])
    values = {value, value * SUFFIXES.get(match["suffix"] or "", 1)}
    if AFTERNOON.match(text, match.end()):
        values.add(value + 12)
    if later := LATER_SCALE.match(text, match.end()):
        values.add(value * (SUFFIXES[later["suffix"]] if later["suffix"] else SCALES[later["word"].lower()]))
    return Quantity(frozenset(values), match.start(), match.end())
