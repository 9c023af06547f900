"""Text stands out from its background: in both colour schemes, on paper too."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage
from .pages import both_languages
from .serving import Host

SCRIPT = Path(__file__).with_name("contrast.js").read_text("utf-8")
# WCAG 2.2, 1.4.3, without its allowance for large text.
LEAST = 4.5
# The sign that links a heading to itself is an ornament that appears when pointed at.
TEXT = "body *:not(.headerlink, script, style, noscript, template)"
ARTICLE = "article *:not(.headerlink)"
Scheme = Literal["light", "dark"]
SCHEMES: list[Scheme] = ["light", "dark"]


def faint(page: Page, within: str, paper: bool = False) -> list[str]:
    """Return the texts that stand out too little; there must be texts to look at."""
    texts = page.evaluate(SCRIPT, {"within": within, "paper": paper})
    assert len(texts) > 3
    return [f"{text['ratio']}: {text['place']}" for text in texts if text["ratio"] < LEAST]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", both_languages("home", "written", "instrument", "missing"))
def test_text_links_and_source_marks_stand_out(open_page: OpenPage, host: Host, path: str, scheme: Scheme) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(host.base + path)
    assert faint(page, TEXT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", both_languages("written"))
def test_text_stands_out_on_paper(open_page: OpenPage, host: Host, path: str, scheme: Scheme) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(host.base + path)
    page.emulate_media(media="print")
    assert faint(page, ARTICLE, paper=True) == []
