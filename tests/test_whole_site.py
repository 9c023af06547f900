"""The whole site, built from a copy of the project: clean, then with a fault of each family, then repaired."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from calling import Check
from elements import Element, elements_of
from test_faults import FAULTS, edited

from bitext.blocks import Block, read_blocks
from bitext.page import LANGUAGES, parse_page
from guide.heads import page_address
from guide.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "register", "hooks", "overrides", "mkdocs.yml")
FAMILIES = ("date", "pair", "ref")
ONE_OF_EACH = [next(fault for fault in FAULTS if fault["rule"].startswith(f"{family}/")) for family in FAMILIES]
PUBLISHED = "https://guide.example/"
FOLDERS = {"zh": "", "en": "en/"}
TAGS = {"zh": "zh-Hans", "en": "en"}
MISSING = "404.html"
AS_OF = {
    "zh": re.compile(r"截至(\d{4}年\d{1,2}月\d{1,2}日)。本页是说明，不是法律意见；以官方文本为准。"),
    "en": re.compile(
        r"As of (\d{1,2} [A-Z][a-z]+ \d{4})\. This page explains; it is not legal advice\. The official texts prevail\."
    ),
}
REGISTER_ADDRESS = re.compile(r"(?:href|src)\s*=\s*[\"']?\s*(?:instrument|term|source):", re.IGNORECASE)
REGISTER_LINK = re.compile(r"\b(?:instrument|term|source):\w")
DRAWN = re.compile(r"<(?:li|tr|pre)\b")
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
HAN, LETTER = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[A-Za-z]")


class Built:
    """A built site."""

    def __init__(self, folder: Path) -> None:
        """Prepare to read a folder."""
        self.folder = folder

    @cached_property
    def html(self) -> dict[str, str]:
        """The pages by path below the folder, 404.html included."""
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in sorted(self.folder.rglob("*.html"))}

    @cached_property
    def elements(self) -> dict[str, list[Element]]:
        """The elements of each page."""
        return {path: elements_of(html) for path, html in self.html.items()}

    def pages(self, language: str) -> dict[str, list[Element]]:
        """Return the pages of one language by their paths below the root of that language."""
        mine = {path: found for path, found in self.elements.items() if language_of(path) == language and path != MISSING}
        return {path.removeprefix(FOLDERS[language]): found for path, found in mine.items()}


def language_of(path: str) -> str:
    """Return the language of a page by its path below the site's folder."""
    return "en" if path.startswith(FOLDERS["en"]) else "zh"


@dataclass(frozen=True, slots=True)
class Build:
    """A running build of a project."""

    process: subprocess.Popen[str]
    target: Path

    @classmethod
    def start(cls, project: Path) -> Build:
        """Start a strict build into a folder of the project's own."""
        target = project / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "SITE_URL": PUBLISHED}
        process = subprocess.Popen(
            command, cwd=project, env=environment, text=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return cls(process, target)

    def result(self) -> tuple[int, list[str]]:
        """Wait for the end; return the exit status and the text of every warning and error of the log."""
        log = re.sub(r"\x1b\[\d*m", "", self.process.communicate()[0])
        return self.process.returncode, re.findall(r"^(?:WARNING|ERROR) +-  (.*)$", log, re.MULTILINE)


def copied(folder: Path) -> Path:
    """Copy everything the site is made from into a folder; return it."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project."""
    return copied(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Build]]:
    """Make a copy of the project with a fault of each family, and start its build."""
    folder = copied(tmp_path_factory.mktemp("faulty"))
    for fault in ONE_OF_EACH:
        edited(folder / "docs", fault)
    build = Build.start(folder)
    with build.process:
        yield folder, build
        build.process.kill()


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    """Return the guide as the checks and hooks read it."""
    return read_site(project)


@pytest.fixture(scope="module")
def built(project: Path, faulty: tuple[Path, Build]) -> Built:
    """Build the clean copy, while the faulty one is being built; nothing may be warned of."""
    build = Build.start(project)
    assert build.result() == (0, [])
    return Built(build.target)


def test_both_languages_have_the_same_pages(built: Built) -> None:
    """Each page stands at the same path below the root of either language."""
    assert sorted(built.pages("zh")) == sorted(built.pages("en"))
    assert len(built.pages("zh")) > len(FOLDERS)


