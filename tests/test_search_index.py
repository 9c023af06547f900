"""The index of each language holds its own sections, in words that readers see and type."""

from __future__ import annotations

from typing import Any

import pytest

from guide.search import index_of, section_of, simplified

MERGED: dict[str, Any] = {
    "config": {"separator": "[ ]+", "lang": ["zh", "en"]},
    "docs": [
        {"location": "rules/#list", "title": "负面清单", "text": "<p>清单。S02 S96</p>"},
        {"location": "en/rules/#list", "title": "Negative list", "text": "<p>The list.S02</p>"},
    ],
}


def test_each_language_has_its_sections_below_its_root() -> None:
    assert [section["location"] for section in index_of(MERGED, "zh")["docs"]] == ["rules/#list"]
    assert [section["location"] for section in index_of(MERGED, "en")["docs"]] == ["rules/#list"]


def test_only_characters_of_the_texts_have_traditional_forms() -> None:
    known = index_of(MERGED, "zh")["config"]["simplified"]
    assert {known[old] for old in "負單"} == {"负", "单"}
    assert "國" not in known
    assert index_of(MERGED, "en")["config"]["simplified"] == {}


def test_a_character_that_the_texts_use_stays_itself() -> None:
    assert "乾" in simplified({"干"})
    assert "乾" not in simplified({"干", "乾"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("清单。S02 S96</p>", "清单。 </p>"),
        ("the alert says so.ALERT Then", "the alert says so. Then"),
        ("ALERTS12S13 后", " 后"),
        ("ALERTNESS, PS5 and US12 stay", "ALERTNESS, PS5 and US12 stay"),
    ],
)
def test_source_marks_are_no_words(text: str, shown: str) -> None:
    found = section_of({"location": "a/", "title": "t", "text": text}, "")["text"]
    assert found.split() == shown.split()


def test_the_list_of_sources_keeps_its_numbers() -> None:
    assert section_of({"location": "en/reference/sources/#s02", "title": "S02", "text": "S02"}, "en/")["text"] == "S02"
