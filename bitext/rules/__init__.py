"""The rules, one family a module; importing this package knows them all."""

from bitext.rules import (
    dates,
    force,
    lists,
    numbers,
    page_dates,
    pages,
    pairs,
    references,
    register_dates,
    sentences,
    structure,
    targets,
    untranslated,
    wording,
)
from bitext.rules.rule import RULES, Rule

__all__ = [
    "RULES",
    "Rule",
    "dates",
    "force",
    "lists",
    "numbers",
    "page_dates",
    "pages",
    "pairs",
    "references",
    "register_dates",
    "sentences",
    "structure",
    "targets",
    "untranslated",
    "wording",
]