def test_each_page_says_its_language(built: Built) -> None:
    """Browsers and screen readers are told the language of the page."""
    spoken = {path: re.findall(r"<html[^>]*\slang=\"([^\"]*)\"", html) for path, html in built.html.items()}
    assert spoken == {path: [TAGS[language_of(path)]] for path in spoken}


def test_each_page_names_its_address_in_both_languages(built: Built) -> None:
    """Search engines are told both addresses and the default; each is the address of a page that was built."""
    for language in LANGUAGES:
        for path, elements in built.pages(language).items():
            named = {
                one.attributes["hreflang"]: one.attributes["href"]
                for one in elements
                if one.tag == "link" and "hreflang" in one.attributes
            }
            key = path.removesuffix("index.html")
            assert named == {"zh-Hans": PUBLISHED + key, "en": f"{PUBLISHED}en/{key}", "x-default": PUBLISHED + key}


def test_each_page_says_as_of_which_day_it_is_true(built: Built) -> None:
    """The line is in the page's language, and the day the same in both."""
    days = {
        language: {path: as_of(elements, language) for path, elements in built.pages(language).items()} for language in LANGUAGES
    }
    assert days["zh"] == days["en"]


def as_of(elements: list[Element], language: str) -> list[str]:
    """Return the day of a page's line on its day, as machines read it."""
    (line,) = [one for one in elements if "guide-asof" in one.attributes.get("class", "").split()]
    assert AS_OF[language].fullmatch(line.text.strip())
    return [one.attributes["datetime"] for one in elements if one.tag == "time" and one.inside[-1] == "p"]


def test_every_instrument_has_a_page_in_both_languages(built: Built, site: Site) -> None:
    """All 46, each with its title as the heading."""
    assert len(site.register.instruments) == 46
    for language in LANGUAGES:
        pages = built.pages(language)
        for name, entry in site.register.instruments.items():
            (heading,) = [one for one in pages[f"instruments/{name}/index.html"] if one.tag == "h1"]
            assert heading.text.removesuffix("¶") == entry.title[language]


def test_source_marks_say_what_they_lead_to(built: Built, site: Site) -> None:
    """A mark has a title in the page's language that names its source; the list of sources has its anchor."""
    for language, opening in (("zh", "来源{}（"), ("en", "Source {} (")):
        anchors = {one.attributes.get("id") for one in built.pages(language)["reference/sources/index.html"]}
        marks = [mark for elements in built.pages(language).values() for mark in source_marks(elements)]
        assert {mark.text for mark in marks} <= set(site.register.sources)
        assert len({mark.text for mark in marks}) > 1
        for mark in marks:
            assert mark.attributes.get("title", "").startswith(opening.format(mark.text))
            assert mark.attributes["href"].rpartition("#")[2] in anchors


def source_marks(elements: list[Element]) -> Iterator[Element]:
    """Yield the links of a page that lead to an entry of the list of sources."""
    for one in elements:
        if one.tag == "a" and re.search(r"#(?:s\d+|alert)$", one.attributes.get("href", "")):
            yield one


def test_no_register_link_is_left_unresolved(built: Built) -> None:
    """Only code that explains such links still holds one."""
    for path, html in built.html.items():
        assert not REGISTER_ADDRESS.search(html), path
        assert not REGISTER_LINK.search(CODE.sub("", html)), path


def test_each_language_has_a_search_index_of_its_own(built: Built) -> None:
    """Every page of a language is in its index and no page of the other; entries are in the language."""
    for language in LANGUAGES:
        index = json.loads((built.folder / FOLDERS[language] / "search" / "search_index.json").read_text("utf-8"))
        found = {unquote(entry["location"].partition("#")[0]) for entry in index["docs"]}
        assert found == {path.removesuffix("index.html") for path in built.pages(language)}
        assert [entry for entry in index["docs"] if not reads_as(language, entry["title"] + entry["text"])] == []


def reads_as(language: str, html: str) -> bool:
    """Tell whether a text can be of a language: both name things in the other, the glossary gives whole sentences in both."""
    text = re.sub(r"<[^>]*>", "", html)
    han, letters = len(HAN.findall(text)), len(LETTER.findall(text))
    return han > 0 if language == "zh" else letters > han


