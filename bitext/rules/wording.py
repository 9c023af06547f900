"""date/ rules about words: nothing that depends on the day of reading, no future for days that have passed."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from bitext.blocks import Block
from bitext.finding import Finding
from bitext.mentions.dates import DateMention, read_dates
from bitext.message import Message
from bitext.partial_date import PartialDate
from bitext.rules.rule import RULES, Comparison, rule

RELATIVE = {
    "zh": re.compile(
        r"(?:自?即日起?|立即|立刻|今[日天年]|昨[日天]|(?<![说注写标])明(?:[日天](?!期)|年(?!份))|去年|前年|本[月周]|上[个]?[月周]|下[个]?[月周]|近[日期来]|日前|不久前|最近|目前|眼下|(?<![出发体浮呈])现在|如今|迄今|至今|眼前|当前)"
    ),
    "en": re.compile(
        r"\b(?:immediately|at\s+once|today|yesterday|tomorrow|recent(?:ly)?|lately|to\s+date|so\s+far|until\s+now|up\s+to\s+now|nowadays|currently"
        r"|at\s+present|presently|(?:this|last|next)\s+(?:year|month|week|spring|summer|autumn|winter)|soon|shortly)\b",
        re.IGNORECASE,
    ),
}
# What a text quotes it does not say itself.
QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|\"[^\"]*\"")
# The future form and the date must stand close together, in one clause.
FUTURE_BEFORE = {
    "zh": re.compile(r"(?:将(?:于|自|在|从)|拟于|即将(?:于|自|在)|预计(?:将?于|将?自))\s*$"),
    "en": re.compile(
        r"\b(?:will|shall|is\s+to|are\s+to|is\s+due\s+to|is\s+going\s+to)\s+(?:[\w-]+\s+){1,8}(?:on|from|in|by|of|as\s+of)\s+$",
        re.IGNORECASE,
    ),
}
FUTURE_AFTER = {
    "zh": re.compile(r"(?:起|之后|后|，)?(?:才|即)?将(?:要|会|开始|正式|[施实生适公])"),
    "en": re.compile(r",?\s+(?:[\w-]+\s+){0,6}?will\b(?!\s+have)", re.IGNORECASE),
}


@rule(
    "date/relative", "block", needs_register=True,
    why="“Immediately” and “recently” mean another day for each reader.",
    wrong="自即日起施行", right="自2024年9月7日起适用",
)  # fmt: skip
def relative(block: Block, _: Comparison) -> Iterator[Finding]:
    """Report words whose meaning depends on the day of reading; quoted words are not the page's own."""
    text = QUOTED.sub(lambda match: " " * len(match[0]), block.text)
    for match in RELATIVE[block.page.language].finditer(text):
        yield RULES["date/relative"].finding(
            block.place(match.start()),
            Message("“{word}” depends on the day of reading", word=match[0]),
            Message("give the date"),
            texts=(block.text, ""),
        )


@rule(
    "date/past-future", "block",
    why="A text that announces a day that has passed is out of date.",
    wrong="“will take effect on 1 November 2024”, read in 2026", right="“has been in force from 1 November 2024”",
    after=["date/differs"],
)  # fmt: skip
def past_future(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report future forms beside a date that lies before the day on which the text must be true."""
    text, language = block.text, block.page.language
    for mention in read_dates(text, language):
        if mention.certain and passed(mention.value, comparison.settings.as_of) and future_near(text, mention, language):
            message = Message("the text speaks of {day} as of a day to come, but it has passed", day=mention.value)
            yield RULES["date/past-future"].finding(
                block.place(mention.start), message, Message("say what happened, with its date"), texts=(text, "")
            )


def future_near(text: str, mention: DateMention, language: str) -> bool:
    """Tell whether a future form governs a date."""
    before, after = text[max(0, mention.start - 90) : mention.start], text[mention.end : mention.end + 60]
    return bool(FUTURE_BEFORE[language].search(before) or FUTURE_AFTER[language].match(after))


def passed(value: PartialDate, day: datetime.date) -> bool:
    """Tell whether the whole of a date lies before a day."""
    if value.year is None or not value.possible():
        return False
    month = value.month or 12
    last = value.day or calendar.monthrange(value.year, month)[1]
    return datetime.date(value.year, month, last) < day
