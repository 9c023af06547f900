"""date/page-dates: what a page says about itself, in its front matter and in its text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from bitext.blocks import Block
from bitext.finding import Finding, Place
from bitext.mentions.dates import DateMention, read_dates
from bitext.mentions.roles import AS_OF
from bitext.message import Message
from bitext.page import LANGUAGES, Page
from bitext.partial_date import PartialDate
from bitext.rules.rule import NAMES, RULES, Comparison, rule

KEYS = ("as_of", "reviewed", "date", "updated", "last_updated", "lastUpdated")


@rule(
    "date/page-dates", "page",
    why="A page that is true as of one day in Chinese and of another in English is not one page.",
    wrong="`as_of: 2026-11-22` beside `as_of: 2026-11-12`", right="the same day in both files and in the text",
)  # fmt: skip
def page_dates(comparison: Comparison) -> Iterator[Finding]:
    """Report front matter dates that differ, do not exist or lie ahead, and “as of” days in the text that are not the page's."""
    for document in comparison.documents.values():
        yield from own_dates(document.page, comparison.settings.as_of)
        for block in document.blocks:
            yield from markers(block, comparison)
    if comparison.complete:
        yield from unequal(comparison)


def own_dates(page: Page, today: datetime.date) -> Iterator[Finding]:
    """Report dates of a page's front matter that are no days or lie ahead."""
    for key in ("as_of", "reviewed"):
        value = page.meta.get(key)
        place = Place(page.path, page.meta_lines.get(key, 1))
        if value is not None and type(value) is not datetime.date:
            message, remedy = Message("`{key}` is no day", key=key), Message("write it as YYYY-MM-DD")
            yield RULES["date/page-dates"].finding(place, message, remedy)
        elif value is not None and value > today:
            message = Message("`{key}` lies ahead: {day}", key=key, day=value)
            yield RULES["date/page-dates"].finding(place, message, Message("give the day of the last review"))


def unequal(comparison: Comparison) -> Iterator[Finding]:
    """Report front matter dates that differ between the languages."""
    zh, en = (comparison.documents[language].page for language in LANGUAGES)
    for key in KEYS:
        days = [day(page.meta.get(key)) for page in (zh, en)]
        if all(days) and days[0] != days[1]:
            place, related = (Place(page.path, page.meta_lines.get(key, 1)) for page in (zh, en))
            message = Message(
                "`{key}` is {here} here and {there} in {language} ({place})",
                key=key, here=days[0], there=days[1], language=NAMES["en"], place=related,
            )  # fmt: skip
            yield RULES["date/page-dates"].finding(place, message, Message("give both pages the same day"), related=related)


def day(value: Any) -> str:
    """Return the day of a front matter value as text, empty where it is none."""
    return str(value)[:10] if isinstance(value, str | datetime.date) and str(value)[:10].isprintable() else ""


def markers(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report “as of” days in a text that are neither the page's own nor a day of the register."""
    page, register = block.page, comparison.settings.register
    own = page.meta.get("as_of")
    if register is None or type(own) is not datetime.date:
        return
    for mention in read_dates(block.text, page.language):
        known = mention.value == PartialDate.of(own) or mention.value in register.days
        if mention.value.full and not known and marked(block, mention):
            message = Message("the text is as of {day}, the page as of {own}", day=mention.value, own=own)
            yield RULES["date/page-dates"].finding(
                block.place(mention.start), message, Message("give the day of the front matter"), texts=(block.text, "")
            )


def marked(block: Block, mention: DateMention) -> bool:
    """Tell whether a date stands behind the words “as of”."""
    return bool(AS_OF[block.page.language].search(block.text, max(0, mention.start - 16), mention.start))
