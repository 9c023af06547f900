"""What the dates of the register say about a day, on the real register and on instruments made up for one question each."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from bitext.register import Instrument, Register, Role
from bitext.register_files import read_register
from guide.applied import authority
from guide.in_force import Force, in_force, standing
from guide.on_a_day import on_a_day
from guide.periods import SUBJECTS, Period, applying, periods, undated
from guide.site import read_site
from guide.view import View

AS_OF = "2026-11-22"
NOTICE, LIST_2021, LIST_2024 = "notice-2024-568", "neg-list-2021", "neg-list-2024"
ZONES, HAINAN = "ftz-list-2021", "hainan-list-2020"
# A day, and what applied on it for each subject; what is not named here is not asked.
DAYS: list[tuple[str, dict[str, list[str]]]] = [
    ("2007-10-31", {"national": ["catalogue-2007"], "zones": [], "hainan": [], "pilot": [], "hgr": ["hgr-interim-1998"]}),
    ("2012-01-29", {"national": ["catalogue-2007"]}),
    ("2012-01-30", {"national": ["catalogue-2011"]}),
    ("2019-06-30", {"hgr": ["hgr-interim-1998"], "national": ["catalogue-2011"]}),
    ("2019-07-01", {"hgr": ["hgr-reg"], "national": ["catalogue-2011"]}),
    ("2021-01-31", {"hainan": []}),
    ("2021-02-01", {"hainan": [HAINAN]}),
    ("2021-12-31", {"national": ["catalogue-2011"], "zones": []}),
    ("2022-01-01", {"national": [LIST_2021], "zones": [ZONES], "hainan": [HAINAN]}),
    ("2023-06-30", {"hgr": ["biosecurity-law", "hgr-reg"]}),
    ("2023-07-01", {"hgr": ["biosecurity-law", "hgr-reg", "hgr-rules-2023", "hgr-guidelines-2023"]}),
    ("2024-04-30", {"authority": [], "pilot": []}),
    ("2024-05-01", {"authority": ["hgr-decision-777"], "pilot": []}),
    ("2024-09-06", {"pilot": []}),
    ("2024-09-07", {"pilot": [NOTICE], "national": [LIST_2021], "zones": [ZONES], "hainan": [HAINAN], "techniques": []}),
    ("2024-09-08", {"pilot": [NOTICE], "national": [LIST_2021]}),
    ("2024-10-31", {"national": [LIST_2021], "pilot": [NOTICE]}),
    ("2024-11-01", {"national": [LIST_2024], "zones": [ZONES], "hainan": [HAINAN], "pilot": [NOTICE]}),
    ("2026-04-30", {"techniques": [], "national": [LIST_2024]}),
    ("2026-05-01", {"techniques": ["decree-818"], "pilot": [NOTICE], "authority": ["hgr-decision-777"]}),
    (AS_OF, {"national": [LIST_2024], "techniques": ["decree-818"]}),
]
FORCES = [
    ("catalogue-2007", "2007-10-30", Force.NOT_YET),
    ("catalogue-2007", "2008-06-01", Force.UNDATED),  # the day it took effect is only recalled
    ("catalogue-2007", "2012-01-30", Force.ENDED),
    ("catalogue-2011", "2020-01-01", Force.LEFT_OPEN),
    ("neg-list-2018", "2019-01-01", Force.UNDATED),  # all its dates are only recalled
    (LIST_2021, "2024-10-31", Force.IN_FORCE),
    (LIST_2021, "2024-11-01", Force.ENDED),
    (LIST_2024, "2024-09-08", Force.NOT_YET),  # made public, not in force
    (NOTICE, "2024-09-06", Force.NOT_YET),
    (NOTICE, "2024-09-07", Force.IN_FORCE),
    ("hgr-interim-1998", "2019-07-01", Force.ENDED),  # replaced on the day the Regulations took effect
    ("encouraged-catalogue", "2025-06-01", Force.UNDATED),  # only the 2025 edition has dates
    ("encouraged-catalogue", "2026-02-01", Force.IN_FORCE),
    ("hgr-rules-draft-2026", AS_OF, Force.DRAFT),
    ("decree-818", "2026-04-30", Force.NOT_YET),
    ("decree-818", "2026-05-01", Force.IN_FORCE),
]
AUTHORITIES = [
    ("2019-06-30", None),
    ("2019-07-01", "Ministry of Science and Technology"),
    ("2024-04-30", "Ministry of Science and Technology"),
    ("2024-05-01", "National Health Commission"),
    (AS_OF, "National Health Commission"),
]
AGREEING = {
    "repealed": {Force.ENDED},
    "superseded": {Force.ENDED, Force.LEFT_OPEN, Force.UNDATED, Force.DRAFT},
    "draft": {Force.DRAFT},
    "in-force": {Force.IN_FORCE, Force.UNDATED},
    "amended": {Force.IN_FORCE},
    "unknown": {Force.LEFT_OPEN, Force.UNDATED},
    "policy": {Force.UNDATED},
    "announced": {Force.UNDATED},
}


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    """Return the guide's own register."""
    return read_register(root / "register", "register")[0]


