"""Faults of dates."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from bench.edits import DATE_EN, DATE_ZH, DATES, MARKED, MONTHS, LineEdit, edits, in_both, one, replaced, swapped

HIGHEST = {"year": 9999, "month": 12, "day": 28}
# What a date is the date of, told by the words around it.
ISSUED = {
    "zh": r"发布|公布|通过|签署|签发|印发|颁布",
    "en": r"(?i)\b(?:issued|published|promulgated|adopted|signed|released|made public)\b",
}
EFFECTIVE = {
    "zh": r"施行|生效|实施",
    "en": r"(?i)\b(?:in force|effective|take[sn]? effect|takes? effect|came into|comes? into|effect from)\b",
}


def date_part(part: str) -> LineEdit:
    """Return an edit that changes the year, month or day of a date in either language."""

    def change(text: str, random: Random) -> str | None:
        match = one(DATE_ZH, text, random) or one(DATE_EN, text, random)
        if match is None:
            return None
        name = part if match.groupdict().get(part) else f"{part}2"
        return replaced(text, match, changed_part(part, match[name], random), name)

    return change


def changed_part(part: str, old: str, random: Random) -> str:
    """Return another year, month or day."""
    if old in MONTHS:
        return random.choice([month for month in MONTHS if month != old])
    return str(int(old) + 1 if int(old) < HIGHEST[part] else int(old) - 1)


def day_for_month(match: re.Match[str], _: Random) -> str | None:
    """Exchange day and month where both can be either."""
    if int(match["day"]) > HIGHEST["month"] or match["day"] == match["month"]:
        return None
    return f"{match['year']}年{match['day']}月{match['month']}日"


def add_date(form: str) -> LineEdit:
    """Return an edit that appends a bracketed revision date."""

    def change(text: str, random: Random) -> str | None:
        if len(text) < 20 or text.lstrip().startswith(MARKED):
            return None
        return text.rstrip() + form.format(day=random.randint(1, 28))

    return change


def exchange_dates(pattern: str) -> LineEdit:
    """Return an edit that exchanges two neighbouring different dates of a line."""

    def change(text: str, random: Random) -> str | None:
        couples = [(a, b) for a, b in pairwise(re.finditer(pattern, text)) if a[0] != b[0]]
        return exchanged(text, *random.choice(couples)) if couples else None

    return change


def exchange_roles(language: str) -> LineEdit:
    """Return an edit that exchanges a date of issue and a date of effect."""
    swap = exchange_dates(DATES[language])

    def change(text: str, random: Random) -> str | None:
        return swap(text, random) if re.search(ISSUED[language], text) and re.search(EFFECTIVE[language], text) else None

    return change


def exchanged(text: str, first: re.Match[str], second: re.Match[str]) -> str:
    """Return a text with two matches exchanged, the first of which stands before the second."""
    return replaced(replaced(text, second, first[0]), first, second[0])


FAULTS = [
    *(edit for part in ("day", "month", "year") for edit in in_both(f"{part} of a date changed", date_part(part))),
    *edits("day and month swapped", {"zh": swapped(DATE_ZH, day_for_month)}),
    *edits("date dropped", {language: swapped(pattern, "") for language, pattern in DATES.items()}),
    *edits("date added", {"zh": add_date("（2023年3月{day}日修订）"), "en": add_date(" (revised {day} March 2023)")}),
    *edits("two dates exchanged", {language: exchange_dates(pattern) for language, pattern in DATES.items()}),
    *edits("issue and effective date exchanged", {language: exchange_roles(language) for language in DATES}),
]
