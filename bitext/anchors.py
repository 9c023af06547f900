"""The ids that tools derive from headings without one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence

from bitext.blocks import Block
from bitext.foreign import HAN
from bitext.prose import OBJECT

SPELT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A Chinese character, or a run of other letters and digits.
PIECE = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
# A syllable of Hanyu Pinyin without its tone.
SYLLABLE = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)"
)


def heading_words(heading: Block) -> str:
    """Return the words that an id is made of: those of the heading, code and bare addresses included, images not."""
    prose, codes, bare = heading.prose, iter(heading.prose.codes), {one.start: one.target for one in heading.prose.links}
    parts = []
    for position, character in enumerate(prose.text):
        if character == OBJECT:
            mark = heading.raw[prose.offset(position) :][:1]
            parts.append(next(codes, "") if mark == "`" else bare.get(position, "") if mark in "h<" else "")
        else:
            parts.append(character)
    return "".join(parts)


def derived_ids(headings: Sequence[str], taken: Collection[str]) -> Iterator[str]:
    """Yield the ids of headings in all common ways; `taken` are ids that the page gives itself.

    Python-Markdown counts headings of one id with `_1`, `_2` and gives such an id to a heading without ASCII; its setting for
    other scripts keeps their letters. GitHub keeps them too, counts with `-1`, `-2`, and does not join hyphens.
    """
    for slug in (ascii_slug, unicode_slug, plain_slug):
        yield from counted(headings, slug, "_", set(taken))
    yield from counted(headings, plain_slug, "-", set())


def counted(headings: Sequence[str], slug: Callable[[str], str], mark: str, taken: set[str]) -> Iterator[str]:
    """Yield one id for each heading, the first that is not taken: the slug, then the slug with a number."""
    numbers: dict[str, int] = {}
    for heading in headings:
        name = plain = slug(heading)
        while name in taken or not name:
            numbers[plain] = numbers.get(plain, 0) + 1
            name = f"{plain}{mark}{numbers[plain]}"
        taken.add(name)
        yield name


def ascii_slug(text: str) -> str:
    """Return the id that Python-Markdown makes of a text; nothing where no character of it is ASCII."""
    return unicode_slug(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())


def unicode_slug(text: str) -> str:
    """Return the same with the letters of all scripts."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())


def plain_slug(text: str) -> str:
    """Return the id that GitHub makes of a text: every space is a hyphen."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", text.strip().lower()))


def romanised(name: str, derived: Collection[str]) -> bool:
    """Tell whether an id may be a Chinese heading's id in Latin letters: a syllable for each character, all else the same."""
    spelt = name.split("-") if SPELT.fullmatch(name) else []
    return any(spells(spelt, PIECE.findall(one)) for one in derived) if len(spelt) > 1 else False


def spells(spelt: Sequence[str], pieces: Sequence[str]) -> bool:
    """Tell whether Latin words stand for the pieces of an id, at least one of them a Chinese character."""
    if len(spelt) != len(pieces) or not any(map(HAN.match, pieces)):
        return False
    return all(SYLLABLE.fullmatch(word) if HAN.match(piece) else word == piece for word, piece in zip(spelt, pieces, strict=True))
