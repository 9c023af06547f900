"""The same words in another dress: line breaks, bullets, brackets, spaces, addresses, and words of equal force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit

from bench.edits import MARKED, Change, Recipe, edits, in_both, one, replaced, swapped
from bitext.page import LANGUAGES
from bitext.tree import Tree

LOCALES = {"zh": "zh-CN", "en": "en-US"}
ADDRESS = re.compile(r"(?<=\]\()https?://[^\s()]+(?=\))")
NO_PARAGRAPH = (*MARKED, "-", "*", ">", "`")
SYNONYMS = {
    "zh": (r"(?<![无不])(?:应当|必须)(?!不)", "须"),
    "en": (r"\bmust\b", "shall"),
}


def soft_break(text: str, random: Random) -> str | None:
    """Break a paragraph's line behind a comma."""
    if text.lstrip().startswith(NO_PARAGRAPH) or re.match(r"\s*\d+\.|\s{4}", text):
        return None
    match = one(r"[，,] ?(?=\w)(?!\d)", text, random)
    return replaced(text, match, match[0].rstrip() + "\n") if match else None


def other_bullet(text: str, random: Random) -> str | None:
    """Use another bullet."""
    return random.choice("*+") + text[1:] if re.match(r"- \S", text) else None


@dataclass(frozen=True, slots=True)
class Localised:
    """An address that both languages link, with the language's own folder in it: /zh-CN/ beside /en-US/."""

    name: str = "localised address"

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one address localised in both languages."""
        found = [(key, address) for key in keys for address in shared(tree, key)]
        random.shuffle(found)
        for key, address in found:
            lines = {
                language: [localised(line, address, language) for line in tree.documents[language][key].page.lines]
                for language in LANGUAGES
            }
            yield Change(key, lines, f"{key}: {address}")


def shared(tree: Tree, key: str) -> list[str]:
    """Return the addresses, with more than a host, that both languages of a page link."""
    sides = [set(ADDRESS.findall("\n".join(tree.documents[language][key].page.lines))) for language in LANGUAGES]
    return sorted(address for address in set.intersection(*sides) if urlsplit(address).path.strip("/"))


def localised(line: str, address: str, language: str) -> str:
    """Return a line in which one address names the language."""
    parts = urlsplit(address)
    new = parts._replace(path=f"/{LOCALES[language]}{parts.path}").geturl()
    return line.replace(f"]({address})", f"]({new})")


INNOCENT: list[Recipe] = [
    *in_both("soft line break", soft_break),
    *in_both("other bullet", other_bullet),
    *edits("full-width brackets", {"zh": swapped(r"\((\w[^()\[\]]*)\)(?!\])", r"（\1）")}),
    *edits("space between Han and Latin", {"zh": swapped(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])", " ")}),
    *edits("word of equal force", {language: swapped(*synonym) for language, synonym in SYNONYMS.items()}),
    Localised(),
]
