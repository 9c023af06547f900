"""ref/ rules about one link: it leads somewhere, to a place that exists, in the page's own language, and does no harm."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.message import Message
from bitext.page import other
from bitext.prose import Link
from bitext.rules.rule import RULES, Comparison, rule
from bitext.targets import Kind, Target, resolve, unlocalised
from bitext.tree import is_page

# So alike are a name and what a slip of the pen makes of it.
SLIP = 0.93
# So many links that all lead nowhere are no slips.
MANY = 4
HARMFUL = re.compile(r"<(?:script|iframe|object|embed|base|form)\b|\son\w+\s*=|(?:javascript|vbscript):", re.IGNORECASE)


@lru_cache(maxsize=16)
def resolved(block: Block, comparison: Comparison) -> Sequence[tuple[Link, Target]]:
    """Return the links of a block with their targets; several rules ask for them one after the other."""
    page, tree = block.page, comparison.tree
    return [(link, resolve(link.target, tree, page.language, page.key)) for link in block.prose.links]


def guess(word: str, possible: Sequence[str]) -> Message | str:
    """Return a question with the nearest possible spelling, or nothing."""
    near = get_close_matches(word, possible, 1, 0.7)
    return Message("; did you mean {near}?", near=near[0]) if near else ""


@rule(
    "ref/broken-link", "page",
    why="A link that leads nowhere costs the reader the evidence.",
    wrong="`[范围](scop.md)`", right="`[范围](scope.md)`",
)  # fmt: skip
def broken_link(comparison: Comparison) -> Iterator[Finding]:
    """Report relative links to pages and files that do not exist.

    Without a register the tree may be a part of a site: what both languages link and neither holds is one note a page.
    """
    unseen: list[tuple[Link, Block]] = []
    for language, document in comparison.documents.items():
        for block in document.blocks:
            for link, target in resolved(block, comparison):
                if target.kind is Kind.MISSING and elsewhere(target, link, language, comparison):
                    unseen.append((link, block))
                elif target.kind is Kind.MISSING:
                    yield broken(link, target, block, comparison)
    if unseen:
        link, block = unseen[0]
        message = Message(
            "{count} links lead to what this tree does not hold, first {target}", count=len(unseen), target=link.target
        )
        remedy = Message("see that the whole site holds it")
        yield RULES["ref/broken-link"].finding(block.raw_place(link.offset), message, remedy, level=Level.NOTE)


def broken(link: Link, target: Target, block: Block, comparison: Comparison) -> Finding:
    """Return the finding of a link that leads nowhere."""
    remedy = Message("correct the path{guess}", guess=guess(target.name, comparison.tree.keys(block.page.language)))
    message = Message("the link leads to {target}, which does not exist", target=link.target)
    return RULES["ref/broken-link"].finding(block.raw_place(link.offset), message, remedy)


def elsewhere(target: Target, link: Link, language: str, comparison: Comparison) -> bool:
    """Tell whether a target may stand in a part of the site that is not here: nothing in the tree contradicts it."""
    if comparison.settings.register is not None:
        return False
    name, theirs = bare(target.name), missing_names(comparison, other(language))
    outside = target.name.startswith("..")
    strange = not comparison.tree.holds_files() and "." in posixpath.basename(target.name) and not is_page(target.name)
    if name in theirs or not (outside or strange or link.image or alone(comparison)):
        return name in theirs
    # Pictures may be others in each language; a name that is nearly that of the other side is a slip of the pen.
    return not get_close_matches(name, theirs - missing_names(comparison, language), 1, SLIP)


@lru_cache(maxsize=8)
def alone(comparison: Comparison) -> bool:
    """Tell whether the tree holds nothing of what two pages link: they were taken out of a site, as a README is."""
    blocks = (block for document in comparison.documents.values() for block in document.blocks)
    links = [target for block in blocks for _, target in resolved(block, comparison)]
    if sum(target.kind is Kind.MISSING for target in links) < MANY:
        return False
    return not any(target.kind is Kind.FILE or (target.kind is Kind.PAGE and target.name != comparison.key) for target in links)


def bare(name: str) -> str:
    """Return a name without its language and without the way up to it: the folders of the languages may lie at different depths."""
    return re.sub(r"^(?:\.\./)+", "", unlocalised(name))


@lru_cache(maxsize=8)
def missing_names(comparison: Comparison, language: str) -> frozenset[str]:
    """Return what a page of one language links and the tree does not hold, by names without their language."""
    document = comparison.documents.get(language)
    found = (one for block in document.blocks for one in resolved(block, comparison)) if document else ()
    return frozenset(bare(target.name) for _, target in found if target.kind is Kind.MISSING)


@rule(
    "ref/broken-anchor", "block",
    why="A link to a section that does not exist drops the reader at the top of a page.",
    wrong="`[范围](notice.md#scop)`", right="`[范围](notice.md#scope)`",
)  # fmt: skip
def broken_anchor(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report fragments that no heading of the target has; an id that only the counterpart gives is pair/heading-id's matter."""
    tree, language = comparison.tree, block.page.language
    for link, target in resolved(block, comparison):
        if target.kind is not Kind.PAGE or not target.fragment or target.fragment == "top":
            continue
        if tree.leads(language, target.name, target.fragment):
            continue
        message = Message("{page} has no section {fragment!r}", page=target.name, fragment=target.fragment)
        anchors = tree.anchors(language, target.name) or frozenset()
        remedy = Message("correct the part behind the #{guess}", guess=guess(target.fragment, sorted(anchors)))
        yield RULES["ref/broken-anchor"].finding(block.raw_place(link.offset), message, remedy)


