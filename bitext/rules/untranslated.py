"""pair/untranslated: prose that stands in the other language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bitext.blocks import Block
from bitext.finding import Finding, Place
from bitext.foreign import SILENT, foreign
from bitext.message import Message
from bitext.page import other
from bitext.rules.pairs import KINDS, shortened
from bitext.rules.rule import NAMES, RULES, Comparison, rule

# A page with at least this many such blocks, and at least half of them, is not translated as a whole.
WHOLE = 5


@rule(
    "pair/untranslated", "page",
    why="A block left in the other language is not readable for those who come for this one.",
    wrong="an English paragraph in docs/zh", right="the paragraph in Chinese",
)  # fmt: skip
def untranslated(comparison: Comparison) -> Iterator[Finding]:
    """Report runs of blocks in the other language, one finding a run; of a page that is so by half, one finding in all."""
    if not comparison.comparable:
        return
    for document in comparison.documents.values():
        prose = [block for block in document.blocks if block.kind not in SILENT]
        runs = [list(run) for strange, run in groupby(prose, foreign) if strange]
        held = sum(map(len, runs))
        if held >= WHOLE and 2 * held >= len(prose):
            yield whole_page(document.page.path, document.page.language, held, len(prose))
        else:
            yield from map(one_run, runs)


def whole_page(path: str, language: str, held: int, blocks: int) -> Finding:
    """Return the finding of a page of which at least half is in the other language."""
    message = Message(
        "{held} of the page’s {blocks} blocks are in {language}", held=held, blocks=blocks, language=NAMES[other(language)]
    )
    return RULES["pair/untranslated"].finding(Place(path), message, Message("write them in {language}", language=NAMES[language]))


def one_run(run: Sequence[Block]) -> Finding:
    """Return the finding of neighbouring blocks in the other language."""
    block, language = run[0], run[0].page.language
    values = {"kind": KINDS[block.kind], "language": NAMES[other(language)], "text": shortened(block.text)}
    if len(run) == 1:
        message = Message("the {kind} is in {language}: “{text}”", **values)
        remedy = Message("write it in {language}", language=NAMES[language])
    else:
        message = Message("{count} blocks, from the {kind} on, are in {language}: “{text}”", count=len(run), **values)
        remedy = Message("write them in {language}", language=NAMES[language])
    return RULES["pair/untranslated"].finding(block.place(), message, remedy, texts=(block.text, ""))
