"""The dates of the register in order: every date of an instrument and every event that pages may state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bitext.partial_date import PartialDate
from bitext.register import Confidence, Event, Register, RoleDate


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one row: an event with the dates of instruments that it sums up, or one such date by itself."""

    date: PartialDate
    event: Event | None
    dates: tuple[tuple[str, RoleDate], ...]

    @property
    def values(self) -> list[Event | RoleDate]:
        """Everything the row states."""
        return [*([self.event] if self.event else []), *(date for _, date in self.dates)]

    @property
    def sources(self) -> list[str]:
        """The sources of everything the row states."""
        return list(dict.fromkeys(name for value in self.values for name in value.sources))

    @property
    def attributed(self) -> bool:
        """Whether the row rests on the client alert alone."""
        return all(value.confidence is Confidence.ALERT for value in self.values)

    @property
    def concerned(self) -> list[str]:
        """The instruments of the event that have no date in the row."""
        told = {name for name, _ in self.dates}
        return [name for name in self.event.instruments if name not in told] if self.event else []


def rows(register: Register) -> list[Row]:
    """Return all rows in order of date; a date that an event sums up stands in the event's row only."""
    told = [Row(event.date, event, summed_up(event, register)) for event in register.events.values() if event.publishable]
    taken = [(name, date) for row in told for name, date in row.dates]
    alone = [
        Row(date.date, None, ((entry.id, date),))
        for entry in register.instruments.values()
        for date in entry.stated_dates()
        if (entry.id, date) not in taken
    ]
    return sorted([*told, *alone], key=lambda row: (row.date.earliest(), str(row.date), row.event is None))


def summed_up(event: Event, register: Register) -> tuple[tuple[str, RoleDate], ...]:
    """Return the dates of instruments that an event tells of: those of its own instruments on its own day."""
    names = event.instruments if event.kind == "event" else ()
    return tuple(found for name in names for found in dates_on(event.date, name, register))


def dates_on(day: PartialDate, name: str, register: Register) -> Iterator[tuple[str, RoleDate]]:
    """Yield the dates that an instrument has on a day."""
    for date in register.instruments[name].stated_dates():
        if date.date == day and date.until is None:
            yield name, date
