"""Legal force in text: what is prohibited, required or permitted, and what is denied.

Each kind has words that surely express it (they ask for an answer) and words that may (they only answer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bitext.mentions.ranges import Ranges
from bitext.page import other


class Force(StrEnum):
    """What a sentence does to somebody's freedom to act."""

    PROHIBIT = "prohibition"
    OBLIGE = "obligation"
    PERMIT = "permission"
    RESTRICT = "restriction"


@dataclass(frozen=True, slots=True)
class ForceMention:
    """A word of legal force: its kind, its range, and whether it surely has that force."""

    force: Force
    start: int
    end: int
    certain: bool


# (certain, possible) words of each kind; possible ones are looser kin: "should" answers 应当, "only" answers 不.
WORDS: dict[str, dict[Force, tuple[str, str]]] = {
    "zh": {
        Force.PROHIBIT: (
            r"不得(?!不|已|而知|了)|禁止|严禁|不准|不许|不允许|不可以|切勿|请勿|不能|不可(?!避免|或缺|少|用|靠|变|见|知|逆|分|思|抗)",
            r"不|勿|莫|禁|无权|无法|未经|非经|拒绝|排除|除外|限制|避免|防止|只[能有]|仅[限能可]",
        ),
        Force.OBLIGE: (
            r"应当|必须|务必|有义务|(?<![无不毋])须(?!知)|不得不",
            r"(?<![相对反适供响效感回顺])应(?![用对答急变付有届])|须|需(?!求)|必(?![要然])|请|务必|只[能有]|方可|才[能可]|责令|要求|义务|必要|一定要|得(?=先|在)|要(?=先|在|把|将)",
        ),
        Force.PERMIT: (
            r"(?<![不才均])可以|(?<!不)(?<!不予)允许|准许|(?<!所)有权|(?<!不)许可(?!证)",
            r"可(?![能靠用见观选视信知]|持续)|(?<![功可性智技职效才机潜动])能(?![力源量])|允许|准许|有权|得以",
        ),
        Force.RESTRICT: (r"限制(?!性)", r"限|约束|制约|受控|管制|管控"),
    },
    "en": {
        Force.PROHIBIT: (
            r"\b(?:must|shall|may|should)\s+(?:\w+\s+)?not\b|\bmustn['’]t|\bshouldn['’]t|\bprohibit(?:s|ed|ing|ion|ions)?\b|\bforbid(?:s|den|ding)?\b"
            r"|\bnot\s+(?:be\s+)?(?:allowed|permitted)\b|\bcannot\b|\bcan['’]t\b|\bban(?:s|ned|ning)?\b|\bno\s+(?:person|one|party|entity|unit)\b",
            r"\bnot\b|\bno\b|n['’]t\b|\bnever\b|\bwithout\b|\bexclu\w+|\bexcept\b|\bonly\b|\brestrict\w*|\bprevent\w*|\bavoid\w*|\bunless\b"
            r"|\brefus\w+|\bden(?:y|ies|ied)\b|\bnor\b|\bneither\b|\bunable\b|\bimpossible\b|\bdisallow\w*|\bclosed\b|\bbarred?\b|\blimit\w*",
        ),
        Force.OBLIGE: (
            r"\b(?:must|shall)\b(?!\s+(?:\w+\s+)?not\b)|\b(?:is|are|be|being)\s+(?:legally\s+)?(?:required|obliged|obligated)\s+to\b|\b(?:has|have)\s+to\b",
            r"\bmust\b|\bshall\b|\bshould\b|\bneeds?\b|\bneeded\b|\brequir\w+|\boblig\w+|\b(?:has|have|had)\s+to\b|\bduty\b"
            r"|\b(?:is|are)\s+to\b|\bplease\b|\bmandatory\b|\bnecessary\b|\bought\b|\bsubject\s+to\b|\bsupposed\b|\bdemand\w*|\bcall\w*\s+for\b",
        ),
        Force.PERMIT: (
            r"\bmay\b(?!\s+(?:\w+\s+)?not\b)|\b(?:is|are|be)\s+(?:allowed|permitted|entitled)\s+to\b|\b(?:has|have)\s+the\s+right\s+to\b|\bpermits?\b|\ballows?\b",
            r"\bmay\b|\bcan\b|\bcould\b|\bmight\b|\ballow\w*|\bpermit\w*|\bentitled\b|\bright\s+to\b|\bfree\s+to\b",
        ),
        Force.RESTRICT: (
            r"\brestrict(?:s|ed|ing|ion|ions)?\b",
            r"\brestrict\w*|\blimit\w*|\bconstrain\w*|\bconfin\w*|\bcurb\w*|\bcurtail\w*|\bthrottl\w*|\bonly\b",
        ),
    },
}
PATTERNS = {
    language: {
        force: (re.compile(certain, re.IGNORECASE), re.compile(possible, re.IGNORECASE))
        for force, (certain, possible) in forces.items()
    }
    for language, forces in WORDS.items()
}


# A text that quotes the other language at some length.
MIXED = {"zh": re.compile(r"[A-Za-z]{4,}"), "en": re.compile(r"[\u3400-\u9fff]")}


# A question denies nothing: 能不能, "or not".
QUESTION = re.compile(r"([是能会要可该算对好行用肯愿想在])不\1|有没有|是否|与否|可能也可能不|\bor\s+not\b", re.IGNORECASE)


@lru_cache(maxsize=32768)
def sure_forces(text: str, language: str) -> frozenset[Force]:
    """Return the forces that some word of a text surely has: where the rules need none of them, no other word matters."""
    masked = masked_by(QUESTION, text)
    return frozenset(force for force, (certain, _) in PATTERNS[language].items() if certain.search(masked))


def masked_by(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with marks in place of what a pattern matches."""
    return pattern.sub(lambda match: "？" * len(match[0]), text)


@lru_cache(maxsize=32768)
def read_force(text: str, language: str) -> tuple[ForceMention, ...]:
    """Return the words of legal force of a text, in order."""
    return tuple(sorted(found(masked_by(QUESTION, text), language), key=lambda mention: (mention.start, mention.end)))


def found(text: str, language: str) -> Iterator[ForceMention]:
    """Yield the words of each kind, the possible ones where no certain one stands; words of the other language only answer."""
    for force, (certain, possible) in PATTERNS[language].items():
        sure = [match.span() for match in certain.finditer(text)]
        yield from (ForceMention(force, start, end, certain=True) for start, end in sure)
        taken = Ranges(sure)
        quoted = PATTERNS[other(language)][force][1]
        for pattern in (possible, quoted) if MIXED[language].search(text) else (possible,):
            for match in pattern.finditer(text):
                if not taken.touch(*match.span()):
                    yield ForceMention(force, match.start(), match.end(), certain=False)
