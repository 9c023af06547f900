"""One number in the forms in which Chinese and English text writes it."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def section_in_characters(number: int) -> str:
    """Write a number below 10,000 in Chinese characters, with its zeros."""
    written, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if zero and written else "") + DIGITS[digit] + unit
        zero = not digit
    return written


def in_characters(number: int) -> str:
    """Write a number up to 10^12 in Chinese characters."""
    if number == 0:
        return "零"
    written = ""
    for place, unit in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // place % 10**4
        if section:
            written += ("零" if written and section < 1000 else "") + section_in_characters(section) + unit
    return written.removeprefix("一") if 10 <= number < 20 else written


def in_words(number: int) -> str:
    """Write a number up to 10^12 in English words."""
    for place, unit in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= place:
            rest = number % place
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // place)} {unit}{joint + in_words(rest) if rest else ''}"
    if number < len(ONES):
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def scaled(number: int, units: dict[int, str]) -> list[str]:
    """Write a number with each scale of which it has at most four decimals: 3.5万, 35.2 million."""
    forms = []
    for place, unit in units.items():
        if number >= place and number * 10**4 % place == 0:
            forms.append(f"{number // place}{f'{number % place / place:.4f}'[1:].rstrip('0').rstrip('.')}{unit}")
    return forms


def chinese(number: int) -> list[str]:
    """Return the Chinese forms of a number."""
    forms = [f"{number}", f"{number:,}", f"{number:,}".translate(FULL_WIDTH), in_characters(number)]
    return forms + scaled(number, {10**4: "万", 10**8: "亿", 10**12: "万亿"}) + scaled(number, {10**4: " 万"})


def english(number: int) -> list[str]:
    """Return the English forms of a number."""
    forms = [f"{number}", f"{number:,}", in_words(number), in_words(number).capitalize()]
    return forms + scaled(number, {1000: " thousand", 10**6: " million", 10**9: " billion", 10**12: " trillion"})
