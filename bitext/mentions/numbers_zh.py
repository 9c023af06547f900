"""Numbers as Chinese text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.number_characters import NUMERAL, UNIT, S, numbers_in_characters, numeral
from bitext.mentions.number_words import fraction
from bitext.mentions.numerals import chinese_scale, chinese_value, decimal_value
from bitext.mentions.quantity import MEASURES, Measure, Quantity

DIGITS = r"[\d０-９]{1,3}(?:[,，][\d０-９]{3})+(?![\d０-９])|[\d０-９]++"
DECIMAL = rf"(?:{DIGITS})(?:[.．][\d０-９]++)?"

ARTICLE = r"[条章节款项编]"

PERCENT = re.compile(
    rf"(?:百分之{S}(?P<characters>{NUMERAL}(?:点{NUMERAL})?|{DECIMAL})|(?<![\d.])(?P<digits>{DECIMAL}){S}(?P<sign>[%％‰]|个百分点))"
)
SHARE = re.compile(rf"(?P<below>{NUMERAL}|\d{{1,9}})分之(?P<above>{NUMERAL}|\d{{1,9}})")
ARTICLE_NUMBER = re.compile(
    rf"第{S}(?P<number>{NUMERAL}|\d{{1,9}})(?P<to>{S}[至到—–~～-]{S}(?:第{S})?(?:{NUMERAL}|\d{{1,9}}))?{S}{ARTICLE}"
)
# 第3.8节 is no third of anything: its number is read with the point.
ORDINAL = re.compile(rf"第{S}(?P<number>{NUMERAL}|\d{{1,9}}(?!\d|\.\d))(?!{S}{ARTICLE})")
SCALED = re.compile(rf"(?<![A-Za-z\d.])(?P<number>{DECIMAL}){S}(?P<scale>[十百千]?[万亿]{{1,2}}|[百千](?={UNIT}|多|余))")
PLAIN = re.compile(
    rf"(?<![A-Za-z\d._/:-])(?P<number>{DECIMAL})(?:(?={S}{MEASURES}(?![A-Za-z\d_]))|(?![\d.]*[A-Za-z_])(?![.:/-]\d))"
)
# 2w: people type w for 万; it may also be watts.
TYPED = re.compile(rf"(?<![A-Za-z\d.])(?P<number>{DECIMAL})w(?![a-z\d])")
# 100-200米
RANGE = re.compile(
    rf"(?<![\w./:-])(?P<first>{DECIMAL})[-~](?P<second>{DECIMAL})(?![\w./:-])|(?<![A-Za-z\d./:_-])(?P<low>{DECIMAL})[-~](?P<high>{DECIMAL})(?=[^\x00-\xff])"
)
# 下午3点 is 15 o'clock too.
AFTERNOON = re.compile(r"(?:下午|晚上?|傍晚)\s?$")
# 5–10万: the scale behind a range may belong to its first number too.
LATER_SCALE = re.compile(rf"{S}[-–—~～至到]{S}[$¥€£]?{DECIMAL}{S}(?P<scale>[十百千]?[万亿]{{1,2}})")
# 90年代 beside “the 1990s”
DECADE = re.compile(r"(?P<decade>\d0|[一二三四五六七八九]十)年代")
# 打8折 beside “20% off”; 16进制 beside “hexadecimal”; 清零 beside “reset to 0”: they answer only.
DISCOUNT = re.compile(r"打\s?(?P<tenths>\d(?:\.\d)?|\d\d|[一二三四五六七八九]{1,2})\s?折")
BASE = re.compile(r"(?<![\d.])(?P<base>2|8|10|16)\s?进制")
TENTH = r"[\d一二三四五六七八九]"
TENTHS = str.maketrans("一二三四五六七八九", "123456789")
ZERO = re.compile(r"[清归置为]零")
# Digits inside names (k8s, v1.7): they answer only.
NAMED = re.compile(r"(?<=[A-Za-z_./:-])\d+(?:\.\d+)?|(?<!\d)\d++(?:\.\d++)?(?=[A-Za-z_./:-])")


def chinese_numbers(text: str) -> Iterator[Quantity]:
    """Yield the numbers of a Chinese text; overlapping readings are left to the caller, the longest at a place wins."""
    yield from shares(text)
    for match in ARTICLE_NUMBER.finditer(text):
        yield from articles(match)
    for match in ORDINAL.finditer(text):
        value = Decimal(numeral(match["number"]))
        in_words = not match["number"].isdecimal()
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=value > 1, in_words=in_words)
    yield from in_digits(text)
    yield from numbers_in_characters(text)
    yield from sayings(text)
    for match in DECADE.finditer(text):
        yield Quantity(frozenset({Decimal(numeral(match["decade"]))}), match.start(), match.end(), certain=False)
    for match in NAMED.finditer(text):
        yield Quantity(frozenset({decimal_value(match[0])}), match.start(), match.end(), certain=False)


def sayings(text: str) -> Iterator[Quantity]:
    """Yield numbers inside words that English says without them, or with others."""
    for match in DISCOUNT.finditer(text) if "折" in text else ():
        paid = Decimal(f"0.{''.join(re.findall(TENTH, match['tenths']))}".translate(TENTHS)) * 100
        yield Quantity(frozenset({paid, 100 - paid}), match.start(), match.end(), certain=False)
    for match in BASE.finditer(text) if "进制" in text else ():
        yield Quantity(frozenset({Decimal(match["base"])}), match.start(), match.end(), certain=False)
    for match in ZERO.finditer(text) if "零" in text else ():
        yield Quantity(frozenset({Decimal(0)}), match.start(), match.end(), certain=False)


def shares(text: str) -> Iterator[Quantity]:
    """Yield the parts of a whole: 百分之五, 5%, 三分之二."""
    for match in PERCENT.finditer(text):
        value = share_of_hundred(match["characters"]) if match["characters"] else decimal_value(match["digits"])
        value /= 10 if match["sign"] == "‰" else 1
        yield Quantity(frozenset({value}), match.start(), match.end(), Measure.PERCENT)
    for match in SHARE.finditer(text):
        yield fraction(numeral(match["above"]), numeral(match["below"]), match.start(), match.end())


def in_digits(text: str) -> Iterator[Quantity]:
    """Yield numbers in digits: 3.5万, 1,200, 100-200."""
    for match in SCALED.finditer(text):
        value = decimal_value(match["number"]) * chinese_scale(match["scale"])
        yield Quantity(frozenset({value}), match.start(), match.end())
    for match in TYPED.finditer(text):
        value = decimal_value(match["number"])
        yield Quantity(frozenset({value, value * 10_000}), match.start(), match.end())
    for match in PLAIN.finditer(text):
        value = decimal_value(match["number"])
        later = {value + 12} if value < 12 and AFTERNOON.search(text, max(0, match.start() - 3), match.start()) else set()
        yield Quantity(frozenset({value} | later) | scaled_later(text, match.end(), value), match.start(), match.end())
    for match in RANGE.finditer(text):
        for name in ("first", "second", "low", "high"):
            if match[name]:
                value = decimal_value(match[name])
                values = frozenset({value}) | scaled_later(text, match.end(name), value)
                yield Quantity(values, match.start(name), match.end(name))


def scaled_later(text: str, end: int, value: Decimal) -> frozenset[Decimal]:
    """Return the value of the first number of a range by the scale behind its second, if there is one: 5–10万."""
    scale = LATER_SCALE.match(text, end)
    return frozenset({value * chinese_scale(scale["scale"])} if scale else ())


def articles(match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the first and, of a range, the last article number of a match."""
    first = Decimal(numeral(match["number"]))
    yield Quantity(frozenset({first}), match.start(), match.end("number"), Measure.ARTICLE)
    if match["to"]:
        last = Decimal(numeral(re.sub(r"[^\d〇零一二三四五六七八九十百千]", "", match["to"])))
        yield Quantity(frozenset({last}), match.start("to"), match.end(), Measure.ARTICLE)


def share_of_hundred(text: str) -> Decimal:
    """Return the value behind 百分之, in digits or characters, with 点 as the decimal point."""
    if text[0] in "0123456789０１２３４５６７８９":
        return decimal_value(text)
    whole, _, fraction = text.partition("点")
    return Decimal(f"{chinese_value(whole)}.{chinese_value(fraction)}") if fraction else Decimal(chinese_value(whole))
