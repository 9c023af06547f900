"""The command that checks a docs tree (contract: `scripts/check.py`)."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

from platformdirs import user_cache_path

from bitext.check import RULES, check_tree
from bitext.finding import Finding, Level
from bitext.history import History, HistoryError, read_history, read_since
from bitext.memory import Memory
from bitext.memory_file import load, memory_path, store
from bitext.message import Message, Several
from bitext.page import LANGUAGES
from bitext.register import Register
from bitext.register_files import read_register
from bitext.report import FORMATS
from bitext.rules.rule import Settings
from bitext.rules.words import LEVELS, PLURALS
from bitext.tree import Tree, TreeError, read_tree
from guide.changes import Changelog, read_changes
from guide.command_line import Misuse, Parser
from guide.explanation import explained, hint
from guide.layout import generated_files, generated_pages
from guide.navigation import dead_entries, navigation_keys
from guide.watch import watch


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="check.py",
        description="Compare the Chinese and English pages of a docs tree and report where they disagree.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="report only findings in these files or folders")
    parser.add_argument("--docs", default="docs", metavar="DIR", help="folder that holds zh/ and en/ (default: docs)")
    parser.add_argument("--register", default="register", metavar="DIR", help="folder of the register (default: register)")
    parser.add_argument("--no-register", action="store_true", help="check without a register; rules that need one are silent")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="form of the report (default: text)")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file instead of standard output")
    parser.add_argument("--select", metavar="RULES", help="run only these rules or families, parted by commas")
    parser.add_argument("--ignore", metavar="RULES", help="leave out these rules or families, parted by commas")
    parser.add_argument("--since", metavar="REV", help="compare with this git revision: report what one language changed alone")
    parser.add_argument("--as-of", metavar="DATE", help="the day on which the texts must be true, YYYY-MM-DD (default: today)")
    parser.add_argument("--watch", action="store_true", help="check again at each change and mark what is new or gone; Ctrl-C ends")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--cache", metavar="DIR", help="folder that keeps what was found, for the next run (default: the user’s)")
    kept.add_argument("--no-cache", action="store_true", help="read every page anew and keep nothing")
    parser.add_argument("--explain", metavar="RULE", help="say what a rule or a family is for, with examples, and stop")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of everything that is said (default: en)")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0 without errors and warnings, 1 with some, 2 where it cannot run."""
    language = language_asked(sys.argv[1:] if argv is None else argv)
    try:
        options = arguments().parse_args(argv)
        if options.explain:
            deliver(explanation(options.explain, language), None)
            return 0
        return watched(options) if options.watch else reported(options)
    except (Misuse, TreeError) as error:
        print(f"check.py: {error.message.said_in(language)}", file=sys.stderr)  # noqa: T201
        return 2


def reported(options: argparse.Namespace) -> int:
    """Check once and deliver the report."""
    with kept_memory(options) as memory:
        findings = run(options, memory)
    deliver(FORMATS[options.format](findings, options.lang), options.output)
    print(summary(findings).said_in(options.lang), file=sys.stderr)  # noqa: T201
    return status_of(findings)


def watched(options: argparse.Namespace) -> int:
    """Check at each change until Ctrl-C. Raises Misuse where the options do not go together or the first check cannot run."""
    if options.output or options.format != "text":
        raise Misuse(Message("--watch writes lines for people to standard output; leave out --output and --format, or --watch"))
    docs = Path(options.docs)
    places = [docs, configuration_of(docs), *([] if options.no_register else [Path(options.register)])]
    with kept_memory(options) as memory:
        run(options, memory)
        return watch(partial(again, options, memory), [place for place in places if place.exists()])


def again(options: argparse.Namespace, memory: Memory) -> tuple[int, Sequence[Finding], str]:
    """Check once more; a tree that cannot be checked at the moment has no findings, and the line says why."""
    try:
        findings = run(options, memory)
    except (Misuse, TreeError) as error:
        return 2, [], f"check.py: {error.message.said_in(options.lang)}"
    return status_of(findings), findings, summary(findings).said_in(options.lang)


@contextmanager
def kept_memory(options: argparse.Namespace) -> Iterator[Memory]:
    """Lend what earlier runs of these rules over this tree kept, and keep what this one adds."""
    if options.no_cache:
        yield Memory()
        return
    folder = Path(options.cache) if options.cache else user_cache_path("bitext")
    names = [str(Path(options.docs).resolve()), options.docs, *sorted(selected(options.select, options.ignore))]
    path = memory_path(folder, *names, "" if options.no_register else str(Path(options.register).resolve()))
    memory = load(path)
    try:
        yield memory
    finally:
        store(memory, path)


