"""A page: one file, read once, with its front matter and true line numbers."""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bitext.message import Message

LANGUAGES = ("zh", "en")
# PyYAML answers a tag whose value does not fit (`!!bool perhaps`) with whatever error comes of it.
UNREADABLE = (yaml.YAMLError, ValueError, RecursionError, KeyError, AttributeError, IndexError, TypeError)
FENCES = {"---": ("---", "..."), "+++": ("+++",)}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a file from being read as a page, with the line it stands on."""

    line: int
    message: Message


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


def front_matter_end(lines: tuple[str, ...]) -> int:
    """Return the index of the first line after the front matter, 0 where there is none."""
    closing = FENCES.get(lines[0].rstrip())
    if closing is None:
        return 0
    return next((number + 1 for number, line in enumerate(lines) if number and line.rstrip() in closing), 0)


def parse_front_matter(lines: tuple[str, ...]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read YAML or TOML front matter, fences included; broken front matter is a problem with its line."""
    if not lines:
        return {}, ()
    source = "\n".join(lines[1:-1])
    try:
        meta = tomllib.loads(source) if lines[0].startswith("+") else load_yaml(source)
    except UNREADABLE as error:
        return {}, (Problem(line_of(error), Message("the front matter cannot be read")),)
    if meta is None:
        return {}, ()
    if not isinstance(meta, dict):
        return {}, (Problem(1, Message("the front matter is not a list of `key: value` lines")),)
    return {str(key): value for key, value in meta.items()}, ()


def load_yaml(source: str) -> Any:
    """Read YAML with libyaml, which is fast; what that refuses is read again by PyYAML itself, which names lines better."""
    try:
        return yaml.load(source, FastLoader)  # noqa: S506 - a safe loader
    except UNREADABLE:
        return yaml.load(source, DateSafeLoader)  # noqa: S506


def line_of(error: Exception) -> int:
    """Return the line of a file, from 1, at which reading its front matter failed; 1 where the error does not say."""
    mark = getattr(error, "problem_mark", None)
    said = re.search(r"at line (\d+)", str(error))
    return mark.line + 2 if mark else int(said[1]) + 1 if said else 1


def key_lines(lines: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield each top-level key of the front matter with its line, counted from 1."""
    for number, line in enumerate(lines, 1):
        if match := re.match(r"[\"']?([\w.-]+)[\"']?\s*[:=]", line):
            yield match[1], number


class DateSafeLoader(yaml.SafeLoader):
    """Reads an impossible date (30 February) as text instead of failing, so that a check can name it."""


class FastLoader(yaml.CSafeLoader):
    """The same, read by libyaml."""


def construct_date(loader: yaml.SafeLoader | yaml.CSafeLoader, node: yaml.ScalarNode) -> datetime.date | str:
    """Build a date from a YAML timestamp, or hand back its text where there is no such day."""
    try:
        value = loader.construct_yaml_timestamp(node)
    except ValueError:
        return str(node.value)
    return value.date() if isinstance(value, datetime.datetime) else value


for one in (DateSafeLoader, FastLoader):
    one.add_constructor("tag:yaml.org,2002:timestamp", construct_date)
