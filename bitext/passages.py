"""The passages of a page's source, cut by its lines alone, and what became of each from version to version.

Old versions of pages are many and nobody reads them: they are not parsed. A passage is what stands between blank lines, list marks,
headings and rows, so that each block of the page lies in one.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from bitext.prose import MARK, Prose, read_prose
from bitext.targets import neutral

FENCE = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s+)?(`{3,}|~{3,})")
BEGINNING = re.compile(r"\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||!!!|\?\?\?|:::|===|>\s*(?:[-*+]|\d{1,9}[.)])\s)")
# What a fence or another beginning starts with: most lines begin with none of these.
MARKS = frozenset("`~>#|-*+!?:=0123456789")
LEAD = re.compile(r"\s*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6}|:)\s+)*")
# Punctuation between figures, and signs that count, are part of a value; a comma among figures is not.
LOOSE = re.compile(r"(?<=\d)[.:/-](?=\d)|[%‰°<>+=$¥€£§]|[^\W_]")
DASHES = str.maketrans("–—−‐‑～~", "-------")
# Two passages that have less than this share of their pieces in common are not versions of one.
LEAST_LIKENESS = 0.2
# Comparing more passages than this with each other, or more changed ones by what they share, costs too much: they count as new.
LARGEST_TABLE, LARGEST_CHANGE = 1_000_000, 10_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Some of a page's lines: the first one's number, from 1, and their text."""

    line: int
    raw: str

    @property
    def form(self) -> str:
        """What of the text counts: two passages of one form say the same in the same words."""
        return normal_form(self.raw)


@dataclass(frozen=True, slots=True)
class Text:
    """A passage from one change of the tree on, `age` changes ago."""

    age: int
    passage: Passage


def passages(lines: Sequence[str]) -> list[Passage]:
    """Return the passages of some lines in order; a code fence is one passage."""
    found: list[Passage] = []
    start, fence, ended = 0, "", False
    for number, line in enumerate(lines):
        first = line.lstrip()[:1]
        marked = first in MARKS
        mark = FENCE.match(line) if marked else None
        if not fence and (ended or not first or mark or (marked and BEGINNING.match(line))):
            found += cut(lines, start, number)
            start = number
        closed = bool(fence and mark and mark[1].startswith(fence) and not line[mark.end() :].strip())
        fence = "" if closed else fence or (mark[1] if mark else "")
        ended = closed or first == "#"
    return found + cut(lines, start, len(lines))


def cut(lines: Sequence[str], start: int, end: int) -> list[Passage]:
    """Return the passage of a range of lines, none where they are blank."""
    raw = "\n".join(lines[start:end]).strip()
    return [Passage(start + 1, raw)] if raw else []


def passage_at(found: Sequence[Passage], line: int) -> int | None:
    """Return the index of the passage that holds a line, counted from 1."""
    index = bisect_right(found, line, key=first_line) - 1
    return index if index >= 0 else None


def first_line(passage: Passage) -> int:
    """Return the number of a passage's first line."""
    return passage.line


@lru_cache(maxsize=65536)
def prose_of(raw: str) -> Prose:
    """Return the prose of a passage, without what marks it as heading, item or quotation."""
    return read_prose(raw[matched_end(raw) :], {})


def matched_end(raw: str) -> int:
    """Return where the marks at the beginning of a passage end."""
    match = LEAD.match(raw)
    return match.end() if match else 0


@lru_cache(maxsize=65536)
def normal_form(raw: str) -> str:
    """Return what of a text counts.

    Left out are markup, spaces, line breaks, punctuation, width and case of letters, source marks, comments, and of links what
    only tells the language.
    """
    if FENCE.match(raw):
        return "".join(raw.split())
    prose = prose_of(raw)
    folded = unicodedata.normalize("NFKC", prose.text).casefold().translate(DASHES)
    return "\n".join(["".join(LOOSE.findall(folded)), *prose.codes, *targets(prose)])


def targets(prose: Prose) -> list[str]:
    """Return the addresses that a text links, without what only tells the language; source marks are no part of what it says."""
    return [neutral(link.target) for link in prose.links if not link.target.startswith(MARK)]


def lineages(versions: Sequence[tuple[int, Sequence[Passage] | None]]) -> list[list[Text]]:
    """Return for each passage of the newest version its earlier texts, newest first, its present one included.

    `versions` gives the passages of each version with its age, newest first; None where there was no file, which ends all lines.
    """
    newest = versions[0][1] or ()
    lines: list[list[Text]] = [[] for _ in newest]
    living = {index: index for index in range(len(newest))}
    for (age, now), (_, before) in zip(versions, [*versions[1:], (0, None)], strict=True):
        if now is None:
            break
        earlier = counterparts(now, before or ())
        following: dict[int, int] = {}
        for index, own in living.items():
            old = earlier.get(own)
            if old is None or before is None or before[old].raw != now[own].raw:
                lines[index].append(Text(age, now[own]))
            if old is not None:
                following[index] = old
        living = following
    return lines


def counterparts(now: Sequence[Passage], before: Sequence[Passage]) -> dict[int, int]:
    """Return for the passages of one version which passage of the version before each was; one that moved is found again."""
    new, old = [one.raw for one in now], [one.raw for one in before]
    start = common(new, old)
    end = common(new[start:][::-1], old[start:][::-1])
    found = {index: index for index in range(start)}
    found |= {len(new) - number: len(old) - number for number in range(1, end + 1)}
    regions = list(differing(new[start : len(new) - end], old[start : len(old) - end], start, found))
    moved = {old[index]: index for _, there in regions for index in there}
    for here, _ in regions:
        found |= {index: moved.pop(new[index]) for index in here if new[index] in moved}
    taken = set(found.values())
    for here, there in regions:
        left = [index for index in here if index not in found]
        found |= versions_of(left, [index for index in there if index not in taken], now, before)
    return found


def common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many items two sequences have in common at their start."""
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def differing(new: Sequence[str], old: Sequence[str], offset: int, found: dict[int, int]) -> Iterator[tuple[range, range]]:
    """Yield the regions in which two sequences differ; what is equal between them goes into `found`."""
    if len(new) * len(old) > LARGEST_TABLE:
        yield range(offset, offset + len(new)), range(offset, offset + len(old))
        return
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        here, there = range(j + offset, j_end + offset), range(i + offset, i_end + offset)
        if tag == "equal":
            found |= zip(here, there, strict=True)
        else:
            yield here, there


def versions_of(
    here: Sequence[int], there: Sequence[int], now: Sequence[Passage], before: Sequence[Passage]
) -> Iterator[tuple[int, int]]:
    """Yield which changed passage was which, by what they share; one alone between unchanged ones was the one that stood there."""
    if len(here) == len(there) == 1:
        yield here[0], there[0]
        return
    left = list(there) if len(here) * len(there) <= LARGEST_CHANGE else []
    for index in here:
        shares = [likeness(now[index].raw, before[old].raw) for old in left]
        if shares and max(shares) >= LEAST_LIKENESS:
            yield index, left.pop(shares.index(max(shares)))


def likeness(one: str, other: str) -> float:
    """Return the share of pairs of characters that two texts have in common."""
    ours, theirs = pieces(one), pieces(other)
    shared = len(ours & theirs)
    return shared / max(len(ours) + len(theirs) - shared, 1)


@lru_cache(maxsize=4096)
def pieces(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text."""
    return frozenset(map(operator.add, text, text[1:]))
