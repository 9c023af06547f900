"""No tree makes the check command crash, hang, or change a file."""

from __future__ import annotations

import datetime
import json
import shutil
import time
from pathlib import Path

import pytest
from calling import Check, state, write
from hostile import FORMER, PAGES, PIECES

from bitext.check import check_tree
from bitext.document import Document
from bitext.page import LANGUAGES, Source
from bitext.register import Register
from bitext.rules.rule import Settings
from bitext.tree import Tree

HERE = Path(__file__).parent
SHORT = 4_000
NAMES = {
    "spaces and signs": "a b#c?d%e.md",
    "another script": "文件.md",
    "a long name": "a" * 240 + ".md",
    "capitals": "A.MD",
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a register, so that all rules run."""
    shutil.copytree(HERE / "register", tmp_path / "register")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [*PAGES.values(), *(page for _, page in FORMER.values())], ids=[*PAGES, *FORMER])
def test_no_page_stops_the_command(page: str | bytes, check: Check, project: Path) -> None:
    """Whatever the bytes of a page are, the command ends with a report that can be read, and changes nothing."""
    write(project / "docs", {"zh/page.md": page, "en/page.md": page})
    before = state(project)
    answer = check("--format", "sarif")
    assert state(project) == before
    results = json.loads(answer.out)["runs"][0]["results"]
    assert answer.status == int(any(result["level"] != "note" for result in results))
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        assert Path(place["artifactLocation"]["uri"]).is_file()
        assert min(place["region"].values()) >= 1


@pytest.mark.parametrize("piece", PIECES)
def test_what_a_line_repeats_costs_in_proportion(piece: str, small_register: Register) -> None:
    """A line four times as long takes about four times as long, not sixteen: the best of a few tries counts, seconds do not."""
    check_line(piece, SHORT, small_register)
    tries = (check_line(piece, 4 * SHORT, small_register) / check_line(piece, SHORT, small_register) for _ in range(5))
    assert any(growth < 8 for growth in tries)


def check_line(piece: str, length: int, register: Register) -> float:
    """Return the processor time of checking a pair of pages that are one line of one repeated piece."""
    line = f"{(piece * length)[:length]}\n".encode()
    sources = {language: Source(f"docs/{language}/a.md", "a.md", language, b"a " + line) for language in LANGUAGES}
    tree = Tree(Path("docs"), "docs", {language: {"a.md": Document(one)} for language, one in sources.items()})
    start = time.process_time()
    check_tree(tree, Settings(register, datetime.date(2026, 11, 22)))
    return time.process_time() - start


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_stops_the_command(name: str, check: Check, project: Path) -> None:
    """Pages are found and named whatever their names are."""
    write(project / "docs", {f"zh/{name}": "会议于2024年2月30日举行。\n", f"en/{name}": "Held on 30 February 2024.\n"})
    assert check("--no-register").places == [f"docs/en/{name}:1:9: date/invalid", f"docs/zh/{name}:1:4: date/invalid"]


def test_a_name_that_is_no_text_does_not_stop_the_command(check: Check, project: Path) -> None:
    """A file name in another encoding is shown as well as it can be."""
    write(project / "docs", {"zh/\udcd6\udcd0.md": "文字。\n", "en/a.md": "Text.\n"})
    assert check("--no-register", "--output", "report.txt").status == 1


def test_what_is_no_page_is_no_page(check: Check, project: Path) -> None:
    """Folders, dead links and loops that are named like pages are passed over."""
    tree = write(project / "docs", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})
    (tree / "zh" / "folder.md").mkdir()
    (tree / "zh" / "loop.md").symlink_to("loop.md")
    (tree / "zh" / "dead.md").symlink_to("nothing")
    assert check("--no-register").status == 0


def test_a_page_that_may_not_be_read_is_reported(check: Check, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that the system does not hand out is a finding or misuse."""
    write(project / "docs", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.match("zh/a.md"):
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    answer = check("--no-register")
    assert answer.status in {1, 2}
    assert "zh/a.md" in answer.out + answer.err


@pytest.mark.parametrize("words", [["--docs", "loop"], ["--register", "loop"], ["loop"], ["--docs", "loop/docs"]], ids=" ".join)
def test_links_in_a_circle_are_misuse(words: list[str], check: Check, project: Path) -> None:
    """What never arrives at a folder is answered in one line."""
    write(project / "docs", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})
    (project / "loop").symlink_to("loop")
    answer = check(*words)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_folders_that_lead_back_are_not_followed(check: Check, project: Path) -> None:
    tree = write(project / "docs", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})
    (tree / "zh" / "again").symlink_to(".")
    (tree / "en" / "up").symlink_to("../..")
    assert check("--no-register").status == 0


def test_a_folder_that_may_not_be_entered_is_misuse(check: Check, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "docs", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    answer = check("--no-register")
    assert (answer.status, answer.out, answer.err) == (2, "", "check.py: docs/zh: Permission denied\n")


LONG_PAGES = {
    "one paragraph": ("文字\n" * 100_000, "text\n" * 100_000),
    "empty lines": ("\n" * 100_000, "\n" * 100_000),
    "code on one side": ("```\n" + "x\n" * 100_000 + "```\n", "Text.\n"),
    "front matter": ("---\n" + "x: 1\n" * 100_000 + "---\n", "Text.\n"),
}


@pytest.mark.parametrize(("zh", "en"), LONG_PAGES.values(), ids=LONG_PAGES)
def test_a_page_of_very_many_lines_ends_in_a_report(zh: str, en: str, check: Check, project: Path) -> None:
    write(project / "docs", {"zh/a.md": zh, "en/a.md": en})
    answer = check("--no-register", "--no-cache")
    assert answer.status == int(bool(answer.places))
