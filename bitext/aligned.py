"""The pairs of two documents, put together once however many rules ask for them."""

from __future__ import annotations

from functools import lru_cache

from bitext.align import Pair, align
from bitext.document import Document


@lru_cache(maxsize=4096)
def aligned(zh: Document, en: Document) -> tuple[Pair, ...]:
    """Return the pairs of two pages in reading order."""
    return tuple(align(zh.blocks, en.blocks))
