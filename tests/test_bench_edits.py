"""The recipes of the mutation bench make the edits they name, and only where they apply; the bench tells found from missed."""

from __future__ import annotations

import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from calling import write

from bench.clean import clean_pages
from bench.edits import Edit, Recipe
from bench.faults import FAULTS
from bench.innocent import INNOCENT
from bench.mutation import Bench, Score, table
from bench.stale import stale_score
from bitext.rules.rule import Settings
from bitext.tree import Tree, read_tree

CASES = yaml.safe_load((Path(__file__).parent / "bench_edits.yml").read_text("utf-8"))
RECIPES: list[Recipe] = [*FAULTS, *INNOCENT]
DRAWS = 40
PAGES = {
    "zh/a.md": "---\nas_of: 2026-01-31\n---\n# 甲 {#a}\n\n会议于2024年9月8日举行。见[乙](b.md#part)和[外](https://example.org/x/y)。\n\n"
    "| 名 | 数 |\n|---|---|\n| 第一个名称很长 | 12 |\n| 第二个名称很长 | 15 |\n| 第三个名称很长 | 18 |\n",
    "en/a.md": "---\nas_of: 2026-01-31\n---\n# A {#a}\n\nThe meeting was on 8 September 2024. See [B](b.md#part) and [out](https://example.org/x/y).\n\n"
    "| Name | Number |\n|---|---|\n| The first long name | 12 |\n| The second long name | 15 |\n| The third long name | 18 |\n",
    "zh/b.md": "# 乙 {#b}\n\n## 部分 {#part}\n\n文字。\n",
    "en/b.md": "# B {#b}\n\n## Part {#part}\n\nText.\n",
}  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return a small tree in which both languages say the same."""
    write(tmp_path, PAGES)
    return read_tree(tmp_path, "docs")


def bench_of(tree: Tree) -> Bench:
    """Return a bench over a tree without a register."""
    return Bench(tree, Settings(None, datetime.date(2026, 2, 1)), 1)


def recipes(name: str) -> list[Recipe]:
    """Return the recipes of a name."""
    return [recipe for recipe in RECIPES if recipe.name == name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['edit']}: {case['line']}")
def test_line(case: dict[str, Any]) -> None:
    """Many draws give all of the results that are listed and no other."""
    (edit,) = [one for one in recipes(case["edit"]) if isinstance(one, Edit) and one.language == case["language"]]
    made = {edit.change(case["line"], Random(seed)) for seed in range(DRAWS)}
    assert made == (set(case["results"]) or {None})


@pytest.mark.parametrize("name", ["day of a date changed", "table row missing and another added", "anchor dead in one language"])
def test_a_fault_is_found(tree: Tree, name: str) -> None:
    """What the checker is known to see counts as found, in either language."""
    score = bench_of(tree).run(recipes(name), 2)[name]
    assert (len(score.missed), len(score.found) > 1) == (0, True)


@pytest.mark.parametrize("name", ["localised address", "date in another form", "date stated twice", "other bullet"])
def test_an_innocent_edit_is_not_flagged(tree: Tree, name: str) -> None:
    """What says the same counts as missed."""
    assert bench_of(tree).run(recipes(name), 2)[name].found == []


def test_rows_stay_equally_many(tree: Tree) -> None:
    """A table keeps the number of its rows when one is taken and another added."""
    for recipe in recipes("table row missing and another added"):
        for change in recipe.changes(tree, ["a.md"], Random(1)):
            (language,) = change.lines
            old = tree.documents[language]["a.md"].page.lines
            assert len(change.lines[language]) == len(old)
            assert list(change.lines[language]) != list(old)


def test_a_stale_page_is_told_by_its_history(tree: Tree) -> None:
    """A change of one language in a commit of its own is found; the tree itself stays as it is."""
    score = stale_score(bench_of(tree), 3)
    assert any("pair/stale" in where and "date changed" in where for where in score.found)
    assert {path: (tree.root / path).read_text("utf-8") for path in PAGES} == PAGES


def test_a_table_of_several_trees() -> None:
    """Each tree has a column, and the sum its row."""
    rows = list(table({"one": {"x": Score(["m"], ["f"])}, "two": {"x": Score([], ["f"]), "y": Score()}}))
    assert rows[0] == "| edit | one: found of made | two: found of made | made | found | share |"
    assert rows[2:] == [
        "| x | 1 of 2 | 1 of 1 | 3 | 2 | 66.7% |",
        "| y | – | – | 0 | 0 | – |",
        "| **all** | 1 of 2 | 1 of 1 | 3 | 2 | 66.7% |",
    ]


def test_pages_with_findings_are_listed(tree: Tree) -> None:
    """The share of pages with a finding above a note, by rule and one by one; none in a clean tree."""
    settings = Settings(None, datetime.date(2026, 2, 1))
    assert "with a finding above a note: 0 (0.0%)" in list(clean_pages(tree, settings))
    write(tree.root, {"en/a.md": PAGES["en/a.md"].replace("8 September", "9 September")})
    said = list(clean_pages(read_tree(tree.root, "docs"), settings))
    assert said[:2] == ["page pairs: 2", "with a finding above a note: 1 (50.0%)"]
    assert "| date/differs | 1 | 1 |" in said
