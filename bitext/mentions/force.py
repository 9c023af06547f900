"""Legal force in text: what is prohibited, required or permitted, and what is denied.

Each kind has words that surely express it (they ask for an answer) and words that may (they only answer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Force(StrEnum):
    """What a sentence does to somebody's freedom to act."""

    PROHIBIT = "prohibition"
    OBLIGE = "obligation"
    PERMIT = "permission"
    NEGATE = "negation"


@dataclass(frozen=True, slots=True)
class ForceMention:
    """A word of legal force: its kind, its range, and whether it surely has that force."""

    force: Force
    start: int
    end: int
    certain: bool


# (certain, possible) words of each kind. Possible words include the certain ones' looser kin: "should" answers 应当, "only" answers 不.
WORDS: dict[str, dict[Force, tuple[str, str]]] = {
    "zh": {
        Force.PROHIBIT: (
            r"不得(?!不|已|而知|了)|禁止|严禁|不准|不许|不允许|不可以|不应当?(?!该是)|切勿|请勿|禁用|不能|不可(?!避免|或缺|少|用|靠|变|见|知|逆|分|思)",
            r"不|勿|莫|禁|无权|无法|未经|非经|拒绝|排除|除外|限制|避免|防止|只[能有]|仅[限能可]",
        ),
        Force.OBLIGE: (
            r"应当|必须|务必|有义务|(?<![无不毋])须(?!知)|不得不|一定要",
            r"应|须|需|要|得|必|请|务|只[能有]|方可|才[能可]|责令|要求|义务|负责|承诺|保证|确保|一律|均",
        ),
        Force.PERMIT: (
            r"(?<!不)(?<!方)(?<!才)(?<!均不)可以|(?<!不)(?<!不予)允许|准许|有权|(?<!不)许可(?!证)",
            r"可|能|允许|准|许|有权|支持|得以|会|或|足以|选择|让|使",
        ),
        Force.NEGATE: (
            r"没有|并未|尚未|从未|未能|未(?![来必免尝几]|经)|无法|无权|无须|无需|毋须|不(?!仅|但|同|断|过|论|管|少|妨|久|止|光|只|如|一|错|时|禁|良|足|便|利|"
            r"愧|满|知不觉|等|定|超过|低于|高于|大于|小于|早于|晚于|迟于|多于|得不|得已|可避免|可或缺|可少|可分|可变|可用|可见|可知|可思|可靠|可逆|动产|胜|再|起眼|安|外乎|要|必|"
            r"懈|佳|易|停|惜|明|解|力|适|幸|正|当|见|必要|稳|对|变|够|全|法|实|清|一致|活|间断|规则|乏|啻|失|息|对等|对称|"
            r"兼容|完整|完全|合|可信|可或|可预|可抗|尽|平|公|均|规范|良好|相[同等]|可控|透明|健康|准确|正确|正常|存在差异)",
            r"不|没|无|未|非|勿|莫|否|禁|免|除|拒|缺|失|难|避|防|停|废|弃|反|止|绝|仅|只|而是|以外|之外|之前|取消|排除|忽略|脱离|离线|空|零|少|尚|关闭|限|独立|停用|断|别|异常",
        ),
    },
    "en": {
        Force.PROHIBIT: (
            r"\b(?:must|shall|may|should)\s+(?:\w+\s+)?not\b|\bmustn['’]t|\bshouldn['’]t|\bprohibit(?:s|ed|ing|ion|ions)?\b|\bforbid(?:s|den|ding)?\b"
            r"|\bnot\s+(?:be\s+)?(?:allowed|permitted)\b|\bcannot\b|\bcan['’]t\b|\bban(?:s|ned|ning)?\b|\bno\s+(?:person|one|party|entity|unit)\b",
            r"\bnot\b|\bno\b|n['’]t\b|\bnever\b|\bwithout\b|\bexclu\w+|\bexcept\b|\bonly\b|\brestrict\w*|\bprevent\w*|\bavoid\w*|\bunless\b|\brefus\w+|\bden(?:y|ies|ied)\b"
            r"|\bnor\b|\bneither\b|\bcannot\b|\bunable\b|\bimpossible\b|\bun\w+|\bdisallow\w*|\bclosed\b|\bbarred?\b|\blimit\w*",
        ),
        Force.OBLIGE: (
            r"\b(?:must|shall)\b(?!\s+(?:\w+\s+)?not\b)|\b(?:is|are|be|being)\s+(?:legally\s+)?(?:required|obliged|obligated)\s+to\b|\b(?:has|have)\s+to\b",
            r"\bmust\b|\bshall\b|\bshould\b|\bneeds?\b|\bneeded\b|\brequir\w+|\boblig\w+|\b(?:has|have|had)\s+to\b|\bensure\w*|\bonly\b|\bwill\b|\bduty\b|\bis\s+to\b|\bare\s+to\b"
            r"|\bplease\b|\bmake\s+sure\b|\bmandatory\b|\bnecessary\b|\bought\b|\bwould\b|\balways\b|\bis\s+subject\s+to\b|\bsupposed\b|\bdemand\w*|\bcall\w*\s+for\b|\bexpect\w*",
        ),
        Force.PERMIT: (
            r"\bmay\b(?!\s+(?:\w+\s+)?not\b)(?!\s+(?:be\s+)?(?:have|require|need|vary|change|cause|result|contain|take\s+some|differ|lead|fail))"
            r"|\b(?:is|are|be)\s+(?:allowed|permitted|entitled)\s+to\b|\b(?:has|have)\s+the\s+right\s+to\b|\bpermits?\b|\ballows?\b",
            r"\bmay\b|\bcan\b|\bcould\b|\bmight\b|\ballow\w*|\bpermit\w*|\bentitled\b|\bright\b|\bable\b|\benabl\w+|\blets?\b|\bfree\s+to\b|\bpossib\w+|\bsupport\w*|\boption\w*"
            r"|\bcapab\w+|\blicen[cs]\w+|\bwilling\b|\bhelp\w*|\bavailable\b|\bfeel\s+free\b|\bopportunit\w+|\bchoose\b|\bauthoris\w+|\bauthoriz\w+|\bto\b|\bor\b|\bwill\b|\bwould\b",
        ),
        Force.NEGATE: (
            r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|shall|may|need)\s+not\b(?!\s+(?:only|just|limited|necessarily))|n['’]t\b"
            r"|\bcannot\b|\bnever\b|\bno\s+longer\b|\bneither\b|\bnone\b",
            r"\bnot\b|\bno\b|n['’]t\b|\bnever\b|\bnor\b|\bneither\b|\bnone\b|\bnothing\b|\bcannot\b|\bwithout\b|\bunless\b|\bexcept\w*|\bexclu\w+|\bother\s+than\b|\brather\s+than\b|\binstead\b"
            r"|\bfail\w*|\black\w*|\bprohibit\w*|\bforbid\w*|\bban\w*|\bprevent\w*|\bavoid\w*|\brefus\w*|\breject\w*|\bden(?:y|ied|ies|ial)\b|\bun\w{3,}|\bin(?:valid|complete|correct|consisten|sufficien|"
            r"compatib|accessib|activ|dependen|capab|appropriat|abil|accura|visible|direct)\w*|\bim(?:possib|proper|mutab|balanc)\w*|\bil(?:legal|licit)\w*|\bir\w+|\bdis\w+|\bnon\w*|\bhardly\b|\bonly\b|\bfew\b"
            r"|\blittle\b|\bless\b|\babsen\w+|\bmissing\b|\bstop\w*|\bvoid\b|\bnull\b|\bempty\b|\bbefore\b|\bbeyond\b|\boutside\b|\bapart\b|\bfree\s+of\b|\b\w+less\b|\bde(?:precat|activat|bar)\w*"
            r"|\blimit\w*|\brestrict\w*|\bignor\w*|\bomit\w*|\bskip\w*|\bclosed?\b|\bmis\w+|\bout\s+of\b|\blos[est]\w*|\bremov\w*|\brid\b|\bdrop\w*|\balone\b|\bhas\s+yet\b|\bmere\w*|\bwrong\w*|\berror\w*",
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


@lru_cache(maxsize=4096)
def read_force(text: str, language: str) -> tuple[ForceMention, ...]:
    """Return the words of legal force of a text, in order."""
    return tuple(sorted(found(text, language), key=lambda mention: (mention.start, mention.end)))


def found(text: str, language: str) -> Iterator[ForceMention]:
    """Yield the words of each kind, the possible ones where no certain one stands."""
    for force, (certain, possible) in PATTERNS[language].items():
        sure = [match.span() for match in certain.finditer(text)]
        yield from (ForceMention(force, start, end, certain=True) for start, end in sure)
        for match in possible.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in sure):
                yield ForceMention(force, match.start(), match.end(), certain=False)
