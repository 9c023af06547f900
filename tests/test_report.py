"""Reports in every format: what people, GitHub, SARIF readers and scripts get for the same findings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from test_cases import DAY, cases, written

from bitext.check import RULES, check_tree
from bitext.finding import Finding, Level, Place
from bitext.message import Message
from bitext.page import parse_page
from bitext.register import Register
from bitext.report import FORMATS, as_github, as_json, as_sarif, as_text, fingerprints
from bitext.rules.rule import Settings
from bitext.tree import read_tree
from guide.layout import generated_pages

DIFFERS = Finding(
    Place("docs/zh/a.md", 12, 5),
    "date/differs",
    Level.ERROR,
    Message(
        "{here} here, {there} in {language} ({place})",
        here="2024-09-09",
        there="2024-09-08",
        language=Message("English"),
        place="docs/en/a.md:14:7",
    ),
    Message("give both languages the same date"),
    Place("docs/en/a.md", 14, 7),
    "《通知》于2024年9月9日公布。",
    "The Notice was made public on 8 September 2024.",
)
ORPHAN = Finding(Place("docs/zh/b.md"), "ref/orphan-page", Level.WARNING, Message("nothing leads to this page"), Message("link it"))
NOTE = Finding(Place("docs/en/c.md", 3), "pair/structure", Level.NOTE, Message("a remark"), Message("nothing to do"))
FINDINGS = [DIFFERS, ORPHAN, NOTE]
FILLER = {"zh": ["", "", "与检查无关的一段文字。", ""], "en": ["", "A passage that no rule looks at.", "", "", ""]}


def finding(message: str = "a message", path: str = "docs/zh/a.md", line: int = 1, **values: Any) -> Finding:
    """Return a finding in which only what a test is about matters."""
    return Finding(Place(path, line), "date/invalid", Level.ERROR, Message.of(message), Message("do this"), **values)


def test_text_is_one_line_a_finding_with_the_location_first() -> None:
    """Editors and people jump to the place a line begins with."""
    assert as_text(FINDINGS).splitlines() == [
        f"docs/zh/a.md:12:5: date/differs: {DIFFERS.message}; give both languages the same date",
        "docs/zh/b.md:1:1: ref/orphan-page: nothing leads to this page; link it",
        "docs/en/c.md:3:1: pair/structure: a remark; nothing to do",
    ]


@pytest.mark.parametrize("character", ["\n", "\r", "\x1b", "\u2028"], ids=repr)
def test_text_stays_one_line_whatever_the_pages_hold(character: str) -> None:
    """A page can neither begin a line of the log (GitHub obeys lines that begin with ::) nor colour a terminal."""
    text = as_text([finding(f"`as_of` is no day: x{character}::error::y")])
    assert len(text.splitlines()) == 1
    assert text.rstrip("\n").isprintable()


@pytest.mark.parametrize(("name", "report"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_no_findings_are_an_empty_report(name: str, report: str) -> None:
    """An empty report is still a report of its format (SARIF: see below)."""
    assert FORMATS[name]([]) == report


def test_github_gets_one_command_a_finding() -> None:
    """Levels have GitHub's names, the place is in properties."""
    assert as_github(FINDINGS).splitlines() == [
        "::error file=docs/zh/a.md,line=12,col=5,title=date/differs"
        "::2024-09-09 here, 2024-09-08 in English (docs/en/a.md:14:7); give both languages the same date",
        "::warning file=docs/zh/b.md,line=1,col=1,title=ref/orphan-page::nothing leads to this page; link it",
        "::notice file=docs/en/c.md,line=3,col=1,title=pair/structure::a remark; nothing to do",
    ]


