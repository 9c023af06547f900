"""--watch: the findings again at each change, what is new and gone marked, and a clean end on Ctrl-C."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import Check, write

from bitext.finding import Finding, Level, Place
from bitext.message import Message
from guide.watch import told

HERE = Path(__file__).parent
PATIENCE = 60  # seconds; a watcher that says nothing for so long says nothing at all
SOUND = {"zh/a.md": "# 题 {#t}\n\n会议于2024年9月8日举行。\n", "en/a.md": "# Title {#t}\n\nHeld on 8 September 2024.\n"}
WAITING = "waiting for changes"


class Watcher:
    """The command as a process of its own, with what it says line by line."""

    def __init__(self, folder: Path, *words: str) -> None:
        """Start to watch in a folder."""
        command = [sys.executable, str(HERE.parent / "scripts" / "check.py"), "--watch", "--cache", str(folder / "kept"), *words]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            start_new_session=True,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        """Take over each line as it comes."""
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """Return all lines up to the end of a run whose last line holds some words: one change may be seen as several."""
        lines = [self.lines.get(timeout=PATIENCE)]
        while WAITING not in lines[-1] or words not in lines[-1]:
            lines.append(self.lines.get(timeout=PATIENCE))
        return lines

    def stop(self) -> int:
        """Press Ctrl-C; return the status."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a sound tree and a register."""
    write(tmp_path / "docs", SOUND)
    shutil.copytree(HERE / "register", tmp_path / "register")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def watcher(project: Path) -> Iterator[Watcher]:
    """Return a watcher of the project."""
    started = Watcher(project)
    yield started
    if started.process.poll() is None:
        os.killpg(started.process.pid, signal.SIGKILL)
        started.process.wait()


def test_each_change_is_answered(watcher: Watcher, project: Path) -> None:
    """A fault appears with +, stays with a blank, goes with -; a file that an editor replaces is seen; the end is silent."""
    assert watcher.until("no findings") == [f"no findings; {WAITING}, Ctrl-C ends"]
    write(project / "docs", {"zh/a.md": SOUND["zh/a.md"].replace("8日", "31日")})
    assert "+ docs/zh/a.md:3:4: date/invalid" in starts(watcher.until("1 error"))
    write(project, {"draft.md": SOUND["en/a.md"].replace("# Title", "## Title")})
    (project / "draft.md").replace(project / "docs/en/a.md")
    said = starts(watcher.until("2 errors"))
    assert "+ docs/zh/a.md:1:3: pair/structure" in said
    assert "  docs/zh/a.md:3:4: date/invalid" in said
    write(project / "docs", SOUND)
    said = starts(watcher.until("no findings"))
    assert {"- docs/zh/a.md:1:3: pair/structure", "- docs/zh/a.md:3:4: date/invalid"} <= set(said)
    assert watcher.stop() == 0
    assert watcher.lines.empty()


def starts(lines: list[str]) -> list[str]:
    """Return the mark, the place and the rule of each line."""
    return [": ".join(line.split(": ")[:2]) for line in lines]


def test_the_status_is_that_of_the_last_run(watcher: Watcher, project: Path) -> None:
    """A tree that cannot be checked for a while is waited for; a change of the register counts."""
    watcher.until("no findings")
    (project / "docs/en").rename(project / "docs/away")
    watcher.until("holds no folder en")
    (project / "docs/away").rename(project / "docs/en")
    watcher.until("no findings")
    write(project / "register", {"places.yml": "nonsense"})
    assert "+ register/places.yml:1:1: register/schema" in starts(watcher.until("1 error"))
    assert watcher.stop() == 1


@pytest.mark.parametrize("words", [["--output", "report.txt"], ["--format", "sarif"], ["--docs", "nowhere"]])
def test_what_cannot_be_watched_is_misuse(words: list[str], check: Check, project: Path) -> None:
    """One clear line instead of a watch that writes nothing useful."""
    answer = check("--watch", *words)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def finding(line: int, message: str) -> Finding:
    """Return a finding on a line."""
    said, remedy = Message("the address {target} can run code", target=message), Message("remove it")
    return Finding(Place("a.md", line), "ref/unsafe", Level.ERROR, said, remedy, excerpt=message)


def test_a_finding_that_only_moves_is_not_new() -> None:
    """Lines above it do not make it another one; equal ones are counted."""
    before = [finding(3, "x"), finding(5, "y"), finding(9, "y")]
    now = [finding(4, "x"), finding(6, "y"), finding(7, "z")]
    assert [line[:8].strip("\n") for line in told(before, now, "en").splitlines()] == [
        "  a.md:4",
        "  a.md:6",
        "+ a.md:7",
        "- a.md:9",
    ]
    assert [line[:6] for line in told(None, now, "en").splitlines()] == ["a.md:4", "a.md:6", "a.md:7"]


def test_findings_are_told_in_the_language_that_is_asked_for() -> None:
    said = "ref/unsafe: 地址{}能运行代码；请删去\n"
    assert told(None, [finding(3, "x")], "zh") == f"a.md:3:1: {said.format('x')}"
    assert told([finding(3, "x")], [finding(3, "y")], "zh") == f"+ a.md:3:1: {said.format('y')}- a.md:3:1: {said.format('x')}"


def test_waiting_is_told_in_the_language_that_is_asked_for(project: Path) -> None:
    started = Watcher(project, "--lang", "zh")
    try:
        assert started.lines.get(timeout=PATIENCE) == "没有发现问题；正在等待改动，按Ctrl-C结束"
    finally:
        assert started.stop() == 0
