"""Where the marks of the timeline stand: a line for each instrument, with as many lanes as its marks need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from bitext.partial_date import PartialDate
from bitext.register import Confidence, Register
from guide.axis import Axis
from guide.chronicle import Row
from guide.svg import width

GAP = 22.0  # between two marks of a lane
LANE = 24.0
SIZE = 12.0  # of the names of lines


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: what it stands for, when, and on which instrument's line."""

    kind: str
    date: PartialDate
    name: str | None
    row: Row
    hearsay: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark at its place; `lane` counts from the top of its line."""

    mark: Mark
    x: float
    lane: int


@dataclass(frozen=True, slots=True)
class Line:
    """The marks of one instrument, the room they take, and where its name stands."""

    name: str | None
    lanes: int
    marks: tuple[Placed, ...]
    text_x: float
    before: bool
    top: float = 0.0

    @property
    def height(self) -> float:
        """How high the line is."""
        return self.lanes * LANE


def marks(rows: Sequence[Row], register: Register) -> Iterator[Mark]:
    """Yield a mark for every date of an instrument, and for every event that sums up none."""
    for row in rows:
        for name, date in row.dates:
            yield Mark(date.role.value, date.date, name, row, date.confidence is Confidence.ALERT)
        if row.event and not row.dates:
            place = youngest(row.event.instruments, register)
            yield Mark(row.event.kind, row.date, place, row, row.attributed)


def youngest(names: Sequence[str], register: Register) -> str | None:
    """Return the instrument whose line an event stands on: of those concerned the one whose dates begin last."""
    firsts = {name: min((str(one.date) for one in register.instruments[name].stated_dates()), default="") for name in names}
    return max(names, key=lambda name: firsts[name], default=None)


def lines(found: Sequence[Mark], axis: Axis, names: dict[str | None, str]) -> list[Line]:
    """Return the lines of the marks that lie on the axis, in order of their first mark."""
    by_name: dict[str | None, list[Mark]] = {}
    for mark in found:
        if axis.holds(mark.date):
            by_name.setdefault(mark.name, []).append(mark)
    ordered = sorted(by_name.items(), key=lambda one: min(axis.at(mark.date) for mark in one[1]))
    return [line(name, group, axis, names[name]) for name, group in ordered]


def sheets(found: Sequence[Line], room: float, top: float) -> list[list[Line]]:
    """Put lines one below the other, evenly on as few sheets as they need, each beginning at `top`; paper can break there."""
    total = sum(one.height for one in found)
    share = total / max(1, ceil(total / room))
    made: list[list[Line]] = []
    end = share
    for one in found:
        if end + one.height / 2 > share:
            made.append([])
            end = 0.0
        made[-1].append(replace(one, top=top + end))
        end += one.height
    return made


def line(name: str | None, group: list[Mark], axis: Axis, text: str) -> Line:
    """Place the marks of a line; its name goes before the first where there is room, else behind the last."""
    placed = list(laned(sorted((axis.at(mark.date), index, mark) for index, mark in enumerate(group))))
    first, last = placed[0].x, max(one.x for one in placed)
    before = first - GAP - width(text, SIZE) > 0
    text_x = first - GAP * 0.75 if before else last + GAP * 0.75
    return Line(name, 1 + max(one.lane for one in placed), tuple(placed), text_x, before)


def laned(found: Sequence[tuple[float, int, Mark]]) -> Iterator[Placed]:
    """Give each mark, from left to right, the first lane in which it touches no other."""
    ends: list[float] = []
    for x, _, mark in found:
        lane = next((index for index, end in enumerate(ends) if end + GAP <= x), len(ends))
        ends[lane : lane + 1] = [x]
        yield Placed(mark, x, lane)
