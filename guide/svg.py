"""Elements of SVG and HTML as text, and the room that words need; enough to draw pictures without a browser."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """Return an element. `class_` and `aria_label` become class and aria-label; attributes that are None are left out."""
    written = "".join(f' {key(one)}="{value(content)}"' for one, content in attributes.items() if content is not None)
    return f"<{name}{written}>{''.join(children)}</{name}>"


def key(name: str) -> str:
    """Return the name of an attribute from that of an argument."""
    return name.rstrip("_").replace("_", "-")


def value(content: str | float) -> str:
    """Return the value of an attribute; numbers keep one decimal, which is less than anyone sees."""
    return escape(content) if isinstance(content, str) else f"{round(content, 1):g}"


def words(text: str) -> str:
    """Return a text as content of an element."""
    return escape(text, quote=False)


def text_at(x: float, y: float, text: str, **attributes: str | float | None) -> str:
    """Return a line of text at a place."""
    return element("text", words(text), x=x, y=y, **attributes)


def boxed(lines: Sequence[str], left: float, top: float, wide: float, high: float, size: float, step: float) -> str:
    """Return lines of text in the middle of a box; `step` is the distance from line to line."""
    start = top + high / 2 - len(lines) * step / 2 + step * 0.75
    spans = [element("tspan", words(line), x=left + wide / 2, y=start + row * step) for row, line in enumerate(lines)]
    frame = element("rect", x=left, y=top, width=wide, height=high, rx=4)
    return frame + element("text", *spans, text_anchor="middle", font_size=size)


def width(text: str, size: float) -> float:
    """Return about how wide a text is drawn at a font size: a Han character is square, a Latin letter a little over half."""
    return size * sum(1.0 if unicodedata.east_asian_width(one) in "WF" else 0.56 for one in text)


def wrapped(text: str, room: float, size: float) -> list[str]:
    """Return a text as few lines that fit into a room, of lengths as even as they can be."""
    lines = filled(text, room, size)
    while len(lines) > 1 and len(narrower := filled(text, room - size / 2, size)) == len(lines):
        lines, room = narrower, room - size / 2
    return lines


def filled(text: str, room: float, size: float) -> list[str]:
    """Return a text as lines filled one after the other: Latin words stay whole, Chinese breaks between characters."""
    lines = [""]
    for piece in pieces(text):
        if lines[-1] and width(lines[-1] + piece.rstrip(), size) > room:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a text between which a line may break; closing punctuation stays with what it follows."""
    piece = ""
    for one in text:
        wide = unicodedata.east_asian_width(one) in "WF" or one in "《》〔〕（）"
        closing = unicodedata.category(one) in {"Pe", "Pf", "Po"}
        opened = piece and unicodedata.category(piece[-1]) in {"Ps", "Pi"}
        if piece and not closing and not opened and (wide or piece[-1] == " " or unicodedata.east_asian_width(piece[-1]) in "WF"):
            yield piece
            piece = ""
        piece += one
    yield piece
