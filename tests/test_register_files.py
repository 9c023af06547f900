"""Faults in the register's files give findings at the right lines, the real register is whole, what is recalled stays inside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitext.finding import Finding
from bitext.page import LANGUAGES
from bitext.partial_date import PartialDate
from bitext.register import Confidence, Number, Register, Role, RoleDate, Sourced
from bitext.register_files import read_register
from guide.glossary import terms
from guide.instruments import instrument_page
from guide.labels import CONFIDENCE, written_date
from guide.lists import instruments, sources
from guide.references import resolve_links

HERE = Path(__file__).parent
FAULTS = yaml.safe_load((HERE / "register_faults.yml").read_text("utf-8"))
UNSEEN_DAY = PartialDate.parse("1987-06-05")
UNSEEN_NUMBER = "旧档〔1987〕4321号"


def made(fault: dict[str, Any], path: Path) -> None:
    """Make a fault in a file of the register."""
    if fault.get("delete"):
        path.unlink()
    elif "bytes" in fault:
        path.write_bytes(fault["bytes"])
    elif "text" in fault:
        path.write_text(fault["text"], "utf-8")
    else:
        text = path.read_text("utf-8")
        faulty, count = re.subn(fault["find"], fault["replace"], text, count=1) if "find" in fault else (text + fault["append"], 1)
        assert count, f"{path.name} holds nothing like {fault['find']}"
        path.write_text(faulty, "utf-8")


def lines_of(fault: dict[str, Any], path: Path) -> list[int]:
    """Return the lines at which a fault must be reported."""
    if fault.get("silent"):
        return []
    if "line" in fault:
        return [fault["line"]]
    text = path.read_text("utf-8")
    lines = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(fault["at"], text, re.MULTILINE)]
    assert lines, f"{path.name} holds nothing like {fault['at']}"
    return lines


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_a_fault_is_found_at_its_line(fault: dict[str, Any], tmp_path: Path) -> None:
    """Each fault gives the finding it should, once, and nothing else."""
    folder = shutil.copytree(HERE / "register", tmp_path / "register")
    path = folder / f"{fault['file']}.yml"
    made(fault, path)
    _, findings = read_register(folder, "register")
    rule = fault.get("rule", "register/schema")
    assert [(one.rule, one.place.path, one.place.line) for one in findings] == [
        (rule, f"register/{path.name}", line) for line in lines_of(fault, path)
    ]
    assert [words for words in fault.get("says", ()) for one in findings if words not in said(one)] == []


def said(finding: Finding) -> str:
    """Return all that a finding tells its reader."""
    return f"{finding.message}; {finding.remedy}"


@pytest.fixture(scope="module")
def register() -> Register:
    """Return the guide's own register."""
    found, problems = read_register(HERE.parent / "register", "register")
    assert problems == []
    return found


def test_the_register_is_whole(register: Register) -> None:
    """No entry of the register is lost on the way from its files."""
    assert len(register.instruments) == 46
    assert len(register.terms) == 99


def test_every_date_says_where_it_was_seen(register: Register) -> None:
    """A date has a role, and sources unless it is only recalled."""
    dates = [entry for instrument in register.instruments.values() for entry in instrument.dates]
    assert {type(entry.role) for entry in dates} == {Role}
    assert [entry for entry in dates if entry.publishable and not entry.sources] == []


def test_every_value_that_is_published_says_where_it_was_seen(register: Register) -> None:
    """Numbers, relations' addresses, events, places and actors have sources unless they are only recalled."""
    values: list[Sourced] = [*register.events.values(), *register.places.values(), *register.actors.values()]
    for instrument in register.instruments.values():
        values += [value for value in (instrument.number, *instrument.addresses) if value]
    assert [value for value in values if value.publishable and not value.sources] == []


def lists_of(language: str, register: Register) -> str:
    """Return the lists that pages take from a register."""
    return "\n\n".join([terms(language, register, {}), sources(language, register), instruments(language, register)])


def generated(register: Register) -> Iterator[tuple[str, str]]:
    """Yield all that the guide writes from a register by language: instruments' pages, lists, and the titles of links."""
    links = "".join(f"[](instrument:{name})" for name in register.instruments)
    for language in LANGUAGES:
        pages = [instrument_page(one, language, register, {}, "2026-11-22") for one in register.instruments.values()]
        text = "\n\n".join([*pages, lists_of(language, register), links])
        yield language, resolve_links(text, language, "index.md", register)


def with_unseen_values(register: Register, confidence: Confidence) -> Register:
    """Return a register in which every instrument has one more date and a number of the given confidence."""
    held: dict[str, Any] = {"confidence": confidence, "sources": ["S01"]}
    date = RoleDate.model_validate({"role": "reported", "date": str(UNSEEN_DAY), **held})
    number = Number.model_validate({"value": UNSEEN_NUMBER, **held})
    changed = {
        name: one.model_copy(update={"dates": (date, *one.dates), "number": number}) for name, one in register.instruments.items()
    }
    return register.model_copy(update={"instruments": changed})


def test_a_recalled_number_or_date_reaches_no_page(register: Register) -> None:
    """What is only recalled stays out of every generated text; the same values show as soon as they are confirmed."""
    for confidence, shown in ((Confidence.RECALLED, False), (Confidence.CONFIRMED, True), (Confidence.ALERT, True)):
        for language, text in generated(with_unseen_values(register, confidence)):
            assert (UNSEEN_NUMBER in text) is shown
            assert (written_date(UNSEEN_DAY, language) in text) is shown


def test_the_register_s_own_recalled_values_reach_no_page(register: Register) -> None:
    """The recalled numbers and dates of the real register are not on the pages of their instruments."""
    checked = 0
    for instrument in register.instruments.values():
        stated = {one.date for one in instrument.stated_dates()}
        for language in LANGUAGES:
            page = instrument_page(instrument, language, register, {}, "2026-11-22")
            absent = [
                written_date(one.date, language) for one in instrument.dates if not one.publishable and one.date not in stated
            ]
            absent += [instrument.number.value] if instrument.number and not instrument.number.publishable else []
            assert [words for words in absent if words in page] == []
            checked += len(absent)
    assert checked


def test_a_recalled_term_says_so_in_the_glossary(register: Register) -> None:
    """The glossary marks what is only recalled, and nothing else."""
    for entry in register.terms.values():
        for language in LANGUAGES:
            marked = CONFIDENCE[Confidence.RECALLED][language] in terms(
                language, Register.model_construct(terms={entry.id: entry}), {}
            )
            assert marked is not entry.publishable
