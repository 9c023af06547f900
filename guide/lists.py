"""The lists that pages take from the register and the rules: `<!-- register: sources -->`, and how such markers are filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bitext.register import Instrument, Register, Source
from guide.instruments import state, table
from guide.labels import LEVELS, SOURCE_KINDS, both, dated, telling_date
from guide.view import capital

MARKER = re.compile(r"^<!--\s*register:\s*(\w+)\s*-->$", re.MULTILINE)
HEAD = (both("文件", "Instrument"), both("性质", "Kind"), both("日期", "Date"), both("状态", "Status"))


def expand_lists(markdown: str, lists: Mapping[str, Callable[[], str]]) -> str:
    """Return the Markdown of a page with each known marker replaced by its list."""
    return MARKER.sub(lambda match: lists[match[1]]() if match[1] in lists else match[0], markdown)


def sources(language: str, register: Register) -> str:
    """Return the list of sources; addresses of copies are text, since such pages change hands."""
    return "\n".join(source(entry, language) for entry in register.sources.values())


def source(entry: Source, language: str) -> str:
    """Return one source as a list item that links can reach."""
    kind = SOURCE_KINDS[entry.kind][language]
    opening = f"**{entry.id}**{{#{entry.id.lower()}}}"
    opening += f"（{kind}）" if language == "zh" else f" ({kind}) "
    where = ""
    if entry.address:
        where = f" <{entry.address}>" if entry.kind == "official" else f" `{entry.address}`"
    elif entry.locator:
        where = f" `{entry.locator}`"
    return f"- {opening}{entry.what[language]}{where}"


def instruments(language: str, register: Register) -> str:
    """Return the table of all instruments, the youngest first."""
    entries = sorted(register.instruments.values(), key=sortable_date, reverse=True)
    head = [label[language] for label in HEAD]
    return table(head, [instrument(entry, language) for entry in entries])


def sortable_date(entry: Instrument) -> str:
    """Return the date that an instrument is listed under, as text that sorts."""
    found = telling_date(entry)
    return str(found.date) if found else ""


def instrument(entry: Instrument, language: str) -> list[str]:
    """Return one row of the table of instruments."""
    found = telling_date(entry)
    title = f"[{capital(entry.short[language])}](instrument:{entry.id})"
    when = dated(found, language) if found else ""
    return [title, LEVELS[entry.level][language], when, capital(state(entry, language))]
