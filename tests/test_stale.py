"""pair/stale on real git repositories: the histories of tests/stale.yml, and what can be wrong with a repository."""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from calling import Check, write

from bitext.check import check_tree
from bitext.finding import Finding
from bitext.history import HistoryError, read_history, read_since
from bitext.rules.rule import Settings
from bitext.tree import read_tree

CASES = yaml.safe_load((Path(__file__).parent / "stale.yml").read_text("utf-8"))
BEFORE = {"zh": "共有12家企业。\n", "en": "There are 12 firms.\n"}
AFTER = {"zh": "共有13家企业。\n"}


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a new repository that no settings of the machine reach."""
    names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
    for name in names:
        monkeypatch.setenv(name, "someone@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    return tmp_path


def git(*words: str, day: int = 1) -> None:
    """Run git in the working folder, on a day of January 2026."""
    when = f"2026-01-{day:02}T12:00:00+00:00"
    subprocess.run(
        ["git", *words], check=True, capture_output=True, env=os.environ | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    )


def put(texts: Mapping[str, str | None], name: str = "page.md") -> None:
    """Write or take away the pages of some languages."""
    for language, text in texts.items():
        path = Path("docs", language, name)
        if text is None:
            path.unlink()
        else:
            write(Path("docs"), {f"{language}/{name}": text})


def commit(texts: Mapping[str, str | None], day: int, name: str = "page.md") -> None:
    """Change the pages of some languages in one commit."""
    put(texts, name)
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", f"Change {day}", day=day)


def said(since: str | None = None) -> list[Finding]:
    """Return what pair/stale says about the tree in docs/."""
    docs = Path("docs")
    paths = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    history = read_history(docs, paths) if since is None else read_since(docs, since, paths)
    settings = Settings(None, datetime.date(2026, 2, 1), history=history)
    return check_tree(read_tree(docs, "docs"), settings, {"pair/stale", "silence/unused"})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_history(case: dict[str, Any]) -> None:
    """A history gives exactly the findings it says."""
    for language in ("zh", "en"):
        Path("docs", language).mkdir(parents=True)
    for day, texts in enumerate(case["versions"], 1):
        commit(texts, day)
    put(case.get("now", {}))
    found = said(case.get("since"))
    expected = [wanted.split(": ", 2) for wanted in case["findings"]]
    assert [[str(one.place).removeprefix("docs/"), one.level.value] for one in found] == [wanted[:2] for wanted in expected]
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one.message
        assert one.related is not None


@pytest.mark.parametrize("name", ['a "quoted" name.md', "with space.md", "名字.md", "-dash.md", "a\tb.md", "deep/er/page.md"])
def test_any_name(name: str) -> None:
    """Files are followed whatever they are called."""
    commit(BEFORE, 1, name)
    commit(AFTER, 2, name)
    assert [one.place.path for one in said()] == [f"docs/en/{name}"]
    assert [one.place.path for one in said("HEAD~1")] == [f"docs/en/{name}"]


def test_a_merge_is_one_change() -> None:
    """What a branch changed on both sides, in whatever steps, comes with its merge."""
    commit(BEFORE, 1)
    git("checkout", "--quiet", "-b", "branch")
    commit(AFTER, 2)
    commit({"en": "There are 13 firms.\n"}, 3)
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "--no-ff", "--message", "Merge", "branch", day=4)
    assert said() == []
    commit({"zh": "共有14家企业。\n"}, 5)
    git("checkout", "--quiet", "--detach")
    assert "changed on 2026-01-05" in said()[0].message


def test_since_the_branch_left_the_revision() -> None:
    """What a branch is compared with may have gone on meanwhile; that is not the branch's change."""
    commit(BEFORE, 1)
    git("branch", "behind")
    commit(AFTER, 2)
    git("checkout", "--quiet", "behind")
    assert said("main") == []


def test_settings_and_hooks_do_not_lead_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a user's settings of the log nor the variables that git sets for its hooks change what is read."""
    commit(BEFORE, 1)
    commit(AFTER, 2)
    for name, value in {
        "log.showSignature": "true",
        "log.follow": "true",
        "log.diffMerges": "off",
        "diff.renames": "copies",
    }.items():
        git("config", name, value)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert len(said()) == 1


def test_a_silence_holds_and_is_unused_only_where_all_is_known() -> None:
    """A comment silences the finding; a clone without the older commits cannot tell that it silences nothing."""
    silenced = {"en": "<!-- check: ignore pair/stale: the number is the same in English -->\nThere are 12 firms.\n"}
    commit(BEFORE, 1)
    commit(AFTER, 2)
    commit(silenced, 3)
    assert said() == []
    assert said("HEAD") == []
    commit({"en": silenced["en"].replace("12", "13")}, 4)
    assert [one.rule for one in said()] == ["silence/unused"]
    Path(".git/shallow").write_bytes(subprocess.check_output(["git", "rev-parse", "HEAD"]))
    assert said() == []


def test_no_repository(monkeypatch: pytest.MonkeyPatch, check: Check) -> None:
    """Without git or without a repository nothing is said; to compare with a revision is misuse."""
    commit(BEFORE, 1)
    commit(AFTER, 2)
    answer = check("--no-register", "--select", "pair/stale")
    assert [answer.status, answer.places] == [1, ["docs/en/page.md:1:1: pair/stale"]]
    Path(".git").rename("elsewhere")
    assert check("--no-register", "--select", "pair/stale").status == 0
    assert check("--no-register", "--since", "HEAD").err == "check.py: --since HEAD: there is no git repository to compare with\n"
    monkeypatch.setenv("PATH", "")
    assert check("--no-register", "--select", "pair/stale").status == 0
    assert check("--no-register", "--since", "HEAD").status == 2


@pytest.mark.parametrize("revision", ["nowhere", "", "-x", "--all", "HEAD:docs", "a b", "HEAD~9", "a\0b"])
def test_an_unknown_revision_is_misuse(revision: str, check: Check) -> None:
    """A revision that git does not know gives status 2 and one line."""
    commit(BEFORE, 1)
    answer = check("--no-register", f"--since={revision}")
    assert [answer.status, answer.out, answer.err.count("\n")] == [2, "", 1]
    assert "git knows no such revision" in answer.err


def test_what_is_no_page_is_not_followed() -> None:
    """Links, submodules, bytes that are no text and a repository without a commit do no harm."""
    put(BEFORE)
    assert said() == []
    with pytest.raises(HistoryError):
        said("HEAD")
    Path("docs/zh/link.md").symlink_to("page.md")
    commit({"en": "There are 12 firms.\n"}, 1, "link.md")
    commit({"zh": "", "en": "Text.\n"}, 2, "odd.md")
    Path("docs/zh/odd.md").write_bytes(b"\xff\xfe\0\n\n---\n")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Bytes", day=3)
    put({"zh": "文字。\n"}, "odd.md")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},docs/zh/module.md")
    git("commit", "--quiet", "--message", "A submodule", day=4)
    put(AFTER)
    assert {one.place.path for one in said()} <= {"docs/en/page.md", "docs/en/link.md", "docs/en/odd.md"}
    assert {one.place.path for one in said("HEAD~1")} <= {"docs/en/page.md", "docs/en/link.md", "docs/en/odd.md"}
