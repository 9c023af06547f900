"""Dates in text, by value: the same day reads the same in every written form of both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from bitext.mentions.dates_en import NAME, english_dates
from bitext.mentions.dates_zh import chinese_dates
from bitext.mentions.found import Found, numeric_dates
from bitext.mentions.roles import roles_of
from bitext.partial_date import PartialDate
from bitext.register import Role

QUOTED_CHINESE = re.compile(r"[\d〇一二三四五六七八九十]\s*[年月]")
QUOTED_ENGLISH = re.compile(rf"\b(?:{NAME}|(?:[Ii]n|[Ss]ince|[Ff]rom) (?:19|20)\d\d)")
# What may stand between two dates of one range or list, so that the first takes its missing year from the second.
JOINT = re.compile(r"\s*(?:[,、，–—~～-]|to|and|until|or|through|至|到|和|及|与|或)?\s*")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: its value, its range of the text, the roles its verb may mean, and whether it is surely a date.

    A mention that is not certain (a bare four-digit number) only answers a date of the other language; alone it means nothing.
    """

    value: PartialDate
    start: int
    end: int
    roles: frozenset[Role] = frozenset()
    certain: bool = True


@lru_cache(maxsize=32768)
def read_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Return the dates a text mentions, in order, with years taken from context and roles from the verbs around them."""
    found = without_overlaps([*numeric_dates(text), *written_dates(text, language)])
    dated = with_years(text, found)
    roles = roles_of(text, [(one.start, one.end) for one in dated], language)
    return tuple(replace(one, roles=held) for one, held in zip(dated, roles, strict=True))


def written_dates(text: str, language: str) -> Iterator[Found]:
    """Yield the dates of a text; those that it quotes in the other language are read too."""
    if language == "zh" or QUOTED_CHINESE.search(text):
        yield from chinese_dates(text)
    if language == "en" or QUOTED_ENGLISH.search(text):
        yield from english_dates(text)


def without_overlaps(found: list[Found]) -> list[Found]:
    """Keep the longer of two readings of the same text; order by position."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda item: (item.start, -item.end, not item.certain)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def with_years(text: str, found: list[Found]) -> list[DateMention]:
    """Give each date without a year the year of the date it is joined to, else of the one before."""
    mentions: list[DateMention] = []
    context: int | None = None
    for one, joined in zip(found, joined_years(text, found), strict=True):
        year = one.year
        if year is None:
            year = joined or context
        context = (year if one.certain else None) or context
        value = PartialDate(year, one.month, one.day)
        # July of "July and August 2024" is surely a month; 7月 takes its year from before.
        certain = one.certain or (joined is not None and text[one.start].isascii() and not text[one.start].isdecimal())
        mentions.append(DateMention(value, one.start, one.end, certain=certain))
    return mentions


def joined_years(text: str, found: list[Found]) -> list[int | None]:
    """Return for each date the year of the next one that has a year where only joints such as "to" or "和" stand between."""
    years: list[int | None] = []
    year: int | None = None
    for before, after in reversed(list(zip_longest(found, found[1:]))):
        if after is None or not JOINT.fullmatch(text, before.end, after.start):
            year = None
        elif after.year is not None:
            year = after.year if after.month else None
        years.append(year)
    return years[::-1]
