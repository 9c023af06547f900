"""A docs tree: the pages of both languages below one folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bitext.document import Document
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other, read_source

SUFFIXES = {".md", ".mdx", ".markdown"}


class TreeError(Exception):
    """The folder is no docs tree; the message says what is missing."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def is_page(name: str) -> bool:
    """Tell by its ending whether a file is a page."""
    return posixpath.splitext(name)[1].lower() in SUFFIXES


@dataclass(frozen=True, eq=False)
class Tree:
    """All documents by language and key; reads no page before it is asked about it.

    `generated` are pages that a build adds, with their anchors, `files` other files.
    """

    root: Path
    shown: str
    documents: Mapping[str, Mapping[str, Document]]
    generated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    def page_keys(self) -> list[str]:
        """Return the keys of all pages of either language."""
        return sorted({key for language in LANGUAGES for key in self.documents[language]})

    def content(self) -> str:
        """Return a text that is equal for equal content of all pages only."""
        return " ".join(f"{one.source.path} {one.source.mark}" for held in self.documents.values() for one in held.values())

    def shown_path(self, language: str, key: str) -> str:
        """Return the path of a page as people see it, whether or not it exists."""
        return f"{self.shown}/{language}/{key}"

    def keys(self, language: str) -> Sequence[str]:
        """Return the keys of the pages that one language has as files."""
        return list(self.documents[language])

    def has_page(self, language: str, key: str) -> bool:
        """Tell whether there is a page, as a file or made by a build."""
        return key in self.documents[language] or key in self.generated

    def anchors(self, language: str, key: str) -> frozenset[str] | None:
        """Return the anchors of a page, or None where there is no such page."""
        document = self.documents[language].get(key)
        if document is not None:
            return document.outline.explicit_ids | document.outline.derived_ids
        return self.generated.get(key)

    def leads(self, language: str, key: str, fragment: str) -> bool:
        """Tell whether a page has an anchor, be it only in the other language; of a page that does not exist nothing is known."""
        document, counterpart = self.documents[language].get(key), self.documents[other(language)].get(key)
        if counterpart is not None and fragment in counterpart.explicit_ids:
            return True
        return document.has_anchor(fragment) if document is not None else fragment in self.generated.get(key, {fragment})

    def holds(self, path: str) -> bool:
        """Tell whether a file or folder stands or will stand below the tree's root; `path` is relative to it and normalised."""
        try:
            return path in self.files or (not path.startswith("..") and (self.root / path).exists())
        except OSError:  # a name that is longer than the file system allows
            return False

    def derives(self, language: str, key: str, fragment: str) -> bool:
        """Tell whether a page has an anchor that its source does not give but tools make of the words of a heading."""
        document = self.documents[language].get(key)
        return document is not None and fragment not in document.explicit_ids and document.has_anchor(fragment)

    def titled(self) -> tuple[tuple[Document, Document], ...]:
        """Return the pairs of pages whose Chinese side holds titles in 《》."""
        return self.titled_pairs

    def titles(self) -> str:
        """Return a mark of the pairs of pages that hold titles, equal for equal bytes only."""
        return self.titles_mark

    @cached_property
    def titles_mark(self) -> str:
        """The mark, put together once: each page with titles asks for it."""
        return "\n".join(document.source.mark for pair in self.titled_pairs for document in pair)

    @cached_property
    def titled_pairs(self) -> tuple[tuple[Document, Document], ...]:
        """The pairs of pages with titles; looked up once, without reading the pages."""
        zh, en = (self.documents[language] for language in LANGUAGES)
        opening = "《".encode()
        return tuple((document, en[key]) for key, document in zh.items() if key in en and opening in document.source.data)

    def holds_files(self) -> bool:
        """Tell whether anything but pages lies in the tree: where nothing does, pictures and downloads are kept elsewhere."""
        return self.kept_files

    @cached_property
    def kept_files(self) -> bool:
        """Whether anything but pages lies in the tree; looked up once."""
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
        return next((key for key in candidates if self.has_page(language, key)), None)


def read_tree(
    root: Path, shown: str, generated: Mapping[str, frozenset[str]] | None = None, files: frozenset[str] = frozenset()
) -> Tree:
    """Read every page below `root`/zh and `root`/en. Raises TreeError where these folders do not exist."""
    missing = [language for language in LANGUAGES if not (root / language).is_dir()]
    if missing:
        absent = Several(missing, Message(" and no folder "))
        raise TreeError(
            Message("{folder} holds no folder {missing}; name a folder that holds zh/ and en/", folder=shown, missing=absent)
        )
    documents = {language: dict(read_language(root, shown, language)) for language in LANGUAGES}
    return Tree(root, shown, documents, generated or {}, files)


def read_language(root: Path, shown: str, language: str) -> Iterator[tuple[str, Document]]:
    """Yield the documents of one language with their keys."""
    folder = root / language
    for path in sorted(folder.rglob("*")):
        if is_page(path.name) and path.is_file():
            key = path.relative_to(folder).as_posix()
            yield key, Document(read_source(path, f"{shown}/{language}/{key}", key, language))
