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
    NEGATE = "negation"
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
            r"不得(?!不|已|而知|了)|禁止|严禁|不准|不许|不允许|不可以|切勿|请勿|不能|不可(?!避免|或缺|少|用|靠|变|见|知|逆|分|思)",
            r"不|勿|莫|禁|无权|无法|未经|非经|拒绝|排除|除外|限制|避免|防止|只[能有]|仅[限能可]",
        ),
        Force.OBLIGE: (
            r"应当|必须|务必|有义务|(?<![无不毋])须(?!知)|不得不",
            r"(?<![相对反适供响效感回顺])应(?![用对答急变付有届])|须|需(?!求)|必(?![要然])|请|务必|只[能有]|方可|才[能可]|责令|要求|义务|必要|一定要|得(?=先|在)|要(?=先|在|把|将)",
        ),
        Force.PERMIT: (
            r"(?<![不方才均])可以|(?<!不)(?<!不予)允许|准许|有权|(?<!不)许可(?!证)",
            r"可(?![能靠用见观选视信知]|持续)|(?<![功可性智技职效才机潜动])能(?![力源量])|允许|准许|有权|得以",
        ),
        Force.NEGATE: (
            r"(?<!有)没有|并未|尚未|从未|未能|未(?![来必免尝几]|经)|无法(?!躲|避)|无权|无须|无需|毋须|(?<![毫差不])(?<!无处)(?<!不得)(?<!一丝)不(?!仅|但|同|断|过|论|管|少|妨|久|止|光|只|如|一|错|时|良|足|便|利"
            r"|愧|满|等|定|超过|低于|高于|大于|小于|早于|晚于|迟于|多于|得不|得已|动产|胜|起眼|安|外乎|必|懈|佳|易|停|惜|明|适(?![用合当应])|幸|正当|稳|对[等称]|规则|确定|相上下|小|大|可或缺|得而知|高|尽|可思议|透明|鼓励|苟|清|乏|可避免|约而同|胜枚举)",
            r"(?<!有)没|[无未非勿莫否禁违]|不(?!断|仅|但|过|管|论|久|妨|止|光|只|错|如)|除[非了外去]|以外|之外|拒绝|避免|防止|排除|失败|缺[少乏失]"
            r"|停止|难以|难|不一|(?<![分区级特个类识性差辨])别(?![的人处墅])|小于|少于|低于|以内|以下|至多|最多|异|较差|隐藏|免[受除于]?|杜绝|取消|只[能有会在需要限]|仅|尚|忽略|跳过|关闭|以[防免]",
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
        Force.NEGATE: (
            r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|shall|may|need)\s+not\b(?!\s+(?:only|just|limited|necessarily|hesitate|more|less|fewer|later|earlier|exceed\w*))"
            r"|n['’]t\b(?!\s+hesitate)"
            r"|\bcannot\b|\bnever\b|\bno\s+longer\b(?!\s+than)|\bneither\b|\bnone\b|\bnot\b(?!\s+(?:only|just|limited|necessarily|least|until|yet|too|sure|hesitate|more|less|fewer|later|earlier|exceed\w*))",
            r"\b(?:not|no|never|nor|neither|none|nothing|nobody|cannot|without|unless|except|rather\s+than|instead\s+of|unable|impossible|hardly|lack\w*|prohibit\w*"
            r"|fail(?:s|ed|ure|ures|ing)?|forbid\w*|ban|banned|prevent\w*|avoid\w*|refus\w*|reject\w*|den(?:y|ied|ies|ial)|exclu\w+|disallow\w*|disab\w*"
            r"|un(?!der|it|ion|iq|iv|til|less)\w{3,}|in(?:valid|complete|correct|consisten|sufficien|compatib|accessib|activ|dependen|capab|appropriat|abil|accura"
            r"|sensitiv|frequent|determina|visible|secur|effic|adequa|eligib|flexib|toleran)\w*|im(?:possib|proper|mutab|perfect)\w*|il(?:legal|licit)\w*|ir(?:regular|respective|relevant"
            r"|reversib)\w*|non\w*|missing|absen\w+|ignor\w*|omit\w*|free\s+of|regardless|seldom|rarely|barely|nowhere|opaque|discourag\w*|discard\w*|skip\w*|differ\w*|mismatch\w*|instead|zero|out\s+of|stop\w*|cease\w*|worse|otherwise|hassle|heterogeneous|taint\w*|hidden|hid(?:e|es)|over|free|too|bad|only|outside|beyond|apart\s+from|exempt\w*|clos(?:ed|es)|wrong\w*|little|few|silen\w+|whatever|var(?:y|ies)|before|until|miss(?:es|ed)?|block\w*|suppress\w*|refrain\w*|reluctan\w*|intact|unchanged|blank|empty)\b"
            r"|n['’]t\b|less\b|\bleav\w+\s+out\b|\bleft\s+(?:out|open)\b",
        ),
        Force.RESTRICT: (
            r"\brestrict(?:s|ed|ing|ion|ions)?\b",
            r"\brestrict\w*|\blimit\w*|\bconstrain\w*|\bconfin\w*|\bcurb\w*|\bonly\b",
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
# Set phrases that the other language may well say without denying ("open" for 未关闭, "first this, then that"): they only answer.
PHRASE = re.compile(
    r"不可抗|太长不看|犹豫不决|不变[量式]?|不[当符好愿合](?![能会要可以])|未(?=命中|关闭|解决|[结决缴付]|激活|完成|读)|(?:而|并)不是"
    r"|(?<=,)\s+not\b(?=\s+(?:the|a|an)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=32768)
def sure_forces(text: str, language: str) -> frozenset[Force]:
    """Return the forces that some word of a text surely has: where the rules need none of them, no other word matters."""
    masked = masked_by(PHRASE, masked_by(QUESTION, text))
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
    masked = masked_by(PHRASE, text)
    for force, (certain, possible) in PATTERNS[language].items():
        sure = [match.span() for match in certain.finditer(masked)]
        yield from (ForceMention(force, start, end, certain=True) for start, end in sure)
        taken = Ranges(sure)
        quoted = PATTERNS[other(language)][force][1]
        for pattern in (possible, quoted) if MIXED[language].search(text) else (possible,):
            for match in pattern.finditer(text):
                if not taken.touch(*match.span()):
                    yield ForceMention(force, match.start(), match.end(), certain=False)
