"""Fixtures: the site built and served, and a browser to read it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from guide.testing import find_browser

from .building import Built, build_all
from .crawling import Crawl
from .serving import Host, serve

OpenPage = Callable[..., Page]

PREFIXES = {"root": "/", "below": "/guide/"}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name resolves: whatever asks for another host fails, and says so on the console.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Build the site for both places where it may be published."""
    return build_all(tmp_path_factory.mktemp("sites"), PREFIXES)


@pytest.fixture(scope="session")
def host(sites: dict[str, Built]) -> Iterator[Host]:
    """Serve the site at the root of a host."""
    with serve(sites["root"]) as served:
        yield served


@pytest.fixture(scope="session", params=PREFIXES)
def any_host(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Iterator[Host]:
    """Serve the site at the root of a host, then below a path."""
    with serve(sites[request.param]) as served:
        yield served


# Not for the whole session: Playwright keeps an event loop running, which tests elsewhere may not expect.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    executable = find_browser()
    if executable is None:
        pytest.fail("no Chromium found: install Debian's `chromium` or name one in the variable CHROMIUM", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Return a function that opens an empty page; its arguments are those of Playwright's new_context."""
    contexts = []

    def opened(width: int = 1280, **options: Any) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page on a wide screen."""
    return open_page()


@pytest.fixture(scope="package")
def crawl(browser: Browser, any_host: Host) -> Iterator[Crawl]:
    """Read every page that can be reached from the two homes."""
    context = browser.new_context()
    yield Crawl.of(any_host, context.new_page())
    context.close()
