"""Runs of words that two sets of texts share: eight English words or sixteen Chinese characters in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

LENGTHS = {"en": 8, "zh": 16}
# Pieces of titles and terms are allowed from this length on; a few small words may stand between them.
PIECES = {"en": 3, "zh": 4}
# Punctuation, brackets and line ends do not count: a sentence with other commas is the same sentence.
TOKENS = {"en": re.compile(r"[A-Za-z0-9]+(?:[’'-][A-Za-z0-9]+)*"), "zh": re.compile(r"[\u3400-\u9fff]|[0-9]+|[A-Za-z]+")}
# Marks and link targets stand inside sentences and are no part of them; other addresses end a run.
MARKUP = re.compile(r"\[[^\]]*\]\(source:[^)]*\)|\]\([^)]*\)|\{[:#][^}]*\}|<!--.*?-->")
ADDRESS = re.compile(r"https?://[^\s)>\"'，。；、）]+|[\w./-]+\.(?:md|yml)\b")
BREAK = "\x00"
# Values of YAML files that name places on the net or in a repository; they are not text.
ADDRESSES = {"address", "locator", "url"}


@dataclass(frozen=True, slots=True)
class Token:
    """An English word or a Chinese character, with its line; without text it ends a run."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run that stands in another text as well."""

    line: int
    words: tuple[str, ...]


def texts(name: str, content: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a file with their lines: the values of a YAML file, any other file as a whole."""
    if not name.endswith((".yml", ".yaml")):
        yield 1, content
        return
    waiting = [yaml.compose(content)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.line + 1, str(node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [value for key, value in node.value if key.value not in ADDRESSES]


def tokens(text: str, language: str, first: int = 1) -> list[Token]:
    """Return the words or characters of a text whose first line has a number."""
    found = []
    for number, line in enumerate(text.split("\n"), first):
        plain, end = ADDRESS.sub(BREAK, MARKUP.sub("", line)), 0
        for piece in TOKENS[language].finditer(plain):
            if breaks(plain[end : piece.start()], language):
                found.append(Token("", number))
            found.append(Token(folded(piece[0], language), number))
            end = piece.end()
    return found


def breaks(between: str, language: str) -> bool:
    """Tell whether what stands between two tokens ends a run: an address, or text of the other language."""
    return BREAK in between or (language == "en" and bool(TOKENS["zh"].search(between)))


def folded(word: str, language: str) -> str:
    """Return a word as it is compared; Latin words end a run of Chinese."""
    return "" if language == "zh" and word.isascii() and word.isalpha() else word.casefold().replace("’", "'")


def windows(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of a size that holds no break."""
    for start in range(len(words) - size + 1):
        window = tuple(words[start : start + size])
        if "" not in window:
            yield window


def shared(ours: Sequence[Token], known: frozenset[tuple[str, ...]], size: int) -> Iterator[Run]:
    """Yield the longest runs of our tokens that are made of known windows."""
    words, start = [token.text for token in ours], 0
    while start <= len(words) - size:
        end = start
        while end <= len(words) - size and tuple(words[end : end + size]) in known:
            end += 1
        if end > start:
            yield Run(ours[start].line, tuple(words[start : end + size - 1]))
        start = max(end + size - 1 if end > start else 0, start + 1)


class Allowed:
    """Titles, names and terms, whose pieces may be shared.

    A run is a fault where at least half of the shortest run that counts belongs to none of them: less than that are the
    small words between two titles.
    """

    def __init__(self, phrases: Iterable[str], language: str) -> None:
        """Prepare to recognise pieces of some phrases."""
        self.tolerated = LENGTHS[language] // 2
        split = [[token.text for token in tokens(phrase, language)] for phrase in phrases]
        self.pieces = frozenset(piece for words in split for piece in windows(words, min(PIECES[language], len(words) or 1)))
        self.sizes = sorted({len(piece) for piece in self.pieces})

    def covers(self, run: Run) -> bool:
        """Tell whether a run is made of allowed phrases and little else."""
        covered = set()
        for size in self.sizes:
            for start in range(len(run.words) - size + 1):
                if run.words[start : start + size] in self.pieces:
                    covered |= set(range(start, start + size))
        return len(run.words) - len(covered) < self.tolerated
