"""Dates as far as they are known: a year, a month of a year, or a day."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bitext.message import Message

FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of the Gregorian calendar; a year may be missing while it must be read from context."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Raises ValueError for another form or an impossible date."""
        match = FORM.fullmatch(text)
        if match is None:
            raise ValueError(Message("{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD", text=text))
        parsed = cls(*(int(part) if part else None for part in match.groups()))
        if not parsed.possible():
            raise ValueError(Message("{date} is no day of the calendar", date=text))
        return parsed

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """Return a day of the standard library as a full date."""
        return cls(day.year, day.month, day.day)

    def possible(self) -> bool:
        """Tell whether the calendar has such a date; 29 February is possible while the year is unknown."""
        try:
            datetime.date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    @property
    def full(self) -> bool:
        """Whether year, month and day are all known."""
        return None not in (self.year, self.month, self.day)

    def covers(self, other: PartialDate) -> bool:
        """Tell whether this date says at least what `other` says: all that `other` knows is the same here.

        A month and day without a year are covered by the same month and day of any year, and the reverse.
        """
        if other.month is not None and self.month is None:
            return False
        pairs = zip(self.parts(), other.parts(), strict=True)
        return all(theirs is None or ours == theirs or (ours is None and index == 0) for index, (ours, theirs) in enumerate(pairs))

    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Return year, month and day."""
        return self.year, self.month, self.day

    def earliest(self) -> datetime.date:
        """Return the first day this date can mean. Raises ValueError where the year is not known."""
        if self.year is None:
            raise ValueError("the year is not known")
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        year = "????" if self.year is None else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let typed files hold such a date as text."""
        return core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())
