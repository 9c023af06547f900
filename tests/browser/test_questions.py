"""Readers reach the answer to their question from the home page in at most three clicks or with one query."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from guide.facts import read_facts

from .building import PROJECT
from .conftest import OpenPage
from .pages import ROOTS
from .searching import search, sections_listed
from .serving import Host

MOST_CLICKS, BEST = 3, 3
WAYS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))
# The first and last question of each kind of reader.
READERS = [(1, 16), (17, 23), (24, 36), (37, 42), (43, 48), (49, 55)]
LINK = """address => [...document.querySelectorAll("a[href]")].find(link => link.href === address && link.checkVisibility())"""


def ways(kind: str) -> pytest.MarkDecorator:
    """Return the ways of one kind as parameters."""
    return pytest.mark.parametrize("way", [way for way in WAYS if kind in way], ids=lambda way: str(way["id"]))


def address(host: Host, language: str, place: str) -> str:
    """Return the address of a page or a section that is named by its file."""
    key, mark, section = place.partition("#")
    return host.base + ROOTS[language] + key.removesuffix(".md").removesuffix("index") + "/" + mark + section


def test_twenty_questions_of_all_readers_have_a_way() -> None:
    numbers = sorted({int(way["id"].removeprefix("Q")) for way in WAYS})
    assert len(numbers) == len(WAYS) >= 20
    assert [reader for reader in READERS if not any(reader[0] <= number <= reader[1] for number in numbers)] == []


def test_each_way_ends_where_its_question_is_answered() -> None:
    answered = {entry.id: entry.at for entry in read_facts(PROJECT)[0]}
    assert [way["id"] for way in WAYS if way["at"] not in answered[way["id"]]] == []


@pytest.mark.parametrize("language", ROOTS)
@ways("clicks")
def test_clicks_lead_to_the_answer(page: Page, host: Host, way: dict[str, Any], language: str) -> None:
    steps = [*way["clicks"], way["at"]]
    assert len(steps) <= MOST_CLICKS
    page.goto(host.base + ROOTS[language])
    for step in steps:
        link = page.evaluate_handle(LINK, address(host, language, step)).as_element()
        assert link, f"{page.url} has no visible link to {step}"
        link.click()
        page.wait_for_url(address(host, language, step))


@pytest.mark.parametrize("language", ROOTS)
@ways("search")
def test_a_query_lists_the_answer(open_page: OpenPage, host: Host, way: dict[str, Any], language: str) -> None:
    page = open_page(search=True)
    page.goto(host.base + ROOTS[language])
    search(page, way["search"][language])
    assert address(host, language, way["at"]) in sections_listed(page, BEST)
