"""Two days of one statement, exchanged on one side, are a finding; in another order of clauses they are none."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from in_memory import findings

SHAPES = yaml.safe_load((Path(__file__).parent / "exchanged_dates.yml").read_text("utf-8"))
DAYS = {
    "zh": ["2024年9月7日", "2024年10月8日", "2024年11月1日"],
    "en": ["7 September 2024", "8 October 2024", "1 November 2024"],
}


def texts(shape: dict[str, str]) -> list[list[str]]:
    """Return the right text, and each text with two days exchanged, of both languages."""
    used = [number for number in range(3) if f"{{{number}}}" in shape["zh"]]
    made: dict[str, list[str]] = {}
    for language, days in DAYS.items():
        made[language] = [shape[language].format(*days) + "\n"]
        for first, second in combinations(used, 2):
            changed = list(days)
            changed[first], changed[second] = days[second], days[first]
            made[language].append(shape[language].format(*changed) + "\n")
    (zh, *zh_wrong), (en, *en_wrong) = made["zh"], made["en"]
    return [[zh, en], *([wrong, en] for wrong in zh_wrong), *([zh, wrong] for wrong in en_wrong)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["en"])
def test_exchanged_days_are_found_whatever_the_sentence(shape: dict[str, str]) -> None:
    """Silence for the right text, one finding for each exchange in either language."""
    found = [findings(zh, en) for zh, en in texts(shape)]
    assert found == [[], *([["date/role-differs"]] * (len(found) - 1))]
