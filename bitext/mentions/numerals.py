"""The values of numerals in Chinese characters and in English words."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "俩": 2, "仨": 3}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")

ONES = dict(
    zip(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        range(13),
        strict=True,
    )
)
TEENS = {"thir": 13, "four": 14, "fif": 15, "six": 16, "seven": 17, "eigh": 18, "nine": 19}
DECADES = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
WORDS: dict[str, int] = (
    ONES
    | {f"{stem}teen": value for stem, value in TEENS.items()}
    | DECADES
    | ORDINALS
    | {f"{stem}teenth": value for stem, value in TEENS.items()}
    | {f"{word.removesuffix('y')}ieth": value for word, value in DECADES.items()}
    | {"hundredth": 100}
)
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "mn": 10**6,
}  # fmt: skip


def chinese_value(text: str) -> int:
    """Return the value of a numeral in Chinese characters: 二十二, 三百, 一万二千, 一百二, 二〇二四."""
    if not any(character in TENS or character in MYRIADS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    total = section = digit = 0
    scale = below = 1
    for character in text:
        if character in DIGITS:
            # 一百二 is 120 and 一百零二 is 102.
            digit, below = DIGITS[character], 1 if DIGITS[character] == 0 else below
        elif character in TENS:
            section += (digit or 1) * TENS[character]
            digit, below = 0, TENS[character] // 10
        else:
            scale = MYRIADS[character]
            total = ((total + section + digit) or 1) * scale if scale > total else total + (section + digit) * scale
            section, digit, below = 0, 0, scale // 10
    return total + section + digit * max(below, 1)


def chinese_scale(text: str) -> int:
    """Return the factor of the characters behind digits: 万, 亿, 百万, 千万, 万亿."""
    factor = 1
    for character in text:
        factor *= TENS.get(character) or MYRIADS[character]
    return factor


def english_value(text: str) -> int:
    """Return the value of a numeral in English words: twenty-two, three hundred, two million, two dozen."""
    total = section = 0
    for word in re.split(r"[,\s-]+", text.lower()):
        if word in WORDS:
            section += WORDS[word]
        elif word in SCALES:
            scale = SCALES[word]
            section = (section or 1) * scale
            if scale >= 1000:
                total, section = total + section, 0
    return total + section


def decimal_value(digits: str) -> Decimal:
    """Return the value of digits with thousands separators and a decimal point, half-width or full-width."""
    return Decimal(digits.translate(FULL_WIDTH).replace(",", "").replace(" ", ""))
