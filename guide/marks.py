"""The marks of the timeline: a shape, a letter and a colour for each kind of date, so that none is told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from bitext.register import Role, Text
from guide.labels import ROLES, both
from guide.svg import element, text_at

# Half the side of a mark; with the gap between marks it can be hit with a finger.
HALF = 9.5
# The outlines stand around (0, 0) in units of half a side.
OUTLINES: Mapping[str, str] = {
    "adopted": "M-1,0A1,1 0 1 0 1,0A1,1 0 1 0 -1,0Z",
    "signed": "M0,-1.15L1.15,0L0,1.15L-1.15,0Z",
    "issued": "M-0.9,-0.9H0.9V0.9H-0.9Z",
    "published": "M-0.9,1V-0.35L0,-1.1L0.9,-0.35V1Z",
    "effective": "M-1,-0.9H0.35L1.15,0L0.35,0.9H-1Z",
    "amended": "M-0.55,-1H0.55L1.1,0L0.55,1H-0.55L-1.1,0Z",
    "repealed": "M-0.45,-1H0.45L1,-0.45V0.45L0.45,1H-0.45L-1,0.45V-0.45Z",
    "reported": "M-0.65,-0.9H1.15L0.65,0.9H-1.15Z",
    "closed": "M1,-0.9H-0.35L-1.15,0L-0.35,0.9H1Z",
    "event": "M-0.5,-0.95H0.5Q0.95,-0.95 0.95,-0.5V0.5Q0.95,0.95 0.5,0.95H-0.5Q-0.95,0.95 -0.95,0.5V-0.5Q-0.95,-0.95 -0.5,-0.95Z",
    "commentary": "M-1,-0.95H1V0.7H-0.25L-0.6,1.15L-0.6,0.7H-1Z",
}
LETTERS: Mapping[str, Text] = {
    "adopted": both("通", "A"),
    "signed": both("签", "S"),
    "issued": both("印", "I"),
    "published": both("公", "P"),
    "effective": both("施", "F"),
    "amended": both("改", "M"),
    "repealed": both("废", "R"),
    "reported": both("报", "N"),
    "closed": both("截", "X"),
    "event": both("事", "E"),
    "commentary": both("评", "C"),
}
OTHER_NAMES: Mapping[str, Text] = {
    "effective": both("施行", "in force"),
    "reported": both("见诸报道", "in the news"),
    "event": both("其他事件", "other event"),
    "commentary": both("评论", "commentary"),
}


def mark_name(kind: str, language: str) -> str:
    """Name a kind of mark."""
    return (OTHER_NAMES.get(kind) or ROLES[Role(kind)])[language]


def drawn(kind: str, x: float, y: float, language: str, hearsay: bool = False) -> str:
    """Return a mark at a place; what only the client alert states has a broken outline. The link around it has its words."""
    form = {"transform": f"scale({HALF})", "vector_effect": "non-scaling-stroke"}
    outline = element("path", d=OUTLINES[kind], **form, stroke_dasharray="3 2" if hearsay else None)
    letter = text_at(0, 4, LETTERS[kind][language], text_anchor="middle")
    # The square that a finger hits is larger than the mark.
    target = element("rect", x=-12, y=-12, width=24, height=24, class_="guide-mark__target")
    place = f"translate({round(x, 1):g} {round(y, 1):g})"
    return element("g", target, outline, letter, class_=f"guide-mark guide-mark--{kind}", transform=place, aria_hidden="true")


def sample(kind: str, language: str) -> str:
    """Return a mark by itself, for a list of what the marks mean."""
    return element("svg", drawn(kind, 12, 12, language), viewBox="0 0 24 24", width=24, height=24, aria_hidden="true")
