"""Short statements with dates and numbers: those that agree give no finding, those that differ give one of a date or a number."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from in_memory import findings

STATEMENTS = yaml.safe_load((Path(__file__).parent / "statements.yml").read_text("utf-8"))


@pytest.mark.parametrize(("zh", "en"), STATEMENTS["agree"], ids=[en for _, en in STATEMENTS["agree"]])
def test_statements_that_agree_give_no_finding(zh: str, en: str) -> None:
    """Another form of a value is the same value."""
    assert findings(f"{zh}\n", f"{en}\n") == []


@pytest.mark.parametrize(("zh", "en"), STATEMENTS["differ"], ids=[en for _, en in STATEMENTS["differ"]])
def test_statements_that_differ_give_a_finding(zh: str, en: str) -> None:
    """Another value is found in whatever form."""
    assert {rule.partition("/")[0] for rule in findings(f"{zh}\n", f"{en}\n")} & {"date", "number"}