@pytest.fixture(scope="module")
def found(register: Register) -> list[Period]:
    """Return the periods of the guide's own register."""
    return periods(register, day(AS_OF))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def period_of(text: str, found: list[Period]) -> Period:
    return next(period for period in found if period.first <= day(text) <= period.last)


@pytest.mark.parametrize(("on", "expected"), DAYS, ids=[on for on, _ in DAYS])
def test_what_applied_on_a_day(on: str, expected: dict[str, list[str]], found: list[Period]) -> None:
    period = period_of(on, found)
    assert {subject: applying(subject, period) for subject in expected} == expected


@pytest.mark.parametrize(("name", "on", "expected"), FORCES)
def test_force_on_a_day(name: str, on: str, expected: Force, register: Register) -> None:
    assert in_force(register, day(on))[name].force is expected


@pytest.mark.parametrize(("on", "expected"), AUTHORITIES)
def test_authority_on_a_day(on: str, expected: str | None, register: Register, found: list[Period]) -> None:
    first = authority(period_of(on, found), View("en", "law/on-a-day.md", register, AS_OF))[0]
    named = {
        name: first.find(name) for name in ("Ministry of Science and Technology", "National Health Commission") if name in first
    }
    assert (min(named, key=named.__getitem__) if named else None) == expected


@pytest.mark.parametrize(("on", "expected"), [("2024-04-30", []), ("2024-05-01", ["2024-05-01"])])
def test_an_amendment_counts_from_the_day_it_took_effect(on: str, expected: list[str], register: Register) -> None:
    assert [str(one.date) for one in in_force(register, day(on))["hgr-reg"].changes] == expected


def test_an_amendment_without_such_a_day_is_named_by_the_day_it_was_made(register: Register) -> None:
    assert [(one.role, str(one.date)) for one in in_force(register, day(AS_OF))["biosecurity-law"].changes] == [
        (Role.AMENDED, "2024-04-26")
    ]


def test_periods_cover_every_day_once(found: list[Period]) -> None:
    assert (found[0].first, found[-1].last) == (day("2007-10-31"), day(AS_OF))
    assert [before.last + datetime.timedelta(days=1) for before in found[:-1]] == [after.first for after in found[1:]]


def test_nothing_changes_within_a_period(register: Register, found: list[Period]) -> None:
    for period in found:
        last = Period(period.last, period.last, in_force(register, period.last))
        assert {subject: applying(subject, last) for subject in SUBJECTS} == {
            subject: applying(subject, period) for subject in SUBJECTS
        }


def test_a_list_without_dates_is_named_where_the_one_before_it_ends_unknown(found: list[Period]) -> None:
    named = {str(period.first): undated("national", period) for period in found}
    assert {first for first, names in named.items() if names} == {first for first in named if "2012-01-30" <= first < "2022-01-01"}


def test_every_subject_is_in_the_register(register: Register) -> None:
    assert {name for names in SUBJECTS.values() for name in names} <= set(register.instruments)


def test_dates_do_not_contradict_the_status_of_any_instrument(register: Register) -> None:
    stood = in_force(register, day(AS_OF))
    assert [name for name, one in register.instruments.items() if stood[name].force not in AGREEING[one.status.state]] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_period_has_a_section_that_the_table_links(language: str, register: Register, found: list[Period]) -> None:
    page = on_a_day(View(language, "law/on-a-day.md", register, AS_OF))
    for period in found:
        assert page.count(f"(#{period.anchor})") == 1
        assert page.count(f"{{#{period.anchor}}}") == 1


