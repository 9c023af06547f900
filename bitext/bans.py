"""Whether one passage only restricts what its counterpart prohibits.

Who prohibits seldom denies as well: the side that restricts has a word of restriction more and a word of prohibition less.
"""

from __future__ import annotations

import re

from bitext.denials import Side
from bitext.mentions.force import Force, ForceMention
from bitext.sentences import Span

# A prohibition in so many words: “not” and “without” do not answer it where the other side has one word of restriction more.
PROHIBITED = {
    "zh": re.compile(r"严?禁|不得|不准|不许|不能|不可|不允许|排除"),
    "en": re.compile(
        r"\b(?:prohibit\w*|forbid\w*|bans?\b|banned|barr?(?:s|ed)?\b|closed|exclu\w+|cannot|disallow\w*"
        r"|(?:must|may|shall|can|should)\s+not|not\s+(?:be\s+)?(?:allow|permit)\w*)",
        re.IGNORECASE,
    ),
}
# Words that keep somebody from doing something, beside those that deny: 禁止 is also "block", "do not", "never".
STOPPED = {
    "zh": re.compile(r"严?禁[止用]?|不予|排除|阻止|拒绝|屏蔽|拦截"),
    "en": re.compile(
        r"(?:\b(?:prohibit\w*|forbid\w*|bans?|bann(?:ed|ing)|barr?(?:s|ed)?|closed|exclu\w+|disallow\w*|disabl\w+|block(?:s|ed|ing)?"
        r"|suppress\w*|den(?:y|ied|ies)|prevent\w*|reject\w*|refus\w*|(?:do|does|is|are)\s+not)|n['’]t)\b",
        re.IGNORECASE,
    ),
}


def weakened_ban(here: Side, there: Side) -> tuple[Span, Span] | None:
    """Return the word that prohibits here and the one that only restricts there, None where nothing speaks for such a pair."""
    restrictions = [word for word in there.words if word.force is Force.RESTRICT and word.certain]
    if len(restrictions) <= sum(word.force is Force.RESTRICT for word in here.words):
        return None
    for found in (prohibitions, stops):
        ours = found(here)
        if len(ours) > len(found(there)):
            return ours[0], ranged(restrictions[0])
    return None


def prohibitions(side: Side) -> list[Span]:
    """Return the words of a passage that prohibit in so many words."""
    pattern = PROHIBITED[side.language]
    return [ranged(word) for word in side.words if word.force is Force.PROHIBIT and pattern.match(side.text, word.start)]


def stops(side: Side) -> list[Span]:
    """Return the words of a passage that deny or keep from something, none of which overlap."""
    denied = [Span(one.start, one.end) for one in side.denials if one.asks]
    found = [*denied, *(Span(*match.span()) for match in STOPPED[side.language].finditer(side.text, side.start, side.end))]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def ranged(word: ForceMention) -> Span:
    """Return the range of a word."""
    return Span(word.start, word.end)
