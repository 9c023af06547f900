"""What changed: the file, the list on its page, and the feeds."""

from __future__ import annotations

import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from bitext.page import LANGUAGES
from bitext.tree import Tree
from guide.changes import change_list, read_changes
from guide.check_command import main as check
from guide.feeds import TITLE, feed
from guide.navigation import AnyTagLoader
from guide.site import read_site

CASES = yaml.safe_load((Path(__file__).parent / "changes.yml").read_text("utf-8"))
DAY = datetime.date(2026, 11, 22)
ATOM = "{http://www.w3.org/2005/Atom}"
TREE = Tree(Path(), "docs", {language: {} for language in LANGUAGES}, {"page.md": frozenset(), "other.md": frozenset()})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_file(case: dict[str, str | list[str]], tmp_path: Path) -> None:
    """What is wrong in the file is named with its line."""
    (tmp_path / "changes.yml").write_text(str(case["file"]), "utf-8")
    found = read_changes(tmp_path, "register").findings(TREE, DAY)
    assert [f"{one.place.path}:{one.place.line}: {one.message}" for one in found] == case["findings"]


def test_a_register_without_the_file_has_no_changes(tmp_path: Path) -> None:
    changes = read_changes(tmp_path, "register")
    assert (changes.entries, list(changes.findings(TREE, DAY))) == ((), [])


def test_another_tree_is_not_measured_by_the_changes_of_this_guide(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The register of this guide may be used with other pages; its changes are not about them."""
    for language, title in (("zh", "标题"), ("en", "Title")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "index.md").write_text(f"# {title} {{#title}}\n", "utf-8")
    monkeypatch.chdir(root)
    assert check([f"--docs={tmp_path}"]) == 0
    assert capsys.readouterr().out == ""


def test_list_has_a_heading_for_each_day_and_an_anchor_for_each_change(tmp_path: Path) -> None:
    (tmp_path / "changes.yml").write_text(CASES[0]["file"], "utf-8")
    changes = read_changes(tmp_path, "register")
    assert change_list(changes.entries, "en", lambda key: key.upper()) == (
        "### 22 November 2026 {#on-2026-11-22}\n\n"
        "- Two. Pages: [PAGE.MD](../page.md), [OTHER.MD](../other.md)\n{: #second }\n\n"
        "### 1 November 2026 {#on-2026-11-01}\n\n"
        "- One.\n{: #first }"
    )
    assert "- 二。页面：[PAGE.MD](../page.md)、[OTHER.MD](../other.md)\n" in change_list(changes.entries, "zh", str.upper)
    assert [one.id for one in changes.of_page("page.md")] == ["second"]


@pytest.mark.parametrize(("language", "root"), [("zh", "https://example.org/guide/"), ("en", "https://example.org/guide/en/")])
def test_feed(language: str, root: str, tmp_path: Path) -> None:
    """A reader finds all that Atom demands: ids, moments, the feed's own address, absolute links."""
    (tmp_path / "changes.yml").write_text(CASES[0]["file"], "utf-8")
    changes = read_changes(tmp_path, "register").entries
    made = feed(changes, language, "https://example.org/guide", "2026-11-22", lambda key: f"<{key}>")
    atom = ElementTree.fromstring(made.encode())  # noqa: S314 - our own text
    assert atom.findtext(f"{ATOM}id") == f"{root}feed.xml"
    assert atom.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00+00:00"
    assert {link.get("rel"): link.get("href") for link in atom.findall(f"{ATOM}link")} == {
        "self": f"{root}feed.xml",
        "alternate": f"{root}reference/changes/",
    }
    entries = atom.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in entries] == [f"{root}reference/changes/#{name}" for name in ("second", "first")]
    assert [one.findtext(f"{ATOM}updated", "")[:10] for one in entries] == ["2026-11-22", "2026-11-01"]
    assert f'<a href="{root}page/">&lt;page.md&gt;</a>' in entries[0].findtext(f"{ATOM}content", "")


def test_feed_without_changes_is_as_of_the_guides_day() -> None:
    made = feed((), "en", "https://example.org/", "2026-11-22", str)
    assert "<updated>2026-11-22T00:00:00+00:00</updated>" in made


def test_feeds_name_the_site(root: Path) -> None:
    """Feed readers show the title alone, so it says which site changed."""
    configuration = yaml.load((root / "mkdocs.yml").read_text("utf-8"), AnyTagLoader)  # noqa: S506 - a safe loader
    (i18n,) = [plugin["i18n"] for plugin in configuration["plugins"] if "i18n" in plugin]
    names = {one["locale"]: one.get("site_name", configuration["site_name"]) for one in i18n["languages"]}
    assert all(TITLE[language].startswith(names[language]) for language in LANGUAGES)


def test_the_guide_says_what_changed(root: Path) -> None:
    site = read_site(root)
    assert site.changes.entries
    assert site.changes.of_page("index.md")
