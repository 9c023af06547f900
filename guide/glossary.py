"""The glossary: one entry per term on the page, and all of it as one file for programs."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence

from bitext.page import other
from bitext.register import Register, Term
from guide.citing import Citing
from guide.heads import TAGS
from guide.instruments import mark
from guide.labels import CONFIDENCE, both
from guide.layout import GLOSSARY, page_link

LABELS = {
    "avoid": both("不用", "Not"),
    "sure": both("把握", "Confidence"),
    "watch": both("注意", "Note"),
    "used": both("见于", "Used in"),
    "pages": both("本指南用到它的页面", "Pages of this guide"),
}
LICENCE = {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"}


def terms(language: str, register: Register, citing: Mapping[str, Sequence[Citing]]) -> str:
    """Return the entries of the glossary, one third-level heading each, so that search and links reach them."""
    return "\n\n".join(part for entry in register.terms.values() for part in term(entry, language, citing.get(entry.id, ())))


def term(entry: Term, language: str, citing: Sequence[Citing]) -> Iterator[str]:
    """Yield the parts of one entry: the pair, both definitions, what not to write, where it is used."""
    theirs = other(language)
    yield f"### {name(entry, language)} · {foreign(name(entry, theirs), theirs)} {{#{entry.id}}}"
    yield f"{entry.definition[language]} {mark(list(entry.sources), language)}".rstrip()
    yield f"{entry.definition[theirs]}\n{{: lang={TAGS[theirs]} }}"
    lines = [f"- {label}{text}" for label, text in remarks(entry, language, citing)]
    if lines:
        yield "\n".join(lines)


def name(entry: Term, language: str) -> str:
    """Return a term's preferred form in one language, with its abbreviation."""
    wording = entry.wording(language)
    opening, closing = ("（", "）") if language == "zh" else (" (", ")")
    return wording.preferred + (f"{opening}{wording.abbreviation}{closing}" if wording.abbreviation else "")


def foreign(text: str, language: str) -> str:
    """Mark a text as one of the other language, so that it is spoken and drawn as such."""
    return f'<span lang="{TAGS[language]}">{html.escape(text, quote=False)}</span>'


def remarks(entry: Term, language: str, citing: Sequence[Citing]) -> Iterator[tuple[str, str]]:
    """Yield what else is to be said of a term, each with its label."""
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    if avoided := comma.join(wrong_forms(entry, language)):
        yield LABELS["avoid"][language] + colon, avoided
    if not entry.publishable:
        yield LABELS["sure"][language] + colon, CONFIDENCE[entry.confidence][language]
    if entry.note:
        yield LABELS["watch"][language] + colon, entry.note[language]
    if entry.instruments:
        yield LABELS["used"][language] + colon, comma.join(f"[](instrument:{one})" for one in entry.instruments)
    if pages := [page_link(page.title, page.key, GLOSSARY) for page in citing if page.key != GLOSSARY]:
        yield LABELS["pages"][language] + colon, comma.join(pages)


def wrong_forms(entry: Term, language: str) -> Iterator[str]:
    """Yield the forms not to write, those of the reader's own language first."""
    theirs = other(language)
    yield from (f"“{html.escape(word, quote=False)}”" for word in entry.wording(language).avoid)
    yield from (f"“{foreign(word, theirs)}”" for word in entry.wording(theirs).avoid)


def glossary_file(register: Register, as_of: str) -> str:
    """Return the whole glossary as JSON, with the sources it names, its licence and the day as of which it is true."""
    entries = [
        {"id": entry.id, "number": entry.number, **entry.model_dump(mode="json", exclude_none=True)}
        for entry in register.terms.values()
    ]
    named = {source for entry in register.terms.values() for source in entry.sources}
    sources = [one.model_dump(mode="json", exclude_none=True) for one in register.sources.values() if one.id in named]
    content = {"as_of": as_of, "licence": LICENCE, "terms": entries, "sources": sources}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
