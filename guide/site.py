"""The guide as a whole: its pages, its register, and what its build adds; read once and shared."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bitext.check import check_tree
from bitext.finding import Finding
from bitext.page import LANGUAGES
from bitext.register import Register
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import Tree, read_tree
from guide import decision_picture
from guide.changes import Changelog, change_list, read_changes
from guide.citing import citing_pages
from guide.feeds import feed
from guide.glossary import glossary_file, terms
from guide.instruments import instrument_page
from guide.layout import FEED, GLOSSARY_FILE, generated_files, generated_pages, instrument_key
from guide.lists import expand_lists, instruments, sources
from guide.navigation import dead_entries, navigation_keys
from guide.on_a_day import on_a_day
from guide.references import resolve_links
from guide.relations import relations
from guide.rules_page import rules
from guide.timeline import timeline
from guide.view import View, capital


@dataclass(frozen=True, eq=False)
class Site:
    """The guide's pages and register, with the findings that reading the register gave."""

    tree: Tree
    register: Register
    changes: Changelog
    problems: tuple[Finding, ...]
    navigation: frozenset[str] | None

    def findings(self, as_of: datetime.date) -> list[Finding]:
        """Return everything that is wrong with the register, the changes and the pages on a day."""
        settings = Settings(self.register, as_of, self.navigation)
        return [*self.problems, *self.changes.findings(self.tree, as_of), *check_tree(self.tree, settings)]

    def render(self, markdown: str, language: str, key: str, directories: bool = True) -> str:
        """Return the Markdown of a page with lists filled in and register links made ordinary.

        `directories` is the site's `use_directory_urls`: pictures link to built pages, not to Markdown files.
        """
        view = View(language, key, self.register, self.as_of, directories)
        return resolve_links(expand_lists(markdown, self.lists(view)), language, key, self.register)

    def lists(self, view: View) -> dict[str, Callable[[], str]]:
        """Return what fills each marker `<!-- register: NAME -->`, by its name."""
        language = view.language
        return {
            "terms": lambda: terms(language, self.register, citing_pages(self.tree, language, "term")),
            "sources": lambda: sources(language, self.register),
            "instruments": lambda: instruments(language, self.register),
            "rules": lambda: rules(language),
            "changes": lambda: change_list(self.changes.entries, language, partial(self.title, language)),
            "timeline": lambda: timeline(view),
            "relations": lambda: relations(view),
            "periods": lambda: on_a_day(view),
            "decision": lambda: decision_picture.picture(self.tree.documents[language][view.key], view),
        }

    def title(self, language: str, key: str) -> str:
        """Return the title of a page, written or made from the register; the key where there is no such page."""
        if document := self.tree.documents[language].get(key):
            return str(document.page.meta.get("title", key))
        entry = self.register.instruments.get(key.removeprefix("instruments/").removesuffix(".md"))
        return capital(entry.short[language]) if entry else key

    @cached_property
    def as_of(self) -> str:
        """The day as of which the guide as a whole is true: the one its home page gives."""
        home = self.tree.documents[LANGUAGES[0]].get("index.md")
        return str(home.page.meta.get("as_of", "")) if home else ""

    def generated(self, address: str) -> Iterator[tuple[str, str]]:
        """Yield what no file holds: path below docs/ and text. `address` is where the site is published."""
        yield GLOSSARY_FILE, glossary_file(self.register, self.as_of)
        for language in LANGUAGES:
            title = partial(self.title, language)
            yield f"{language}/{FEED}", feed(self.changes.entries, language, address, self.as_of, title)
            citing = citing_pages(self.tree, language)
            for entry in self.register.instruments.values():
                path = f"{language}/{instrument_key(entry.id)}"
                yield path, instrument_page(entry, language, self.register, citing, self.as_of)


def read_site(project: Path, docs: str = "docs", register: str = "register") -> Site:
    """Read the guide in a project folder. Raises TreeError where `docs` holds no pages in two languages."""
    entries, problems = read_register(project / register, register)
    tree = read_tree(project / docs, docs, generated_pages(entries), generated_files())
    changes = read_changes(project / register, register)
    configuration = project / "mkdocs.yml"
    problems += dead_entries(configuration, configuration.name, tree)
    return Site(tree, entries, changes, tuple(problems), navigation_keys(configuration))


class Current:
    """The site of the running build, for the hooks: read anew at the start of each build."""

    site: Site | None = None

    @classmethod
    def read(cls, project: Path, docs: str) -> Site:
        """Read the site at the start of a build."""
        cls.site = read_site(project, docs)
        return cls.site

    @classmethod
    def get(cls) -> Site:
        """Return the site of the running build. Raises RuntimeError where none was read."""
        if cls.site is None:
            raise RuntimeError("the hook that reads the site must come first in mkdocs.yml")
        return cls.site
