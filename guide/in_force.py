"""What was in force on a day, from the dates of the register and nothing else.

Only dates that pages may state count. Where they leave a question open, the answer says so and does not guess.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bitext.register import Instrument, Register, Role, RoleDate

ENDING = {"repeals", "replaces"}
GONE_OR_UNKNOWN = {"superseded", "repealed", "unknown"}


class Force(StrEnum):
    """What the dates of the register say about an instrument on a day."""

    DRAFT = "draft"  # a draft has no force on any day
    NOT_YET = "not-yet"
    UNDATED = "undated"  # it may have existed, but the day it took effect is not in the register
    IN_FORCE = "in-force"
    LEFT_OPEN = "left-open"  # it took effect; whether or when it ended is not in the register
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class End:
    """How an instrument ended: the date that says so, and the instrument that repeals or replaces it where one is named."""

    date: RoleDate
    by: str | None = None

    @property
    def day(self) -> datetime.date:
        """The first day on which the instrument was no longer in force."""
        return self.date.date.earliest()


@dataclass(frozen=True, slots=True)
class Life:
    """The dates of an instrument that decide on its force."""

    known: datetime.date | None
    start: RoleDate | None
    end: End | None
    changes: tuple[RoleDate, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The force of an instrument on a day, with the dates behind it; `changes` are the amendments up to that day."""

    force: Force
    life: Life
    changes: tuple[RoleDate, ...] = ()


def in_force(register: Register, day: datetime.date) -> dict[str, Standing]:
    """Return how every instrument stood on a day."""
    return {name: standing(entry, register, day) for name, entry in register.instruments.items()}


def standing(entry: Instrument, register: Register, day: datetime.date) -> Standing:
    """Return how an instrument stood on a day."""
    life = life_of(entry, register)
    return Standing(force(entry, life, day), life, tuple(one for one in life.changes if one.date.earliest() <= day))


def force(entry: Instrument, life: Life, day: datetime.date) -> Force:
    """Say what the dates of an instrument's life mean on a day."""
    if entry.level == "draft":
        return Force.DRAFT
    if life.end and life.end.day <= day:
        return Force.ENDED
    if life.start and life.start.date.earliest() <= day:
        return Force.LEFT_OPEN if life.end is None and entry.status.state in GONE_OR_UNKNOWN else Force.IN_FORCE
    if life.known is None or (life.start is None and life.known <= day):
        return Force.UNDATED
    return Force.NOT_YET


def life_of(entry: Instrument, register: Register) -> Life:
    """Return the dates of an instrument that decide on its force."""
    dates = sorted(entry.stated_dates(), key=lambda one: one.date.earliest())
    effective = [one for one in dates if one.role is Role.EFFECTIVE]
    # An instrument known by one edition only, as `of` says, may have had others before.
    whole = [one for one in dates if one.of is None]
    known = whole[0].date.earliest() if whole else None
    start = effective[0] if effective else None
    return Life(known, start, end_of(entry, register), tuple(changes(dates, effective[1:])))


def end_of(entry: Instrument, register: Register) -> End | None:
    """Return how an instrument ended: by a repeal with a date, else when another that repeals or replaces it took effect."""
    by = list(ending(entry, register))
    for one in entry.stated_dates():
        if one.role is Role.REPEALED:
            return End(one, by[0].by if by else None)
    return by[0] if by else None


def ending(entry: Instrument, register: Register) -> Iterator[End]:
    """Yield the instruments that repeal or replace an instrument and have a day on which they took effect."""
    for other in register.instruments.values():
        active = any(one.target == entry.id and one.type in ENDING and one.publishable for one in other.relations)
        effective = [one for one in other.stated_dates() if one.role is Role.EFFECTIVE]
        if active and effective:
            yield End(min(effective, key=lambda one: one.date.earliest()), other.id)


def changes(dates: list[RoleDate], effective: list[RoleDate]) -> Iterator[RoleDate]:
    """Yield the amendments: by the day each took effect where it is known, else by the day it was made."""
    amended = [one for one in dates if one.role is Role.AMENDED]
    for index, one in enumerate(amended):
        following = amended[index + 1].date.earliest() if index + 1 < len(amended) else datetime.date.max
        known = [later for later in effective if one.date.earliest() <= later.date.earliest() < following]
        yield known[0] if known else one
