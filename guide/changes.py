"""What changed in the guide and when: one file, shown on a page, at the foot of each page, and as feeds."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from bitext.finding import Finding
from bitext.message import Message
from bitext.page import LANGUAGES
from bitext.partial_date import PartialDate
from bitext.register import Entry, Id, Text, Words
from bitext.register_file import RegisterFile, read_file, schema
from bitext.register_files import read_entries
from bitext.tree import Tree
from guide.labels import written_date
from guide.layout import CHANGES, page_link

FILE = "changes.yml"


def whole_day(date: PartialDate) -> PartialDate:
    """Accept a date that names a day. Raises ValueError for a month or a year."""
    if not date.full:
        raise ValueError(Message("{date} names no day; write it as YYYY-MM-DD", date=date))
    return date


class Change(Entry):
    """One change: the day, the pages it is about (none: the guide as a whole), and what changed."""

    id: Id
    date: Annotated[PartialDate, AfterValidator(whole_day)]
    pages: tuple[Words, ...]
    text: Text


@dataclass(frozen=True, eq=False)
class Changelog:
    """The changes, the youngest first, with the file they come from and what is wrong in it."""

    entries: tuple[Change, ...] = ()
    file: RegisterFile | None = None
    problems: tuple[Finding, ...] = ()

    def findings(self, tree: Tree | None, as_of: datetime.date) -> Iterator[Finding]:
        """Yield what is wrong with the file on a day, alone and against the pages it is about where these are known."""
        yield from self.problems
        for file, index, entry in self.located():
            if entry.date.earliest() > as_of:
                line, message = file.line([index, "date"]), Message("the change lies ahead: {day}", day=entry.date)
                yield schema(file.path, line, message, Message("give the day on which it was published"))
            for at, key in enumerate(entry.pages if tree else ()):
                if tree and all(tree.anchors(language, key) is None for language in LANGUAGES):
                    line, message = file.line([index, "pages", at]), Message("there is no page {key!r}", key=key)
                    yield schema(file.path, line, message, Message("write the path below zh/ and en/, or remove it"))

    def located(self) -> Iterator[tuple[RegisterFile, int, Change]]:
        """Yield each sound entry with its file and its index in it."""
        sound = {entry.id: entry for entry in self.entries}
        for index, value in self.file.values.items() if self.file else ():
            entry = sound.get(str(value.get("id"))) if isinstance(value, dict) else None
            if self.file and entry:
                yield self.file, index, entry

    def of_page(self, key: str) -> tuple[Change, ...]:
        """Return the changes of one page, the youngest first."""
        return tuple(entry for entry in self.entries if key in entry.pages)


def read_changes(folder: Path, shown: str) -> Changelog:
    """Read the changes from a register's folder; a register without the file has none."""
    if not (folder / FILE).exists():
        return Changelog()
    file, problems = read_file(folder / FILE, f"{shown}/{FILE}", "changes")
    entries: dict[str, Entry] = {}
    if file is not None:
        problems += read_entries(file, Change, entries)
    changes = [entry for entry in entries.values() if isinstance(entry, Change)]
    return Changelog(tuple(sorted(changes, key=lambda one: one.date, reverse=True)), file, tuple(problems))


def change_list(changes: Sequence[Change], language: str, title: Callable[[str], str]) -> str:
    """Return all changes as Markdown, a heading for each day; `title` names a page by its key."""
    days = groupby(changes, key=lambda one: one.date)
    return "\n\n".join(part for date, group in days for part in day(date, list(group), language, title))


def day(date: PartialDate, changes: Sequence[Change], language: str, title: Callable[[str], str]) -> Iterator[str]:
    """Yield the heading of a day and the list of its changes."""
    yield f"### {written_date(date, language)} {{#on-{date}}}"
    yield "\n".join(f"- {item(change, language, title)}\n{{: #{change.id} }}" for change in changes)


def item(change: Change, language: str, title: Callable[[str], str]) -> str:
    """Return one change with links to its pages."""
    comma, colon = ("、", "页面：") if language == "zh" else (", ", " Pages: ")
    pages = comma.join(page_link(title(key), key, CHANGES) for key in change.pages)
    return change.text[language] + (f"{colon}{pages}" if pages else "")
