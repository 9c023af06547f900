"""Inline markup becomes text and links, and every character knows its place: the cases of tests/prose.yml, and any text at all."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bitext.blocks import Block, read_blocks
from bitext.page import parse_page
from bitext.prose import OBJECT, Link, read_prose

CASES = yaml.safe_load((Path(__file__).parent / "prose.yml").read_text("utf-8"))
MARKUP = st.lists(
    st.sampled_from(
        [*"\\`![]<>*_~={}&() \n^#|\"'h甲a1", "](", "[^", "<!--", "-->", "https://x.org", "{#a}", "&amp;", "source:S01", "<b>"]
    ),
    max_size=40,
).map("".join)


def block_of(raw: str) -> Block:
    """Return the only block of a page."""
    (block,) = read_blocks(parse_page(f"{raw}\n".encode(), "page.md", "page.md", "zh"))
    return block


def shown(link: Link, block: Block) -> str:
    """Return a link as the cases write it."""
    place = block.raw_place(link.offset)
    return f"{'!' * link.image}{link.target} {place.line}:{place.column} {block.text[link.start : link.end]}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_prose(case: dict[str, Any]) -> None:
    """A case reads as it says: text, links, tags and code."""
    block = block_of(case["raw"])
    assert block.text == case["text"]
    assert [shown(link, block) for link in block.prose.links] == case.get("links", [])
    assert [tag for tag, _ in block.prose.tags] == case.get("tags", [])
    assert list(block.prose.codes) == case.get("codes", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_character_knows_its_place(case: dict[str, Any]) -> None:
    """At the place of each character of the text stands that character, or the markup it was read from."""
    block, lines = block_of(case["raw"]), case["raw"].split("\n")
    for position, character in enumerate(block.text):
        place = block.place(position)
        source = f"{lines[place.line - 1]}\n"[place.column - 1]
        assert source == character or character == OBJECT or source == "&" or source + character == "<\n"


@given(MARKUP)
@example("[a](b)[c](source:S01)![](d)&amp;`e`<!-- f --><g href=h>https://i.org/")
@settings(deadline=None, derandomize=True, max_examples=400, database=None)
def test_any_text_reads_with_offsets_in_order(raw: str) -> None:
    """Whatever the text is, characters come in the order of the source and links lie inside the text."""
    prose = read_prose(raw, {})
    offsets = [prose.offset(position) for position in range(len(prose.text))]
    assert offsets == sorted(offsets)
    for character, offset in zip(prose.text, offsets, strict=True):
        assert raw[offset] == character or character == OBJECT or raw[offset] == "&" or raw[offset] + character == "<\n"
    for link in prose.links:
        assert 0 <= link.start <= link.end <= len(prose.text)
        assert html.unescape(raw[link.offset :])[:1] == link.target.removeprefix("mailto:")[:1] or not link.target
    for tag, offset in prose.tags:
        assert raw.startswith(tag, offset)
