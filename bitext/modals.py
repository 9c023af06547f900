"""What a passage demands or forbids and what it leaves free: such words, each with how surely it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bitext.mentions.denials import Kind, read_denials
from bitext.mentions.force import Force, ForceMention

# What surely demands or permits, what may, and what only looks like it.
MUST, SHOULD, NEITHER, CAN, MAY = 2, 1, 0, -1, -2
# Words that can answer an obligation and seldom are one.
LOOSE = re.compile(
    r"(?i)请|才能|方可|只[能有]|要求|责令|义务|please|call|demand|duty|subject|supposed|oblig|requirement|needs\b(?!\s+to)"
    r"|(?:is|are)\s+to\b"
)
# What may well happen, or is left to a choice, in words that mostly say something else.
CHANCE = {
    "zh": re.compile(r"可能|也许|或许|会|能|得以|可|让|使|支持|有机会|选择|酌情|自行|随[时意]|愿"),
    "en": re.compile(
        r"(?i)\b(?:may|might|can|could|possibl[ey]|perhaps|maybe|able|allow\w*|lets?|permi\w+|enabl\w+|option\w*|wish\w*|want\w*"
        r"|prefer\w*|free|freely|choos\w+|feel|support\w*|would|will|if\s+needed|entitled|right\s+to|eligible|potential\w*|like"
        r"|capab\w+|sometimes|\w{4,}[ai]ble)\b"
    ),
}
PERHAPS = re.compile(r"(?i)可能|也许|或许|may|might|perhaps|maybe|possibly")
# Other words that demand: 要 where it is a word of its own.
DUE = {
    "zh": re.compile(r"(?<![需重主只想不摘概必首纲紧次还快有])要(?![求点素么是害闻件领旨义因约])"),
    "en": re.compile(r"(?i)\b(?:mandatory|compulsory|required|necessary|always)\b"),
}
# What stands before a word: what is not demanded may be left, and what is not permitted is no permission.
NOT = {
    "zh": re.compile(r"[不无毋未没非]$"),
    "en": re.compile(r"(?i)(?:\b(?:not|never)|n['’]t)\s+$|\b(?:no|nor|neither|none|nobody|nothing)\b[^,.;:]*+$"),
}
# "If you need": what is only supposed is not demanded.
CASE = {
    "zh": re.compile(r"(?:如果?|若|(?<!应)当|假如|一旦|除非)[^，。；]{0,6}$"),
    "en": re.compile(r"(?i)\b(?:if|when|whenever|unless|where|in\s+case)\s+(?:\w+\s+){1,2}$"),
}
# How far back that can stand.
BEFORE = 24
# A paper, not the leave to do something: 许可, "a permit".
LICENCE = re.compile(r"许可|(?<=\ba )permit|(?<=\bthe )permit|(?<=\bno )permit|permits\b(?! )")
MONTH = re.compile(r"(?<=\d\s)May\b|May\b(?=,?\s+\d)|(?<=\bin\s)May\b")
QUOTES = tuple('“「『"‘')


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that demands or permits: its range, how surely it does, and whether it only speaks of chance or choice."""

    start: int
    end: int
    strength: int
    chance: bool = False


def read_duties(text: str, language: str, start: int, end: int, words: Sequence[ForceMention]) -> list[Modal]:
    """Return the words of a range that oblige or permit, in order, given its words of force; "must not" does neither."""
    found = [modal(word, text, language, start) for word in words if word.force in {Force.OBLIGE, Force.PERMIT}]
    found += [Modal(*match.span(), SHOULD) for match in DUE[language].finditer(text, start, end)]
    banned = (word for word in words if word.force is Force.PROHIBIT and word.certain)
    taken = {at for word in banned for at in range(word.start, word.end)}
    return apart([*found, *chances(text, language, start, end)], taken)


def read_bans(text: str, language: str, start: int, end: int, words: Sequence[ForceMention]) -> list[Modal]:
    """Return the words of a range that deny or permit, in order, given its words of force."""
    found = [modal(word, text, language, start) for word in words if word.force is Force.PERMIT]
    denied = [one for one in read_denials(text, language) if start <= one.start < end and one.kind is not Kind.FAINT]
    found += [Modal(one.start, one.end, MUST if one.asks else SHOULD) for one in denied]
    return apart([*found, *chances(text, language, start, end)], set())


def chances(text: str, language: str, start: int, end: int) -> list[Modal]:
    """Return the words of a range that speak of chance or choice; 可能 is as good as "may"."""
    return [Modal(*match.span(), CAN, chance=not PERHAPS.match(match[0])) for match in CHANCE[language].finditer(text, start, end)]


def apart(found: Sequence[Modal], taken: set[int]) -> list[Modal]:
    """Return the modals that do not overlap or stand at places already taken: the surer one counts, then the longer one."""
    kept: list[Modal] = []
    for one in sorted(found, key=lambda one: (-abs(one.strength), -one.strength, one.chance, one.start - one.end, one.start)):
        if taken.isdisjoint(range(one.start, one.end)):
            kept.append(one)
            taken.update(range(one.start, one.end))
    return sorted(kept, key=lambda one: one.start)


def modal(word: ForceMention, text: str, language: str, start: int) -> Modal:
    """Return a word of obligation or permission with its strength; the text before `start` is no context of it."""
    return Modal(word.start, word.end, strength(word, text, language, max(start, word.start - BEFORE)))


def strength(word: ForceMention, text: str, language: str, start: int) -> int:
    """Return how surely a word demands or permits, as what stands between `start` and it shows."""
    denied = NOT[language].search(text, start, word.start)
    supposed = not word.certain and CASE[language].search(text, start, word.start)
    if text[word.start - 1 : word.start] in QUOTES or supposed or MONTH.match(text, word.start):
        return NEITHER
    if word.force is Force.PERMIT:
        return NEITHER if denied else MAY if word.certain and not LICENCE.match(text, word.start) else CAN
    if denied:
        return CAN
    return MUST if word.certain else NEITHER if LOOSE.match(text, word.start) else SHOULD
