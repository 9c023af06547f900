"""Every number reads back to itself, whatever the form it is written in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies
from in_memory import findings
from written_numbers import chinese, english

from bitext.mentions.numbers import read_numbers

FORMS: dict[str, Callable[[int], list[str]]] = {"zh": chinese, "en": english}
FRAMES = {"zh": ("这里有{}个箱子。", "共计{}元。"), "en": ("They keep {} boxes there.", "The sum is {} yuan.")}
SMALL = range(2_000)
# Numbers of few digits other than 0 are written with scales: 35,000, 2,000,000, 1,200,000,000.
ANY = strategies.one_of(
    strategies.integers(0, 10**12),
    strategies.builds(
        lambda digits, zeros: min(digits * 10**zeros, 10**12), strategies.integers(1, 9999), strategies.integers(0, 11)
    ),
)


def values(text: str, language: str) -> list[frozenset[Decimal]]:
    """Return what the numbers of a text mean; 0 and 1 may be words that only answer."""
    return [one.values for one in read_numbers(text, language) if one.certain or one.values & {Decimal(0), Decimal(1)}]


def misread(number: int, language: str) -> list[str]:
    """Return the texts with a number that do not read as it."""
    texts = [frame.format(form) for form in FORMS[language](number) for frame in FRAMES[language]]
    return [text for text in texts if values(text, language) != [{Decimal(number)}]]


@pytest.mark.parametrize("language", FORMS)
def test_every_small_number_reads_back(language: str) -> None:
    """All numbers that text is full of, in all forms."""
    assert [text for number in SMALL for text in misread(number, language)] == []


@settings(deadline=None)
@given(ANY, strategies.sampled_from(sorted(FORMS)))
def test_numbers_up_to_a_trillion_read_back(number: int, language: str) -> None:
    """Digits, thousands, scales and words say the same number."""
    assert misread(number, language) == []


@settings(deadline=None)
@given(ANY, strategies.data())
def test_another_form_is_no_finding(number: int, data: strategies.DataObject) -> None:
    """Whatever two forms meet, the languages agree."""
    here, there = (data.draw(strategies.sampled_from(FORMS[language](number))) for language in ("zh", "en"))
    assert findings(f"仓库里存放着{here}个大小不同的箱子。\n", f"The store keeps {there} boxes of different sizes.\n") == []


@settings(deadline=None)
@given(ANY.filter(lambda number: number > 1), ANY.filter(lambda number: number > 1), strategies.data())
def test_another_number_is_a_finding(number: int, wrong: int, data: strategies.DataObject) -> None:
    """Whatever two forms meet, two numbers differ."""
    here, there = (data.draw(strategies.sampled_from(FORMS[one](value))) for one, value in (("zh", number), ("en", wrong)))
    found = findings(f"仓库里存放着{here}个大小不同的箱子。\n", f"The store keeps {there} boxes of different sizes.\n")
    assert found == ([] if number == wrong else ["number/differs"])