@pytest.mark.parametrize(
    ("message", "path", "line"),
    [
        ("100% sure", "a.md", "::error file=a.md,line=1,col=1,title=date/invalid::100%25 sure; do this"),
        ("%0A", "a.md", "::error file=a.md,line=1,col=1,title=date/invalid::%250A; do this"),
        ("one\ntwo\r\n", "a.md", "::error file=a.md,line=1,col=1,title=date/invalid::one%0Atwo%0D%0A; do this"),
        ("a: b, c::d", "a.md", "::error file=a.md,line=1,col=1,title=date/invalid::a: b, c::d; do this"),
        ("x", "a,b:c%d.md", "::error file=a%2Cb%3Ac%25d.md,line=1,col=1,title=date/invalid::x; do this"),
        ("x", "a\nb.md", "::error file=a%0Ab.md,line=1,col=1,title=date/invalid::x; do this"),
    ],
)
def test_github_commands_escape_what_would_end_them(message: str, path: str, line: str) -> None:
    """Percent signs and line ends everywhere, commas and colons in properties alone."""
    assert as_github([finding(message, path)]) == f"{line}\n"


def test_json_holds_every_value() -> None:
    """Scripts get the finding with plain keys, both sides' texts and places."""
    first, second, _ = json.loads(as_json(FINDINGS))
    assert first == {
        "rule": "date/differs",
        "level": "error",
        "path": "docs/zh/a.md",
        "line": 12,
        "column": 5,
        "message": DIFFERS.message,
        "remedy": DIFFERS.remedy,
        "text": "《通知》于2024年9月9日公布。",
        "counterpart": "The Notice was made public on 8 September 2024.",
        "related": {"path": "docs/en/a.md", "line": 14, "column": 7},
    }
    assert "related" not in second


def results(findings: list[Finding]) -> list[dict[str, Any]]:
    """Return the results of a SARIF log of findings, after a look at the log as a whole."""
    log = json.loads(as_sarif(findings))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "bitext"
    assert run["columnKind"] == "unicodeCodePoints"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    assert {result["ruleId"] for result in run["results"]} == set(ids)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] == RULES[rule["id"]].why
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    return list(run["results"])


def test_sarif_results_say_what_and_where() -> None:
    """Rule, level, message and place of each finding; the other language's place where there is one."""
    first, second, third = results(FINDINGS)
    assert [first["ruleId"], first["level"]] == ["date/differs", "error"]
    assert [second["level"], third["level"]] == ["warning", "note"]
    assert first["message"] == {"text": f"{DIFFERS.message}; {DIFFERS.remedy}"}
    (here,), (there,) = first["locations"], first["relatedLocations"]
    assert here["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/zh/a.md"},
        "region": {"startLine": 12, "startColumn": 5},
    }
    assert there["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/en/a.md"},
        "region": {"startLine": 14, "startColumn": 7},
    }
    assert "relatedLocations" not in second


def test_sarif_without_findings_is_a_log_without_results() -> None:
    """GitHub closes its alerts by such a log."""
    assert results([]) == []


@pytest.mark.parametrize(
    "path",
    [
        "docs/zh/a.md",
        "docs/zh/文件.md",
        "docs/zh/a b.md",
        "docs/zh/100%.md",
        "docs/zh/a#b?c.md",
        pytest.param("docs/zh/a:b.md", id="colon"),
    ],
)
def test_sarif_addresses_are_addresses(path: str) -> None:
    """An address is ASCII without spaces, relative, and leads back to the path."""
    (result,) = results([finding(path=path)])
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+", uri, re.ASCII)
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path) == path


SAID = "这里是2024-09-09，英文是2024-09-08（docs/en/a.md:14:7）；两种语言要写同样的日期"


def test_every_format_can_be_in_chinese() -> None:
    """The words change, nothing else: places, rules, levels and fingerprints are those of the English report."""
    assert as_text([DIFFERS], "zh") == f"docs/zh/a.md:12:5: date/differs: {SAID}\n"
    assert as_github([DIFFERS], "zh") == f"::error file=docs/zh/a.md,line=12,col=5,title=date/differs::{SAID}\n"
    (record,) = json.loads(as_json([DIFFERS], "zh"))
    assert f"{record['message']}；{record['remedy']}" == SAID
    chinese, english = (json.loads(as_sarif([DIFFERS], language))["runs"][0] for language in ("zh", "en"))
    (result,), (rule,) = chinese["results"], chinese["tool"]["driver"]["rules"]
    assert result.pop("message") == {"text": SAID}
    assert result.items() < english["results"][0].items()
    assert rule["shortDescription"]["text"] == RULES["date/differs"].why.said_in("zh")
    assert rule["help"]["text"].startswith("错：中文写2024年9月9日公布")


