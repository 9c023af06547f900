"""The language switch keeps the page and the section, in both directions, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .pages import DIRECTIONS, ROOTS, TAGS
from .serving import Host

SECTIONS = {
    "home": ("", "start"),
    "written": ("notice/", "lists"),
    "instrument": ("instruments/notice-2024-568/", "relations"),
    "term": ("reference/glossary/", "human-stem-cells"),
    "source": ("reference/sources/", "s42"),
}
PLACES = [pytest.param(path, section, id=name) for name, (path, section) in SECTIONS.items()]
IN_VIEW = """id => {
  const top = document.getElementById(id)?.getBoundingClientRect().top
  return top >= document.querySelector(".md-header").getBoundingClientRect().bottom - 1 && top < innerHeight
}"""
FOCUSED = "element => element === document.activeElement"
SHOWN = "element => getComputedStyle(element.closest('.md-select__inner')).opacity === '1'"


def switch_link(page: Page, language: str) -> Locator:
    """Return the link of the language switch that leads to a language."""
    return page.locator(f".md-select__link[hreflang={TAGS[language]}]")


def choose(page: Page, language: str) -> None:
    """Use the language switch as a person with a mouse does."""
    page.locator(".md-select button").hover()
    switch_link(page, language).click()


def expect_place(page: Page, address: str, language: str, section: str) -> None:
    """Expect a page in a language, with a section in view below the header."""
    page.wait_for_url(address)
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    page.wait_for_function(IN_VIEW, arg=section)


@DIRECTIONS
@pytest.mark.parametrize(("path", "section"), PLACES)
def test_switch_keeps_page_and_section(page: Page, host: Host, path: str, section: str, start: str, end: str) -> None:
    page.goto(f"{host.base}{ROOTS[start]}{path}#{section}")
    choose(page, end)
    expect_place(page, f"{host.base}{ROOTS[end]}{path}#{section}", end, section)


@DIRECTIONS
def test_switch_below_a_path(page: Page, host_below: Host, start: str, end: str) -> None:
    path, section = SECTIONS["home"]
    page.goto(f"{host_below.base}{ROOTS[start]}{path}#{section}")
    choose(page, end)
    expect_place(page, f"{host_below.base}{ROOTS[end]}{path}#{section}", end, section)


@DIRECTIONS
def test_switch_by_keyboard(page: Page, host: Host, start: str, end: str) -> None:
    path, section = SECTIONS["written"]
    page.goto(f"{host.base}{ROOTS[start]}{path}#{section}")
    page.locator(".md-logo").first.focus()
    link = switch_link(page, end)
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate(FOCUSED):
            break
    assert link.evaluate(FOCUSED), "Tab does not reach the language switch"
    page.wait_for_function(SHOWN, arg=link.element_handle())
    page.keyboard.press("Enter")
    expect_place(page, f"{host.base}{ROOTS[end]}{path}#{section}", end, section)


@DIRECTIONS
def test_switch_keeps_a_section_chosen_on_the_page(page: Page, host: Host, start: str, end: str) -> None:
    path, section = SECTIONS["written"]
    page.goto(f"{host.base}{ROOTS[start]}{path}")
    page.locator(f".md-sidebar--secondary a[href='#{section}']").click()
    choose(page, end)
    expect_place(page, f"{host.base}{ROOTS[end]}{path}#{section}", end, section)


@DIRECTIONS
def test_switch_on_a_phone(open_page: OpenPage, host: Host, start: str, end: str) -> None:
    path, section = SECTIONS["instrument"]
    page = open_page(390, has_touch=True)
    page.goto(f"{host.base}{ROOTS[start]}{path}#{section}")
    page.locator(".md-select button").tap()
    switch_link(page, end).tap()
    expect_place(page, f"{host.base}{ROOTS[end]}{path}#{section}", end, section)


@DIRECTIONS
def test_switch_on_a_missing_page_leads_home(page: Page, any_host: Host, start: str, end: str) -> None:
    page.goto(any_host.base + ROOTS[start] + "nope/")
    choose(page, end)
    page.wait_for_url(any_host.base + ROOTS[end])
    expect(page.locator("html")).to_have_attribute("lang", TAGS[end])
