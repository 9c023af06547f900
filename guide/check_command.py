"""The command that checks a docs tree (contract: `scripts/check.py`)."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bitext.finding import Finding
from bitext.memory import Memory
from bitext.message import Message, Several
from bitext.report import FORMATS
from bitext.tree import TreeError
from guide.check_options import arguments, language_asked, unknown
from guide.check_run import configuration_of, kept_memory, run
from guide.command_line import Misuse
from guide.delivery import deliver, status_of, summary
from guide.explanation import explained
from guide.watch import watch


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
        refusal = error.message
    except OSError as error:
        refusal = Message("{path}: {reason}", path=error.filename, reason=error.strerror)
    print(Message("check.py: {reason}", reason=refusal).said_in(language), file=sys.stderr)  # noqa: T201
    return 2


def explanation(name: str, language: str) -> str:
    """Return what people should know about a rule or a family. Raises Misuse for an unknown one."""
    lines = explained(name)
    if lines is None:
        raise unknown(name)
    return "".join(f"{line.said_in(language)}\n" for line in lines)


def reported(options: argparse.Namespace) -> int:
    """Check once and deliver the report."""
    # Pages, blocks and findings stay until the end and hold no cycles: looking for such takes a tenth of the time.
    gc.disable()
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
        return watch(partial(again, options, memory), [place for place in places if place.exists()], options.lang)


def again(options: argparse.Namespace, memory: Memory) -> tuple[int, Sequence[Finding], Message | Several]:
    """Check once more; a tree that cannot be checked at the moment has no findings, and the line says why."""
    try:
        findings = run(options, memory)
    except (Misuse, TreeError) as error:
        return 2, [], Message("check.py: {reason}", reason=error.message)
    return status_of(findings), findings, summary(findings)
