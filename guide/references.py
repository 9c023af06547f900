"""Turn register links of a page into ordinary links of the reader's language."""

from __future__ import annotations

from collections import defaultdict

from bitext.blocks import read_blocks
from bitext.page import Page
from bitext.register import Register
from bitext.targets import REGISTER_LINK
from guide.labels import LEVELS, SOURCE_KINDS, dated, telling_date
from guide.layout import entry_address


def resolve_links(markdown: str, language: str, key: str, register: Register) -> str:
    """Return the Markdown of a page with every known register link as a relative link with a title.

    Links to ids that the register does not have are left as they are; the check names them.
    """
    lines = markdown.split("\n")
    page = Page(key, key, language, tuple(lines))
    edits: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for block in read_blocks(page):
        for link in block.prose.links:
            match = REGISTER_LINK.fullmatch(link.target)
            if match and match[2] in register.kinds()[match[1]]:
                place = block.raw_place(link.offset)
                edits[place.line - 1].append((place.column - 1, match[1], match[2]))
    for number, changes in edits.items():
        for column, kind, name in sorted(changes, reverse=True):
            lines[number] = rewritten(lines[number], column, kind, name, (language, key), register)
    return "\n".join(lines)


def rewritten(line: str, column: int, kind: str, name: str, reader: tuple[str, str], register: Register) -> str:
    """Return a line with the register link whose target begins at `column` made ordinary."""
    language, key = reader
    target = f"{kind}:{name}"
    if not line.startswith(target, column):
        return line
    text = short_title(kind, name, language, register) if line[:column].endswith("[](") else ""
    before = line[: column - 2] + text + "](" if text else line[:column]
    title = description(kind, name, language, register).replace('"', "”").replace("|", "/")
    return f'{before}{entry_address(kind, name, key)} "{title}"{line[column + len(target) :]}'


def short_title(kind: str, name: str, language: str, register: Register) -> str:
    """Return what a register link without text prints."""
    if kind == "instrument":
        return register.instruments[name].short[language]
    if kind == "term":
        return register.terms[name].wording(language).preferred
    return name


def description(kind: str, name: str, language: str, register: Register) -> str:
    """Say what a register link leads to; browsers show it on hover and screen readers read it after the link."""
    if kind == "instrument":
        return instrument_description(name, language, register)
    if kind == "term":
        return register.terms[name].definition[language]
    source = register.sources[name]
    opening = {
        "zh": f"来源{name}（{SOURCE_KINDS[source.kind].zh}）：",
        "en": f"Source {name} ({SOURCE_KINDS[source.kind].en}): ",
    }
    return opening[language] + source.what[language]


def instrument_description(name: str, language: str, register: Register) -> str:
    """Say what an instrument is, with its number and its most telling date."""
    entry = register.instruments[name]
    parts = [LEVELS[entry.level][language]]
    if entry.number and entry.number.publishable:
        parts.append(entry.number.value)
    found = telling_date(entry)
    if found:
        parts.append(dated(found, language))
    return "，".join(parts) if language == "zh" else ", ".join(parts)