def status_of(findings: Sequence[Finding]) -> int:
    """Return 1 where a finding is more than a note."""
    return int(any(finding.level is not Level.NOTE for finding in findings))


def language_asked(words: Sequence[str]) -> str:
    """Return the language a command line asks for; known before the line is read, since misuse is told in it as well."""
    return "zh" if "--lang=zh" in words or ("--lang", "zh") in pairwise(words) else "en"


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
    own = tree if docs.resolve().parent == folder.resolve().parent else None
    configuration = configuration_of(docs)
    dead = dead_entries(configuration, shortened(configuration).as_posix(), tree) if register and own else ()
    history = history_of(tree, options.since) if "pair/stale" in names or options.since else None
    settings = Settings(register, day, navigation, history)
    findings = [*problems, *dead, *changes.findings(own, day), *check_tree(tree, settings, names, memory)]
    chosen = [finding for finding in findings if finding.rule in names]
    return [finding for finding in chosen if not within or touches(finding, within)]


def shortened(path: Path) -> Path:
    """Return a path relative to the working folder where it lies below it, so that reports name places as people do."""
    full = path.resolve()
    return full.relative_to(Path.cwd()) if full.is_relative_to(Path.cwd()) else path


def navigation_of(docs: Path) -> frozenset[str] | None:
    """Return the pages that the navigation names: of the configuration beside the docs, else of the working folder."""
    configuration = configuration_of(docs)
    try:
        return navigation_keys(configuration)
    except ValueError as error:
        reason = error.args[0]
        raise Misuse(Message("{file} cannot be read: {reason}", file=configuration.name, reason=reason)) from None


def configuration_of(docs: Path) -> Path:
    """Return the configuration of MkDocs beside the docs, else the one of the working folder, be there one or not."""
    beside = docs.resolve().parent / "mkdocs.yml"
    return beside if beside.is_file() else Path("mkdocs.yml")


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


def selected(select: str | None, ignore: str | None) -> frozenset[str]:
    """Return the names of the rules to run. Raises Misuse for a name that no rule and no family has."""
    chosen = frozenset(matching(select)) if select else frozenset(RULES)
    left = chosen - frozenset(matching(ignore or ""))
    if not left:
        raise Misuse(Message("--select and --ignore leave no rule to run; name other rules"))
    return left


def matching(names: str) -> Iterator[str]:
    """Yield the rules that a list of names and families means."""
    for name in filter(None, (part.strip().rstrip("/") for part in names.split(","))):
        found = [rule for rule in RULES if rule == name or rule.startswith(f"{name}/")]
        if not found:
            raise unknown(name)
        yield from found


def unknown(name: str) -> Misuse:
    """Return what to say about a name that no rule and no family has."""
    return Misuse(Message("there is no rule or family {name!r}{hint}", name=name, hint=hint(name)))


def read_day(text: str | None) -> datetime.date:
    """Return the day given, or today. Raises Misuse for anything that is no day."""
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Misuse(Message("--as-of {text} is no day; write it as YYYY-MM-DD", text=text)) from None


def existing(path: str) -> Path:
    """Return a path that exists. Raises Misuse for one that does not."""
    if not Path(path).exists():
        raise Misuse(Message("there is no file or folder {path}", path=path))
    return Path(path).resolve()


def touches(finding: Finding, within: Sequence[Path]) -> bool:
    """Tell whether a finding or its counterpart lies in one of some files or folders."""
    places = [Path(place.path).resolve() for place in (finding.place, finding.related) if place]
    return any(place == folder or folder in place.parents for place in places for folder in within)


def explanation(name: str, language: str) -> str:
    """Return what people should know about a rule or a family. Raises Misuse for an unknown one."""
    lines = explained(name)
    if lines is None:
        raise unknown(name)
    return "".join(f"{line.said_in(language)}\n" for line in lines)


def deliver(report: str, output: str | None) -> None:
    """Print a report, or write it to a file in one step. Raises Misuse where the file cannot be written."""
    if output is None:
        sys.stdout.write(report.encode("utf-8", "backslashreplace").decode())
        return
    target = Path(output)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_text(report, "utf-8", errors="backslashreplace")
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise Misuse(Message("cannot write {path}: {reason}", path=output, reason=error.strerror)) from None


def summary(findings: Sequence[Finding]) -> Message | Several:
    """Return one line that counts the findings."""
    if not findings:
        return Message("no findings")
    counts = [(sum(one.level is level for one in findings), level) for level in Level]
    parts = (
        Message("{count} {level}", count=count, level=(LEVELS if count == 1 else PLURALS)[level])
        for count, level in counts
        if count
    )
    return Several(parts)
