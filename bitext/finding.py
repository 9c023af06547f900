"""What a check has to say, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bitext.message import Message


class Level(StrEnum):
    """How much a finding weighs: errors and warnings fail a check, notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: its path as shown to people, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that is wrong, at one place.

    `related` is the counterpart in the other language. `excerpt` and `counterpart` are the texts of both sides.
    """

    place: Place
    rule: str
    level: Level
    message: Message
    remedy: Message
    related: Place | None = field(default=None, compare=False)
    excerpt: str = field(default="", compare=False)
    counterpart: str = field(default="", compare=False)

    @property
    def advice(self) -> Message:
        """What is wrong and what to do, as one message."""
        return Message("{message}; {remedy}", message=self.message, remedy=self.remedy)

    def __str__(self) -> str:
        return self.said_in("en")

    def said_in(self, language: str) -> str:
        """Return the finding as one line in a language, place and rule first."""
        return f"{self.place}: {self.rule}: {self.advice.said_in(language)}"
