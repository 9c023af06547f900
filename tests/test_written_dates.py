"""Every day reads back to itself, whatever the form it is written in."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies
from in_memory import findings
from written_dates import DAYS, MONTHS, YEARS, Form

from bitext.mentions.dates import read_dates
from bitext.page import LANGUAGES
from bitext.partial_date import PartialDate

FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
EVERY_DAY = [FIRST + datetime.timedelta(number) for number in range((LAST - FIRST).days + 1)]
FRAME = {"zh": "据说，{}的事。", "en": "They say: {}; so it was. "}
WRITTEN = [(language, form, write) for language, forms in DAYS.items() for form, write in forms.items()]


def values(text: str, language: str) -> list[PartialDate]:
    """Return the values of what surely is a date in a text."""
    return [mention.value for mention in read_dates(text, language) if mention.certain]


def framed(days: list[datetime.date], language: str, write: Form) -> str:
    """Return a text that names days, each in a sentence of its own."""
    return "".join(FRAME[language].format(write(day)) for day in days)


CHUNK = 32
# Each form reads every sixth run of 32 days, so that each day is read in a sixth of the forms, and each form in every year.
STRIDE = 6


@pytest.mark.parametrize("number", range(len(WRITTEN)), ids=[f"{language}: {form}" for language, form, _ in WRITTEN])
def test_every_day_of_two_centuries_reads_back(number: int) -> None:
    """From 1900 to 2100 each day in a sixth of the forms is that day."""
    language, _, write = WRITTEN[number]
    for start in range(number % STRIDE * CHUNK, len(EVERY_DAY), STRIDE * CHUNK):
        days = EVERY_DAY[start : start + CHUNK]
        assert values(framed(days, language, write), language) == [PartialDate.of(day) for day in days]


LESS = [
    (language, form, write, parts)
    for forms, parts in ((MONTHS, 2), (YEARS, 1))
    for language in forms
    for form, write in forms[language].items()
]


@pytest.mark.parametrize(
    ("language", "write", "parts"), [(one, write, parts) for one, _, write, parts in LESS], ids=[form for _, form, *_ in LESS]
)
def test_every_month_and_year_reads_back(language: str, write: Form, parts: int) -> None:
    """Months and years without a day keep open what they do not say."""
    for year in range(FIRST.year, LAST.year + 1):
        days = [datetime.date(year, month, 1) for month in range(1, 13 if parts > 1 else 2)]
        expected = [PartialDate(*(day.year, day.month)[:parts]) for day in days]
        assert values(framed(days, language, write), language) == expected


DAY_OF_TWO_CENTURIES = strategies.dates(FIRST, LAST)


def ranges(first: datetime.date, last: datetime.date) -> Iterator[tuple[str, str]]:
    """Yield the ways to write two days of which the first borrows what it shares with the last, and the reverse."""
    for joint in ("至", "到", "—", "～", "-"):
        yield "zh", f"{first.year}年{first.month}月{first.day}日{joint}{last.year}年{last.month}月{last.day}日"
    for joint in (" to ", "–", " – ", " until ", " through "):
        yield "en", f"{first.day} {first:%B} {first.year}{joint}{last.day} {last:%B} {last.year}"
        yield "en", f"{first:%B} {first.day}, {first.year}{joint}{last:%B} {last.day}, {last.year}"
    if first.year == last.year:
        for joint in ("至", "、", "和", "，"):
            yield "zh", f"{first.year}年{first.month}月{first.day}日{joint}{last.month}月{last.day}日"
        for joint in (" to ", "–", " and "):
            yield "en", f"{first.day} {first:%B}{joint}{last.day} {last:%B} {last.year}"
            yield "en", f"{first:%B} {first.day}{joint}{last:%B} {last.day}, {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        for joint in ("日至", "日、", "日和", "—", "、", "-", "至"):
            yield "zh", f"{first.year}年{first.month}月{first.day}{joint}{last.day}日"
        for joint in ("–", "-", " to ", " and ", " or "):
            yield "en", f"{first.day}{joint}{last.day} {last:%B} {last.year}"
            yield "en", f"{first:%B} {first.day}{joint}{last.day}, {last.year}"


@settings(deadline=None)
@given(DAY_OF_TWO_CENTURIES, DAY_OF_TWO_CENTURIES, strategies.integers(0, 2))
def test_ranges_and_lists_read_back(first: datetime.date, last: datetime.date, shared: int) -> None:
    """A day of a range or a list takes the month and year it does not write from the other one."""
    if shared:
        last = last.replace(year=first.year, day=min(last.day, 28))
    if shared == 2:
        last = last.replace(month=first.month)
    for language, text in ranges(first, last):
        assert (text, values(FRAME[language].format(text), language)) == (text, [PartialDate.of(first), PartialDate.of(last)])


@settings(deadline=None)
@given(DAY_OF_TWO_CENTURIES, strategies.integers(1, 12), strategies.integers(1, 28))
def test_the_year_comes_from_the_date_before(first: datetime.date, month: int, day: int) -> None:
    """A date without a year is of the year of the date before it."""
    expected = [PartialDate.of(first), PartialDate(first.year, month, day)]
    assert values(f"{first.year}年{first.month}月{first.day}日印发，{month}月{day}日公布。", "zh") == expected
    name = calendar.month_name[month]
    assert values(f"Issued on {first.day} {first:%B} {first.year}, published on {day} {name}.", "en") == expected
    assert values(f"Issued on {first:%B} {first.day}, {first.year}, published on {name} {day}.", "en") == expected


SENTENCES = {"zh": "文件于{}公布，此后没有修改。\n", "en": "The paper was made public on {} and has not been amended since.\n"}
FORMS = {language: strategies.sampled_from(sorted(DAYS[language])) for language in LANGUAGES}


@settings(deadline=None)
@given(DAY_OF_TWO_CENTURIES, FORMS["zh"], FORMS["en"])
def test_another_form_is_no_finding(day: datetime.date, chinese: str, english: str) -> None:
    """Whatever two forms meet, the languages agree."""
    assert findings(SENTENCES["zh"].format(DAYS["zh"][chinese](day)), SENTENCES["en"].format(DAYS["en"][english](day))) == []


@settings(deadline=None)
@given(DAY_OF_TWO_CENTURIES, DAY_OF_TWO_CENTURIES, FORMS["zh"], FORMS["en"])
def test_another_day_is_a_finding(day: datetime.date, wrong: datetime.date, chinese: str, english: str) -> None:
    """Whatever two forms meet, two days differ."""
    texts = SENTENCES["zh"].format(DAYS["zh"][chinese](day)), SENTENCES["en"].format(DAYS["en"][english](wrong))
    assert findings(*texts) == ([] if day == wrong else ["date/differs"])
