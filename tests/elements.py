"""The head and the article of a built page as elements; what the theme draws around them is left aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "use"}
OPENING = re.compile(r".*?</head>", re.DOTALL)
ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)


@dataclass(slots=True)
class Element:
    """An element: its attributes, the tags it stands in, and all text inside it."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Elements(HTMLParser):
    """Gathers the elements of a page in order."""

    found: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Prepare the parser."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(one.tag for one in self.open))
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element of this name, and what was left open inside it."""
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Give text to every element around it."""
        for element in self.open:
            element.text += data


def elements_of(html: str) -> list[Element]:
    """Return the elements of a page's head and article in order."""
    reader = Elements()
    for part in (OPENING.match(html), ARTICLE.search(html)):
        reader.feed(part[0] if part else "")
    reader.close()
    return reader.found
