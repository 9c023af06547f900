"""Lists in running text: 甲、乙和丙; A, B and C."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

MEMBER_ZH = r"[^、，。；：！？,;:!?\s()（）“”\t]{1,24}"
LIST_ZH = re.compile(rf"(?:{MEMBER_ZH} ?、 ?)+{MEMBER_ZH}(?: ?(?:以及|和|与|及|或者|或) {MEMBER_ZH})?")
LAST_ZH = re.compile(r" ?(?:以及|和|与|及|或者|或) ?")
# What ends a run of text in which commas may part the members of a list.
BREAK_EN = re.compile(r"[.;:!?()\n\t“”\"]+(?=\s|$)|[;:!?()\n\t“”\"]")
COMMA_EN = re.compile(r",\s+(?:(?:and|or|nor|as well as)\s+)?")
LAST_EN = re.compile(r"\s+(?:and|or|nor|as well as)\s+")
TWO_NAMES = re.compile(r"([A-Z]\w+) and ([A-Z]\w+)")
LONGEST_PART = 60


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list: its text and where it begins."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class ListMention:
    """A list in a text: its members in order and where it begins and ends."""

    members: tuple[Member, ...]
    start: int
    end: int


def read_lists(text: str, language: str) -> list[ListMention]:
    """Return the lists of a text in order; the first member may hold words that stand before the list, the last some behind it."""
    return list(chinese_lists(text) if language == "zh" else english_lists(text))


def chinese_lists(text: str) -> Iterator[ListMention]:
    """Yield the 、-lists of a Chinese text; the last 、-part may hold two members, joined by 和."""
    for match in LIST_ZH.finditer(text):
        *parts, last = parted(text, match.start(), match.end(), re.compile(" ?、 ?"))
        parts += parted(text, last.start, last.start + len(last.text), LAST_ZH, most=1)
        yield ListMention(tuple(parts), match.start(), match.end())


def english_lists(text: str) -> Iterator[ListMention]:
    """Yield the runs of an English text in which commas, and at last "and" or "or", part at least three members.

    An "and" before the last comma stands inside a member: science and technology, finance and health.
    """
    breaks = [0, *(end for match in BREAK_EN.finditer(text) for end in match.span()), len(text)]
    for start, end in pairwise(breaks):
        run: list[Member] = []
        for part in parted(text, start, end, COMMA_EN):
            if len(part.text) <= LONGEST_PART:
                run += two_names(part)
                continue
            # A long part is a clause: the list ends with its beginning, or begins with its end.
            if run:
                yield from listed(with_last(text, [*run, Member(part.text[:LONGEST_PART], part.start)]))
            tail = part.start + len(part.text) - LONGEST_PART
            run = [Member(text[tail : tail + LONGEST_PART], tail)]
        yield from listed(with_last(text, run))


def two_names(part: Member) -> list[Member]:
    """Return two members for a part that is two names: Shanghai and Guangdong."""
    names = TWO_NAMES.fullmatch(part.text)
    return [Member(names[1], part.start), Member(names[2], part.start + names.start(2))] if names else [part]


def with_last(text: str, members: list[Member]) -> list[Member]:
    """Return the members with the last one parted at its "and", where it has one."""
    if not members:
        return []
    last = members[-1]
    return [*members[:-1], *parted(text, last.start, last.start + len(last.text), LAST_EN, most=1)]


def listed(members: list[Member]) -> Iterator[ListMention]:
    """Yield a list where there are members enough for one."""
    if len(members) > 2:
        yield ListMention(tuple(members), members[0].start, members[-1].start + len(members[-1].text))


def parted(text: str, start: int, end: int, separator: re.Pattern[str], most: int = 1000) -> list[Member]:
    """Return the parts of a range of a text, without the separators and without empty parts."""
    parts: list[Member] = []
    at = start
    for match in separator.finditer(text, start, end):
        if len(parts) < most:
            parts.append(Member(text[at : match.start()], at))
            at = match.end()
    parts.append(Member(text[at:end], at))
    return [part for part in parts if part.text.strip()]
