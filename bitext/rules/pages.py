"""pair/ rules about whole pages: both exist, both can be read, both say the same in their front matter."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.document import title_heading
from bitext.finding import Finding, Level, Place
from bitext.message import Message
from bitext.page import LANGUAGES, other
from bitext.rules.rule import NAMES, RULES, Comparison, rule

# Keys that steer a tool or hold text of one language only; everything else must stand on both sides.
EXPECTED = frozenset({"title", "description", "as_of", "reviewed", "date"})


@rule(
    "page/unreadable", "page",
    why="A file that is not UTF-8 text cannot be compared or shown.",
    wrong="a page saved in GBK", right="the same page saved as UTF-8",
)  # fmt: skip
def unreadable(comparison: Comparison) -> Iterator[Finding]:
    """Report files that could not be decoded."""
    for document in comparison.documents.values():
        for problem in document.page.problems:
            if not document.page.lines:
                place = Place(document.page.path, problem.line)
                yield RULES["page/unreadable"].finding(place, problem.message, Message("save it as UTF-8 text"))


@rule(
    "pair/missing-page", "page",
    why="A page in one language only leaves the other language's readers without it.",
    wrong="docs/zh/scope.md without docs/en/scope.md", right="both files",
)  # fmt: skip
def missing_page(comparison: Comparison) -> Iterator[Finding]:
    """Report pages that exist in one language only."""
    if comparison.complete:
        return
    ((language, document),) = comparison.documents.items()
    absent = comparison.tree.shown_path(other(language), comparison.key)
    message = Message("the page has no {language} counterpart {path}", language=NAMES[other(language)], path=absent)
    remedy = Message("write {path}, or remove this page too", path=absent)
    yield RULES["pair/missing-page"].finding(Place(document.page.path), message, remedy)


@rule(
    "pair/front-matter", "page", level=Level.WARNING,
    why="Titles, descriptions and dates of a page must exist in both languages, or search and feeds show half a page.",
    wrong="`description:` in the Chinese file only", right="`description:` in both files",
)  # fmt: skip
def front_matter(comparison: Comparison) -> Iterator[Finding]:
    """Report front matter that cannot be read, or that has a key on one side only."""
    this = RULES["pair/front-matter"]
    broken = False
    for document in comparison.documents.values():
        for problem in document.page.problems if document.page.lines else ():
            broken = True
            yield this.finding(Place(document.page.path, problem.line), problem.message, Message("mend it"))
    if broken or not comparison.complete:
        return
    metas = {language: comparison.documents[language].page for language in LANGUAGES}
    for language in LANGUAGES:
        here, there = metas[language], metas[other(language)]
        titled = {"title"} if title_heading(comparison.documents[language], comparison.documents[other(language)]) else set()
        for key in sorted(((there.meta.keys() - here.meta.keys()) & EXPECTED) - titled):
            related = Place(there.path, there.meta_lines.get(key, 1))
            message = Message("`{key}` stands only in the {language} front matter", key=key, language=NAMES[other(language)])
            remedy = Message("add `{key}` here or remove it there", key=key)
            yield this.finding(Place(here.path), message, remedy, related=related)
