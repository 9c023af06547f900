"""The check command as people and CI call it: what it returns, says and writes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from calling import Answer, Check, state, write

from bitext.check import RULES

HERE = Path(__file__).parent
# One fault of each of three families, and one of a fourth on another page.
ZH = "# 题 {#t}\n\n会议于2024年2月30日举行。\n\n见[乙](b.md)。\n"
EN = "## Title {#t}\n\nThe meeting was held on 29 February 2024.\n\nSee [b](c.md).\n"
ALL = [
    "docs/en/page.md:5:9: ref/broken-link",
    "docs/zh/page.md:1:3: pair/structure",
    "docs/zh/page.md:3:4: date/invalid",
    "docs/zh/page.md:5:6: ref/broken-link",
    "docs/zh/sub/alone.md:1:1: pair/missing-page",
]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a small tree in docs/ that holds some faults, and a register."""
    write(tmp_path / "docs", {"zh/page.md": ZH, "en/page.md": EN, "zh/sub/alone.md": "文字。\n"})
    shutil.copytree(HERE / "register", tmp_path / "register")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_findings_give_status_1_and_a_count(check: Check) -> None:
    """The report goes to standard output, the count beside it."""
    answer = check("--no-register")
    assert answer.status == 1
    assert answer.places == ALL
    assert answer.err == "5 errors\n"


def test_a_sound_tree_gives_status_0(check: Check, project: Path) -> None:
    """No finding, no line of report; the same with and without a register."""
    write(project / "sound", {"zh/a.md": "文字。\n", "en/a.md": "Text.\n"})
    for words in (["--no-register"], []):
        assert check("--docs", "sound", *words) == Answer(0, "", "no findings\n")


def test_warnings_give_status_1(check: Check, project: Path) -> None:
    """Warnings fail a check like errors."""
    write(project / "warned", {"zh/a.md": "---\ntitle: 甲\n---\n文字。\n", "en/a.md": "Text.\n"})
    answer = check("--docs", "warned", "--no-register")
    assert answer.places == ["warned/en/a.md:1:1: pair/front-matter"]
    assert [answer.status, answer.err] == [1, "1 warning\n"]


MISUSE: dict[str, tuple[list[str], str]] = {
    "no docs": (["--docs", "nowhere"], "nowhere holds no folder zh and no folder en"),
    "no zh": (["--docs", "docs/en"], "no folder zh"),
    "docs is a file": (["--docs", "docs/zh/page.md"], "no folder zh"),
    "no such day": (["--as-of", "2024-02-30"], "--as-of 2024-02-30 is no day; write it as YYYY-MM-DD"),
    "no date": (["--as-of", "yesterday"], "--as-of yesterday is no day"),
    "no such rule to select": (["--select", "date/wrong"], "no rule or family 'date/wrong'"),
    "no such family to select": (["--select", "date,colour"], "no rule or family 'colour'"),
    "no such rule to ignore": (["--ignore", "colour"], "no rule or family 'colour'"),
    "no such rule to explain": (["--explain", "colour"], "no rule or family 'colour'; the families are "),
    "a rule to explain misspelt": (["--explain", "date/difers"], "'date/difers'; did you mean date/differs?"),
    "a rule to select without its family": (["--select", "heading-id"], "'heading-id'; did you mean pair/heading-id?"),
    "no register": (["--register", "nowhere"], "no register folder nowhere; name one with --register or use --no-register"),
    "register is a file": (["--register", "register/terms.yml"], "no register folder register/terms.yml"),
    "no folder for the report": (["--output", "nowhere/report.txt"], "cannot write nowhere/report.txt"),
    "a folder as the report": (["--output", "docs"], "cannot write docs"),
    "no such path": (["docs/zh/page.md", "docs/zh/nothing.md"], "no file or folder docs/zh/nothing.md"),
}


