"""Every case of tests/cases through every rule: what it must find, and nothing else.

A case is an entry of a YAML file: `name`, `zh` and `en` (the two pages) or `files` (several, by path), `findings` (places and
rules, empty for text that must stay silent), and where needed `levels` (of the findings, in their order), `as_of`,
`register: false`, and `moves: false` where the first line makes the page what it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitext.check import RULES, check_tree
from bitext.finding import Finding
from bitext.register import Register
from bitext.rules.rule import Settings, in_order
from bitext.tree import read_tree
from guide.layout import generated_pages

CASES = Path(__file__).parent / "cases"
DAY = datetime.date(2026, 11, 22)


def cases() -> Iterator[Any]:
    """Yield all cases, named after their file and themselves."""
    for path in sorted(CASES.rglob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


def written(case: dict[str, Any], folder: Path) -> Path:
    """Write the files of a case; return their folder."""
    for language in ("zh", "en"):
        (folder / language).mkdir()
    files = case.get("files") or {"zh/page.md": case["zh"], "en/page.md": case["en"]}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return folder


def findings(case: dict[str, Any], folder: Path, register: Register) -> list[Finding]:
    """Return what all rules find in a case."""
    known = register if case.get("register", True) else None
    tree = read_tree(written(case, folder), "docs", generated_pages(known) if known else {})
    navigation = frozenset(case["navigation"]) if "navigation" in case else None
    day = datetime.date.fromisoformat(case["as_of"]) if "as_of" in case else DAY
    return check_tree(tree, Settings(known, day, navigation))


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any], tmp_path: Path, small_register: Register) -> None:
    """A case finds exactly what it says."""
    found = findings(case, tmp_path, small_register)
    assert [f"{finding.place}: {finding.rule}".removeprefix("docs/") for finding in found] == case["findings"]
    levels = [finding.level.name.lower() for finding in found]
    assert levels == case.get("levels", levels)


def test_every_rule_has_cases_that_fire_and_cases_that_stay_silent() -> None:
    """A rule without a case that fires could be broken unnoticed; each file of cases holds silent ones as well."""
    fired = {finding.rpartition(" ")[2] for param in cases() for finding in param.values[0]["findings"]}
    elsewhere = {name for name, rule in RULES.items() if rule.scope == "elsewhere" and name != "silence/unused"}
    # Their cases are histories, not pairs of texts: tests/stale.yml.
    elsewhere |= {name for name, rule in RULES.items() if rule.needs_history}
    assert set(RULES) - elsewhere - fired == set()
    for path in CASES.rglob("*.yml"):
        assert any(not case["findings"] for case in yaml.safe_load(path.read_text("utf-8"))), f"{path.name} has no silent case"


def test_a_rule_runs_behind_those_that_explain_the_same_fault_better() -> None:
    """A rule that ran before one it waits for would speak as well."""
    names = [rule.name for rule in in_order(list(RULES.values()))]
    early = [(name, one) for name in names for one in RULES[name].after if names.index(one) > names.index(name)]
    assert (sorted(names), early) == (sorted(RULES), [])
    assert {one for rule in RULES.values() for one in rule.after} <= set(RULES)
