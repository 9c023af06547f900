"""Reading the guide asks no other host for anything and leaves the console silent."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from .pages import KINDS, both_languages
from .serving import Host

WIDTHS = (1280, 390)


@dataclass
class Heard:
    """What a page asked for, what was refused, and what it complained about."""

    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Listen to a page and to the workers it starts."""
        page.context.on("request", self.on_request)
        page.context.on("response", self.on_response)
        page.context.on("console", self.on_console)
        page.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def on_request(self, request: Request) -> None:
        """Note the address asked for."""
        self.requests.append(request.url)

    def on_response(self, response: Response) -> None:
        """Note an answer that is an error, other than a missing page's own."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.refused.append(response.url)

    def on_console(self, message: ConsoleMessage) -> None:
        """Note errors and warnings; a refused address is noted as such."""
        if message.type in {"error", "warning"} and "the server responded with a status of" not in message.text:
            self.complaints.append(message.text)


def use(page: Page) -> None:
    """Search, and read to the end: what a page fetches late it fetches then."""
    page.keyboard.press("/")
    page.keyboard.type("2024")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(".md-footer").hover()


@pytest.mark.parametrize("path", both_languages(*KINDS))
def test_no_other_host_and_no_error(browser: Browser, host: Host, path: str) -> None:
    # A profile of its own: what an older one keeps is not asked for again.
    with browser.new_context() as context:
        heard = Heard()
        page = context.new_page()
        heard.listen(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(host.base + path)
            use(page)
    assert [address for address in heard.requests if not address.startswith((host.base, "data:", "blob:"))] == []
    assert heard.refused == []
    assert heard.complaints == []
