"""The command that checks a docs tree (contract: `scripts/check.py`)."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bitext.check import RULES, check_tree
from bitext.finding import Finding, Level
from bitext.register import Register
from bitext.register_files import read_register
from bitext.report import FORMATS
from bitext.rules.rule import Settings
from bitext.tree import TreeError, read_tree
from guide.changes import Changelog, read_changes
from guide.command_line import Misuse, Parser
from guide.layout import generated_files, generated_pages
from guide.site import navigation_keys


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
    parser.add_argument("--as-of", metavar="DATE", help="the day on which the texts must be true, YYYY-MM-DD (default: today)")
    parser.add_argument("--explain", metavar="RULE", help="say what a rule is for, with a wrong and a right example, and stop")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0 without errors and warnings, 1 with some, 2 where it cannot run."""
    try:
        options = arguments().parse_args(argv)
        if options.explain:
            print(explanation(options.explain))  # noqa: T201
            return 0
        findings = run(options)
        deliver(FORMATS[options.format](findings), options.output)
    except (Misuse, TreeError) as error:
        print(f"check.py: {error}", file=sys.stderr)  # noqa: T201
        return 2
    print(summary(findings), file=sys.stderr)  # noqa: T201
    return int(any(finding.level is not Level.NOTE for finding in findings))


def run(options: argparse.Namespace) -> list[Finding]:
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
    findings = [*problems, *changes.findings(own, day), *check_tree(tree, Settings(register, day, navigation), names)]
    chosen = [finding for finding in findings if finding.rule in names]
    return [finding for finding in chosen if not within or touches(finding, within)]


def shortened(path: Path) -> Path:
    """Return a path relative to the working folder where it lies below it, so that reports name places as people do."""
    full = path.resolve()
    return full.relative_to(Path.cwd()) if full.is_relative_to(Path.cwd()) else path


def navigation_of(docs: Path) -> frozenset[str] | None:
    """Return the pages that the navigation names: of the configuration beside the docs, else of the working folder."""
    beside = docs.resolve().parent / "mkdocs.yml"
    configuration = beside if beside.is_file() else Path("mkdocs.yml")
    try:
        return navigation_keys(configuration)
    except ValueError as error:
        raise Misuse(f"{configuration.name} cannot be read: {error}") from None


def load_register(folder: Path) -> tuple[Register, list[Finding]]:
    """Read a register and what is wrong in its files. Raises Misuse where the folder does not exist."""
    if not folder.is_dir():
        raise Misuse(f"there is no register folder {folder}; name one with --register or use --no-register")
    return read_register(folder, folder.as_posix())


def selected(select: str | None, ignore: str | None) -> frozenset[str]:
    """Return the names of the rules to run. Raises Misuse for a name that no rule and no family has."""
    chosen = frozenset(matching(select)) if select else frozenset(RULES)
    left = chosen - frozenset(matching(ignore or ""))
    if not left:
        raise Misuse("--select and --ignore leave no rule to run; name other rules")
    return left


def matching(names: str) -> Iterator[str]:
    """Yield the rules that a list of names and families means."""
    for name in filter(None, (part.strip().rstrip("/") for part in names.split(","))):
        found = [rule for rule in RULES if rule == name or rule.startswith(f"{name}/")]
        if not found:
            raise Misuse(f"there is no rule or family {name!r}; the rules are {', '.join(sorted(RULES))}")
        yield from found


def read_day(text: str | None) -> datetime.date:
    """Return the day given, or today. Raises Misuse for anything that is no day."""
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Misuse(f"--as-of {text} is no day; write it as YYYY-MM-DD") from None


def existing(path: str) -> Path:
    """Return a path that exists. Raises Misuse for one that does not."""
    if not Path(path).exists():
        raise Misuse(f"there is no file or folder {path}")
    return Path(path).resolve()


def touches(finding: Finding, within: Sequence[Path]) -> bool:
    """Tell whether a finding or its counterpart lies in one of some files or folders."""
    places = [Path(place.path).resolve() for place in (finding.place, finding.related) if place]
    return any(place == folder or folder in place.parents for place in places for folder in within)


def explanation(name: str) -> str:
    """Return what people should know about a rule. Raises Misuse for an unknown one."""
    if name not in RULES:
        raise Misuse(f"there is no rule {name!r}; the rules are {', '.join(sorted(RULES))}")
    rule = RULES[name]
    needs = "\nIt needs a register." if rule.needs_register else ""
    return f"{name} ({rule.level})\n{rule.why}\n  wrong: {rule.wrong}\n  right: {rule.right}{needs}"


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
        raise Misuse(f"cannot write {output}: {error.strerror}") from None


def summary(findings: Sequence[Finding]) -> str:
    """Return one line that counts the findings."""
    if not findings:
        return "no findings"
    counts = [(sum(one.level is level for one in findings), level.value) for level in Level]
    return ", ".join(f"{count} {level}{'s' if count > 1 else ''}" for count, level in counts if count)
