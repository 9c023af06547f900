"""pair/ rules about blocks: each has its counterpart, of the same kind, with the same heading id, in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bitext.align import Pair
from bitext.blocks import Block
from bitext.document import title_heading
from bitext.finding import Finding, Level, Place
from bitext.foreign import foreign
from bitext.joining import RUNNING, belongs, joined
from bitext.lexicon import likeness
from bitext.message import Message
from bitext.page import LANGUAGES, other
from bitext.rules.moved import moves
from bitext.rules.rule import NAMES, RULES, Comparison, rule

KINDS = {
    "heading": Message("heading"),
    "paragraph": Message("paragraph"),
    "item": Message("list item"),
    "row": Message("table row"),
    "quote-paragraph": Message("quotation"),
    "admonition": Message("admonition title"),
    "code": Message("code block"),
    "html": Message("HTML block"),
    "rule": Message("horizontal rule"),
    "term": Message("term"),
    "definition": Message("definition"),
    "footnote": Message("footnote"),
}
WORD = re.compile(r"[A-Za-z]{2,}")
# From so many runs on, and so large a share of all blocks, a page is told to be out of step as a whole.
MANY, OUT_OF_STEP = 4, 1 / 10
# So many pairs before and behind a lone block may say what it says.
NEAR = 2
# The line of an admonition in colons: its mark and its type, which sites show where no title stands (`!!!` is read with its type).
COLONS = re.compile(r"\s*+:{3,}+\s*+([a-z]++)")


def both(pair: Pair) -> tuple[Block, Block]:
    """Return the two blocks of a complete pair."""
    assert pair.zh is not None  # noqa: S101 - rules of scope "pair" are called with complete pairs only
    assert pair.en is not None  # noqa: S101
    return pair.zh, pair.en


@rule(
    "pair/missing-block", "page",
    why="What one language leaves out, its readers never learn.",
    wrong="three paragraphs in Chinese, two in English", right="the same paragraphs in both",
)  # fmt: skip
def missing_block(comparison: Comparison) -> Iterator[Finding]:
    """Report runs of blocks without counterpart, one finding a run, at the place where they are missing.

    Where runs are so many that the pages are no translation of each other any more, that is the finding, and each run a note.
    """
    found = list(missing_runs(comparison)) if comparison.comparable else []
    if sum(finding.level is not Level.NOTE for finding in found) >= MANY and comparison.closeness.unpaired >= OUT_OF_STEP:
        yield out_of_step(comparison, len(found))
        found = [replace(finding, level=Level.NOTE) for finding in found]
    yield from found


def missing_runs(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each run of blocks that one side lacks."""
    pairs = list(comparison.known)
    moved = {index for move in moves(comparison) for index in (move.zh, move.en)}
    for alone, group in groupby(range(len(pairs)), key=lambda index: alone_in(pairs[index]) and index not in moved):
        if alone:
            run = list(group)
            near = [*pairs[max(run[0] - NEAR, 0) : run[0]], *pairs[run[-1] + 1 : run[-1] + 1 + NEAR]]
            held = [pair for pair in (pairs[index] for index in run) if counts(pair) and not answered(pair, near, comparison)]
            sides = {language: [block for pair in held if (block := pair.side(language))] for language in LANGUAGES}
            if all(sides.values()):
                yield unlike_runs(sides)
            elif held:
                yield missing_run(held, "zh" if sides["zh"] else "en", comparison)


def out_of_step(comparison: Comparison, runs: int) -> Finding:
    """Return the finding of two pages that say different things throughout."""
    zh, en = (Place(comparison.documents[language].page.path, 1) for language in LANGUAGES)
    message = Message(
        "this page and {place} are out of step: at {runs} places one has blocks that the other lacks", place=en, runs=runs
    )
    return RULES["pair/missing-block"].finding(
        zh, message, Message("translate the older page anew, or go through the places noted below it"), related=en
    )


def alone_in(pair: Pair) -> bool:
    """Tell whether a pair has one block only."""
    return pair.zh is None or pair.en is None


def answered(pair: Pair, near: Sequence[Pair], comparison: Comparison) -> bool:
    """Tell whether a lone block is not missing on the other side, or is told by another rule: it is not translated."""
    block = pair.zh or pair.en
    if block is None or foreign(block) or gives_title(pair, comparison):
        return True
    return typed_near(block, near) if block.kind == "code" else said_near(pair, near, comparison)


def typed_near(code: Block, near: Sequence[Pair]) -> bool:
    """Tell whether the text around has what a code block of one line holds."""
    lines = code.raw.splitlines()[1:-1]
    around = (block.raw for pair in near if (block := pair.side(other(code.page.language))))
    return len(lines) == 1 and any(lines[0].strip() in raw for raw in around)


def said_near(pair: Pair, near: Sequence[Pair], comparison: Comparison) -> bool:
    """Tell whether the blocks around say what a lone block of prose says: it was cut otherwise, or put into a sentence.

    Where a register tells of law, a block has its own counterpart.
    """
    language = "zh" if pair.zh else "en"
    block = pair.side(language)
    if comparison.settings.register or block is None or block.kind not in RUNNING:
        return False
    # A block that is alone there too is rather this one's counterpart, in another order.
    around = [both(one) for one in near if not alone_in(one)]
    sides = [(zh, en) if language == "zh" else (en, zh) for zh, en in around]
    running = [(ours, theirs) for ours, theirs in sides if ours.kind in RUNNING and theirs.kind in RUNNING]
    if not running:
        return False
    ours, theirs = zip(*running, strict=True)
    return belongs(block, ours, joined(theirs)) or any(belongs(block, [one], counterpart) for one, counterpart in running)


