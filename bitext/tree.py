"""A docs tree: the pages of both languages below one folder, read and cut into blocks once."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bitext.blocks import Block, read_blocks
from bitext.page import LANGUAGES, Page, read_page

SUFFIXES = {".md", ".mdx", ".markdown"}
HTML_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']([^\"']+)[\"']|\{:?[^{}]*#([\w:.-]+)[^{}]*\}")


class TreeError(Exception):
    """The folder is no docs tree; the text says what is missing."""


@dataclass(frozen=True, eq=False)
class Document:
    """A page with its blocks."""

    page: Page
    blocks: tuple[Block, ...]

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if block.kind == "heading")

    @cached_property
    def explicit_ids(self) -> frozenset[str]:
        """The ids that the source gives."""
        written = {block.id for block in self.headings if block.id}
        for block in self.blocks:
            if block.kind != "code":
                written |= {match[1] or match[2] for match in HTML_ID.finditer(block.raw)}
        written |= {match[2] for line in self.page.lines if (match := HTML_ID.fullmatch(line.strip())) and match[2]}
        return frozenset(written)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All ids a link may lead to: the given ones, and those that tools derive from headings without one."""
        derived = {slug for block in self.headings if not block.id for slug in slugs(block.text)}
        return self.explicit_ids | derived


def is_page(name: str) -> bool:
    """Tell by its ending whether a file is a page."""
    return posixpath.splitext(name)[1].lower() in SUFFIXES


def slugs(text: str) -> Iterator[str]:
    """Yield the ids that common tools derive from a heading (Python-Markdown's and GitHub's ways)."""
    lowered = text.strip().lower()
    yield re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", lowered))
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    yield re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@dataclass(frozen=True, eq=False)
class Tree:
    """All documents by language and key. `generated` are pages that a build adds, with their anchors, `files` other files."""

    root: Path
    shown: str
    documents: Mapping[str, Mapping[str, Document]]
    generated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    def page_keys(self) -> list[str]:
        """Return the keys of all pages of either language."""
        return sorted({key for language in LANGUAGES for key in self.documents[language]})

    def shown_path(self, language: str, key: str) -> str:
        """Return the path of a page as people see it, whether or not it exists."""
        return f"{self.shown}/{language}/{key}"

    def anchors(self, language: str, key: str) -> frozenset[str] | None:
        """Return the anchors of a page, or None where there is no such page."""
        document = self.documents[language].get(key)
        if document is not None:
            return document.anchors
        return self.generated.get(key)

    def holds(self, path: str) -> bool:
        """Tell whether a file or folder stands or will stand below the tree's root; `path` is relative to it and normalised."""
        try:
            return path in self.files or (not path.startswith("..") and (self.root / path).exists())
        except OSError:  # a name that is longer than the file system allows
            return False

    @cached_property
    def holds_files(self) -> bool:
        """Whether anything but pages lies in the tree: where nothing does, pictures and downloads are kept elsewhere."""
        return bool(self.files) or any(path.is_file() and not is_page(path.name) for path in self.root.rglob("*"))

    def find_page(self, language: str, path: str) -> str | None:
        """Return the key of the page that a link path means, with or without its ending, or None."""
        clean = path.rstrip("/")
        candidates = [
            clean,
            f"{clean}.md",
            f"{clean}.mdx",
            posixpath.join(clean, "index.md"),
            posixpath.join(clean, "README.md"),
        ]
        return next((key for key in candidates if self.anchors(language, key) is not None), None)


def read_tree(
    root: Path, shown: str, generated: Mapping[str, frozenset[str]] | None = None, files: frozenset[str] = frozenset()
) -> Tree:
    """Read every page below `root`/zh and `root`/en. Raises TreeError where these folders do not exist."""
    missing = [language for language in LANGUAGES if not (root / language).is_dir()]
    if missing:
        raise TreeError(f"{shown} holds no folder {' and no folder '.join(missing)}; name a folder that holds zh/ and en/")
    documents = {language: dict(read_language(root, shown, language)) for language in LANGUAGES}
    return Tree(root, shown, documents, generated or {}, files)


def read_language(root: Path, shown: str, language: str) -> Iterator[tuple[str, Document]]:
    """Yield the documents of one language with their keys."""
    folder = root / language
    for path in sorted(folder.rglob("*")):
        if is_page(path.name) and path.is_file():
            key = path.relative_to(folder).as_posix()
            page = read_page(path, f"{shown}/{language}/{key}", key, language)
            yield key, Document(page, tuple(read_blocks(page)))
