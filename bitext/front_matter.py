"""The front matter of a page: YAML or TOML between two fences, with the line of each key."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitext.message import Message
from bitext.yaml_reading import UNREADABLE, line_of, load_yaml

FENCES = {"---": ("---", "..."), "+++": ("+++",)}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a file from being read as a page, with the line it stands on."""

    line: int
    message: Message


def front_matter_end(lines: tuple[str, ...]) -> int:
    """Return the index of the first line after the front matter, 0 where there is none."""
    if is_json(lines):
        return next((number + 1 for number, line in enumerate(lines) if line.rstrip() == "}"), 0)
    closing = FENCES.get(lines[0].rstrip())
    if closing is None:
        return 0
    return next((number + 1 for number, line in enumerate(lines) if number and line.rstrip() in closing), 0)


def is_json(lines: Sequence[str]) -> bool:
    """Tell whether a page begins with an object of JSON."""
    return lines[0].rstrip() == "{" and len(lines) > 1 and lines[1].lstrip()[:1] == '"'


def parse_front_matter(lines: tuple[str, ...]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read YAML, TOML or JSON front matter, fences included; broken front matter is a problem with its line."""
    if not lines:
        return {}, ()
    source = "\n".join(lines[1:-1])
    try:
        meta = load_front_matter(source, lines)
    except UNREADABLE as error:
        return {}, (Problem(failed_at(error, source), Message("the front matter cannot be read")),)
    if meta is None:
        return {}, ()
    if not isinstance(meta, dict):
        return {}, (Problem(1, Message("the front matter is not a list of `key: value` lines")),)
    return {str(key): value for key, value in meta.items()}, ()


def load_front_matter(source: str, lines: Sequence[str]) -> Any:
    """Read what stands between the fences as the first of the lines says."""
    if lines[0].startswith("{"):
        return json.loads("\n".join(lines))
    return tomllib.loads(source) if lines[0].startswith("+") else load_yaml(source)


def failed_at(error: Exception, source: str) -> int:
    """Return the line of the file at which reading its front matter failed; 1 where the error does not say."""
    if isinstance(error, json.JSONDecodeError):
        return error.lineno
    if isinstance(error, tomllib.TOMLDecodeError):
        said = re.search(r"at line (\d+)", str(error))
        return (int(said[1]) if said else len(source.split("\n"))) + 1
    line = line_of(error, source)
    return 1 if line is None else line + 1


def key_lines(lines: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield each top-level key of the front matter with its line, counted from 1."""
    for number, line in enumerate(lines, 1):
        if match := re.match(r"(?:\s++(?=\"))?[\"']?([\w.-]+)[\"']?\s*[:=]", line):
            yield match[1], number
