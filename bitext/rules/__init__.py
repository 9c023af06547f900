"""The rules, one family a module; importing this package knows them all."""

from bitext.rules import (
    citations,
    dates,
    force,
    hedges,
    lists,
    numbers,
    page_dates,
    pages,
    pairs,
    references,
    register_dates,
    register_facts,
    sentences,
    targets,
    terms,
    wording,
)
from bitext.rules.rule import RULES, Rule

__all__ = [
    "RULES",
    "Rule",
    "citations",
    "dates",
    "force",
    "hedges",
    "lists",
    "numbers",
    "page_dates",
    "pages",
    "pairs",
    "references",
    "register_dates",
    "register_facts",
    "sentences",
    "targets",
    "terms",
    "wording",
]
