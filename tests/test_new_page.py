"""A new pair of pages: complete, clean for the checker, and never in the place of another."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from guide.new_page import heading_id, main, new_pair
from guide.site import read_site

TITLES = {"zh": "基因治疗产品：怎样上市", "en": "Gene therapy products: the founder’s way to market"}
# What the pages say happened lies behind today, whenever that is.
DAY = datetime.date.today()


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the guide's pages and register."""
    for name in ("docs", "register"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("key", ["rules/gene-therapy.md", "new/part/index.md", "evidence/evidence.md"])
def test_a_new_pair_gives_no_finding_once_it_is_in_the_navigation(key: str, project: Path) -> None:
    written = new_pair(project / "docs", key, TITLES, DAY)
    assert [path.relative_to(project).as_posix() for path in written] == [f"docs/zh/{key}", f"docs/en/{key}"]
    assert {finding.rule for finding in read_site(project).findings(DAY)} == {"ref/orphan-page"}
    mkdocs = project / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text("utf-8").replace("\nnav:\n", f"\nnav:\n  - {key}\n"), "utf-8")
    site = read_site(project)
    assert site.findings(DAY) == []
    assert {language: site.title(language, key) for language in TITLES} == TITLES


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("rules/gene-therapy.md", "gene-therapy"),
        ("new/index.md", "new"),
        ("evidence/index.md", "evidence-page"),
        ("index.md", "home-page"),
    ],
)
def test_first_heading_is_named_after_the_page(key: str, name: str) -> None:
    assert heading_id(key) == name


@pytest.mark.parametrize(
    ("key", "zh", "en", "reason"),
    [
        ("../outside.md", "标题", "Title", "is no key"),
        ("/etc/page.md", "标题", "Title", "is no key"),
        ("rules/Gene Therapy.md", "标题", "Title", "is no key"),
        ("rules/gene-therapy", "标题", "Title", "is no key"),
        ("规则/页.md", "标题", "Title", "is no key"),
        ("", "标题", "Title", "is no key"),
        ("instruments/new.md", "标题", "Title", "made from the register"),
        ("notice/places.md", "标题", "Title", "docs/zh/notice/places.md exists already"),
        ("rules/new.md", "", "Title", "empty or holds markup"),
        ("rules/new.md", "标题", "Title {#id}", "empty or holds markup"),
        ("rules/new.md", "标题\n二", "Title", "empty or holds markup"),
        ("rules/new.md", "Title", "Title", "holds no Chinese"),
        ("rules/new.md", "标题", "标题", "holds Chinese"),
    ],
)
def test_refused_in_one_line(key: str, zh: str, en: str, reason: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    assert main(project, [key, "--zh-title", zh, "--en-title", en]) == 2
    said = capsys.readouterr()
    assert reason in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert sorted(project.rglob("*")) == before


def test_a_single_language_is_not_overwritten(project: Path) -> None:
    lone = project / "docs/en/rules/new.md"
    lone.write_text("mine", "utf-8")
    assert main(project, ["rules/new.md", "--zh-title", "标题", "--en-title", "Title"]) == 2
    assert lone.read_text("utf-8") == "mine"
    assert not (project / "docs/zh/rules/new.md").exists()


def test_no_half_pair_where_the_second_file_cannot_be_written(project: Path) -> None:
    (project / "docs/en/fresh").write_text("a file where a folder must be", "utf-8")
    assert main(project, ["fresh/page.md", "--zh-title", "标题", "--en-title", "Title"]) == 2
    assert not (project / "docs/zh/fresh/page.md").exists()


def test_says_what_to_do_next(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project, ["rules/new.md", "--zh-title", "标题", "--en-title", "Title"]) == 0
    said = capsys.readouterr().out
    assert "Add `- rules/new.md` to `nav:` of mkdocs.yml, beside the other pages of rules/." in said
