"""Every command answers a wrong command line in one line that names it, with status 2."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bench import command as bench
from guide import build, check_command, facts, new_page

ROOT = Path(__file__).resolve().parent.parent
Main = Callable[[list[str]], int]
MAINS: dict[str, Main] = {
    "bench.py": bench.main,
    "build.py": partial(build.main, ROOT),
    "check.py": check_command.main,
    "facts.py": partial(facts.main, ROOT),
    "new_page.py": partial(new_page.main, ROOT),
}
WRONG = [
    *((name, ["--no-such-option"]) for name in MAINS),
    ("bench.py", []),
    ("bench.py", ["weight"]),
    ("bench.py", ["times", "--runs", "0"]),
    ("bench.py", ["times", "--runs", "many"]),
    ("bench.py", ["mutation", "--docs", "nowhere"]),
    ("build.py", ["extra"]),
    ("build.py", ["--serve", "--address", "8000"]),
    ("build.py", ["--serve", "--address", "127.0.0.1:http"]),
    ("build.py", ["--serve", "--address", "127.0.0.1:65536"]),
    ("build.py", ["--serve", "--address", "256.0.0.1:8000"]),
    ("new_page.py", ["rules/new.md"]),
]


@pytest.mark.parametrize(("name", "words"), WRONG, ids=lambda value: value if isinstance(value, str) else " ".join(value) or "none")
def test_a_wrong_command_line_is_answered_in_one_line(name: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert MAINS[name](words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{name}: ")
    assert said.err.count("\n") == 1
