"""style/typography: how the house writes dates, document numbers, quotation marks, and Han beside Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.message import Message
from bitext.rules.rule import RULES, Comparison, rule

HAN = r"[\u3400-\u9fff]"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SILENT = frozenset({"code", "html", "rule"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A way of writing that is not the house's: how it is recognised, and what to write instead."""

    pattern: re.Pattern[str]
    remedy: Message


DATE = Message("write dates as 8 September 2024")
NUMBER = Message("write 〔〕 around the year of a document number")
SLIPS = {
    "zh": (
        Slip(re.compile(r"\d{4} 年|\d (?:月|日)|年 \d|月 \d"), Message("write dates without spaces: 2024年9月8日")),
        Slip(
            re.compile(rf"{HAN}(?<![年月]) +[A-Za-z0-9]|[A-Za-z0-9%] +(?![年月日]){HAN}"),
            Message("type no space between Han and Latin; the style sheet sets it"),
        ),
        Slip(re.compile(rf"{HAN}[,;:?!(]|[,;:?!)]{HAN}"), Message("use full-width punctuation")),
        Slip(re.compile(r"[\[［【(（](?:19|20)\d\d[\]］】)）]\d+号"), NUMBER),
        Slip(
            re.compile(rf"[\"'「」『』](?={HAN})|(?<={HAN})[\"'「」『』]"),
            Message("use the quotation marks “ ” and ‘ ’"),
        ),
    ),
    "en": (
        Slip(re.compile(rf"\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}"), DATE),
        Slip(re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?{MONTH}\b"), DATE),
        Slip(
            re.compile(r"(?<=\w)'(?=\w)|\"(?=\w)|(?<=[\w.,!?])\""),
            Message("use curly quotation marks and apostrophes"),
        ),
        Slip(re.compile(r"[\[(](?:19|20)\d\d[\])] ?(?:No\. ?)?\d+\b"), NUMBER),
    ),
}


@rule(
    "style/typography", "block", needs_register=True, level=Level.NOTE,
    why="One way of writing dates, numbers and quotations lets readers and search find the same thing everywhere.",
    wrong="2024 年 9 月 8 日, September 8, 2024", right="2024年9月8日, 8 September 2024",
)  # fmt: skip
def typography(block: Block, _: Comparison) -> Iterator[Finding]:
    """Report the first slip of each kind in a block; code and what only looks like text are left alone."""
    if block.kind in SILENT:
        return
    for slip in SLIPS[block.page.language]:
        if match := slip.pattern.search(block.text):
            message = Message("“{text}” is not how this house writes", text=match[0])
            yield RULES["style/typography"].finding(block.place(match.start()), message, slip.remedy, texts=(block.text, ""))
