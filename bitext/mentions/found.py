"""The raw reading of a date, and the numeric forms that both languages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ISO = re.compile(r"(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
ISO_MONTH = re.compile(r"(?<![\d./-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d./-])")


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written: parts that are not written are None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    certain: bool = True


def iso_dates(text: str) -> Iterator[Found]:
    """Yield dates such as 2024-09-08, 2024/9/8, 2024.9.8 and 2024-09."""
    for match in ISO.finditer(text):
        yield Found(int(match[1]), int(match[3]), int(match[4]), match.start(), match.end(), 1800 <= int(match[1]) < 2200)
    for match in ISO_MONTH.finditer(text):
        yield Found(int(match[1]), int(match[2]), None, match.start(), match.end())
