"""What assistive technology is told about a page, as Chromium computes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page


@dataclass(frozen=True, slots=True)
class Heard:
    """The role, name and description of one element, and where it stands in the document."""

    role: str
    name: str
    description: str
    node: int | None = None

    @classmethod
    def of(cls, answer: dict[str, Any]) -> Heard:
        """Read one node of Chromium's answer."""
        role, name, description = (str(answer.get(part, {}).get("value", "")) for part in ("role", "name", "description"))
        return cls(role, name.strip(), description.strip(), answer.get("backendDOMNodeId"))


def everything_heard(page: Page) -> list[Heard]:
    """Return all elements that assistive technology is told about."""
    answer = session(page).send("Accessibility.getFullAXTree")
    return [Heard.of(node) for node in answer["nodes"] if not node.get("ignored")]


def heard_as(page: Page, element: Locator) -> Heard:
    """Return what is told about one element."""
    client = session(page)
    mark = "(element => { globalThis.asked = element })"
    element.evaluate(mark)
    found = client.send("Runtime.evaluate", {"expression": "globalThis.asked"})["result"]["objectId"]
    answer = client.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})
    return Heard.of(answer["nodes"][0])


def markup(page: Page, heard: Heard) -> str:
    """Return the opening of an element's HTML, to say in a message which one is meant."""
    answer = session(page).send("DOM.getOuterHTML", {"backendNodeId": heard.node})
    return str(answer["outerHTML"])[:160]


def session(page: Page) -> CDPSession:
    """Return a connection to the browser's own tools for a page."""
    return page.context.new_cdp_session(page)
