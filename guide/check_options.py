"""The options of the check command, and what their words mean."""

from __future__ import annotations

import argparse
import datetime
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bitext.check import RULES
from bitext.message import Message
from bitext.page import LANGUAGES
from bitext.report import FORMATS
from guide.command_line import Misuse, Parser
from guide.explanation import hint


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


def language_asked(words: Sequence[str]) -> str:
    """Return the language a command line asks for; known before the line is read, since misuse is told in it as well."""
    return "zh" if "--lang=zh" in words or ("--lang", "zh") in pairwise(words) else "en"


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
    return full(path)


def full(path: str | Path) -> Path:
    """Return the path from the root on, without links; links that lead in a circle stay as they are."""
    return Path(os.path.realpath(path))
