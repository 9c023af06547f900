"""The navigation names pages that exist; a page that one language lacks is a matter of pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Check, write

NAV = """\
site_name: Guide
nav:
  - index.md
  - Rules:
      - Old name: rules/gone.md
      - rules/half.md
  - Elsewhere: https://example.org/
"""
PAGE = "# {0} {{#page}}\n"
PAGES = {
    "docs/zh/index.md": PAGE.format("首页"),
    "docs/en/index.md": PAGE.format("Home"),
    "docs/zh/rules/half.md": PAGE.format("半页"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a project whose navigation names a page that does not exist and one that one language lacks."""
    (tmp_path / "register").mkdir()
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {**PAGES, "mkdocs.yml": NAV})


def test_a_page_that_neither_language_has_is_found_where_it_is_named(project: Path, check: Check) -> None:
    answer = check("--select", "ref/broken-link,pair/missing-page")
    assert sorted(answer.places) == ["docs/zh/rules/half.md:1:1: pair/missing-page", "mkdocs.yml:5:19: ref/broken-link"]
    assert "the navigation names rules/gone.md, which neither language has; write the page" in answer.out


def test_a_navigation_of_existing_pages_is_silent(project: Path, check: Check) -> None:
    write(project, {"mkdocs.yml": NAV.replace("      - Old name: rules/gone.md\n", "")})
    assert check("--select", "ref/broken-link").places == []


def test_another_tree_is_not_asked_for_the_pages_of_this_navigation(project: Path, check: Check) -> None:
    write(project, {path.replace("docs/", "other/docs/"): text for path, text in PAGES.items()})
    assert check("--docs", "other/docs", "--select", "ref/broken-link").places == []
