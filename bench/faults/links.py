"""Faults of links and headings."""

from __future__ import annotations

import re
from random import Random

from bench.edits import drawn, in_both, replaced

TARGET = re.compile(r"(?<!\!)(?<=\]\()([^)#\s]*?\w)(?=[)#])")
LINK = re.compile(r"(?<!\!)\[([^\[\]]+)\]\([^)\s]+\)")
ANCHOR = re.compile(r"(?<=\]\()([^)\s]*#[\w-]+)(?=\))")


def change_target(text: str, random: Random) -> str | None:
    """Change one character of a link's target."""
    match = drawn([match for match in TARGET.finditer(text) if len(match[1]) > 3], random)
    if match is None:
        return None
    letters = [index for index in range(1, len(match[1])) if match[1][index].isalpha()]
    at = random.choice(letters or range(1, len(match[1]) - 1))
    new = "x" if match[1][at] != "x" else "y"
    return replaced(text, match, match[1][:at] + new + match[1][at + 1 :])


def drop_link(text: str, random: Random) -> str | None:
    """Keep the text of a link and lose its target."""
    match = drawn(list(LINK.finditer(text)), random)
    return replaced(text, match, match[1]) if match else None


def change_anchor(text: str, random: Random) -> str | None:
    """Change the fragment of a link."""
    match = drawn(list(ANCHOR.finditer(text)), random)
    return replaced(text, match, match[1] + "-x") if match else None


def heading_level(text: str, _: Random) -> str | None:
    """Move a heading one level down."""
    return f"#{text}" if re.match(r"#{1,4} \S", text) else None


FAULTS = [
    *in_both("link target changed", change_target),
    *in_both("link markup dropped", drop_link),
    *in_both("anchor changed", change_anchor),
    *in_both("heading level changed", heading_level),
]
