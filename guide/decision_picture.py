"""The decision page as a picture: its steps one below the other, and beside each the outcomes its answers lead to.

All of it is read from the page, so picture and text cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bitext.document import Document
from guide.decision import OUTCOME, STEP, led_to, titles
from guide.frame import drawing, framed, region
from guide.labels import both
from guide.svg import boxed, element, wrapped
from guide.view import View

LEFT, TOP, ROOM = 12.0, 8.0, 64.0
WIDE = {STEP: 180.0, OUTCOME: 270.0}
SIZE, LINE, PAD, GAP, DOWN = 12.0, 15.0, 7.0, 7.0, 24.0
BESIDE = LEFT + WIDE[STEP] + ROOM
NAME = both("判断的步骤和结果", "The steps and outcomes of the decision")
REGION = both("判断步骤图，可以左右滚动", "Picture of the decision, scrolls sideways")


@dataclass(frozen=True, slots=True)
class Box:
    """A heading of the page in the picture: its id, its lines, and where it stands."""

    id: str
    said: str
    lines: Sequence[str]
    left: float
    top: float

    @property
    def wide(self) -> float:
        """How wide the box is."""
        return WIDE[kind(self.id)]

    @property
    def bottom(self) -> float:
        """Where the box ends."""
        return self.top + len(self.lines) * LINE + 2 * PAD

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2


def kind(name: str) -> str:
    """Return whether an id is that of a step or of an outcome."""
    return STEP if name.startswith(STEP) else OUTCOME


def picture(document: Document, view: View) -> str:
    """Return the picture of a page of steps."""
    rows, top, said = [], TOP, titles(document)
    steps = led_to(document)
    for step, outcomes in steps.items():
        rows.append(row(step, outcomes, top, said))
        top = max(one.bottom for one in rows[-1]) + DOWN
    content = [*arrows(rows), *(linked(one) for boxes in rows for one in boxes)]
    drawn = drawing(content, BESIDE + WIDE[OUTCOME] + LEFT, top - DOWN + TOP, NAME[view.language])
    return framed(view, region(drawn, REGION[view.language]), twin=next(iter(steps), ""))


def row(step: str, outcomes: Sequence[str], top: float, said: dict[str, str]) -> list[Box]:
    """Return the box of a step and those of its outcomes, placed from a height down."""
    boxes = [box(step, LEFT, top, said)]
    for name in outcomes:
        boxes.append(box(name, BESIDE, top, said))
        top = boxes[-1].bottom + GAP
    return boxes


def box(name: str, left: float, top: float, said: dict[str, str]) -> Box:
    """Return one box."""
    text = said.get(name, name)
    return Box(name, text, wrapped(text, WIDE[kind(name)] - 2 * PAD, SIZE), left, top)


def arrows(rows: Sequence[Sequence[Box]]) -> Iterator[str]:
    """Yield an arrow from each step to the next, and to each of its outcomes."""
    for index, (step, *outcomes) in enumerate(rows):
        right, half = step.left + step.wide, step.left + step.wide / 2
        for one in outcomes:
            line = f"M{right:g},{step.middle:g}H{right + ROOM / 3:g}V{one.middle:g}H{one.left - 7:g}"
            yield arrow(line, one.left, one.middle, "-8,-4v8z")
        if index + 1 < len(rows):
            below = rows[index + 1][0].top
            yield arrow(f"M{half:g},{step.bottom:g}V{below - 7:g}", half, below, "-4,-8h8z")


def arrow(line: str, x: float, y: float, head: str) -> str:
    """Return a line with its head, whose point is at a place."""
    drawn = element("path", d=line, class_="guide-edge__line"), element("path", d=f"M{x:g},{y:g}l{head}", class_="guide-edge__head")
    return element("g", *drawn, class_="guide-edge", aria_hidden="true")


def linked(one: Box) -> str:
    """Return a box that leads to its heading."""
    content = boxed(one.lines, one.left, one.top, one.wide, one.bottom - one.top, SIZE, LINE)
    return element("a", content, href=f"#{one.id}", class_=f"guide-box guide-box--{kind(one.id)[:-1]}", aria_label=one.said)
