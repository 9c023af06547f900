"""No sentence of the guide is taken from the texts it rests on.

These texts are other people's and not part of the project. Whoever has them names their folder (yml, md, txt) in SOURCE_TEXTS:
`SOURCE_TEXTS=FOLDER python3 scripts/test.py tests/test_originality.py`
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from originality import LENGTHS, Allowed, shared, texts, tokens, windows

from bitext.register import Register
from guide.site import Site

SOURCES = os.environ.get("SOURCE_TEXTS", "")
SUFFIXES = {".yml", ".yaml", ".md", ".txt"}


def phrases(register: Register, language: str) -> Iterator[str]:
    """Yield what may be shared: titles, numbers, names and terms of the register."""
    for entry in register.instruments.values():
        yield from (entry.title[language], entry.short[language], entry.issuers[language], entry.place[language])
        yield from (text for text in (entry.number.value if entry.number else "", entry.alert_title or "") if text)
    for term in register.terms.values():
        wording = term.wording(language)
        yield from (wording.preferred, *wording.avoid)
    yield from (one.name[language] for one in (*register.places.values(), *register.actors.values()))


def files(*folders: Path) -> Iterator[Path]:
    """Yield the texts in some folders."""
    return (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES)


def taken(theirs: str, ours: str, language: str, allowed: Allowed) -> list[str]:
    """Return the faulty runs of one text that stand in another."""
    known = frozenset(windows([token.text for token in tokens(theirs, language)], LENGTHS[language]))
    return [" ".join(run.words) for run in shared(tokens(ours, language), known, LENGTHS[language]) if not allowed.covers(run)]


@pytest.mark.skipif(not SOURCES, reason="the texts the guide rests on are not in the project; name their folder in SOURCE_TEXTS")
@pytest.mark.parametrize("language", LENGTHS)
def test_no_run_is_taken_from_the_sources(language: str, site: Site, root: Path) -> None:
    size, allowed = LENGTHS[language], Allowed(phrases(site.register, language), language)
    theirs = [text for path in files(Path(SOURCES)) for _, text in texts(path.name, path.read_text("utf-8"))]
    assert theirs, f"{SOURCES} holds no texts"
    known = frozenset(run for text in theirs for run in windows([token.text for token in tokens(text, language)], size))
    found = [
        f"{path.relative_to(root).as_posix()}:{run.line}: {' '.join(run.words)}"
        for path in files(root / "docs", root / "register")
        for line, text in texts(path.name, path.read_text("utf-8"))
        for run in shared(tokens(text, language, line), known, size)
        if not allowed.covers(run)
    ]
    assert not found, "\n".join(["runs shared with the source texts:", *found])


THEIRS = "Foreign firms that enter the zone must first tell the office, then wait for its word."


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        ("Firms from abroad tell the office before they enter the zone.", []),
        ("He said that foreign firms that enter the zone must first ask.", ["foreign firms that enter the zone must first"]),
        (
            "Firms that [enter](x.md) the **zone** [S02](source:S02)\nmust first, tell!",
            ["firms that enter the zone must first tell"],
        ),
        ("enter the zone must first tell the 办公室 office then wait", []),
        ("See https://example.org/foreign-firms-that-enter-the-zone-must-first-tell", []),
    ],
)
def test_english_runs(ours: str, found: list[str]) -> None:
    """Eight words in a row count, whatever markup, marks and line ends stand between them."""
    assert taken(THEIRS, ours, "en", Allowed([], "en")) == found


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        ("外资企业进入区内，应当先向主管机关报告", True),
        ("外资企业进入[区内](x.md)，**应当**先向主管机关[S02](source:S02)报告", True),
        ("外资企业进入区内，应当先向主管", False),
        ("外资企业进入区内，应当先CAR向主管机关报告，再等答复", False),
    ],
)
def test_chinese_runs(ours: str, found: bool) -> None:
    """Sixteen characters in a row count; punctuation does not."""
    assert bool(taken("外资企业进入区内应当先向主管机关报告，再等答复。", ours, "zh", Allowed([], "zh"))) is found


def test_titles_may_be_shared() -> None:
    title = "Notice on Launching Pilot Work to Expand Opening-up in the Medical Field"
    sentence = f"They read the {title} and then went home to think about it at length."
    assert taken(sentence, f"The {title} says", "en", Allowed([title], "en")) == []
    assert taken(sentence, sentence, "en", Allowed([title], "en"))


def test_yaml_is_read_value_by_value() -> None:
    """Keys and addresses are no text; a run does not reach from one value into the next."""
    content = "- en: one two\n  zh: 一\n  address: https://example.org/\n- - three\n"
    assert sorted(texts("a.yml", content)) == [(1, "one two"), (2, "一"), (4, "three")]
