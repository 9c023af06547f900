"""Edits that make a page wrong: each must give a finding above a note."""

from bench.edits import Recipe
from bench.faults import blocks, citations, dates, force, links, lists, numbers, pages

LINES = [*dates.FAULTS, *numbers.FAULTS, *citations.FAULTS, *force.FAULTS, *lists.FAULTS, *links.FAULTS]
FAULTS: list[Recipe] = [*LINES, *blocks.FAULTS, *pages.FAULTS]
