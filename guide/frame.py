"""What stands around a picture: a way past it, a region that scrolls, a choice between drawings, a list of what the signs mean.

All of it is one block of HTML without empty lines, so that Markdown leaves it alone, and works without script.
"""

from __future__ import annotations

from collections.abc import Sequence

from bitext.register import Text
from guide.labels import both
from guide.svg import element, words
from guide.view import View

SKIP = both("跳过图，看清单", "Skip the picture, go to the list")


def framed(view: View, *parts: str, kind: str = "", twin: str = "list") -> str:
    """Return a picture with a link past it to the list that says the same; `twin` is the id of that list."""
    skip = element("a", words(SKIP[view.language]), href=f"#{twin}", class_="guide-picture__skip")
    # The search finds the list; the picture would only repeat it out of order. The theme's search takes up again at the first
    # end tag of the same name, so nothing inside may be a figure too.
    return element("figure", skip, *parts, class_=f"guide-picture {kind}".rstrip(), data_search_exclude="")


def region(drawing: str, label: str, name: str = "") -> str:
    """Return a drawing in a region that scrolls, by keyboard too."""
    kind = "guide-picture__region" + (f" guide-picture__region--{name}" if name else "")
    return element("div", drawing, class_=kind, role="region", tabindex="0", aria_label=label)


def drawing(content: Sequence[str], width: float, height: float, label: str) -> str:
    """Return a drawing of a size."""
    size: dict[str, str | float | None] = {"width": round(width), "height": round(height)}
    box = f"0 0 {round(width)} {round(height)}"
    # Not role="img": that would hide the links inside from assistive technology.
    return element("svg", *content, viewBox=box, **size, role="group", aria_label=label)


def choice(name: str, question: Text, options: dict[str, Text], view: View) -> str:
    """Return buttons that choose between drawings; the style sheet hides the others."""
    labels = [
        element("label", radio(name, value, index == 0), words(text[view.language]))
        for index, (value, text) in enumerate(options.items())
    ]
    return element("fieldset", element("legend", words(question[view.language])), *labels, class_="guide-picture__choice")


def radio(name: str, value: str, chosen: bool) -> str:
    """Return one button."""
    return f'<input type="radio" name="{name}" value="{value}"{" checked" if chosen else ""}>'


def legend(heading: str, entries: Sequence[tuple[str, str]]) -> str:
    """Return what the signs of a picture mean: each sign with its words."""
    items = [element("li", sign, words(text)) for sign, text in entries]
    return element("p", words(heading), class_="guide-legend__name") + element("ul", *items, class_="guide-legend")
