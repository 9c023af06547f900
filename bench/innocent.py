"""Edits of one line that change nothing a reader would notice: no finding above a note may come of them."""

from __future__ import annotations

import re
from random import Random

from bench.edits import DATE_EN, DATE_ZH, MONTHS, Edit, one, replaced

CHARACTERS = "〇一二三四五六七八九"


def in_characters(number: int) -> str:
    """Write a number below 100 in Chinese characters."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else CHARACTERS[tens] + "十") + (CHARACTERS[ones] if ones else "")


def respell_date_zh(text: str, random: Random) -> str | None:
    """Write a Chinese date in another form."""
    match = one(DATE_ZH, text, random)
    if match is None:
        return None
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    forms = [
        f"{year} 年 {month} 月 {day} 日",
        f"{year}年{month:02}月{day:02}日",
        f"{year}-{month:02}-{day:02}",
        f"{year}年{month}月{day}日".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        "".join(CHARACTERS[int(digit)] for digit in str(year)) + f"年{in_characters(month)}月{in_characters(day)}日",
    ]
    return replaced(text, match, random.choice(forms))


def respell_date_en(text: str, random: Random) -> str | None:
    """Write an English date in another form."""
    match = one(DATE_EN, text, random)
    if match is None:
        return None
    year, name, day = (match[part] or match[f"{part}2"] for part in ("year", "month", "day"))
    month = MONTHS.index(name) + 1
    suffix = "th" if 10 < int(day) < 14 else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th")
    forms = [
        f"{name} {day}, {year}", f"{day} {name} {year}", f"{day} {name[:3]} {year}", f"{name} {day}{suffix}, {year}",
        f"{year}-{month:02}-{int(day):02}",
    ]  # fmt: skip
    return replaced(text, match, random.choice(forms))


def respell_number_zh(text: str, random: Random) -> str | None:
    """Write 2 个 as 两个, or thousands in 万."""
    if match := one(r"(?<![\d.])(\d),?(\d)000(?![\d,年.])", text, random):
        return replaced(text, match, f"{int(match[1] + match[2]) / 10:g}万")
    match = one(r"(?<![\d.第])2 ?个", text, random)
    return replaced(text, match, "两个") if match else None


def soft_break(text: str, random: Random) -> str | None:
    """Break a paragraph's line behind a comma."""
    if text.lstrip().startswith(("#", "|", "-", "*", "<", "`", ">", "!")) or re.match(r"\s*\d+\.", text) or text.startswith("    "):
        return None
    match = one(r"[，,] ?(?=\w)(?!\d)", text, random)
    return replaced(text, match, match[0].rstrip() + "\n") if match else None


def other_bullet(text: str, random: Random) -> str | None:
    """Use another bullet."""
    return None if not re.match(r"- \S", text) else "* " + text[2:]


def full_width_brackets(text: str, random: Random) -> str | None:
    """Write brackets in full width."""
    match = one(r"\((\w[^()\[\]]*)\)(?!\])", text, random)
    return replaced(text, match, f"（{match[1]}）") if match else None


def spaces(text: str, random: Random) -> str | None:
    """Put a space between Han and Latin."""
    match = one(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])", text, random)
    return replaced(text, match, " ") if match else None


INNOCENT = [
    Edit("date in another form", "zh", respell_date_zh),
    Edit("date in another form", "en", respell_date_en),
    Edit("number in another form", "zh", respell_number_zh),
    Edit("soft line break", "zh", soft_break),
    Edit("soft line break", "en", soft_break),
    Edit("other bullet", "zh", other_bullet),
    Edit("other bullet", "en", other_bullet),
    Edit("full-width brackets", "zh", full_width_brackets),
    Edit("space between Han and Latin", "zh", spaces),
]