def marks(found: list[Finding]) -> list[str]:
    """Return the fingerprints of findings as a SARIF log carries them."""
    held = [result["partialFingerprints"] for result in results(found)]
    assert [list(one) for one in held] == [["bitextFinding/v1"]] * len(found)
    assert [one["bitextFinding/v1"] for one in held] == fingerprints(found)
    return fingerprints(found)


def test_equal_findings_are_counted() -> None:
    """Two equal findings on two lines are two results with two fingerprints, in order."""
    first, second, other = marks([finding(line=3), finding(line=9), finding("another message", line=9)])
    assert first.removesuffix(":1") == second.removesuffix(":2")
    assert first != second
    assert other.endswith(":1")
    assert other != first


@pytest.mark.parametrize(
    "other",
    [
        finding("another message"),
        finding(path="docs/zh/b.md"),
        finding(excerpt="another text"),
        finding(counterpart="another text"),
        Finding(Place("docs/zh/a.md"), "date/differs", Level.ERROR, Message("a message"), Message("do this")),
    ],
    ids=["message", "path", "text", "counterpart", "rule"],
)
def test_different_findings_have_different_fingerprints(other: Finding) -> None:
    """Whatever makes a finding another one makes its fingerprint another one."""
    assert [mark.rpartition(":")[2] for mark in marks([finding(), other])] == ["1", "1"]


def checked(case: dict[str, Any], folder: Path, register: Register) -> list[Finding]:
    """Return what all rules find in a folder that holds a case."""
    known = register if case.get("register", True) else None
    tree = read_tree(folder, "docs", generated_pages(known) if known else {})
    return check_tree(tree, Settings(known, DAY, frozenset(case["navigation"]) if "navigation" in case else None))


def push_down(path: Path) -> None:
    """Insert lines that no rule looks at above a page's text; pages that cannot be read stay as they are."""
    language = path.relative_to(path.parents[1]).parts[0]
    page = parse_page(path.read_bytes(), path.name, path.name, language)
    if page.lines:
        lines = [*page.lines[: page.body], *FILLER[language], *page.lines[page.body :]]
        path.write_text("\n".join(lines), "utf-8")


def cases_with_findings() -> list[Any]:
    """Return the cases of tests/cases that find something and stay what they are when lines stand above them."""
    return [param for param in cases() if param.values[0]["findings"] and param.values[0].get("moves", True)]


@pytest.mark.parametrize("case", cases_with_findings())
def test_fingerprints_stay_when_other_lines_move(case: dict[str, Any], tmp_path: Path, small_register: Register) -> None:
    """What a rule finds keeps its fingerprint while unrelated lines are inserted above it in both languages."""
    before = checked(case, written(case, tmp_path), small_register)
    for path in [*tmp_path.glob("*/*.md")]:
        push_down(path)
    after = checked(case, tmp_path, small_register)
    assert sorted(fingerprints(after)) == sorted(fingerprints(before))


def test_the_lines_above_do_move_the_findings(tmp_path: Path, small_register: Register) -> None:
    """The test above moves what it says it moves."""
    case = {"zh": "会议于2024年2月30日举行。\n", "en": "The meeting was held on 30 February 2024.\n", "register": False}
    folder = written(case, tmp_path)
    before = checked(case, folder, small_register)
    for path in folder.glob("*/*.md"):
        push_down(path)
    moved = [
        later.place.line - earlier.place.line for earlier, later in zip(before, checked(case, folder, small_register), strict=True)
    ]
    assert moved == [len(FILLER["en"]), len(FILLER["zh"])]
