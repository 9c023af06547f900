"""Edits of one line of a page, and what all recipes of edits share.

A recipe has a name and yields changes of a tree's pages at places drawn at random. `bench.faults` holds those that must be caught,
`bench.innocent` those that nobody may complain of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from bitext.document import Document
from bitext.page import Source
from bitext.passages import common
from bitext.tree import Tree

LineEdit = Callable[[str, Random], str | None]
# What stands in the place of a match: a template as of `re.Match.expand`, a text for each match, or a function.
New = str | Mapping[str, str] | Callable[[re.Match[str], Random], str | None]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
MONTH = "(?:" + "|".join(MONTHS) + ")"
DATE_ZH = r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
DATE_EN = (
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}}), (?P<year2>\d{{4}}))"
)
DATES = {"zh": DATE_ZH, "en": DATE_EN}
HIDDEN = re.compile(r"\]\[[^\]]*\]|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}")
# How much of the text around an edit is shown.
AROUND = 40
# Lines that are no running text.
MARKED = ("#", "|", "<", "```", "!")


@dataclass(frozen=True, slots=True)
class Change:
    """A page as an edit leaves it: its lines in each language that was edited, and what the edit made there.

    `asking` is another page that depends on this one, whose findings count too.
    """

    key: str
    lines: Mapping[str, Sequence[str]]
    made: str
    asking: str | None = None


class Recipe(Protocol):
    """One kind of edit."""

    @property
    def name(self) -> str:
        """What is done."""

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one edit each, in random order, for as long as there are places."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of a line in one language: `change` returns the changed line, or None where it does not apply."""

    name: str
    language: str
    change: LineEdit

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one line changed."""
        places = [(key, number) for key in keys for number in prose_lines(tree, self.language, key)]
        random.shuffle(places)
        for key, number in places:
            lines = tree.documents[self.language][key].page.lines
            changed = self.change(lines[number], random)
            if changed is not None and changed != lines[number]:
                new = [*lines[:number], changed, *lines[number + 1 :]]
                yield Change(key, {self.language: new}, f"{self.language}/{key}:{number + 1}: {difference(lines[number], changed)}")


def difference(old: str, new: str) -> str:
    """Return what was changed, with some of the text around it: `…before[-gone-]{+come+}after…`."""
    start = common(old, new)
    end = min(common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    before, after = old[max(0, start - AROUND) : start], old[len(old) - end :][:AROUND]
    return f"{before}[-{old[start : len(old) - end]}-]{{+{new[start : len(new) - end]}+}}{after}"


def edited(document: Document, lines: Sequence[str]) -> Document:
    """Return a document with other lines."""
    source = document.source
    return Document(Source(source.path, source.key, source.language, "\n".join(lines).encode()))


def prose_lines(tree: Tree, language: str, key: str) -> Iterator[int]:
    """Yield the indices of the lines of a page that are neither code nor HTML."""
    document = tree.documents[language][key]
    for block in document.blocks:
        if block.kind not in {"code", "html", "rule"}:
            lines = range(block.line - 1, block.line - 1 + (len({segment.line for segment in block.segments}) or 1))
            yield from (number for number in lines if number < len(document.page.lines))


def replaced(text: str, match: re.Match[str], new: str, group: int | str = 0) -> str:
    """Return a text with one match, or one group of it, replaced."""
    return text[: match.start(group)] + new + text[match.end(group) :]


def one(pattern: str, text: str, random: Random) -> re.Match[str] | None:
    """Return one match of a pattern outside code and link targets, drawn at random."""
    hidden = [found.span() for found in HIDDEN.finditer(text)]
    return drawn(
        [
            match
            for match in re.finditer(pattern, text)
            if not any(start < match.end() and match.start() < end for start, end in hidden)
        ],
        random,
    )


def drawn(matches: Sequence[re.Match[str]], random: Random) -> re.Match[str] | None:
    """Return one of some matches, None where there is none."""
    return random.choice(matches) if matches else None


def swapped(pattern: str, new: New) -> LineEdit:
    """Return an edit that puts something else in the place of one match of a pattern."""

    def change(text: str, random: Random) -> str | None:
        match = one(pattern, text, random)
        made = None if match is None else made_of(match, new, random)
        return None if match is None or made is None else replaced(text, match, made)

    return change


def made_of(match: re.Match[str], new: New, random: Random) -> str | None:
    """Return what stands in the place of a match."""
    if isinstance(new, str):
        return match.expand(new)
    return new(match, random) if callable(new) else new[match[0]]


def edits(name: str, recipes: Mapping[str, LineEdit]) -> list[Edit]:
    """Return one edit for each language."""
    return [Edit(name, language, change) for language, change in recipes.items()]


def in_both(name: str, change: LineEdit) -> list[Edit]:
    """Return the same edit for both languages."""
    return edits(name, {"zh": change, "en": change})
