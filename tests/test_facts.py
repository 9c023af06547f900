"""Every fact and every reader's question has its place in both languages, and the place holds what it should."""

from __future__ import annotations

import pytest

from bitext.blocks import read_blocks
from bitext.page import parse_page
from guide.facts import Sections, Stated, fact_table, missing, read_facts, sections
from guide.site import Site

from .conftest import ROOT

ENTRIES, PROBLEMS = read_facts(ROOT)
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
    lines = fact_table(ENTRIES, site).split("\n")
    assert len(lines) == len(ENTRIES) + 2
    assert lines[2].startswith("| F001 | [")
    assert "?" not in "".join(line.split("|")[2] for line in lines if " › ?" in line)
