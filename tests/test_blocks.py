"""Every construct of the dialect becomes the blocks that the site shows: the cases of tests/blocks.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bitext.blocks import Block, read_blocks
from bitext.page import Page, parse_page
from bitext.prose import OBJECT

CASES = yaml.safe_load((Path(__file__).parent / "blocks.yml").read_text("utf-8"))
SOURCE_IS_TEXT = {"code", "html", "rule"}


def page_of(case: dict[str, Any]) -> Page:
    """Return the page of a case."""
    data = case["page"] if isinstance(case["page"], bytes) else case["page"].encode("utf-8")
    return parse_page(data, "page.md", "page.md", "zh")


def shown(block: Block) -> str:
    """Return a block as the cases write it."""
    place = block.place()
    words = [f"{place.line}:{place.column}", block.kind, str(block.level), f"#{block.id}" if block.id else ""]
    words.append("1." if block.kind == "item" and block.ordered else "")
    text = block.raw if block.kind in SOURCE_IS_TEXT else block.text.rstrip(" ")
    return (
        " ".join(word for word in [*words, "|"] if word) + " " + text.replace("\n", "⏎").replace("\t", "¦" if block.cells else "\t")
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_blocks(case: dict[str, Any]) -> None:
    """A case reads as it says: blocks, front matter with its lines, and the lines of what cannot be read."""
    page = page_of(case)
    assert [shown(block) for block in read_blocks(page)] == case["blocks"]
    assert {key: [value, page.meta_lines.get(key)] for key, value in page.meta.items()} == case.get("meta", {})
    assert [problem.line for problem in page.problems] == case.get("problems", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_character_knows_its_place(case: dict[str, Any]) -> None:
    """At the place of each character stands that character; titles that the kind of an admonition gives stand nowhere."""
    page = page_of(case)
    for block in read_blocks(page):
        written = block.kind != "admonition" or block.text in page.lines[block.line - 1]
        for position, character in enumerate(block.text if written else ""):
            place = block.place(position)
            source = f"{page.lines[place.line - 1]}\n"[place.column - 1]
            assert source == character or character in {OBJECT, "\t"} or source + character == "<\n", f"{character!r} at {place}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lines_above_move_every_block(case: dict[str, Any]) -> None:
    """Places are counted from the top of the file, whatever stands above a block."""
    page = page_of(case)
    if page.body or not page.lines:
        return
    moved = parse_page(("\n" * 7 + "\n".join(page.lines)).encode(), "page.md", "page.md", "zh")
    before, after = read_blocks(page), read_blocks(moved)
    assert [(block.line + 7, block.place().line + 7) for block in before] == [(block.line, block.place().line) for block in after]
