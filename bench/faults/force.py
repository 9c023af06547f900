"""Faults of what is ordered, forbidden, denied and limited."""

from __future__ import annotations

import re
from random import Random

from bench.edits import edits, one, replaced, swapped

# Words in which 不 denies nothing of its own: without it they would be no words, or mean the same.
WITHIN_WORDS = (
    r"不同|不断|不仅|不但|不光|不只|不单|不过|不管|不论|不如|不妨|不禁|不免|不惜|不由"
    r"|不外|不久|不少|不良|不动产|不得不|不得已|不足|不等|不止|不日|不时|不乏|不然|不愧"
    r"|不及|不料|不幸|不锈钢|不可抗力|不定期|不可避免|不知不觉|不约而同|必不可少|不可或缺"
    r"|来不及|用不着|对不起|差不多|了不起|忍不住|只不过|无不|莫不|好不|动不动|不一|不计其数"
    r"|不言而喻|不亚于|不失为|不限于|不吝|不胜"
)
DENIAL_EN = r"\b(must|shall|may|does|do|is|are|was|were|did|will|should) not\b(?! only)|\b(can)not\b"
LIMITS = {
    "zh": r"符合条件的|可能(?!性)|争取|拟(?=允许)|依法|若干(?!措施|意见)|原则上",
    "en": r"\beligible |\bmight |\bin principle\b,? ?|\b(?:seek|propose)s? to ",
}
# 是不是, 能不能: a question, no denial.
QUESTION = r"(\w)不\1"


def within_words(text: str) -> set[int]:
    """Return where a 不 stands that is part of another word or of a question."""
    found = re.finditer(f"{WITHIN_WORDS}|{QUESTION}", text)
    return {at for match in found for at in range(match.start(), match.end()) if text[at] == "不"}


def drop_bu(text: str, random: Random) -> str | None:
    """Delete any 不 that denies."""
    held = within_words(text)
    places = "".join("\0" if letter == "不" and at in held else letter for at, letter in enumerate(text))
    match = one("不", places, random)
    return replaced(text, match, "") if match else None


def drop_negation(text: str, random: Random) -> str | None:
    """Turn 不得 into 可以, 禁止 into 允许, or delete another 不."""
    match = one("(?<!不)不得(?!不|已)|禁止|不", text, random)
    if match is None or match[0] == "不":
        return drop_bu(text, random)
    return replaced(text, match, {"不得": "可以", "禁止": "允许"}[match[0]])


def without_not(match: re.Match[str], _: Random) -> str:
    """Return a verb without its "not"."""
    return match[1] or match[2]


FAULTS = [
    *edits("limiting word dropped", {language: swapped(words, "") for language, words in LIMITS.items()}),
    *edits("prohibition turned into restriction", {
        "zh": swapped("禁止", "限制"), "en": swapped(r"\bprohibit(?=s|ed|ing|ion)", "restrict"),
    }),
    *edits("negation or prohibition dropped", {"zh": drop_negation, "en": swapped(DENIAL_EN, without_not)}),
    *edits("any 不 dropped", {"zh": drop_bu}),
    *edits("obligation weakened", {
        "zh": swapped("应当|(?<!是否)必须", "可以"), "en": swapped(r"\b(?:shall|must)\b(?! not)", "may"),
    }),
]  # fmt: skip
