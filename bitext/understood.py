"""What of a page could not be read as text: the rest of a page that a mark swallows, or a page that is no text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bitext.blocks import Block
from bitext.dialect import MODULE
from bitext.document import Document
from bitext.finding import Place
from bitext.message import Message

FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})")
HTML_DOCUMENT = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
# A page of fewer lines of code says too little to be judged by them.
LEAST_CODE = 10


@dataclass(frozen=True, slots=True)
class Unread:
    """Where reading fails and why; `block` is what takes the rest of the page, None where the whole page is no text."""

    place: Place
    reason: Message
    block: Block | None = None


def unread(document: Document) -> Unread | None:
    """Return what of a page could not be read, None where all of it could."""
    page, blocks = document.page, document.blocks
    place = Place(page.path, page.body + 1)
    first = next((line for line in page.lines[page.body :] if line.strip()), "")
    if HTML_DOCUMENT.match(first.lstrip()):
        return Unread(place, Message("the page is an HTML document"))
    modules = sum(block.raw.count("\n") + 1 for block in blocks if block.kind == "code" and MODULE.match(block.raw))
    if modules >= LEAST_CODE and 2 * modules > sum(bool(line.strip()) for line in page.lines[page.body :]):
        return Unread(place, Message("more than half of the page is program code"))
    last = blocks[-1] if blocks else None
    if last and last.kind == "code" and swallows(last):
        return Unread(Place(page.path, last.line), Message("the code that begins here does not end"), last)
    if last and last.kind == "html" and last.raw.lstrip().startswith("<!--") and "-->" not in last.raw:
        return Unread(Place(page.path, last.line), Message("the comment that begins here does not end"), last)
    return None


def swallows(block: Block) -> bool:
    """Tell whether code is a fence that does not end, with more than one line below it."""
    lines = block.raw.rstrip().split("\n")
    match = FENCE.match(lines[0])
    if match is None or len(lines) < 3:
        return False
    ending = lines[-1].strip(" \t>")
    return not (ending.startswith(match[1]) and not ending.strip(match[1][0]))
