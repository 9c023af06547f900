"""Read YAML safely and fast, and say at which line reading failed."""

from __future__ import annotations

import datetime
from typing import Any

import yaml

# PyYAML answers a tag whose value does not fit (`!!bool perhaps`) with whatever error comes of it.
UNREADABLE = (yaml.YAMLError, ValueError, RecursionError, KeyError, AttributeError, IndexError, TypeError)
DEEPEST = 5_000


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


def refuse_depth(source: str) -> None:
    """Raise YAMLError for YAML that nests deeper than libyaml, which takes a stack frame a level and does not count, can bear."""
    # Each level takes a bracket of its own, or a column.
    if source.count("[") + source.count("{") + max(map(len, source.split("\n"))) <= DEEPEST:
        return
    depth = 0
    for event in yaml.parse(source, FastLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)  # type: ignore[arg-type]


def load_yaml(source: str) -> Any:
    """Read YAML with libyaml, which is fast; what that refuses is read again by PyYAML itself, which names lines better."""
    refuse_depth(source)
    try:
        return yaml.load(source, FastLoader)  # noqa: S506 - a safe loader
    except UNREADABLE:
        return yaml.load(source, DateSafeLoader)  # noqa: S506


def line_of(error: Exception, source: str) -> int | None:
    """Return the line of a source, from 1, at which reading it failed, None where the error does not say."""
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes, PyYAML itself characters.
        read: str | bytes = source if error.encoding == "unicode" else source.encode()
        return len(read[: error.position].splitlines())
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    # What is not closed is missed at the end of the file; it began elsewhere.
    begun = getattr(error, "context_mark", None)
    last = len(source.rstrip().split("\n"))
    return int(mark.line) + 1 if mark.line < last else min(int(begun.line) + 1 if begun else last, last)
