"""Faults of enumerations and sentences: a member or a sentence is missing."""

from __future__ import annotations

import re
from random import Random

from bench.edits import MARKED, LineEdit, edits, one, replaced

# The word characters before a 、, and those behind it.
BEFORE, MEMBER = r"[\w（）《》“”]", r"[\w（）《》“”]+"
WORDS = r"(?:[\w’'-]+ ){0,3}[\w’'-]+"
LONGEST = 8
LATIN_END = re.compile(r"[A-Za-z0-9_]+$")
WHOLE_LIST = r"(?<![\w、）])[\w（）]{2,8}(?:、[\w（）]{2,8}){2,}(?![\w、（])"
# Of three members or more; the first only where it is one word, so that no clause is taken for a member.
MEMBER_EN = (
    rf"(?<=[\w)]), {WORDS}(?=, {WORDS},? (?:and|or) )",
    r"(?<=[a-z] )[\w’'-]+, (?=[\w’'-]+(?:, [\w’'-]+)*,? (?:and|or) [\w’'-]+)",
)
SENTENCE = {"zh": r"[^。！？]{8,}[。！？]", "en": r"(?:^|(?<=[.!?] ))[A-Z][^.!?]{25,}[.!?](?= [A-Z]|$)"}


def drop_member(text: str, random: Random) -> str | None:
    """Delete one `X、` at any place.

    Where X is the first member, nothing tells where it begins: a Latin word goes, or as many characters as the next member has, and
    eight at most.
    """
    match = one(rf"(?P<own>{BEFORE}+)、(?=(?P<next>{MEMBER}))", text, random)
    if match is None:
        return None
    length = len(match["own"])
    if text[match.start() - 1 : match.start()] != "、":
        latin = LATIN_END.search(match["own"])
        length = len(latin[0]) if latin else min(length, len(match["next"]), LONGEST)
    return text[: match.end("own") - length] + text[match.end() :]


def drop_member_en(text: str, random: Random) -> str | None:
    """Delete a member in the middle or the first: a, b, c and d to a, c and d or to b, c and d."""
    matches = [match for pattern in MEMBER_EN if (match := one(pattern, text, random))]
    return replaced(text, random.choice(matches), "") if matches else None


def drop_end_member(text: str, random: Random) -> str | None:
    """Delete the first or the last member of a 、-list of at least three: 甲、乙、丙 to 乙、丙."""
    match = one(WHOLE_LIST, text, random)
    if match is None:
        return None
    members = match[0].split("、")
    del members[random.choice([0, -1])]
    return replaced(text, match, "、".join(members))


def drop_sentence(pattern: str) -> LineEdit:
    """Return an edit that deletes one of at least two sentences."""

    def change(text: str, random: Random) -> str | None:
        found = [] if text.lstrip().startswith(MARKED) else list(re.finditer(pattern, text))
        return replaced(text, random.choice(found), "").rstrip() if len(found) > 1 else None

    return change


FAULTS = [
    *edits("list member dropped", {"zh": drop_member, "en": drop_member_en}),
    *edits("first or last list member dropped", {"zh": drop_end_member}),
    *edits("sentence dropped", {language: drop_sentence(pattern) for language, pattern in SENTENCE.items()}),
]