@rule(
    "ref/crosses-language", "block",
    why="A reader of one language would land on a page of the other; MkDocs turns such a link into a wrong one without a word.",
    wrong="`[the Notice](../en/notice.md)` in docs/zh", right="`[《通知》](notice.md)`",
)  # fmt: skip
def crosses_language(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report relative links from one language's folder into the other's."""
    for link, target in resolved(block, comparison):
        if target.kind is Kind.CROSSING:
            message = Message("the link {target} leads into the other language", target=link.target)
            yield RULES["ref/crosses-language"].finding(
                block.raw_place(link.offset),
                message,
                Message("link the page of this language; the language switch does the rest"),
            )


@rule(
    "ref/unknown-id", "block", needs_register=True,
    why="A link to an entry that the register does not have has no page to lead to.",
    wrong="`[《通知》](instrument:notice-2024-586)`", right="`[《通知》](instrument:notice-2024-568)`",
)  # fmt: skip
def unknown_id(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report instrument:, term: and source: links whose id the register does not know."""
    register = comparison.settings.register
    assert register is not None  # noqa: S101 - the rule needs a register
    for link, target in resolved(block, comparison):
        if target.kind is Kind.ENTRY:
            kind, _, name = target.name.partition(":")
            entries = register.kinds()[kind]
            if name not in entries:
                message = Message("the register has no {kind} {name!r}", kind=kind, name=name)
                remedy = Message("correct the id or add the entry{guess}", guess=guess(name, list(entries)))
                yield RULES["ref/unknown-id"].finding(block.raw_place(link.offset), message, remedy)


@rule(
    "ref/unsafe", "block",
    why="A page of law needs no scripts; an address with code in it can act in the reader’s name.",
    wrong="`[click](javascript:alert(1))`", right="`[link](https://example.org/)`",
)  # fmt: skip
def unsafe(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report addresses that carry code, and HTML that runs or embeds something."""
    this = RULES["ref/unsafe"]
    for link, target in resolved(block, comparison):
        if target.kind is Kind.UNSAFE:
            message = Message("the address {target} can run code", target=link.target)
            yield this.finding(block.raw_place(link.offset), message, Message("remove it"))
    for tag, offset in block.prose.tags:
        if found := HARMFUL.search(tag):
            message = Message("the HTML holds {code!r}", code=found[0].strip())
            level = None if comparison.settings.register else Level.NOTE  # other sites embed what they know
            yield this.finding(block.raw_place(offset), message, Message("remove it"), level=level)
