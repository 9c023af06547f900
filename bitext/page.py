"""A page: one file, read once, with its front matter and true line numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bitext.front_matter import Problem, front_matter_end, key_lines, parse_front_matter
from bitext.message import Message

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One file of the tree.

    `path` is the path shown to people, `key` the path below the language folder (equal in both languages).
    `lines` holds the whole file; the body starts at the 0-based index `body`.
    """

    path: str
    key: str
    language: str
    lines: tuple[str, ...]
    body: int = 0
    meta: Mapping[str, Any] = field(default_factory=dict)
    meta_lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def other(language: str) -> str:
    """Return the language that `language` is paired with."""
    return "en" if language == "zh" else "zh"


@dataclass(frozen=True, eq=False)
class Source:
    """The bytes of a file of the tree, as yet unread; `refused` says why the system did not hand them out."""

    path: str
    key: str
    language: str
    data: bytes = b""
    refused: str | None = None

    @cached_property
    def mark(self) -> str:
        """A short text that is equal for equal bytes only."""
        return hashlib.sha256(self.data).hexdigest() if self.refused is None else self.refused

    def page(self) -> Page:
        """Read the bytes strictly as UTF-8; what cannot be read becomes a problem of an empty page."""
        if self.refused is None:
            return parse_page(self.data, self.path, self.key, self.language)
        problem = Problem(1, Message("the file cannot be read ({reason})", reason=self.refused))
        return Page(self.path, self.key, self.language, (), problems=(problem,))


def read_source(path: Path, shown: str, key: str, language: str) -> Source:
    """Return the bytes of a file; `shown` is its path as people see it."""
    try:
        return Source(shown, key, language, path.read_bytes())
    except OSError as error:
        return Source(shown, key, language, refused=error.strerror or str(error))


def parse_page(data: bytes, shown: str, key: str, language: str) -> Page:
    """Turn the bytes of a file into a page; a byte order mark and any kind of line end are accepted."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Page(shown, key, language, (), problems=(Problem(line, Message("the file is not valid UTF-8")),))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Page(shown, key, language, (), problems=(Problem(line, Message("the file holds a NUL character")),))
    lines = split_lines(text)
    body = front_matter_end(lines)
    meta, problems = parse_front_matter(lines[:body])
    meta_lines = dict(reversed(list(key_lines(lines[:body]))))
    return Page(shown, key, language, lines, body, meta, meta_lines, problems)


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a file, whatever its line ends are."""
    # Not splitlines(): it also splits at U+2028 and others that neither editors nor Markdown count as line ends.
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
