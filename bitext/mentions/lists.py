"""Lists in running Chinese text: 甲、乙和丙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MEMBER_ZH = r"[^、，。；：！？,;:!?\s()（）“”\t]{1,24}"
LIST_ZH = re.compile(rf"(?:{MEMBER_ZH}、)+{MEMBER_ZH}")
LAST_ZH = re.compile(r"(?:以及|和|与|及|或者|或)")


@dataclass(frozen=True, slots=True)
class ListMention:
    """A list in a text: its members in order and where it begins and ends."""

    members: tuple[str, ...]
    start: int
    end: int


def read_lists(text: str) -> Iterator[ListMention]:
    """Yield the 、-lists of a Chinese text."""
    for match in LIST_ZH.finditer(text):
        members = tuple(member.strip() for member in chinese_members(match[0]) if member.strip())
        yield ListMention(members, match.start(), match.end())


def chinese_members(text: str) -> list[str]:
    """Return the members of a Chinese list; the last 、-part may hold two, joined by 和."""
    parts = text.split("、")
    return [*parts[:-1], *LAST_ZH.split(parts[-1], maxsplit=1)]