@pytest.mark.parametrize(("words", "said"), MISUSE.values(), ids=MISUSE)
def test_misuse_gives_status_2_and_one_line(words: list[str], said: str, check: Check, project: Path) -> None:
    """Who calls the command wrongly is told why in one line; nothing is reported and nothing is written into the tree."""
    before = state(project / "docs")
    answer = check(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("check.py: ")
    assert answer.err.count("\n") == 1
    assert said in answer.err
    assert state(project / "docs") == before


@pytest.mark.parametrize("words", [["--format", "xml"], ["--colour"], ["--docs"]], ids=" ".join)
def test_options_that_do_not_exist_are_misuse(words: list[str], check: Check) -> None:
    """What the parser of the command line refuses is one line as well."""
    answer = check(*words)
    assert [answer.status, answer.out, answer.err.count("\n")] == [2, "", 1]


@pytest.mark.parametrize("words", [["--select", ","], ["--select", "date", "--ignore", "date"]], ids=" ".join)
def test_no_rule_left_is_misuse(words: list[str], check: Check) -> None:
    """A check that checks nothing must not pass."""
    assert check("--no-register", *words).status == 2


CONFIGURATIONS = {
    "YAML that is not closed": b"nav: [a\n",
    "a list": b"- nav\n",
    "an empty file": b"",
    "another encoding": b"nav:\n  - \xd6\xd0.md\n",
    "a navigation that holds itself": b"nav: &nav [*nav]\n",
}


@pytest.mark.parametrize("text", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_a_configuration_that_cannot_be_read_is_misuse(text: bytes, check: Check, project: Path) -> None:
    """A broken mkdocs.yml gives status 2 and one line that names it."""
    (project / "mkdocs.yml").write_bytes(text)
    answer = check()
    assert [answer.status, answer.err.count("\n")] == [2, 1]
    assert "mkdocs.yml" in answer.err


def test_the_navigation_is_read_from_the_configuration(check: Check, project: Path) -> None:
    """With a configuration beside the docs, pages that nothing leads to are findings."""
    (project / "mkdocs.yml").write_text("nav:\n  - sub/alone.md\n", "utf-8")
    answer = check("--select", "ref/orphan-page")
    assert answer.places == ["docs/en/page.md:1:1: ref/orphan-page", "docs/zh/page.md:1:1: ref/orphan-page"]


@pytest.mark.parametrize("family", ["date", "pair", "ref"])
def test_families_can_be_selected_and_left_out(family: str, check: Check) -> None:
    """A family is its rules, with or without the slash; --ignore is the rest of --select."""
    mine = [place for place in ALL if f": {family}/" in place]
    rest = [place for place in ALL if f": {family}/" not in place]
    assert mine
    assert check("--no-register", "--select", family).places == mine
    assert check("--no-register", "--select", f"{family}/").places == mine
    assert check("--no-register", "--ignore", family).places == rest


def test_rules_and_families_can_be_listed_together(check: Check) -> None:
    """Names are parted by commas; what is ignored is ignored although it is selected."""
    answer = check("--no-register", "--select", "date/invalid, ref,pair/structure", "--ignore", "ref/broken-link")
    assert answer.places == ALL[1:3]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["docs/zh/page.md"], [ALL[1], ALL[2], ALL[3]]),
        (["docs/zh/sub"], [ALL[4]]),
        (["docs/en/page.md"], [ALL[0], ALL[1]]),
        (["docs/zh/sub", "docs/en"], [ALL[0], ALL[1], ALL[4]]),
        (["docs"], ALL),
        (["register"], []),
    ],
    ids=lambda value: " ".join(value) if value and ":" not in value[0] else "",
)
def test_paths_limit_the_report(paths: list[str], found: list[str], check: Check) -> None:
    """Findings in a file or folder are reported, those whose counterpart stands there too."""
    answer = check("--no-register", *paths)
    assert answer.places == found
    assert answer.status == int(bool(found))


def test_the_day_decides_what_has_passed(check: Check, project: Path) -> None:
    """--as-of is the day on which the texts must be true."""
    write(
        project / "dated",
        {"zh/a.md": "清单将于2024年11月1日起施行。\n", "en/a.md": "The list will take effect on 1 November 2024.\n"},
    )
    assert check("--docs", "dated", "--no-register", "--as-of", "2024-10-31").status == 0
    answer = check("--docs", "dated", "--no-register", "--as-of", "2024-11-02")
    assert answer.places == ["dated/en/a.md:1:30: date/past-future", "dated/zh/a.md:1:5: date/past-future"]