def counts(pair: Pair) -> bool:
    """Tell whether a lone block is something readers would miss: a comment, a rule or the name of an admonition's type is not."""
    block = pair.zh or pair.en
    return block is not None and (block.kind not in {"html", "rule"} or bool(block.text.strip())) and not names_type(block)


def gives_title(pair: Pair, comparison: Comparison) -> bool:
    """Tell whether a lone block is the heading that stands for the title in the other page's front matter."""
    language = "zh" if pair.zh else "en"
    heading = title_heading(comparison.documents[language], comparison.documents[other(language)])
    return heading is not None and heading is pair.side(language)


def names_type(block: Block) -> bool:
    """Tell whether a block is the title of an admonition and says no more than its type, which stands there without a title too."""
    if block.kind != "admonition" or not (match := COLONS.match(block.page.lines[block.line - 1])):
        return False
    title, type_ = block.text.strip(), match[1]
    return title.lower() == type_ or (block.page.language == "zh" and likeness(title, type_) == 1)


def unlike_runs(sides: dict[str, list[Block]]) -> Finding:
    """Return the finding of blocks that stand at the same place in both languages and say different things."""
    zh, en = (Place(blocks[0].page.path, blocks[0].line) for blocks in sides.values())
    message = Message(
        "{here} and {there} at {place} do not say the same", here=counted(sides["zh"]), there=counted(sides["en"]), place=en
    )
    remedy = Message("write the same in both: “{text}”", text=shortened(sides["zh"][0].text or sides["zh"][0].raw))
    texts = (sides["zh"][0].text, sides["en"][0].text)
    # Code opposite code is its counterpart, however little of it is alike.
    code = all(block.kind == "code" for blocks in sides.values() for block in blocks)
    return RULES["pair/missing-block"].finding(zh, message, remedy, related=en, texts=texts, level=Level.NOTE if code else None)


def missing_run(run: list[Pair], language: str, comparison: Comparison) -> Finding:
    """Return the finding of a run of blocks that only `language` has."""
    blocks = [block for pair in run if (block := pair.side(language))]
    absent = comparison.documents[other(language)].page
    following = run[-1].following(other(language))
    place = following.place() if following else Place(absent.path, max(len(absent.lines) - 1, 1))
    place = Place(place.path, place.line)
    related = Place(blocks[0].page.path, blocks[0].line)
    message = Message(
        "{what} at {place} has no {language} counterpart here", what=counted(blocks), place=related, language=NAMES[other(language)]
    )
    remedy = Message("write it here or remove it there: “{text}”", text=shortened(blocks[0].text or blocks[0].raw))
    return RULES["pair/missing-block"].finding(place, message, remedy, related=related, texts=("", blocks[0].text))


def counted(blocks: list[Block]) -> Message:
    """Return in words what a run of blocks is."""
    kind = KINDS[blocks[0].kind]
    if len(blocks) == 1:
        return Message("the {kind}", kind=kind)
    return Message("{count} blocks, from the {kind}", count=len(blocks), kind=kind)


def shortened(text: str, length: int = 40) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


@rule(
    "pair/heading-id", "pair",
    why="Links to a section and the language switch rely on the same id in both languages.",
    wrong="`## 适用范围 {#scope}` beside `## Scope {#range}`", right="`{#scope}` on both",
)  # fmt: skip
def heading_id(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report headings whose explicit ids differ, or that only one side gives an id, at the side to blame."""
    headings = dict(zip(LANGUAGES, both(pair), strict=True))
    zh, en = both(pair)
    if zh.kind != "heading" or en.kind != "heading" or zh.id == en.id:
        return
    support = {language: id_support(headings[language].id, en.text, comparison) for language in LANGUAGES}
    blamed = "en" if support["en"] < support["zh"] else "zh"
    here, there = headings[blamed], headings[other(blamed)]
    message = Message(
        "the heading’s id is {here} here and {there} in {language} ({place})",
        here=named(here.id), there=named(there.id), language=NAMES[other(blamed)], place=there.place(),
    )  # fmt: skip
    yield RULES["pair/heading-id"].finding(
        here.place(), message, Message("give both headings the same id"), related=there.place(), texts=(here.text, there.text)
    )


def id_support(id_: str | None, heading: str, comparison: Comparison) -> int:
    """Count what speaks for an id: links that lead to it, and words it shares with the English heading and page."""
    if id_ is None:
        return -1
    links = [link.target for document in comparison.documents.values() for block in document.blocks for link in block.prose.links]
    page = " ".join(block.text for block in comparison.documents["en"].blocks)
    parts = set(re.split(r"[-_.:]", id_.lower()))
    shared = [parts & set(WORD.findall(text.lower())) for text in (heading, page)]
    return 2 * links.count(f"#{id_}") + sum(map(len, shared))


def named(id_: str | None) -> Message | str:
    """Return an id as messages show it."""
    return f"{{#{id_}}}" if id_ else Message("missing")
