"""What a page's findings may depend on outside the page, as questions with answers that can be asked again.

Rules about a page see the tree only through these questions. A witness notes them, so that a later run can tell whether
anything would be answered otherwise: if not, the findings of an unchanged page are still the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from bitext.document import Document

Documents = Mapping[str, Mapping[str, Document]]
# The name of a question and what it is asked about.
Question = tuple[str, ...]
Answer = bool | str | None | Sequence[str] | frozenset[str]
Said = TypeVar("Said", bound=Answer)


class Surroundings(Protocol):
    """The questions that a rule may ask about the rest of the tree; `bitext.tree.Tree` answers them.

    Whoever looks at `documents` depends on every page: the page is checked again after any edit. Ask something narrower.
    """

    @property
    def documents(self) -> Documents:
        """All documents by language and key."""

    def content(self) -> str:
        """Return a text that is equal for equal content of all pages only."""

    def shown_path(self, language: str, key: str) -> str:
        """Return the path of a page as people see it, whether or not it exists."""

    def keys(self, language: str) -> Sequence[str]:
        """Return the keys of the pages that one language has as files."""

    def holds(self, path: str) -> bool:
        """Tell whether a file or folder stands or will stand below the tree's root."""

    def find_page(self, language: str, path: str) -> str | None:
        """Return the key of the page that a link path means, or None."""

    def anchors(self, language: str, key: str) -> frozenset[str] | None:
        """Return the anchors of a page, or None where there is no such page."""

    def leads(self, language: str, key: str, fragment: str) -> bool:
        """Tell whether a link to a part of a page arrives."""

    def derives(self, language: str, key: str, fragment: str) -> bool:
        """Tell whether a page has an anchor that tools make of the words of a heading."""

    def holds_files(self) -> bool:
        """Tell whether anything but pages lies in the tree."""

    def titled(self) -> tuple[tuple[Document, Document], ...]:
        """Return the pairs of pages whose Chinese side holds titles in 《》."""

    def titles(self) -> str:
        """Return a mark of these pairs."""


class Witness:
    """Hands questions on to a tree and notes each with a mark of its answer."""

    def __init__(self, tree: Surroundings) -> None:
        """Begin with nothing asked."""
        self.tree = tree
        self.answers: dict[Question, Answer] = {}

    def noted(self) -> dict[Question, str]:
        """Return what was asked, each question with the mark of its answer."""
        return {question: mark_of(answer) for question, answer in self.answers.items()}

    @property
    def documents(self) -> Documents:
        """Hand out everything, and note that everything matters."""
        self.content()
        return self.tree.documents

    def content(self) -> str:
        """Hand a question on."""
        return self.note(("content",), self.tree.content())

    def shown_path(self, language: str, key: str) -> str:
        """Hand a question on; the answer depends on the path of the tree alone."""
        return self.tree.shown_path(language, key)

    def keys(self, language: str) -> Sequence[str]:
        """Hand a question on."""
        return self.note(("keys", language), self.tree.keys(language))

    def holds(self, path: str) -> bool:
        """Hand a question on."""
        return self.note(("holds", path), self.tree.holds(path))

    def find_page(self, language: str, path: str) -> str | None:
        """Hand a question on."""
        return self.note(("find_page", language, path), self.tree.find_page(language, path))

    def anchors(self, language: str, key: str) -> frozenset[str] | None:
        """Hand a question on."""
        return self.note(("anchors", language, key), self.tree.anchors(language, key))

    def leads(self, language: str, key: str, fragment: str) -> bool:
        """Hand a question on."""
        return self.note(("leads", language, key, fragment), self.tree.leads(language, key, fragment))

    def derives(self, language: str, key: str, fragment: str) -> bool:
        """Hand a question on."""
        return self.note(("derives", language, key, fragment), self.tree.derives(language, key, fragment))

    def holds_files(self) -> bool:
        """Hand a question on."""
        return self.note(("holds_files",), self.tree.holds_files())

    def titled(self) -> tuple[tuple[Document, Document], ...]:
        """Hand a question on; the mark of the pages answers for them."""
        self.titles()
        return self.tree.titled()

    def titles(self) -> str:
        """Hand a question on."""
        return self.note(("titles",), self.tree.titles())

    def note(self, question: Question, answer: Said) -> Said:
        """Note an answer and return it."""
        self.answers[question] = answer
        return answer


class Recheck:
    """Asks questions of earlier runs again, each once."""

    def __init__(self, tree: Surroundings) -> None:
        """Begin with nothing asked."""
        self.tree = tree
        self.marks: dict[Question, str] = {}

    def confirms(self, noted: dict[Question, str]) -> bool:
        """Tell whether every question still has the answer it had."""
        return all(self.mark(question) == mark for question, mark in noted.items())

    def mark(self, question: Question) -> str:
        """Return the mark of today's answer to a question."""
        if question not in self.marks:
            name, *words = question
            self.marks[question] = mark_of(getattr(self.tree, name)(*words))
        return self.marks[question]


def mark_of(answer: Answer) -> str:
    """Return a short text that is equal for equal answers only."""
    if isinstance(answer, bool | None):
        return str(answer)
    text = json.dumps(answer if isinstance(answer, str) else sorted(answer) if isinstance(answer, frozenset) else [*answer])
    return hashlib.sha256(text.encode()).hexdigest()[:32]
