"""Every fact and every reader's question has its place in both languages, and the place holds what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from bitext.blocks import read_blocks
from bitext.page import parse_page
from guide.facts import Sections, Stated, fact_table, missing, read_facts, sections
from guide.site import Site

ENTRIES, PROBLEMS = read_facts(Path(__file__).parent.parent)
PAGE = """\
# Title {#title}

Opening.

## Part {#part}

Below part.

### Deeper {#deeper}

| a | b |
|---|---|
| one | two |

## Next {#next}
"""


@pytest.fixture(scope="session")
def found(site: Site) -> Sections:
    """Return the sections of the guide."""
    return Sections(site)


def test_the_file_is_sound() -> None:
    assert PROBLEMS == []


def test_every_fact_and_question_stands_once_and_in_order() -> None:
    expected = [f"F{number:03}" for number in range(1, 94)] + [f"Q{number:02}" for number in range(1, 56)]
    assert [entry.id for entry in ENTRIES] == expected


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_places_hold_the_fact(entry: Stated, found: Sections) -> None:
    """Each section named exists in both languages and holds the names, numbers and dates of the fact."""
    assert list(missing(entry, found)) == []
    assert entry.holds.zh
    assert entry.holds.en


def test_sections_hold_what_lies_below_them() -> None:
    read = dict(sections(read_blocks(parse_page(PAGE.encode(), "page.md", "page.md", "en"))))
    assert {name: section.text.split("\n") for name, section in read.items()} == {
        "title": ["Title", "Opening."],
        "part": ["Part", "Below part.", "Deeper", "a\tb", "one\ttwo"],
        "deeper": ["Deeper", "a\tb", "one\ttwo"],
        "next": ["Next"],
    }


def test_table_names_each_entry_once(site: Site) -> None:
    shown = fact_table(ENTRIES, site)
    assert [line.split("|")[1].strip() for line in shown.split("\n")[2:]] == [entry.id for entry in ENTRIES]
    assert "](docs/zh/notice/index.md#identity) | [" in shown


def test_what_is_not_there_is_named(found: Sections) -> None:
    held = {"zh": ("商务部", "没有这个词"), "en": ("MOFCOM",)}
    entry = Stated.model_validate({"id": "F001", "at": ["notice/index.md#identity", "notice/index.md#nowhere"], "holds": held})
    assert list(missing(entry, found)) == [
        "F001: zh/notice/index.md#identity does not hold 没有这个词",
        "F001: zh/notice/index.md#nowhere does not exist",
        "F001: en/notice/index.md#nowhere does not exist",
    ]


def test_generated_pages_have_sections(found: Sections) -> None:
    section = found.find("en", "instruments/notice-2024-568.md#dates")
    assert section
    assert "7 September 2024" in section.text


def test_an_entry_without_place_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="give `at`"):
        Stated.model_validate({"id": "F001", "holds": {"zh": [], "en": []}})
