"""Which English names stand beside which Chinese titles in a tree, and where a title stands beside another one's name.

Nothing is known of the titles beforehand: an English name that stands beside 《A》 again and again, and beside no passage without
it, is the name of 《A》. Where it stands beside 《B》 alone, one of the two was exchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bitext.aligned import aligned
from bitext.blocks import Block
from bitext.document import Document
from bitext.mentions.citations import TitleMention, read_titles
from bitext.surroundings import Surroundings
from bitext.titles import shortens

# Capitalised words, joined by the small words of titles.
NAME = re.compile(r"[A-Z][\w’-]*+(?: (?:(?:of|the|on|for|and|in|to) ){0,2}[A-Z][\w’-]*+){0,12}")
ARTICLE = re.compile(r"^(?:[Tt]he|A|An|This|That|These|In|On|Under|See|If|For|But|And) ")
# The word that opens a sentence before a name: "Does the Notice", "Since the Notice".
OPENING = re.compile(r"^[A-Z][a-z]+ (?=the )")
# A name must have been seen so often beside a title, and in so large a share of its places, to count as the title's.
FEWEST = 3
SHARE = 0.85
# A name of one word ("Regulations") is shared by much; it must be the title's nearly always.
SHARE_OF_A_WORD = 0.94
# Words by which English speaks of a document without its name.
DOCUMENT = re.compile(
    r"\b(?:laws?|acts?|codes?|regulations?|rules?|measures|provisions|notices?|decrees?|decisions?|lists?|catalogues?|plans?"
    r"|documents?|papers?|texts?|articles?|it|its|they|their|both|this|that|these|those|statut\w+)\b",
    re.IGNORECASE,
)
# A smaller share is enough for a name to explain a title that stands beside it.
ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Passage:
    """What one pair of blocks holds: the Chinese block, its titles, and the English names with where they begin."""

    zh: Block
    titles: frozenset[str]
    names: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A title whose English counterpart is the name of another, usual title."""

    title: TitleMention
    name: str
    start: int
    usual: str


class Usage:
    """How often titles and names stand together in a tree."""

    def __init__(self, passages: list[Passage]) -> None:
        """Count once."""
        self.titles = Counter(title for one in passages for title in one.titles)
        self.names = Counter(name for one in passages for name in one.names)
        self.together = Counter((title, name) for one in passages for title in one.titles for name in one.names)
        self.beside: dict[str, set[str]] = {}
        self.named: dict[str, set[str]] = {}
        for title, name in self.together:
            self.beside.setdefault(name, set()).add(title)
            self.named.setdefault(title, set()).add(name)

    def owner(self, name: str, here: Passage, share: float | None = None) -> str | None:
        """Return the title that a name stands for everywhere but here, or None."""
        share = share or (SHARE if " " in name else SHARE_OF_A_WORD)
        seen = self.names[name] - (name in here.names)
        counts = {
            title: self.together[title, name] - (title in here.titles and name in here.names) for title in self.beside.get(name, ())
        }
        best = max(sorted(counts), key=counts.__getitem__, default=None)
        return best if best is not None and counts[best] >= max(FEWEST, share * seen) else None

    def steady(self, title: str, here: Passage) -> bool:
        """Tell whether a title has a name that stands beside it in nearly all other passages."""
        others = self.titles[title] - (title in here.titles)
        counts = (
            self.together[title, name] - (name in here.names)
            for name in self.named.get(title, ()) if self.owner(name, here) == title
        )  # fmt: skip
        return others >= FEWEST and max(counts, default=0) >= SHARE_OF_A_WORD * others

    def explained(self, title: str, here: Passage) -> bool:
        """Tell whether a passage has a name of a title, or the title has none, so that it may be rendered in any way."""
        if any(self.owner(name, here, ENOUGH) == title for name in here.names):
            return True
        others = self.titles[title] - (title in here.titles)
        return others > 0 and not any(self.owner(name, here) == title for name in self.named.get(title, ()))


def exchanged(zh: Block, en: Block, tree: Surroundings) -> Exchange | None:
    """Return the exchange of a title between two blocks, or None."""
    usage, here = usage_of(tree.titled()), passage(zh, en)
    for title in read_titles(zh.text):
        if usage.explained(title.title, here):
            continue
        for name, start in here.names.items():
            usual = usage.owner(name, here)
            if usual and usual not in zh.text and not shortens(title.title, usual):
                return Exchange(title, name, start, usual)
    return None


def uncited(zh: Block, en: Block, tree: Surroundings) -> TitleMention | None:
    """Return a title that the tree always renders and that has no trace in the English block: no name, no word for a document."""
    usage, here = usage_of(tree.titled()), passage(zh, en)
    if DOCUMENT.search(en.text):
        return None
    return next(
        (one for one in read_titles(zh.text) if not usage.explained(one.title, here) and usage.steady(one.title, here)), None
    )


@lru_cache(maxsize=4)
def usage_of(pages: tuple[tuple[Document, Document], ...]) -> Usage:
    """Return the usage of the pairs of pages of a tree that hold titles."""
    return Usage([one for zh, en in pages for one in passages(zh, en)])


@lru_cache(maxsize=4096)
def passages(zh: Document, en: Document) -> tuple[Passage, ...]:
    """Return the passages of one page."""
    return tuple(passage(pair.zh, pair.en) for pair in aligned(zh, en) if pair.zh and pair.en)


def passage(zh: Block, en: Block) -> Passage:
    """Return what two blocks hold."""
    names: dict[str, int] = {}
    for match in NAME.finditer(en.text):
        name = ARTICLE.sub("", OPENING.sub("", match[0]))
        names.setdefault(name, match.end() - len(name))
    return Passage(zh, frozenset(one.title for one in read_titles(zh.text)), names)
