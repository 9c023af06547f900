"""Hand over what a check found: a report to print or write, a line that counts, a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bitext.finding import Finding, Level
from bitext.message import Message, Several
from bitext.rules.words import LEVELS, PLURALS
from guide.command_line import Misuse


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


def status_of(findings: Sequence[Finding]) -> int:
    """Return 1 where a finding is more than a note."""
    return int(any(finding.level is not Level.NOTE for finding in findings))
