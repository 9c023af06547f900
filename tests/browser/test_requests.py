"""Reading the guide asks no other host for anything and leaves the console silent."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from .conftest import OpenPage
from .pages import ALL_KINDS_AND_MISSING
from .serving import Host


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


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ALL_KINDS_AND_MISSING)
def test_no_other_host_and_no_error(open_page: OpenPage, host: Host, path: str, width: int) -> None:
    heard = Heard()
    page = open_page(width)
    heard.listen(page)
    with page.expect_response("**/search_index.json"):
        page.goto(host.base + path)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("2024")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.mouse.wheel(0, 100_000)
    page.wait_for_load_state("networkidle")
    assert [address for address in heard.requests if not address.startswith((host.base, "data:", "blob:"))] == []
    assert heard.refused == []
    assert heard.complaints == []
