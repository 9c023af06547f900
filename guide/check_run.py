"""Run a check as its options ask: what to read, what to compare with, which findings to keep."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from bitext.check import check_tree
from bitext.finding import Finding
from bitext.history import History, HistoryError, read_history, read_since
from bitext.memory import Memory
from bitext.memory_file import load, memory_path, store
from bitext.message import Message
from bitext.page import LANGUAGES
from bitext.register import Register
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import Tree, read_tree
from guide.changes import Changelog, read_changes
from guide.check_options import existing, full, read_day, selected
from guide.command_line import Misuse
from guide.layout import generated_files, generated_pages
from guide.navigation import dead_entries, navigation_keys


def run(options: argparse.Namespace, memory: Memory) -> list[Finding]:
    """Return the findings that the options ask for. Raises Misuse or TreeError."""
    names = selected(options.select, options.ignore)
    day = read_day(options.as_of)
    within = [existing(path) for path in options.paths]
    docs = shortened(Path(options.docs))
    folder = shortened(Path(options.register))
    register, problems = (None, []) if options.no_register else load_register(folder)
    built = (generated_pages(register), generated_files()) if register else ()
    tree = read_tree(docs, docs.as_posix(), *built)
    navigation = navigation_of(docs) if register else None
    changes = read_changes(folder, folder.as_posix()) if register else Changelog()
    # The changes are about the pages that stand beside the register, not about another tree that is checked with it.
    own = tree if full(docs).parent == full(folder).parent else None
    history = history_of(tree, options.since) if "pair/stale" in names or options.since else None
    settings = Settings(register, day, navigation, history)
    configuration = configuration_of(docs)
    dead = dead_entries(configuration, shortened(configuration).as_posix(), tree) if register and own else ()
    findings = [*problems, *dead, *changes.findings(own, day), *check_tree(tree, settings, names, memory)]
    chosen = [finding for finding in findings if finding.rule in names]
    return [finding for finding in chosen if not within or touches(finding, within)]


def shortened(path: Path) -> Path:
    """Return a path relative to the working folder where it lies below it, so that reports name places as people do."""
    whole = full(path)
    return whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else path


def configuration_of(docs: Path) -> Path:
    """Return the configuration of MkDocs beside the docs, else the one of the working folder, be there one or not."""
    beside = full(docs).parent / "mkdocs.yml"
    return beside if beside.is_file() else Path("mkdocs.yml")


def navigation_of(docs: Path) -> frozenset[str] | None:
    """Return the pages that the navigation names: of the configuration beside the docs, else of the working folder."""
    configuration = configuration_of(docs)
    try:
        return navigation_keys(configuration)
    except ValueError as error:
        reason = error.args[0]
        raise Misuse(Message("{file} cannot be read: {reason}", file=configuration.name, reason=reason)) from None


def history_of(tree: Tree, since: str | None) -> History | None:
    """Return the earlier versions of the pages that both languages have. Raises Misuse where a revision is not known."""
    pairs = tree.documents["zh"].keys() & tree.documents["en"].keys()
    paths = {f"{language}/{key}" for language in LANGUAGES for key in pairs}
    if since is None:
        return read_history(tree.root, paths)
    try:
        return read_since(tree.root, since, paths)
    except HistoryError as error:
        raise Misuse(Message("--since {revision}: {reason}", revision=since, reason=error.message)) from None


def load_register(folder: Path) -> tuple[Register, list[Finding]]:
    """Read a register and what is wrong in its files. Raises Misuse where the folder does not exist."""
    if not folder.is_dir():
        raise Misuse(Message("there is no register folder {folder}; name one with --register or use --no-register", folder=folder))
    return read_register(folder, folder.as_posix())


def touches(finding: Finding, within: Sequence[Path]) -> bool:
    """Tell whether a finding or its counterpart lies in one of some files or folders."""
    places = [full(place.path) for place in (finding.place, finding.related) if place]
    return any(place == folder or folder in place.parents for place in places for folder in within)


@contextmanager
def kept_memory(options: argparse.Namespace) -> Iterator[Memory]:
    """Lend what earlier runs of these rules over this tree kept, and keep what this one adds."""
    if options.no_cache:
        yield Memory()
        return
    folder = Path(options.cache) if options.cache else user_cache_path("bitext")
    names = [str(full(options.docs)), options.docs, *sorted(selected(options.select, options.ignore))]
    path = memory_path(folder, *names, "" if options.no_register else str(full(options.register)))
    memory = load(path)
    try:
        yield memory
    finally:
        store(memory, path)
