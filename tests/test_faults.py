"""A fault made in a copy of the real pages gives one finding at the right line; the untouched copy gives none."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.site import read_site

FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text("utf-8"))
# Not before the newest `reviewed` of a page, which must not lie ahead.
DAY = datetime.date(2026, 11, 25)


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the guide's pages and register."""
    for name in ("docs", "register"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def edited(docs: Path, edit: dict[str, Any]) -> int:
    """Make one edit in a docs folder; return the line (from 1) at which it was made."""
    path = docs / edit["file"]
    if edit.get("delete"):
        path.unlink()
        return 1
    text = path.read_text("utf-8")
    match = re.search(edit["find"], text)
    assert match, f"{edit['file']} holds nothing like {edit['find']}"
    path.write_text(text[: match.start()] + match.expand(edit["replace"]) + text[match.end() :], "utf-8")
    return text.count("\n", 0, match.start()) + 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_fault_gives_one_finding_at_its_line(fault: dict[str, Any], copy: Path) -> None:
    """The finding names the edited file and line, or the counterpart of a deleted page."""
    line = edited(copy / "docs", fault) + fault.get("offset", 0)
    if "also" in fault:
        edited(copy / "docs", fault["also"])
    found = read_site(copy).findings(DAY)
    places = [(finding.rule, finding.place.path, finding.place.line) for finding in found]
    assert places == [(fault["rule"], f"docs/{fault.get('at', fault['file'])}", line)]


def test_real_pages_give_no_finding(copy: Path) -> None:
    """The guide itself is clean."""
    assert read_site(copy).findings(DAY) == []
