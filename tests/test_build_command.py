"""The build command: the old site stands until the new one is complete, and nothing that is no site is replaced."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from calling import state, write

from guide import build

ROOT = Path(__file__).resolve().parent.parent
OLD = {"index.html": "the old home", "sitemap.xml": "the old map", "gone.html": "a page that is gone"}
NEW = {"index.html": "the new home", "sitemap.xml": "the new map"}
# Builds into the folder named last, and is killed while it renames for the second time.
KILLED = """
import os, signal, sys
from pathlib import Path
from guide import build

renames = []

def rename(path, target, renames=renames, rename=Path.rename):
    renames.append(path)
    if len(renames) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(path, target)

Path.rename = rename
build.swap(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an old site in site/ whose pages are sound."""
    write(tmp_path / "site", OLD)
    write(tmp_path / "docs", {"zh/index.md": "文字。\n", "en/index.md": "Text.\n"})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build.check_command, "main", always(0))
    monkeypatch.setattr(build, "problems_of", always([]))
    monkeypatch.setattr(build, "mkdocs", builds(0))
    return tmp_path


def always(result: Any) -> Callable[..., Any]:
    """Return what stands in for a function: it gives the same result whatever it is called with."""
    return lambda *_: result


def builds(status: int, calls: list[str] | None = None) -> Callable[..., int]:
    """Return what stands in for MkDocs: it writes the new site, notes in `calls` that it was called, and ends with a status."""

    def mkdocs(*words: str) -> int:
        (calls if calls is not None else []).append(words[0])
        write(Path(words[words.index("--site-dir") + 1]), NEW)
        return status

    return mkdocs


def texts(folder: Path) -> dict[str, str]:
    """Return the text of every file below a folder."""
    return {name: data.decode() for name, (data, _) in state(folder).items()}


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_site_takes_the_place_of_the_old_one(project: Path) -> None:
    """Nothing of the old site stays, and nothing else is left behind."""
    assert build.main(project, []) == 0
    assert texts(project / "site") == NEW
    assert names(project) == ["docs", "site"]


def test_the_first_site_needs_no_old_one(project: Path) -> None:
    """--output names a folder that need not exist, or that is empty."""
    (project / "empty").mkdir()
    for name in ("fresh", "empty"):
        assert build.main(project, ["--output", name]) == 0
        assert texts(project / name) == NEW
    assert texts(project / "site") == OLD


@pytest.mark.parametrize("status", [1, 2])
def test_pages_with_findings_are_not_built(status: int, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check returns is what the build returns; the generator does not start."""
    started: list[str] = []
    monkeypatch.setattr(build.check_command, "main", always(status))
    monkeypatch.setattr(build, "mkdocs", builds(0, started))
    before = state(project)
    assert build.main(project, []) == status
    assert state(project) == before
    assert started == []


def test_a_failed_build_leaves_the_old_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where MkDocs fails, the old site stays as it was and the half of the new one goes."""
    monkeypatch.setattr(build, "mkdocs", builds(3))
    before = state(project)
    assert build.main(project, []) == 1
    assert state(project) == before
    assert names(project) == ["docs", "site"]


def test_a_site_with_problems_is_not_put_in_place(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the built site shows to be wrong is said, line by line, and the old site stays."""
    monkeypatch.setattr(build, "problems_of", lambda folder: [f"{folder.name}/index.html: a leads nowhere", "another"])
    before = state(project)
    assert build.main(project, []) == 1
    assert capsys.readouterr().err == "site/index.html: a leads nowhere\nanother\n"
    assert state(project) == before


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_a_build_that_is_broken_off_leaves_the_old_site(
    error: type[BaseException], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ends the build before its last step, the old site is untouched."""

    def broken_off(*words: str) -> int:
        builds(0)(*words)
        raise error

    monkeypatch.setattr(build, "mkdocs", broken_off)
    before = state(project)
    with pytest.raises(error):
        build.main(project, [])
    assert state(project) == before


def test_a_failure_in_the_second_rename_puts_the_old_site_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new site cannot go to its place, the old one returns to it."""
    fresh = write(project / "fresh", NEW)
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path == fresh:
            raise OSError("refused")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match="refused"):
        build.swap(fresh, project / "site")
    assert texts(project / "site") == OLD
    assert texts(fresh) == NEW
    assert names(project) == ["docs", "fresh", "site"]


def test_a_build_killed_between_the_renames_is_recovered(project: Path) -> None:
    """The one moment without a site is mended by the next build, before it does anything else."""
    fresh = write(project / "fresh", NEW)
    command = [sys.executable, "-c", KILLED, str(fresh), str(project / "site")]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert not (project / "site").exists()
    build.recover(project / "site")
    assert texts(project / "site") == OLD
    assert names(project) == ["docs", "fresh", "site"]


def test_the_next_build_recovers_by_itself(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is back in its place even where the next build fails at once."""
    (project / "site").rename(project / "site.old")
    monkeypatch.setattr(build.check_command, "main", always(1))
    assert build.main(project, []) == 1
    assert texts(project / "site") == OLD
    assert names(project) == ["docs", "site"]


def test_recovery_leaves_a_site_that_stands(project: Path) -> None:
    """What an older build left aside never replaces a site that is in its place; the next build clears it away."""
    write(project / "site.old", NEW)
    build.recover(project / "site")
    assert texts(project / "site") == OLD
    assert build.main(project, []) == 0
    assert names(project) == ["docs", "site"]


@pytest.mark.parametrize(
    "output",
    [
        "docs",
        "docs/zh",
        ".",
        "docs/zh/index.md",
        ".build/site",
        "nowhere/site",
    ],
)
def test_only_a_built_site_is_replaced(output: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that holds something else, a file, and a place where nothing can be put are misuse: one line, nothing changes."""
    before = state(project)
    assert build.main(project, ["--output", output]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"build.py: {output} ")
    assert said.count("\n") == 1
    assert state(project) == before


def test_the_output_may_lie_on_another_file_system(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site can be built into any folder that can be written."""
    rename = Path.rename
    (project / "elsewhere").mkdir()

    def renamed(path: Path, target: Path) -> Path:
        if ("elsewhere" in Path(path).parts) is not ("elsewhere" in Path(target).parts):
            raise OSError(18, "Invalid cross-device link")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)
    assert build.main(project, ["--output", "elsewhere/site"]) == 0
    assert texts(project / "elsewhere" / "site") == NEW