def test_the_page_for_missing_addresses_speaks_both_languages(built: Built) -> None:
    """Hosts know only one such page; what it says in each language is marked as such, and it leads to both homes."""
    article = [one for one in built.elements[MISSING] if "article" in one.inside]
    said = {tag: " ".join(one.text for one in article if one.attributes.get("lang") == tag) for tag in TAGS.values()}
    assert "找不到" in said["zh-Hans"]
    assert "does not exist" in said["en"]
    links = {urljoin(PUBLISHED, one.attributes["href"]) for one in article if one.tag == "a"}
    assert {PUBLISHED, f"{PUBLISHED}en/"} <= links


def test_the_site_map_lists_both_languages(built: Built) -> None:
    """Every page of either language is in the site map once."""
    addresses = re.findall(r"<loc>([^<]*)</loc>", (built.folder / "sitemap.xml").read_text("utf-8"))
    pages = {
        f"{PUBLISHED}{FOLDERS[language]}{path.removesuffix('index.html')}"
        for language in LANGUAGES
        for path in built.pages(language)
    }
    assert sorted(addresses) == sorted(pages)


def test_the_check_reads_the_blocks_that_the_site_shows(built: Built, site: Site, project: Path) -> None:
    """Headings with their ids, rows with their cells, list items and code: the same in the checker's reading and in the HTML."""
    sources = {path: (project / path).read_text("utf-8") for path in map(str, project.glob("docs/*/**/*.md"))}
    sources |= {str(project / "docs" / path): text for path, text in site.generated(PUBLISHED) if path.endswith(".md")}
    for path, markdown in sources.items():
        language, _, key = Path(path).relative_to(project / "docs").as_posix().partition("/")
        page = parse_page(site.render(markdown, language, key).encode("utf-8"), path, key, language)
        shown = built.pages(language)[page_address(key, directories=True) + "index.html"]
        blocks = read_blocks(page)
        drawn = any(DRAWN.search(block.raw) for block in blocks if block.kind == "html")
        read, seen = outline_of_blocks(blocks), outline_of_elements(shown)
        assert headings(read) == headings(seen), path
        assert drawn or read == seen, path


def headings(outline: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the headings of an outline: pages with lists and tables in HTML are compared by these alone."""
    return [one for one in outline if re.fullmatch(r"h[1-6]", one[0])]


def outline_of_blocks(blocks: list[Block]) -> list[tuple[Any, ...]]:
    """Return what the checker sees of a page's structure."""
    named = {"heading": lambda one: (f"h{one.level}", one.id), "row": lambda one: ("tr", len(one.cells))}
    plain = {"item": ("li",), "code": ("pre",)}
    return [named[one.kind](one) if one.kind in named else plain[one.kind] for one in blocks if one.kind in {*named, *plain}]


def outline_of_elements(elements: list[Element]) -> list[tuple[Any, ...]]:
    """Return what a reader sees of a page's structure."""
    found: list[list[Any]] = []
    for one in elements:
        if "article" not in one.inside or "section" in one.inside:  # the templates put what they add into sections
            continue
        if re.fullmatch(r"h[1-6]", one.tag):
            found.append([one.tag, one.attributes.get("id")])
        elif one.tag == "tr":
            found.append([one.tag, 0])
        elif one.tag in {"td", "th"}:
            found[-1][1] += 1
        elif one.tag in {"li", "pre"}:
            found.append([one.tag])
    return [tuple(one) for one in found]


def test_faults_stop_the_build_with_the_lines_of_the_check(
    project: Path, faulty: tuple[Path, Build], check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of each family fails the build with exactly the lines of the check; once repaired, neither says a word."""
    folder, build = faulty
    monkeypatch.chdir(folder)
    answer = check()
    assert answer.status == 1
    assert [sum(f" {family}/" in line for line in answer.out.splitlines()) for family in FAMILIES] == [1, 1, 1]
    assert build.result() == (1, answer.out.splitlines())
    for fault in ONE_OF_EACH:
        shutil.copy(project / "docs" / fault["file"], folder / "docs" / fault["file"])
    assert check().status == 0
    assert Build.start(folder).result() == (0, [])
