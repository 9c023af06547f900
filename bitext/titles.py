"""The names of the register's instruments, and what a text calls them.

An instrument has several names in a language: its title, its short title, the client alert's title, each with and without the
state's name and the edition. A name that several instruments share (two editions) means each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bitext.register import Instrument, Register

INNER = re.compile(r"《([^《》]+)》")
EDITION = re.compile(r"\s?[（(][^（()）]*(?:\d{4}|[Ee]dition|版|修订)[^（()）]*[）)]$")
ARTICLE = re.compile(r"^(?:the|The)\s+")
# A bare Chinese name shorter than this is a word of the language: 通知 is a notice, 《通知》 the Notice.
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in a text: the instruments it may mean, and its range."""

    ids: frozenset[str]
    start: int
    end: int


class Names:
    """The names of all instruments in one language."""

    def __init__(self, register: Register, language: str) -> None:
        """Gather the names of the instruments."""
        self.language = language
        self.ids: dict[str, frozenset[str]] = {}
        for one, instrument in register.instruments.items():
            for name in names_of(instrument, language):
                self.ids[name] = self.ids.get(name, frozenset()) | {one}
        longest_first = sorted(self.ids, key=len, reverse=True)
        self.every = alternatives(longest_first, language)
        self.distinct = alternatives([name for name in longest_first if distinct(name, language)], language)

    def lookup(self, text: str) -> frozenset[str]:
        """Return the instruments that a whole text names, none where it names none."""
        return self.ids.get(plain(text, self.language), frozenset())

    def read(self, text: str) -> Iterator[Naming]:
        """Yield the names in a text, the longest at each place; a title in 《》 counts only as a whole."""
        if self.language == "zh":
            for match in INNER.finditer(text):
                if ids := self.lookup(match[1]):
                    yield Naming(ids, match.start(), match.end())
            text = INNER.sub(lambda match: "\0" * len(match[0]), text)
        for match in self.distinct.finditer(text):
            yield Naming(self.ids[match[0]], match.start(), match.end())

    def possible(self, text: str) -> frozenset[str]:
        """Return all instruments that a text may name, by words such as 通知 and “Notice” too."""
        return frozenset().union(*(self.ids[match[0]] for match in self.every.finditer(text)))


def alternatives(names: list[str], language: str) -> re.Pattern[str]:
    """Return a pattern that finds the first of some names at each place, in English as whole words."""
    either = "|".join(map(re.escape, names)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if language == "en" else either)


def names_of(instrument: Instrument, language: str) -> Iterator[str]:
    """Yield the names of an instrument in one language, as `plain` writes them; shortened ones too."""
    alert = [instrument.alert_title] if language == "en" and instrument.alert_title else []
    for name in (instrument.title[language], instrument.short[language], *alert, *INNER.findall(instrument.short[language])):
        whole = plain(name, language)
        for form in (whole, EDITION.sub("", whole)):
            yield form
            yield form.removeprefix("中华人民共和国").removesuffix(" of the People’s Republic of China")


def plain(text: str, language: str) -> str:
    """Return a name without its brackets, its article and what only typography adds."""
    flat = " ".join(text.replace("'", "’").split())
    if language == "en":
        return ARTICLE.sub("", flat)
    inner = INNER.fullmatch(flat)
    return (inner[1] if inner else flat).replace("(", "（").replace(")", "）").replace(" ", "")


def distinct(name: str, language: str) -> bool:
    """Tell whether a name can be known in running text: not a word such as 通知 or "Notice" that names much else."""
    return len(name) >= SHORTEST if language == "zh" else name.count(" ") > 0 and name[0].isupper()


def shortens(text: str, name: str) -> bool:
    """Tell whether a Chinese text can be a short form of a name: all its characters stand in the name, in order."""
    rest = iter(name)
    return all(character in rest for character in text)


@lru_cache(maxsize=8)
def known_names(register: Register, language: str) -> Names:
    """Return the names of a register's instruments in one language."""
    return Names(register, language)
