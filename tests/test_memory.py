"""What is kept between runs changes nothing but the time: the same findings with a cold, a warm and no cache."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Check, state, write

from bitext import document
from bitext.blocks import Block, read_blocks
from bitext.document import Outline
from bitext.finding import Finding, Level, Place
from bitext.memory import Memory, Result
from bitext.memory_file import MOST_FILES, load, memory_path, store
from bitext.message import OR, Message, Several
from bitext.page import Page
from bitext.silences import Silence

HERE = Path(__file__).parent
NOTICE = "instrument:notice-2024-568"
TREE = {
    "zh/a.md": f"# 甲 {{#a}}\n\n见[乙](b.md#part)、[《通知》]({NOTICE})。\n\n## 节 {{#here}}\n\n会议于2024年2月30日举行。\n",
    "en/a.md": f"# A {{#a}}\n\nSee [b](b.md#part), [the Notice]({NOTICE}).\n\n## Section {{#here}}\n\nHeld on 30 February 2024.\n",
    "zh/b.md": "# 乙 {#b}\n\n## 部分 {#part}\n\n文字。\n\n<!-- check: ignore date/invalid: quoted -->\n写作“2024年2月31日”。\n",
    "en/b.md": "# B {#b}\n\n## Part {#part}\n\nText.\n\n<!-- check: ignore date/invalid: quoted -->\n“31 February 2024”.\n",
    "zh/c.md": "# 丙 {#c}\n\n清单将于2026年11月1日起施行，见[图](../assets/p.png)。\n",
    "en/c.md": "# C {#c}\n\nThe list will take effect on 1 November 2026, see [the picture](../assets/p.png).\n",
}
Edit = Callable[[Path], object]


def replaced(name: str, old: str, new: str) -> Edit:
    """Return an edit that writes another text into a file."""

    def edit(project: Path) -> None:
        path = project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return edit


# Each edit, and whether it changes the findings of a page that was not edited itself, or of one that was.
EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "a page": replaced("docs/zh/a.md", "2月30日", "2月29日"),
    "the anchor that another page links": replaced("docs/zh/b.md", "{#part}", "{#parts}"),
    "the anchor on the other side too": replaced("docs/en/b.md", "{#part}", "{#parts}"),
    "a linked page goes": lambda project: [(project / "docs" / side / "b.md").unlink() for side in ("zh", "en")],
    "one side of a page goes": lambda project: (project / "docs/en/b.md").unlink(),
    "a page comes": lambda project: write(project / "docs", {"zh/d.md": "文字。\n"}),
    "a linked file comes": lambda project: write(project / "docs", {"assets/p.png": b"\x89PNG"}),
    "a silence loses its finding": replaced("docs/zh/b.md", "2月31日", "2月28日"),
    "a silence goes": replaced("docs/zh/b.md", "<!-- check: ignore date/invalid: quoted -->\n", ""),
    "an entry of the register": replaced("register/instruments.yml", "notice-2024-568", "notice-2024-569"),
    "a page that cannot be read": lambda project: write(project / "docs", {"zh/a.md": b"\xff\xfe"}),
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a small tree and a register."""
    write(tmp_path / "docs", TREE)
    shutil.copytree(HERE / "register", tmp_path / "register")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list in which the path of each page that is read appears."""
    paths: list[str] = []

    def noting(page: Page) -> list[Block]:
        paths.append(page.path)
        return read_blocks(page)

    monkeypatch.setattr(document, "read_blocks", noting)
    return paths


WORDS = ("--as-of", "2026-11-22", "--format", "json")


@pytest.mark.parametrize("words", [(), ("--no-register",), ("--select", "ref,silence")], ids=" ".join)
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_findings_are_the_same_with_and_without_a_cache(
    edit: Edit, words: tuple[str, ...], check: Check, project: Path
) -> None:
    """Before and after an edit: cold, warm and without; and no file of the project changes."""
    before = check(*WORDS, *words, "--no-cache")
    assert [check(*WORDS, *words) for _ in range(2)] == [before] * 2
    edit(project)
    files = state(project)
    after = check(*WORDS, *words, "--no-cache")
    assert [check(*WORDS, *words) for _ in range(2)] == [after] * 2
    assert state(project) == files
    assert json.loads(before.out)


@pytest.mark.parametrize("day", ["2026-10-31", "2026-11-02"])
def test_another_day_is_another_run(day: str, check: Check) -> None:
    """What has passed by one day has not by another."""
    check("--no-register", "--as-of", "2026-10-31")
    kept, anew = (check("--no-register", "--as-of", day, *words) for words in ([], ["--no-cache"]))
    assert kept == anew
    assert ("date/past-future" in kept.out) == (day == "2026-11-02")


def test_edits_that_matter_change_the_findings(check: Check, project: Path) -> None:
    """The first test would prove nothing with edits that leave the findings as they are."""
    before = check(*WORDS)
    same = []
    for name, edit in EDITS.items():
        shutil.rmtree(project / "docs")
        shutil.rmtree(project / "register")
        write(project / "docs", TREE)
        shutil.copytree(HERE / "register", project / "register")
        edit(project)
        same += [name] if check(*WORDS) == before else []
    assert same == ["nothing"]


def test_a_second_run_reads_no_page(check: Check, read: list[str]) -> None:
    """Whoever changed nothing waits for nothing."""
    check("--no-register")
    assert sorted(read) == sorted(f"docs/{name}" for name in TREE)
    read.clear()
    check("--no-register")
    assert read == []


@pytest.mark.parametrize(
    ("edit", "pages"),
    [
        (replaced("docs/zh/c.md", "清单", "目录"), ["c"]),
        (replaced("docs/zh/b.md", "文字", "正文"), ["b"]),
        (replaced("docs/en/b.md", "{#part}", "{#parts}"), ["b"]),
        (lambda project: replaced("docs/zh/b.md", "{#part}", "{#parts}")(replaced_en(project)), ["a", "b"]),
        (lambda project: write(project / "docs", {"assets/p.png": b"\x89PNG"}), ["c"]),
    ],
    ids=["a page nothing links", "a linked page", "an anchor of one side", "an anchor of both sides", "a linked file"],
)
def test_only_what_an_edit_concerns_is_read(edit: Edit, pages: list[str], check: Check, project: Path, read: list[str]) -> None:
    """An edited page is read on both sides, and so are pages whose links lead elsewhere now."""
    check("--no-register")
    read.clear()
    edit(project)
    check("--no-register")
    assert sorted(set(read)) == sorted(f"docs/{side}/{page}.md" for side in ("en", "zh") for page in pages)


def replaced_en(project: Path) -> Path:
    """Make the English half of an edit of both sides."""
    replaced("docs/en/b.md", "{#part}", "{#parts}")(project)
    return project


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"nonsense",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"date/invalid", b"date/invasid"),
        lambda data: b"0" * 64 + data[64:],
        lambda _: b'{"a.md": 1}',
    ],
    ids=["empty", "nonsense", "cut", "changed", "another version", "foreign"],
)
def test_what_was_not_written_by_this_version_is_ignored_and_replaced(
    damage: Callable[[bytes], bytes], check: Check, own_cache: Path
) -> None:
    """A cache that is damaged costs time and nothing else."""
    right = check(*WORDS)
    (file,) = own_cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert file.read_bytes() != whole
    assert check(*WORDS) == right
    assert [(one.name, one.read_bytes()) for one in own_cache.iterdir()] == [(file.name, whole)]


def test_a_cache_that_cannot_be_written_is_done_without(check: Check, project: Path) -> None:
    """Where the cache's folder is a file, the check runs as ever."""
    write(project, {"file": "text"})
    assert check(*WORDS, "--cache", "file") == check(*WORDS, "--no-cache")
    assert (project / "file").read_text("utf-8") == "text"


