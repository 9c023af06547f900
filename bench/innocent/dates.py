"""Dates written in another way."""

from __future__ import annotations

import re
from random import Random

from bench.edits import DATE_EN, DATE_ZH, DATES, MONTHS, edits, swapped
from bench.innocent.numerals import WIDE, by_digit, in_characters

# Forms of one date; `wide_` values are full-width, `zh_` ones characters.
FORMS_ZH = (
    "{year} 年 {month} 月 {day} 日", "{year}年{month:02}月{day:02}日", "{year}-{month:02}-{day:02}", "{year}/{month}/{day}",
    "{wide_year}年{wide_month}月{wide_day}日", "{zh_year}年{zh_month}月{zh_day}日",
)  # fmt: skip
FORMS_EN = (
    "{name} {day}, {year}", "{day} {name} {year}", "{day} {short} {year}", "{short} {day}, {year}", "{short}. {day}, {year}",
    "{name} {day}{suffix}, {year}", "{day}{suffix} {name} {year}", "{year}-{month:02}-{day:02}",
)  # fmt: skip
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
JOINT = {"zh": r"[、和及与]", "en": r",? and |, "}
YEAR_ZH = r"(?<!\d)\d{4}(?=年(?:以后|以前|之后|之前|以来))"
MONTH_ZH = r"(?<!\d)(\d{4})年(\d{1,2})月(?![\d份底初中末上下至到起—–-])(?! ?\d)"


def other_form_zh(match: re.Match[str], random: Random) -> str:
    """Write a Chinese date in another form."""
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    wide = {f"wide_{part}": match[part].translate(WIDE) for part in ("year", "month", "day")}
    characters = {"zh_year": by_digit(match["year"]), "zh_month": in_characters(month), "zh_day": in_characters(day)}
    return random.choice(FORMS_ZH).format(year=year, month=month, day=day, **wide, **characters)


def other_form_en(match: re.Match[str], random: Random) -> str:
    """Write an English date in another form."""
    year, name, day = (match[part] or match[f"{part}2"] for part in ("year", "month", "day"))
    number = int(day)
    suffix = "th" if 10 < number < 14 else SUFFIXES.get(number % 10, "th")
    short, month = name[:3], MONTHS.index(name) + 1
    form = random.choice([form for form in FORMS_EN if name != short or "short}." not in form])
    return form.format(year=year, name=name, short=short, month=month, day=number, suffix=suffix)


def unnamed(pattern: str) -> str:
    """Return a pattern without names of groups, so that it can stand twice in another."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def two_dates(language: str) -> str:
    """Return a pattern of two dates side by side."""
    date = unnamed(DATES[language])
    return f"(?P<first>{date})(?P<joint>{JOINT[language]})(?P<second>{date})"


def year_from_context(match: re.Match[str], _: Random) -> str | None:
    """Leave out the year of a second date where the first has the same."""
    return f"{match['before']}{match['rest']}" if match["year"] == match["again"] else None


CONTEXT = r"(?P<before>(?P<year>\d{4})年\d{1,2}月\d{1,2}日[^\d。；;|]{0,12})(?P<again>\d{4})年(?P<rest>\d{1,2}月\d{1,2}日)"

INNOCENT = [
    *edits("date in another form", {"zh": swapped(DATE_ZH, other_form_zh), "en": swapped(DATE_EN, other_form_en)}),
    *edits("month in another form", {"zh": swapped(MONTH_ZH, r"\1年的\2月份")}),
    *edits("dates in another order", {
        language: swapped(two_dates(language), r"\g<second>\g<joint>\g<first>") for language in DATES
    }),
    *edits("date stated twice", {
        "zh": swapped(rf"(?P<date>{unnamed(DATE_ZH)})(?P<what>发布|公布|通过|印发)", r"\g<date>\g<what>（\g<date>）"),
        "en": swapped(rf"(?P<what>published|promulgated|adopted|made public) on (?P<date>{unnamed(DATE_EN)})",
                      r"\g<what> on \g<date> (\g<date>)"),
    }),
    *edits("year left to the context", {"zh": swapped(CONTEXT, year_from_context)}),
    *edits("since a year in another form", {"zh": swapped(r"(?<![\d自从])(\d{4})年以来", r"自\1年以来")}),
    *edits("year in characters", {"zh": swapped(YEAR_ZH, lambda match, _: by_digit(match[0]))}),
    *edits("quarter in another form", {
        "zh": swapped("第([一二三四])季度", lambda match, _: f"Q{'一二三四'.index(match[1]) + 1}"),
        "en": swapped(r"(?i)\bthe (?:(first)|(second)|(third)|fourth) quarter\b", lambda match, _: f"Q{match.lastindex or 4}"),
    }),
]  # fmt: skip
