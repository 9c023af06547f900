"""The picture of the decision page shows what the page says: every step, every outcome, and which leads to which."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bitext.page import LANGUAGES
from guide.decision import led_to
from guide.site import Site, read_site

KEY = "decide/index.md"


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """Return the guide itself."""
    return read_site(root)


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_links_every_heading_of_the_page(site: Site, language: str) -> None:
    """The boxes are the steps with their outcomes, in order, and no outcome of the page is missing."""
    document = site.tree.documents[language][KEY]
    shown = re.findall(r'<a href="#([\w-]+)" class="guide-box', site.render("<!-- register: decision -->", language, KEY))
    assert shown == [name for step, outcomes in led_to(document).items() for name in (step, *outcomes)]
    assert set(shown) == {block.id for block in document.headings} - {"decide"}


def test_picture_is_the_same_in_both_languages(site: Site) -> None:
    """Each step leads to the same outcomes."""
    assert led_to(site.tree.documents["zh"][KEY]) == led_to(site.tree.documents["en"][KEY])
