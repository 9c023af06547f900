"""page/not-understood: what could not be read as text is said once, not as a hundred differences."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.finding import Finding, Level
from bitext.message import Message
from bitext.rules.rule import RULES, Comparison, rule


@rule(
    "page/not-understood", "page", level=Level.NOTE,
    why="What is not read as text is compared with nothing; whoever relies on the check should know.",
    wrong="a code fence without its last line: the rest of the page is code", right="the fence closed",
)  # fmt: skip
def not_understood(comparison: Comparison) -> Iterator[Finding]:
    """Report a page that is no text, or the mark that swallows its rest: one finding for both languages."""
    found = [one for language in comparison.documents if (one := comparison.unread[language])]
    if found:
        related = found[1].place if len(found) > 1 else None
        message = Message("{reason}: what follows is not compared", reason=found[0].reason)
        yield RULES["page/not-understood"].finding(
            found[0].place, message, Message("close it, or look at it yourself"), related=related
        )
