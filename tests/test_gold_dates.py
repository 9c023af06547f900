"""The sentences with dates marked by hand are read as exactly as BENCHMARKS.md says."""

from __future__ import annotations

import pytest

from bench.dates import Reading, marked, readings

READINGS = dict(readings())
GOAL = 0.99
FEWEST = 150


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_marked_dates_are_read(reading: Reading) -> None:
    """Precision and recall reach the goal on enough dates."""
    assert reading.right + len(reading.missed) >= FEWEST
    assert reading.precision >= GOAL, reading.invented
    assert reading.recall >= GOAL, reading.missed


def test_marks_are_taken_off_the_text() -> None:
    """A mark gives the range and the value of a date in the plain text."""
    assert marked("自{9月8日|2024-09-08}起，至{10日|2024-09-10}。") == (
        "自9月8日起，至10日。",
        {(1, 5, "2024-09-08"), (8, 11, "2024-09-10")},
    )
