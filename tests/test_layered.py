"""The layered drawing: nothing overlaps, edges are led past the columns between their ends, crossings are avoided."""

from __future__ import annotations

from itertools import pairwise

import pytest

from guide.layered import GAP, arranged

HEIGHTS = dict.fromkeys("abcdefgh", 40.0)
GRAPHS = [
    pytest.param([["a"], ["b"]], [("a", "b")], id="one edge"),
    pytest.param([["a", "b"], ["c", "d"]], [("a", "d"), ("b", "c")], id="crossed"),
    pytest.param([["a", "b"], ["c"], ["d", "e"]], [("a", "e"), ("b", "d"), ("c", "a")], id="over a column"),
    pytest.param([["a", "b", "c"]], [("a", "c")], id="one column"),
    pytest.param([["a", "b", "c", "d"], [], ["e", "f", "g", "h"]], [("a", "h"), ("d", "e"), ("b", "g")], id="an empty column"),
    pytest.param([[], []], [], id="nothing"),
]


@pytest.mark.parametrize(("columns", "edges"), GRAPHS)
def test_nothing_overlaps_and_all_is_within(columns: list[list[str]], edges: list[tuple[str, str]]) -> None:
    drawing = arranged(columns, edges, HEIGHTS)
    for column in columns:
        tops = sorted(drawing.tops[name] for name in column)
        assert all(below - above >= 40 + GAP - 0.01 for above, below in pairwise(tops))
    assert all(0 <= top <= drawing.height - 40 + 0.01 for top in drawing.tops.values())


@pytest.mark.parametrize(("columns", "edges"), GRAPHS)
def test_an_edge_bends_once_in_every_column_between_its_ends(columns: list[list[str]], edges: list[tuple[str, str]]) -> None:
    drawing = arranged(columns, edges, HEIGHTS)
    place = {name: index for index, column in enumerate(columns) for name in column}
    for number, (source, target) in enumerate(edges):
        low, high = sorted((place[source], place[target]))
        assert sorted(column for column, _ in drawing.bends[number]) == list(range(low + 1, high))


def test_crossings_are_untangled() -> None:
    drawing = arranged([["a", "b"], ["c", "d"]], [("a", "d"), ("b", "c")], HEIGHTS)
    assert (drawing.tops["a"] < drawing.tops["b"]) == (drawing.tops["d"] < drawing.tops["c"])


def test_two_joined_within_a_column_stand_together() -> None:
    drawing = arranged([["a", "b", "c", "d"]], [("a", "d")], HEIGHTS)
    order = sorted("abcd", key=drawing.tops.__getitem__)
    assert abs(order.index("a") - order.index("d")) == 1