def test_the_report_is_written_in_one_step(check: Check, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old report stands until the new one is complete; nothing else appears in its folder."""
    report = project / "report.json"
    report.write_text("the old report", "utf-8")
    seen: list[str] = []
    replace = os.replace

    def watched(source: Any, target: Any) -> None:
        seen.extend([report.read_text("utf-8"), Path(source).read_text("utf-8")])
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    answer = check("--no-register", "--no-cache", "--format", "json", "--output", "report.json")
    assert [answer.status, answer.out, answer.err] == [1, "", "5 errors\n"]
    assert seen == ["the old report", report.read_text("utf-8")]
    assert len(json.loads(seen[1])) == len(ALL)
    assert sorted(path.name for path in project.iterdir()) == ["docs", "register", "report.json"]


def test_a_report_that_cannot_be_written_leaves_nothing_behind(check: Check, project: Path) -> None:
    """Where the report cannot go to its place, no half of it stays beside it."""
    assert check("--no-register", "--output", "docs").status == 2
    assert sorted(path.name for path in project.iterdir()) == ["docs", "register"]


def test_others_may_read_the_report(check: Check, project: Path) -> None:
    """A report has the mode of any new file: the step of CI that uploads it may run as another user."""
    (project / "any").write_text("", "utf-8")
    check("--no-register", "--output", "report.txt")
    assert (project / "report.txt").stat().st_mode == (project / "any").stat().st_mode


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_explained(name: str, check: Check) -> None:
    """What a rule is for, with a wrong and a right example; a rule that needs a register says so."""
    rule = RULES[name]
    answer = check("--explain", name)
    assert [answer.status, answer.err] == [0, ""]
    first, *rest = answer.out.splitlines()
    assert first == f"{name} ({rule.level})"
    assert rest[:3] == [rule.why, f"  wrong: {rule.wrong}", f"  right: {rule.right}"]
    assert all([rule.why.endswith("."), rule.wrong, rule.right, rule.wrong != rule.right])
    needs = {"It needs a register.": rule.needs_register, "It needs the git history of the pages.": rule.needs_history}
    assert rest[3:] == [line for line, needed in needs.items() if needed]


@pytest.mark.parametrize("name", ["date", "date/"])
def test_a_family_is_explained_by_its_rules(name: str, check: Check) -> None:
    """One line a rule: its name, its level and what it is for."""
    rules = [rule for rule in RULES.values() if rule.name.startswith("date/")]
    lines = [f"{rule.name} ({rule.level}): {rule.why}" for rule in rules]
    assert check("--explain", name) == Answer(0, "\n".join([*lines, ""]), "")


IN_CHINESE: dict[str, tuple[list[str], str, str]] = {
    "text": (["--select", "date"], "docs/zh/page.md:3:4: date/invalid: 日历上没有2024-02-30这一天；请改正日期\n", "1个错误\n"),
    "nothing found": (["--select", "number"], "", "没有发现问题\n"),
    "a rule": (
        ["--explain", "date/relative"],
        "date/relative（错误）\n“即日”“近日”在每个读者那里是不同的日子。\n  错：自即日起施行\n  对：自2024年9月7日起适用\n"
        "这条规则需要登记册。\n",
        "",
    ),
    "a family": (
        ["--explain", "page"],
        "page/unreadable（错误）：不是UTF-8文本的文件无法比较，也无法显示。\n"
        "page/not-understood（提示）：没有当作正文读的内容，也没有和任何内容比较；依靠检查的人应当知道这一点。\n",
        "",
    ),
    "misuse": (["--as-of", "x"], "", "check.py: --as-of x不是日期；请写成YYYY-MM-DD\n"),
    "misuse of the tree": (["--docs", "x"], "", "check.py: x里没有文件夹zh和en；请指定含有zh/和en/的文件夹\n"),
    "misuse before a line is read": (
        ["--colour"],
        "",
        "check.py: unrecognized arguments: --colour；用法见check.py --help\n",
    ),
}


@pytest.mark.parametrize(("words", "out", "err"), IN_CHINESE.values(), ids=IN_CHINESE)
@pytest.mark.parametrize("asked", [["--lang", "zh"], ["--lang=zh"]], ids="".join)
def test_everything_is_said_in_chinese(words: list[str], out: str, err: str, asked: list[str], check: Check) -> None:
    """--lang zh speaks for findings, counts, explanations and misuse, with the same places, rules and status."""
    answer = check("--no-register", *words, *asked)
    assert (answer.out, answer.err) == (out, err)
    assert answer.status == check("--no-register", *words).status


def test_another_language_is_misuse(check: Check) -> None:
    assert check("--lang", "fr").status == 2


FOREIGN: dict[str, str | bytes] = {
    "zh/intro.md": """\
---
id: intro
title: 简介
weight: 1
---

import Tabs from '@theme/Tabs'

# 简介

:::note

自即日起可用，目前为第2版。

:::

![图](./img/a.png)

见[安装](/zh/docs/install)、[配置](./config.mdx)。
""",
    "en/intro.md": """\
---
id: intro
title: Introduction
weight: 1
---

import Tabs from '@theme/Tabs'

# Introduction

:::note

Available immediately; currently version 2.

:::

![picture](./img/a.png)

See [installing](/docs/install), [setting up](./config.mdx).
""",
    "zh/config.mdx": "+++\ntitle = '配置'\n+++\n\n<Tabs>\n\n`kubectl apply`\n\n</Tabs>\n",
    "en/config.mdx": "+++\ntitle = 'Setting up'\n+++\n\n<Tabs>\n\n`kubectl apply`\n\n</Tabs>\n",
    "zh/img/a.png": b"\x89PNG",
    "en/img/a.png": b"\x89PNG",
}


def test_a_foreign_tree_needs_no_register(check: Check, project: Path) -> None:
    """Pages of another project, in another dialect, are compared without a word about this guide's register and navigation."""
    write(project / "foreign", FOREIGN)
    shutil.rmtree(project / "register")
    assert check("--docs", "foreign", "--no-register") == Answer(0, "", "no findings\n")
    page = project / "foreign" / "en" / "intro.md"
    page.write_text(page.read_text("utf-8").replace("# Introduction", "## Introduction"), "utf-8")
    assert check("--docs", "foreign", "--no-register").places == ["foreign/zh/intro.md:9:3: pair/structure"]
