"""The parts that pages take from the register: `<!-- register: terms -->`, sources, instruments, and what other modules build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bitext.register import Instrument, Register, Source, Term
from guide.instruments import mark, state, table
from guide.labels import LEVELS, SOURCE_KINDS, both, dated, telling_date
from guide.on_a_day import on_a_day
from guide.relations import relations
from guide.timeline import timeline
from guide.view import View, capital

MARKER = re.compile(r"^<!--\s*register:\s*(\w+)\s*-->$", re.MULTILINE)
LABELS = {
    "avoid": both("不用", "Not"),
    "watch": both("注意", "Note"),
    "used": both("见于", "Used in"),
}
HEAD = (both("文件", "Instrument"), both("性质", "Kind"), both("日期", "Date"), both("状态", "Status"))


BUILDERS: dict[str, Callable[[View], str]] = {
    "terms": lambda view: terms(view.language, view.register),
    "sources": lambda view: sources(view.language, view.register),
    "instruments": lambda view: instruments(view.language, view.register),
    "timeline": timeline,
    "relations": relations,
    "periods": on_a_day,
}


def expand_lists(markdown: str, view: View) -> str:
    """Return the Markdown of a page with each known marker replaced by what it stands for."""
    return MARKER.sub(lambda match: BUILDERS[match[1]](view) if match[1] in BUILDERS else match[0], markdown)


def terms(language: str, register: Register) -> str:
    """Return the entries of the glossary, one third-level heading each, so that search and links reach them."""
    return "\n\n".join(part for entry in register.terms.values() for part in term(entry, language))


def term(entry: Term, language: str) -> Iterator[str]:
    """Yield the parts of one entry."""
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    english = entry.en.preferred + (f" ({entry.en.abbreviation})" if entry.en.abbreviation else "")
    chinese = entry.zh.preferred + (f"（{entry.zh.abbreviation}）" if entry.zh.abbreviation else "")
    own, other = (chinese, english) if language == "zh" else (english, chinese)
    yield f"### {own} · {other} {{#{entry.id}}}"
    yield f"{entry.definition[language]} {mark(list(entry.sources), language)}".rstrip()
    avoided = comma.join(f"“{word}”" for word in (*entry.zh.avoid, *entry.en.avoid))
    lines = [f"- {LABELS['avoid'][language]}{colon}{avoided}"] if avoided else []
    if entry.note:
        lines.append(f"- {LABELS['watch'][language]}{colon}{entry.note[language]}")
    if entry.instruments:
        used = comma.join(f"[](instrument:{name})" for name in entry.instruments)
        lines.append(f"- {LABELS['used'][language]}{colon}{used}")
    if lines:
        yield "\n".join(lines)


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
