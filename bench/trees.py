"""Write docs trees of any size, made from the blocks of this guide's own pages.

Numbers, years and a name differ from page to page, alike in both languages, so that no block is read twice for nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, pairwise
from pathlib import Path
from random import Random

from bitext.document import Document
from bitext.page import LANGUAGES
from bitext.tree import Tree, read_tree

BLOCKS = 50
# A folder holds this many pages, as the chapters of a manual do.
FOLDER = 25
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
LARGE_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d{2}(?![\d.,])")
PAGE_LINK = re.compile(r"\]\((?![a-z]+:)[^()#\s]*(?:#[\w-]+)?\)")
HEADING_ID = re.compile(r"\{#[\w-]+\}$")
ENTRY_LINK = re.compile(r"\]\(instrument:")
NO_BLOCK = re.compile(r"<!--.*?-->")
HEADS = {
    "zh": "---\ntitle: 第{name}页\ndescription: 编号为{name}的合成页面。\nas_of: 2026-11-22\n---\n# 第{name}页 {{#{name}}}\n",
    "en": "---\ntitle: Page {name}\ndescription: The synthetic page {name}.\nas_of: 2026-11-22\n---\n# Page {name} {{#{name}}}\n",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a real page in both languages, and how many blocks a side it has."""

    texts: dict[str, str]
    blocks: int


def write_tree(folder: Path, pages: int, docs: Path, seed: int = 1) -> int:
    """Write pairs of pages below `folder`, made from those of `docs`; return how many blocks a side they hold."""
    random, sections = Random(seed), sections_of(read_tree(docs, docs.as_posix()))
    keys = [key_of(number) for number in range(pages)]
    total = 0
    for key in keys:
        chosen = drawn(sections, random)
        total += sum(section.blocks for section in chosen)
        mark = random.getrandbits(64)
        for language in LANGUAGES:
            path = folder / language / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page_text(key, keys, chosen, language, Random(mark)), "utf-8")
    return total


def key_of(number: int) -> str:
    """Return the key of a page."""
    return f"part-{number // FOLDER:02}/page-{number:03}.md"


def sections_of(tree: Tree) -> list[Section]:
    """Return the sections of all pages that both languages give the same id."""
    found = []
    for key, zh in tree.documents["zh"].items():
        sides = [by_id(zh), by_id(tree.documents["en"][key])]
        found += [section(sides[0][name], sides[1][name]) for name in sides[0] if name in sides[1]]
    return found


def by_id(document: Document) -> dict[str, list[str]]:
    """Return the lines of a page's sections below the title by the ids of their headings."""
    lines = document.page.lines
    heads = [block for block in document.headings if block.level > 1]
    ends = [*(head.line - 1 for head in heads), len(lines)][1:]
    return {head.id: list(lines[head.line - 1 : end]) for head, end in zip(heads, ends, strict=True) if head.id}


def section(zh: Sequence[str], en: Sequence[str]) -> Section:
    """Return a section; its blocks are about its lines that are not empty."""
    texts = {language: NO_BLOCK.sub("", "\n".join(lines)).strip() for language, lines in zip(LANGUAGES, (zh, en), strict=True)}
    return Section(texts, sum(bool(line.strip()) and not line.startswith("|--") for line in texts["zh"].split("\n")))


def drawn(sections: Sequence[Section], random: Random) -> list[Section]:
    """Draw sections until a page has enough blocks; its title is one."""
    chosen: list[Section] = []
    while sum(one.blocks for one in chosen) < BLOCKS - 1:
        chosen.append(random.choice(sections))
    return chosen


def page_text(key: str, keys: Sequence[str], chosen: Sequence[Section], language: str, random: Random) -> str:
    """Return one page in one language; an equal `random` makes its counterpart."""
    name = posixpath.basename(key).removesuffix(".md")
    parts = [HEADS[language].format(name=name)]
    for number, one in enumerate(chosen, 1):
        shift, targets = random.randrange(1, 800), random.sample(keys, min(40, len(keys)))
        parts.append(varied(one.texts[language], key, number, shift, targets))
    return "\n\n".join(parts) + "\n"


def varied(text: str, key: str, number: int, shift: int, targets: Sequence[str]) -> str:
    """Return a section with other years, numbers, names and targets; the same call changes both languages alike."""
    text = YEAR.sub(lambda match: str(2000 + (int(match[0]) + shift) % 27), text)
    text = LARGE_NUMBER.sub(lambda match: str(int(match[0]) + shift), text)
    text = ENTRY_LINK.sub(f"](instrument:of-{shift}-", text)
    left = cycle(targets)
    text = PAGE_LINK.sub(lambda _: f"]({posixpath.relpath(next(left), posixpath.dirname(key))}#s-1)", text)
    first, _, rest = text.partition("\n")
    first = f"{HEADING_ID.sub('', first).strip()} P{key[-6:-3]}S{number} {{#s-{number}}}"
    return "\n".join([first, *(marked(line, following, key, shift) for line, following in pairwise([*rest.split("\n"), ""]))])


def marked(line: str, following: str, key: str, shift: int) -> str:
    """Return a line with a name that no other page has, where it is a paragraph or a list item."""
    if not line.strip() or following.strip().startswith("|") or line.startswith(("|", "#", ">", "    ")):
        return line
    return f"{line} (P{key[-6:-3]}X{shift})"
