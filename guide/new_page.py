"""Make a new pair of pages: both files with front matter, the same heading ids, and a place for each part of a page."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from bitext.page import LANGUAGES
from guide.command_line import Misuse, Parser
from guide.instruments import quoted
from guide.labels import both

KEY = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.md")
GENERATED = "instruments/"
MARKUP = re.compile(r"[\x00-\x1f<>{}\[\]|`\\]")
HAN = re.compile(r"[\u3400-\u9fff]")
SECTIONS = {"evidence", "open"}
HINT = both("一句话，不超过160个字符", "one sentence, at most 160 characters")
# Comments, not sentences: they tell the author what to write, and no reader sees one that is left standing.
SKELETON = both(
    """\
<!-- 回答：先用一两句话回答，再写对谁、在哪里、从何时起。
每个日期、数字、名称和法律效果后面带来源标记。 -->

## 依据 {#evidence}

<!-- 依据：哪份文件、哪一条这样写，各来源怎样说。 -->

## 没有答案的问题 {#open}

<!-- 没有答案的：没有来源回答什么，可以问谁。最后链接两个接着要看的页面。 -->
""",
    """\
<!-- Answer: one or two sentences first, then for whom, where and since when.
A source mark stands behind each date, number, name and legal effect. -->

## Evidence {#evidence}

<!-- Evidence: which instrument and article says so, and what each source says. -->

## Questions without an answer {#open}

<!-- Without an answer: what no source answers, and whom to ask. At the end, link two pages to read next. -->
""",
)


class Refused(Exception):
    """The pair cannot be made as asked; the text is one line that says why and what to do."""


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(prog="new_page.py", description="Make a new pair of pages in docs/zh and docs/en.")
    parser.add_argument("key", metavar="KEY", help="path of the page below docs/zh and docs/en, such as rules/gene-therapy.md")
    parser.add_argument("--zh-title", required=True, metavar="TITLE", help="the Chinese title")
    parser.add_argument("--en-title", required=True, metavar="TITLE", help="the English title")
    return parser


def main(project: Path, argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0 when both files were written, 2 when they were refused."""
    try:
        options = arguments().parse_args(argv)
        titles = {"zh": options.zh_title.strip(), "en": options.en_title.strip()}
        written = new_pair(project / "docs", options.key, titles, datetime.date.today())
    except (Misuse, Refused, OSError) as error:
        print(f"new_page.py: {error}", file=sys.stderr)  # noqa: T201
        return 2
    print("\n".join([*(path.relative_to(project).as_posix() for path in written), advice(options.key)]))  # noqa: T201
    return 0


def new_pair(docs: Path, key: str, titles: Mapping[str, str], day: datetime.date) -> list[Path]:
    """Write both files of a page, or none. Raises Refused for a bad key or title and where a file stands already."""
    for problem in (*key_problems(key), *title_problems(titles)):
        raise Refused(problem)
    texts = {docs / language / key: page(key, titles[language], language, day) for language in LANGUAGES}
    for path in texts:
        if path.exists():
            raise Refused(f"{path.relative_to(docs.parent).as_posix()} exists already; choose another key or edit that page")
    write(texts)
    return list(texts)


def key_problems(key: str) -> list[str]:
    """Say what is wrong with a key."""
    if not KEY.fullmatch(key):
        return [f"{key!r} is no key; use lower-case words of a-z and 0-9 parted by - and /, ending in .md"]
    if key.startswith(GENERATED):
        return [f"pages in {GENERATED} are made from the register; add the instrument to register/instruments.yml"]
    return []


def title_problems(titles: Mapping[str, str]) -> list[str]:
    """Say what is wrong with the titles."""
    marked = [f"the title {title!r} is empty or holds markup" for title in titles.values() if not title or MARKUP.search(title)]
    wrong = [] if HAN.search(titles["zh"]) else [f"the Chinese title {titles['zh']!r} holds no Chinese"]
    return [*marked, *wrong, *([f"the English title {titles['en']!r} holds Chinese"] if HAN.search(titles["en"]) else [])]


def page(key: str, title: str, language: str, day: datetime.date) -> str:
    """Return the text of one file."""
    front = [f"title: {quoted(title)}", f"description: # {HINT[language]}", f"as_of: {day}", f"reviewed: {day}"]
    return "\n".join(["---", *front, "---", f"# {title} {{#{heading_id(key)}}}", "", SKELETON[language]])


def heading_id(key: str) -> str:
    """Return the id of a page's first heading: the page's name, or its folder's for an index."""
    path = PurePosixPath(key)
    name = path.parent.name if path.stem == "index" else path.stem
    return f"{name or 'home'}-page" if name in SECTIONS or not name else name


def write(texts: Mapping[Path, str]) -> None:
    """Write files that do not exist yet; where one cannot be written, remove the others."""
    made: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except OSError:
        for path in made:
            path.unlink()
        raise


def advice(key: str) -> str:
    """Return what the author has to do next."""
    folder = str(PurePosixPath(key).parent)
    beside = f", beside the other pages of {folder}/" if folder != "." else ""
    return "\n".join(
        [
            f"Add `- {key}` to `nav:` of mkdocs.yml{beside}.",
            "Fill in the description and what the comments ask for, in both files; then run python3 scripts/check.py.",
            "Say in register/changes.yml what the page is about when it is published.",
        ]
    )