def test_a_failed_write_leaves_the_old_cache(check: Check, own_cache: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped before the last step leaves what stood there."""
    check(*WORDS)
    old = state(own_cache)
    EDITS["a page"](project)

    def refused(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refused)
    assert check(*WORDS) == check(*WORDS, "--no-cache")
    assert {name: data for name, (data, _) in state(own_cache).items()} == {name: data for name, (data, _) in old.items()}


def test_no_cache_keeps_nothing(check: Check, own_cache: Path) -> None:
    """--no-cache writes no file, and does not go together with --cache."""
    check(*WORDS, "--no-cache")
    assert list(own_cache.iterdir()) == []
    assert check("--no-cache", "--cache", "x").status == 2


def test_only_the_last_used_memories_are_kept(tmp_path: Path) -> None:
    """The folder does not grow without end."""
    for number in range(MOST_FILES + 3):
        memory = Memory()
        memory.keep({"a.md": ("mark", Result((), (), {}, {}))})
        store(memory, memory_path(tmp_path / "kept", str(number)))
    assert len(list((tmp_path / "kept").iterdir())) == MOST_FILES


def test_a_memory_comes_back_whole(tmp_path: Path) -> None:
    """Every part of a result is kept, the parts of messages among them, so that another language can say them."""
    place, related = Place("docs/zh/a.md", 3, 4), Place("docs/en/a.md", 5, 6)
    inner = Message("{n} blocks", n=2)
    roles = Several([Message("adopted"), Message("signed")], OR)
    message = Message("{what} at {place}, {roles}, not in {language}", what=inner, place=related, roles=roles, language="English")
    finding = Finding(place, "date/invalid", Level.NOTE, message, "correct \ud800 it", related, "甲", "A")
    silence = Silence(place, "date/invalid", range(3, 7))
    outline = Outline(frozenset({"a"}), frozenset({"b"}), ("b.md#part",))
    result = Result((finding,), (silence,), {"mark": outline}, {("leads", "zh", "b.md", "part"): "True"})
    memory = Memory()
    memory.keep({"a.md": ("mark", result)})
    store(memory, tmp_path / "memory.json")
    ((mark, again),) = load(tmp_path / "memory.json").results.values()
    assert (mark, again) == ("mark", result)
    (found,) = again.findings
    assert [getattr(found, field.name) for field in dataclasses.fields(Finding)] == [
        getattr(finding, field.name) for field in dataclasses.fields(Finding)
    ]
    assert isinstance(found.message, Message)
    assert found.message.template == message.template
    assert {**found.message.values, "roles": None} == {**message.values, "roles": None}
    assert found.message.said_in("zh") == message.said_in("zh") == "2 blocks at docs/en/a.md:5:6, 通过或签署, not in English"
