"""Faults of numbers and amounts."""

from __future__ import annotations

import re
from random import Random

from bench.edits import edits, in_both, swapped

DIGITS = "一二三四五六七八九"
# No part of a name, a date, a percentage or an ordinal.
NUMBER = r"(?<![\w.\-:/第])\d+(?![\w.\-:/%年月日]|[ ]?(?:年|月|日|%|％))"
QUANTITY = rf"(?<![第一二三四五六七八九十百千万几每之])[{DIGITS[1:]}两](?=[年日名个家项类份次人条款种])"

UNITS = {"zh": r"(?<=\d) ?(?:万亿|[万亿%％])", "en": r"(?<=\d)(?: ?%| (?:thousand|million|billion|trillion)\b)"}


def other_digit(match: re.Match[str], random: Random) -> str:
    """Change one digit of a number."""
    index = random.randrange(len(match[0]))
    digit = random.choice([digit for digit in "123456789" if digit != match[0][index]])
    return match[0][:index] + digit + match[0][index + 1 :]


def other_percentage(match: re.Match[str], _: Random) -> str:
    """Change a percentage."""
    return str(int(match[0]) + 7)


def other_numeral(match: re.Match[str], random: Random) -> str:
    """Change a numeral of one character."""
    return random.choice([digit for digit in DIGITS[2:] if digit != match[0]])


FAULTS = [
    *in_both("digit of a number changed", swapped(NUMBER, other_digit)),
    *in_both("percentage changed", swapped(r"(?<![\d.])\d+(?=(?:\.\d+)? ?[%％])", other_percentage)),
    *edits("万 and 亿 exchanged", {"zh": swapped(r"(?<=\d) ?[万亿]", {"万": "亿", "亿": "万", " 万": " 亿", " 亿": " 万"})}),
    *edits("unit of a number dropped", {language: swapped(unit, "") for language, unit in UNITS.items()}),
    *edits("quantity in characters changed", {"zh": swapped(QUANTITY, other_numeral)}),
]  # fmt: skip
