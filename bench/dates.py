"""How exactly dates are read: precision and recall on sentences in which every date is marked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bitext.mentions.dates import read_dates

GOLD = Path(__file__).with_name("dates.yml")
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
Date = tuple[int, int, str]


@dataclass
class Reading:
    """What was read of the marked dates of one language: right, invented, missed."""

    right: int = 0
    invented: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the dates read that are marked."""
        return self.right / (self.right + len(self.invented))

    @property
    def recall(self) -> float:
        """The share of the marked dates that were read."""
        return self.right / (self.right + len(self.missed))


def marked(sentence: str) -> tuple[str, set[Date]]:
    """Return the plain text of a sentence, and its dates as range and value."""
    text, dates, position = "", set(), 0
    for match in MARK.finditer(sentence):
        text += sentence[position : match.start()]
        dates.add((len(text), len(text) + len(match[1]), match[2]))
        text, position = text + match[1], match.end()
    return text + sentence[position:], dates


def read(text: str, language: str) -> set[Date]:
    """Return the dates with a year that surely are some."""
    return {
        (mention.start, mention.end, str(mention.value))
        for mention in read_dates(text, language)
        if mention.certain and mention.value.year is not None
    }


def readings() -> Iterator[tuple[str, Reading]]:
    """Yield each language with what was read of its sentences; value and range must both be right."""
    for language, sentences in yaml.safe_load(GOLD.read_text("utf-8")).items():
        reading = Reading()
        for text, dates in map(marked, sentences):
            found = read(text, language)
            reading.right += len(found & dates)
            reading.invented += [f"{text[start:end]} = {value} in: {text}" for start, end, value in sorted(found - dates)]
            reading.missed += [f"{text[start:end]} = {value} in: {text}" for start, end, value in sorted(dates - found)]
        yield language, reading


def table() -> Iterator[str]:
    """Yield the rows of a Markdown table, and below it every date that was not read exactly."""
    yield "| language | dates marked | precision | recall |\n|---|---|---|---|"
    held = dict(readings())
    for language, reading in held.items():
        yield f"| {language} | {reading.right + len(reading.missed)} | {reading.precision:.3f} | {reading.recall:.3f} |"
    for reading in held.values():
        yield from (f"invented: {one}" for one in reading.invented)
        yield from (f"missed: {one}" for one in reading.missed)
