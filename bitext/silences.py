"""Comments that silence a false alarm in place: `<!-- check: ignore date/relative: the word is quoted -->`.

A comment on a line of its own speaks for the block below it (up to the next blank line), one behind text for its own line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bitext.document import Document
from bitext.finding import Finding, Level, Place
from bitext.message import Message
from bitext.prose import code_spans
from bitext.rules.rule import RULES, Comparison, Rule, judged_elsewhere, rule

COMMENT = re.compile(r"<!--\s*+check:(?P<body>(?:(?!-->|<!--).)*+)-->")
BODY = re.compile(r"ignore\s++(?P<rule>[\w-]+/[\w-]+)\s*+[:：]\s*+(?P<reason>\S.*)")


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment: the rule it silences, and the lines it speaks for. `rule` is None where it cannot be understood."""

    place: Place
    rule: str | None
    lines: range

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding, or its counterpart, stands on the lines of this comment."""
        places = [place for place in (finding.place, finding.related) if place]
        here = any(place.path == self.place.path and place.line in self.lines for place in places)
        return here and finding.rule == self.rule


def silences_of(document: Document) -> Iterator[Silence]:
    """Yield the silencing comments of a page; code is not searched."""
    lines = document.page.lines
    if not any("<!--" in line for line in lines):
        return
    code = {
        number for block in document.blocks if block.kind == "code"
        for number in range(block.line, block.line + block.raw.count("\n") + 1)
    }  # fmt: skip
    for number, whole in enumerate(lines, 1):
        line = without_code(whole) if "<!--" in whole else whole
        for match in COMMENT.finditer(line) if number not in code else ():
            body = BODY.fullmatch(match["body"].strip())
            name = body["rule"] if body and body["rule"] in RULES else None
            alone = not COMMENT.sub("", line).strip()
            last = end_of_block(lines, number) if alone else number
            yield Silence(Place(document.page.path, number, match.start() + 1), name, range(number, last + 1))


def without_code(line: str) -> str:
    """Return a line with its code spans blanked out: a comment shown as code is none."""
    for start, end in code_spans(line):
        line = line[:start] + " " * (end - start) + line[end:]
    return line


def end_of_block(lines: Sequence[str], number: int) -> int:
    """Return the last line (from 1) of the block below a line."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


UNUSED = judged_elsewhere(
    "silence/unused", level=Level.WARNING,
    why="A silence that silences nothing hides the next true finding.",
    wrong="a comment above a sentence that was rewritten since", right="no comment",
)  # fmt: skip


@rule(
    "silence/malformed", "page", level=Level.WARNING,
    why="A silence must say which rule it silences and why, or nobody can judge it later.",
    wrong="`<!-- check: ignore date/relative -->`", right="`<!-- check: ignore date/relative: the word is quoted -->`",
)  # fmt: skip
def malformed(comparison: Comparison) -> Iterator[Finding]:
    """Report comments that name no known rule or no reason."""
    for document in comparison.documents.values():
        for silence in silences_of(document):
            if silence.rule is None:
                yield RULES["silence/malformed"].finding(
                    silence.place,
                    Message("the comment names no known rule or no reason"),
                    Message("write <!-- check: ignore RULE: reason -->"),
                )


def apply_silences(findings: Sequence[Finding], silences: Sequence[Silence], active: Sequence[Rule]) -> list[Finding]:
    """Return the findings that no comment silences, and a finding for each comment that silences nothing."""
    by_place: dict[tuple[str, str | None], list[Silence]] = {}
    for silence in silences:
        by_place.setdefault((silence.place.path, silence.rule), []).append(silence)
    used: set[Silence] = set()
    kept = []
    for finding in findings:
        places = [place for place in (finding.place, finding.related) if place]
        nearby = (silence for place in places for silence in within_reach(by_place, place, finding.rule))
        covering = [silence for silence in nearby if silence.covers(finding)]
        used.update(covering)
        kept += [] if covering else [finding]
    names = {one.name for one in active}
    idle = [
        UNUSED.finding(
            silence.place,
            Message("the comment silences no finding of {rule}", rule=silence.rule),
            Message("remove the comment"),
        )
        for silence in silences
        if silence.rule in names and silence not in used
    ]
    return kept + idle


def within_reach(silences: Mapping[tuple[str, str | None], list[Silence]], place: Place, rule: str) -> list[Silence]:
    """Return the last comments for a rule that begin at or above a place: one of them may speak for it."""
    ordered = silences.get((place.path, rule), [])
    index = bisect_right(ordered, place.line, key=first_line)
    return ordered[max(0, index - 3) : index]


def first_line(silence: Silence) -> int:
    """Return the first line that a comment speaks for."""
    return silence.lines.start
