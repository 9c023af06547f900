"""Where the boxes and edges of the picture of relations stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bitext.register import Related
from guide.layered import Drawing, arranged
from guide.svg import wrapped
from guide.view import View, capital

BOX = 156.0
ROOM = 84.0  # between two columns
SIDE = 30.0  # beside the outer columns, for edges within them
TOP = 46.0
SIZE = 12.0
LINE = 15.0
PORT = 13.0  # between two edges that end at one side of a box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two boxes."""

    source: str
    relation: Related

    @property
    def ends(self) -> tuple[str, str]:
        """The two instruments."""
        return self.source, self.relation.target

    def other(self, name: str) -> str:
        """Return the end that is not `name`."""
        return self.ends[1] if self.ends[0] == name else self.ends[0]


class Picture:
    """Columns of boxes and the edges between them, with all places worked out."""

    def __init__(self, columns: Sequence[Sequence[str]], view: View) -> None:
        """Lay out the instruments of some columns."""
        self.view = view
        self.columns = columns
        self.column = {name: index for index, column in enumerate(columns) for name in column}
        stated = [Edge(name, one) for name in self.column for one in view.instrument(name).relations if one.publishable]
        self.edges = [edge for edge in stated if edge.ends[1] in self.column]
        self.lines = {name: wrapped(capital(view.short(name)), BOX - 16, SIZE) for name in self.column}
        heights = {name: self.height(name) for name in self.column}
        self.drawing: Drawing = arranged(columns, [edge.ends for edge in self.edges], heights)
        self.ports = {(name, side): self.ported(name, side) for name in self.column for side in (-1, 1)}

    def height(self, name: str) -> float:
        """Return how high a box must be: for its words, and for the edges that end at one side of it."""
        ends = max(sum(self.side(edge, name) == side for edge in self.edges if name in edge.ends) for side in (-1, 1))
        return max(len(self.lines[name]) * LINE + 14, ends * PORT + 8)

    def side(self, edge: Edge, name: str) -> int:
        """Return the side of a box at which an edge ends: -1 left, 1 right; within a column all bow out to the right."""
        return -1 if self.column[edge.other(name)] < self.column[name] else 1

    def ported(self, name: str, side: int) -> list[int]:
        """Return the edges at a side of a box, from the top down, in the order of where they come from."""
        numbers = [number for number, edge in enumerate(self.edges) if name in edge.ends and self.side(edge, name) == side]
        return sorted(numbers, key=lambda number: self.next_height(number, name))

    def next_height(self, number: int, name: str) -> float:
        """Return the height of the next place of an edge as seen from a box."""
        other, bends = self.edges[number].other(name), self.drawing.bends[number]
        near = min(bends, key=lambda bend: abs(bend[0] - self.column[name]), default=None)
        return near[1] if near else self.drawing.tops[other] + self.height(other) / 2

    def left(self, column: int) -> float:
        """Return the left side of a column."""
        return SIDE + column * (BOX + ROOM)

    def port(self, number: int, name: str) -> Point:
        """Return where an edge ends at a box."""
        side = self.side(self.edges[number], name)
        numbers = self.ports[name, side]
        offset = (numbers.index(number) - (len(numbers) - 1) / 2) * PORT
        x = self.left(self.column[name]) + (BOX if side == 1 else 0)
        return x, TOP + self.drawing.tops[name] + self.height(name) / 2 + offset

    def path(self, number: int) -> list[tuple[Point, Point]]:
        """Return the runs of an edge between columns, from its source to its target."""
        source, target = self.edges[number].ends
        first, last = self.port(number, source), self.port(number, target)
        step = 1 if self.column[source] < self.column[target] else -1
        stops = [first]
        for column, height in sorted(self.drawing.bends[number], key=lambda bend: bend[0] * step):
            sides = [(self.left(column), TOP + height), (self.left(column) + BOX, TOP + height)]
            stops += sides[::step]
        return list(zip([*stops, last][::2], [*stops, last][1::2], strict=True))

    @property
    def width(self) -> float:
        """How wide the picture is."""
        return self.left(len(self.columns) - 1) + BOX + SIDE * 2
