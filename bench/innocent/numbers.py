"""Numbers and amounts written in another way."""

from __future__ import annotations

import re
from random import Random

from bench.edits import edits, in_both, swapped
from bench.innocent.numerals import CHARACTERS, in_characters, plain

THOUSANDS = r"(?<![\d.,A-Za-z_])\d{1,3}(?:,\d{3})+(?![\d.,])"
# 12000 and 35,000 but no year, no number of a document.
IN_WAN = r"(?<![\d.,A-Za-z_])[1-9]\d{1,2},?000(?=[ ]?[\u4e00-\u9fff])(?! ?[年号])"
WAN = r"(?<![\d.,A-Za-z_])(\d{1,4}(?:\.\d{1,2})?) ?万(?![亿余多])"
MILLION = r"(?<![\d.,A-Za-z_])(\d{1,3}(?:\.\d{1,2})?) million\b"
MILLIONS = r"(?<![\d.,A-Za-z_])(\d{1,3}),000,000(?![\d,.])"
COUNTED = r"(?<![\d.,A-Za-z_第/-])(\d{1,2})(?= ?(?:个|名|家|项|周岁|岁|天|年(?![\d级代])|小时|分钟|米|日内|日以[内下上]))"
RANGE = r"(?<![\d.,A-Za-z_/-])(\d{1,3}) ?[-–~～] ?(\d{1,3})(?= ?(?:个|名|家|项|天|年|小时|分钟|米))"
MORE = r"(?<=\d)[多余](?=[个名家项种位])"
ORDINAL = r"(?<=方法|步骤|阶段|附件|表格) ?([1-9])(?![\d.,])"
BRACKETED = r"（([1-9])）"


def in_wan(match: re.Match[str], _: Random) -> str:
    """Write thousands in 万."""
    return f"{plain(int(match[0].replace(',', '')) / 10_000)}万"


def out_of_wan(match: re.Match[str], _: Random) -> str:
    """Write 万 in figures."""
    return f"{round(float(match[1]) * 10_000):,}"


def out_of_millions(match: re.Match[str], _: Random) -> str:
    """Write millions in figures."""
    return f"{round(float(match[1]) * 1_000_000):,}"


def in_words(match: re.Match[str], _: Random) -> str | None:
    """Write a counted number in characters: 2 个 as 两个."""
    return None if int(match[1]) == 0 else "两" if match[1] == "2" else in_characters(int(match[1]))


def range_in_words(match: re.Match[str], _: Random) -> str | None:
    """Write a range in characters: 10–30 as 十至三十."""
    low, high = (int(match[group]) for group in (1, 2))
    return f"{in_characters(low)}至{in_characters(high)}" if 0 < low < high < 100 else None


def character(match: re.Match[str], _: Random) -> str:
    """Write a digit as a character."""
    return match[0].replace(match[1], CHARACTERS[int(match[1])]).strip()


INNOCENT = [
    *in_both("thousands without commas", swapped(THOUSANDS, lambda match, _: match[0].replace(",", ""))),
    *edits("large number in another form", {"zh": swapped(IN_WAN, in_wan), "en": swapped(MILLIONS, r"\1 million")}),
    *edits("large unit written out", {"zh": swapped(WAN, out_of_wan), "en": swapped(MILLION, out_of_millions)}),
    *edits("quantity in characters", {"zh": swapped(COUNTED, in_words)}),
    *edits("range in characters", {"zh": swapped(RANGE, range_in_words)}),
    *edits("more than a number in another form", {"zh": swapped(MORE, {"多": "余", "余": "多"})}),
    *edits("ordinal in characters", {"zh": swapped(ORDINAL, character)}),
    *edits("bracketed number in characters", {"zh": swapped(BRACKETED, character)}),
    *edits("document number in another form", {
        "zh": swapped(r"第(\d{2,5})号", r"第 \1 号"), "en": swapped(r"\bNo\. ?(\d{2,5})\b", r"No.\1"),
    }),
    *edits("brackets of a document number", {"zh": swapped(r"〔(\d{4})〕(?=\d)", r"[\1]")}),
]  # fmt: skip
