"""Fixtures: the site built and served, and a browser to read it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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
# How many milliseconds a test waits for something before it fails; a busy machine is slow, not wrong.
PATIENCE = 15_000
IDLE_WORKER = "globalThis.Worker = class extends EventTarget { postMessage() {} }"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Build the site for both places where it may be published."""
    return build_all(tmp_path_factory.mktemp("sites"), PREFIXES)


@pytest.fixture(scope="session")
def host(sites: dict[str, Built]) -> Iterator[Host]:
    """Serve the site at the root of a host."""
    with serve(sites["root"]) as served:
        yield served


@pytest.fixture(scope="session")
def host_below(sites: dict[str, Built]) -> Iterator[Host]:
    """Serve the site below a path of a host."""
    with serve(sites["below"]) as served:
        yield served


@pytest.fixture(params=["host", "host_below"], ids=list(PREFIXES))
def any_host(request: pytest.FixtureRequest) -> Host:
    """Return the site at the root of a host, then the site below a path."""
    served: Host = request.getfixturevalue(request.param)
    return served


# Not for the whole session: Playwright keeps an event loop running, which tests elsewhere may not expect.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    executable = find_browser()
    if executable is None:
        pytest.fail("no Chromium found: install Debian's `chromium` or name one in the variable CHROMIUM", pytrace=False)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="package")
def kept(browser: Browser) -> dict[str, Page]:
    """Keep one page for each set of options: opening a new one costs more time than most tests need."""
    return {}


@pytest.fixture
def open_page(browser: Browser, kept: dict[str, Page]) -> Iterator[OpenPage]:
    """Return a function that gives an empty page; its options are those of Playwright's new_context.

    Asked twice for the same options, it gives the same page. Without `search` the search has no engine: reading the
    index takes a third of the time that a page needs to open.
    """
    used: set[str] = set()

    def opens(width: int = 1280, search: bool = False, **options: Any) -> Page:
        name = repr((search, options))
        if name not in kept:
            context = browser.new_context(**options)
            context.set_default_timeout(PATIENCE)
            context.add_init_script("" if search else IDLE_WORKER)
            kept[name] = context.new_page()
        used.add(name)
        kept[name].set_viewport_size({"width": width, "height": 800})
        return kept[name]

    yield opens
    for name in used:
        kept[name].emulate_media(media="null")
        kept[name].mouse.move(0, 0)
        kept[name].goto("about:blank")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page on a wide screen."""
    return open_page()


@pytest.fixture(scope="package")
def crawl(browser: Browser, host: Host) -> Iterator[Crawl]:
    """Read every page that can be reached from the two homes."""
    context = browser.new_context()
    yield Crawl.of(host, context.new_page())
    context.close()
