"""What a rule is, and the list of all rules."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Literal, TypeVar

from bitext.align import Pair
from bitext.blocks import Block
from bitext.closeness import Closeness, closeness
from bitext.document import Document
from bitext.finding import Finding, Level, Place
from bitext.history import History
from bitext.message import Message
from bitext.page import LANGUAGES
from bitext.register import Register
from bitext.surroundings import Surroundings
from bitext.tree import Tree
from bitext.understood import Unread, unread

NAMES = {"zh": Message("Chinese"), "en": Message("English")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run knows besides the tree.

    `as_of` is the day on which texts must be true. `navigation` holds the keys of pages that the site's navigation
    names, None where that is not known. `history` holds earlier versions of the pages, None where there are none.
    """

    register: Register | None
    as_of: datetime.date
    navigation: frozenset[str] | None = None
    history: History | None = None


@dataclass(frozen=True, eq=False)
class Comparison:
    """The two documents of one key (one may be missing), aligned; of the rest of the tree it knows what `tree` answers."""

    key: str
    documents: dict[str, Document]
    pairs: Sequence[Pair]
    tree: Surroundings
    settings: Settings

    @property
    def complete(self) -> bool:
        """Whether both languages have the page."""
        return len(self.documents) == len(LANGUAGES)

    @property
    def comparable(self) -> bool:
        """Whether both languages have the page and both could be read."""
        return self.complete and all(document.page.lines for document in self.documents.values()) and not self.opaque

    @cached_property
    def unread(self) -> dict[str, Unread | None]:
        """What of each language's page could not be read as text."""
        return {language: unread(document) for language, document in self.documents.items()}

    @property
    def opaque(self) -> bool:
        """Whether a page as a whole is no text."""
        return any(one and one.block is None for one in self.unread.values())

    @cached_property
    def known(self) -> Sequence[Pair]:
        """The pairs before what one of the pages swallows: what stands alone behind the last pair of these is not missing."""
        swallowing = {id(one.block) for one in self.unread.values() if one and one.block}
        if not swallowing:
            return self.pairs
        whole = [n for n, pair in enumerate(self.pairs) if pair.zh and pair.en and not {id(pair.zh), id(pair.en)} & swallowing]
        return self.pairs[: whole[-1] + 1] if whole else ()

    @cached_property
    def closeness(self) -> Closeness:
        """How closely the two pages follow each other."""
        return closeness(self.pairs)


Scope = Literal["tree", "page", "block", "pair", "elsewhere"]
# What each scope hands to its rules: the tree; a comparison; a block and its comparison; two blocks and their comparison.
# Rules that other modules judge (the register's files, silencing comments) are listed here for their names and explanations.
TreeCheck = Callable[[Tree, Settings], Iterator[Finding]]
PageCheck = Callable[[Comparison], Iterator[Finding]]
BlockCheck = Callable[[Block, Comparison], Iterator[Finding]]
PairCheck = Callable[[Pair, Comparison], Iterator[Finding]]
Check = TreeCheck | PageCheck | BlockCheck | PairCheck
Checked = TypeVar("Checked", bound=Check)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with what people need to know about it.

    `inferred` tells that its findings follow from what words mean, not from marks that both languages share. `after` names rules
    that explain the same fault better: where one of them spoke about a pair of blocks, this one is silent.
    """

    name: str
    level: Level
    scope: Scope
    why: Message
    wrong: Message
    right: Message
    check: Check
    needs_register: bool = False
    needs_history: bool = False
    inferred: bool = False
    after: frozenset[str] = frozenset()

    def finding(
        self,
        place: Place,
        message: Message,
        remedy: Message,
        *,
        related: Place | None = None,
        texts: tuple[str, str] = ("", ""),
        level: Level | None = None,
    ) -> Finding:
        """Return a finding of this rule, of its own level unless another is given; `texts` are the passages of both sides."""
        return Finding(place, self.name, level or self.level, message, remedy, related, *texts)


RULES: dict[str, Rule] = {}


def rule(
    name: str, scope: Scope, *, why: str, wrong: str, right: str, level: Level = Level.ERROR,
    needs_register: bool = False, needs_history: bool = False, inferred: bool = False, after: Sequence[str] = (),
) -> Callable[[Checked], Checked]:  # fmt: skip
    """Add a function to the list of rules."""

    def add(check: Checked) -> Checked:
        texts = Message.of(why), Message.of(wrong), Message.of(right)
        RULES[name] = Rule(name, level, scope, *texts, check, needs_register, needs_history, inferred, frozenset(after))
        return check

    return add


def in_order(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules in an order in which each stands behind those that explain the same fault better."""
    known = {one.name: one for one in rules}
    behind = {one.name: sorted(one.after & known.keys()) for one in rules}
    return [known[name] for name in TopologicalSorter(behind).static_order()]


def judged_elsewhere(name: str, *, why: str, wrong: str, right: str, level: Level = Level.ERROR) -> Rule:
    """Add a rule to the list whose findings another module makes."""
    texts = Message.of(why), Message.of(wrong), Message.of(right)
    RULES[name] = Rule(name, level, "elsewhere", *texts, nothing)
    return RULES[name]


def nothing(tree: Tree, settings: Settings) -> Iterator[Finding]:
    """Find nothing."""
    return iter(())