def made(**changes: Any) -> Instrument:
    """Return an instrument with some dates, all else being of no account."""
    text = {"zh": "甲", "en": "a"}
    status = {"state": "in-force", "text": text, "as_of": "2026-01-01", "confidence": "confirmed"}
    values = {
        "id": "a", "title": text, "title_status": "common", "short": text, "issuers": text, "level": "departmental-rule",
        "place": text, "summary": text, "status": status, "dates": [],
    }  # fmt: skip
    return Instrument.model_validate({**values, **changes})


def date(role: str, on: str, confidence: str = "confirmed") -> dict[str, str]:
    return {"role": role, "date": on, "confidence": confidence}


@pytest.mark.parametrize(
    ("dates", "on", "expected"),
    [
        ([date("effective", "2020-01-01")], "2019-12-31", Force.NOT_YET),
        ([date("effective", "2020-01-01")], "2020-01-01", Force.IN_FORCE),
        ([date("effective", "2020-01-01", "recalled")], "2021-01-01", Force.UNDATED),
        ([date("effective", "2020-01-01", "alert")], "2021-01-01", Force.IN_FORCE),
        ([date("effective", "2020-01-01"), date("repealed", "2021-01-01")], "2020-12-31", Force.IN_FORCE),
        ([date("effective", "2020-01-01"), date("repealed", "2021-01-01")], "2021-01-01", Force.ENDED),
        ([date("effective", "2020-01-01"), date("repealed", "2021-01-01", "recalled")], "2021-01-01", Force.IN_FORCE),
        ([date("published", "2020-05-01")], "2020-04-30", Force.NOT_YET),
        ([date("published", "2020-05-01")], "2020-05-01", Force.UNDATED),
        ([date("issued", "2020")], "2020-06-01", Force.UNDATED),
    ],
)
def test_force_by_dates(dates: list[dict[str, str]], on: str, expected: Force) -> None:
    entry = made(dates=dates)
    assert standing(entry, Register(instruments={"a": entry}), day(on)).force is expected


@pytest.mark.parametrize(("kind", "confidence", "expected"), [
    ("repeals", "confirmed", Force.ENDED), ("replaces", "confirmed", Force.ENDED),
    ("replaces", "recalled", Force.IN_FORCE), ("would-replace", "confirmed", Force.IN_FORCE),
])  # fmt: skip
def test_an_instrument_ends_when_one_that_replaces_it_takes_effect(kind: str, confidence: str, expected: Force) -> None:
    old = made(dates=[date("effective", "2020-01-01")])
    relation = {"type": kind, "target": "a", "confidence": confidence}
    new = made(id="b", dates=[date("effective", "2022-01-01")], relations=[relation])
    stood = standing(old, Register(instruments={"a": old, "b": new}), day("2022-01-01"))
    assert stood.force is expected


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_state_that_is_only_recalled_stands_unhedged(language: str, root: Path) -> None:
    site = read_site(root)
    pages = dict(site.generated("https://guide.example/"))
    table = site.render("<!-- register: instruments -->", language, "instruments/index.md").splitlines()
    hedge = {"zh": "未能核实", "en": "not confirmed"}[language]
    recalled = [entry for entry in site.register.instruments.values() if not entry.status.publishable]
    assert recalled
    for entry in recalled:
        status = pages[f"{language}/instruments/{entry.id}.md"].partition("{#status}")[2].strip().splitlines()[0]
        assert hedge in status
        row = next(line for line in table if f"({entry.id}.md " in line)
        assert hedge in row.rpartition("|")[0].rpartition("|")[2].lower()


def test_english_titles_of_instrument_pages_begin_with_a_capital(root: Path) -> None:
    pages = read_site(root).generated("https://guide.example/")
    titles = [page.splitlines()[1] for path, page in pages if path.startswith("en/instruments/")]
    assert titles
    assert [title for title in titles if title.removeprefix("title: '")[:1].islower()] == []
