"""Where the guide states each fact and answers each question: one file, checked against the pages and shown as a table."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from bitext.blocks import Block, read_blocks
from bitext.finding import Finding
from bitext.page import LANGUAGES, parse_page
from bitext.register import Entry, Words
from bitext.register_file import read_file
from bitext.register_files import read_entries
from guide.command_line import Misuse, Parser
from guide.instruments import table
from guide.site import Site, read_site

FILE = Path("tests") / "facts.yml"
HEAD = ("Id", "中文", "English", "Remark")
PlaceName = Annotated[str, Field(pattern=r"^[\w/-]+\.md#[\w-]+$")]


class Held(Entry):
    """What a section must hold in each language; capitals make no difference."""

    zh: tuple[Words, ...]
    en: tuple[Words, ...]

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the strings of one language."""
        return self.zh if language == "zh" else self.en


class Stated(Entry):
    """A fact or a question: the sections that state or answer it, what these must hold, and why something is left out."""

    id: Annotated[str, Field(pattern=r"^(?:F\d{3}|Q\d{2})$")]
    at: tuple[PlaceName, ...] = ()
    holds: Held
    reason: Words | None = None

    @model_validator(mode="after")
    def placed_or_explained(self) -> Stated:
        """Refuse an entry that is neither stated anywhere nor left out for a reason."""
        if not self.at and not self.reason:
            raise ValueError("give `at`, the sections that state it, or the `reason` why none does")
        return self


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its heading and the prose below it."""

    heading: str
    text: str


def main(project: Path, argv: Sequence[str] | None = None) -> int:
    """Print the map; return 0, 1 where something is wrong in its file, 2 where the command is used wrongly."""
    try:
        Parser(prog="facts.py", description="Print where the guide states each fact and answers each question.").parse_args(argv)
    except Misuse as error:
        print(f"facts.py: {error}", file=sys.stderr)  # noqa: T201
        return 2
    entries, problems = read_facts(project)
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)  # noqa: T201
    print(fact_table(entries, read_site(project)))  # noqa: T201
    return int(bool(problems))


def read_facts(project: Path) -> tuple[list[Stated], list[Finding]]:
    """Read the file, with what is wrong in it."""
    file, problems = read_file(project / FILE, FILE.as_posix(), "facts")
    entries: dict[str, Entry] = {}
    if file is not None:
        problems += read_entries(file, Stated, entries)
    return [entry for entry in entries.values() if isinstance(entry, Stated)], problems


class Sections:
    """The sections of a guide as readers see them: lists filled in, register links with their text."""

    def __init__(self, site: Site) -> None:
        """Prepare to read the pages of a site."""
        self.site = site
        self.made = dict(site.generated(""))
        self.of_page = lru_cache(maxsize=None)(self.read)

    def find(self, language: str, place: str) -> Section | None:
        """Return the section that `page.md#id` names in one language, or None where there is none."""
        key, _, name = place.partition("#")
        return self.of_page(language, key).get(name)

    def read(self, language: str, key: str) -> dict[str, Section]:
        """Return the sections of one page by id; none where there is no such page."""
        document = self.site.tree.documents[language].get(key)
        written = "\n".join(document.page.lines) if document else self.made.get(f"{language}/{key}", "")
        markdown = self.site.render(written, language, key)
        return dict(sections(read_blocks(parse_page(markdown.encode(), key, key, language))))


def sections(blocks: list[Block]) -> Iterator[tuple[str, Section]]:
    """Yield each section by id, its subsections included; that of the page's title ends at the next heading."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.id:
            deepest = block.level if block.level > 1 else 6
            following = blocks[index + 1 :]
            end = next((at for at, one in enumerate(following) if one.kind == "heading" and one.level <= deepest), None)
            yield block.id, Section(block.text, "\n".join([block.text, *(one.text for one in following[:end])]))


def missing(entry: Stated, found: Sections) -> Iterator[str]:
    """Say which places of an entry do not exist or do not hold what they should, in either language."""
    for place in entry.at:
        for language in LANGUAGES:
            section = found.find(language, place)
            if section is None:
                yield f"{entry.id}: {language}/{place} does not exist"
                continue
            text = section.text.casefold()
            lacking = [word for word in entry.holds[language] if word.casefold() not in text]
            if lacking:
                yield f"{entry.id}: {language}/{place} does not hold {', '.join(lacking)}"


def fact_table(entries: list[Stated], site: Site) -> str:
    """Return the map as a Markdown table, whose links work from the project's folder."""
    found = Sections(site)
    rows = [
        [
            entry.id,
            *("<br>".join(shown(place, language, site, found) for place in entry.at) for language in LANGUAGES),
            entry.reason or "",
        ]
        for entry in entries
    ]
    return table(HEAD, rows)


def shown(place: str, language: str, site: Site, found: Sections) -> str:
    """Return a place as a link with the titles of its page and its section; a generated page has no file to link."""
    key = place.partition("#")[0]
    section = found.find(language, place)
    title = f"{site.title(language, key)} › {section.heading if section else '?'}"
    written = key in site.tree.documents[language]
    return f"[{title}]({site.tree.shown_path(language, place)})" if written else f"{title} ({language}/{place})"
