"""What a date is for, from the verbs around it: adopted, signed, issued, published, effective, amended, repealed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bitext.register import Role

Roles = frozenset[Role]
NONE: Roles = frozenset()

# A verb may mean several roles: English "issued" and Chinese 发布 are used for more than one kind of date, so they agree
# with each of them. Sources: the house's verb table, after notes on how translations use these verbs.
VERBS: dict[str, list[tuple[str, set[Role]]]] = {
    "zh": [
        (r"(?:表决|审议|会议|全会|(?<=日))通过|通过(?=[，。；、）\t的并后时]|$)", {Role.ADOPTED}),
        (r"签署|签发", {Role.SIGNED}),
        (r"印发|成文|落款|下发", {Role.ISSUED}),
        (r"公布|颁布|公开发布|对外公开|向社会公开", {Role.PUBLISHED}),
        (r"发布", {Role.PUBLISHED, Role.ISSUED}),
        (r"(?:施行|生效|起实施|起执行|(?<=起)适用|(?<=起)开始适用|正式实施)", {Role.EFFECTIVE}),
        (r"修改|修订|修正", {Role.AMENDED}),
        (r"废止|失效|停止执行", {Role.REPEALED}),
    ],
    "en": [
        (r"\b(?:adopted|adoption|passed)\b", {Role.ADOPTED}),
        (r"\b(?:signed|signature|signing)\b", {Role.SIGNED}),
        (r"\b(?:dated|bears the date|date of the document)\b", {Role.ISSUED, Role.SIGNED}),
        (r"\b(?:issued|issuing|issues|day of issue|date of issue)\b", {Role.ISSUED, Role.SIGNED, Role.PUBLISHED}),
        (
            r"\b(?:published|publication|publishes|made\s+(?:\w+\s+)?public|makes\s+public|promulgated|released?|release)\b",
            {Role.PUBLISHED},
        ),
        (
            r"\b(?:in|into|enters?\s+into|entered\s+into)\s+force\b|\b(?:in|into)\s+effect\b|\beffective\b|\b(?:takes?|took|taking)\s+effect\b"
            r"|\bappl(?:y|ies|ied)\s+(?:\w+\s+){0,3}from\b|\bapplicable\s+from\b",
            {Role.EFFECTIVE},
        ),
        (r"\b(?:amended|amendment|amending|revised|revision)\b", {Role.AMENDED}),
        (r"\b(?:repealed|repeals?|ceased\s+to\s+have\s+effect)\b", {Role.REPEALED}),
    ],
}
PATTERNS = {
    language: [(re.compile(pattern, re.IGNORECASE), frozenset(roles)) for pattern, roles in verbs]
    for language, verbs in VERBS.items()
}
SENTENCE_END = {"zh": re.compile(r"[。；！？]|;"), "en": re.compile(r"[.;!?](?=\s+[“\"(A-Z0-9]|\s*$)")}
AS_OF = {"zh": re.compile(r"截至(?:本页的?日期)?\s*$"), "en": re.compile(r"\bas\s+(?:of|at)\s+$", re.IGNORECASE)}
# A day of the week beside a date, as in “on Sunday, 8 September 2024” and 9月8日（星期日）, does not end a clause.
WEEKDAY = "".join(rf"(?<!\b{day})" for day in ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")) + "(?<!day)"
CLAUSE_END = {
    "zh": re.compile(r"[，、：\t]|（(?!(?:星期|周)[一二三四五六日天]）)|(?<!星期[一二三四五六日天])(?<!周[一二三四五六日天])）"),
    "en": re.compile(rf"{WEEKDAY},|[;:\t()]"),
}
# What stands between a label and its date: 公布日期：2024年9月8日, Published on: 8 September 2024.
LABEL = re.compile(r"\s?(?:日期?|时间|date|on|from)?\s?[:：]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that gives dates a role."""

    start: int
    end: int
    roles: Roles


def roles_of(text: str, dates: Sequence[tuple[int, int]], language: str) -> list[Roles]:
    """Return for each range of a date the roles its verb may mean; no role where no verb is near enough."""
    if not dates:
        return []
    verbs = verbs_in(text, language)
    if not verbs:
        return [NONE] * len(dates)
    sentences = [0, *(match.end() for match in SENTENCE_END[language].finditer(text)), len(text)]
    return [role_of(text, dates, index, verbs, sentences, language) for index in range(len(dates))]


def verbs_in(text: str, language: str) -> list[Verb]:
    """Return the verbs of a text in order; one that lies within another ("apply as amended from") is not counted."""
    found = [Verb(match.start(), match.end(), roles) for pattern, roles in PATTERNS[language] for match in pattern.finditer(text)]
    verbs: list[Verb] = []
    for verb in sorted(found, key=lambda verb: (verb.start, -verb.end)):
        if not verbs or verb.end > verbs[-1].end:
            verbs.append(verb)
    return verbs


def role_of(
    text: str, dates: Sequence[tuple[int, int]], index: int, verbs: list[Verb], sentences: list[int], language: str
) -> Roles:
    """Look for the verb of one date: first within its clause, then within its sentence if no other date is there.

    Chinese puts the verb behind the date, English before it; each is looked at first on its usual side. A day as of which
    something is said has no role in the life of an instrument.
    """
    start, end = dates[index]
    if AS_OF[language].search(text, max(0, start - 16), start):
        return NONE
    floor = sentences[bisect_right(sentences, start) - 1]
    ceiling = sentences[min(bisect_left(sentences, end), len(sentences) - 1)]
    before = max(floor, dates[index - 1][1] if index else 0)
    after = min(ceiling, dates[index + 1][0] if index + 1 < len(dates) else len(text))
    if (label := last_in(verbs, before, start)) and LABEL.fullmatch(text, label.end, start):
        return label.roles
    alone = before == floor and after == ceiling
    near_before = max([before, *(match.end() for match in CLAUSE_END[language].finditer(text, before, start))])
    near_after = next((match.start() for match in CLAUSE_END[language].finditer(text, end, after)), after)
    sides = [((near_before, start), (end, near_after))]
    if alone or language == "en":
        sides.append(((before, start), (end, after if alone else end)))
    for left, right in sides:
        found = last_in(verbs, *left), first_in(verbs, *right)
        chosen = (found[1] or found[0]) if language == "zh" else (found[0] or found[1])
        if chosen:
            return chosen.roles
    return NONE


def first_in(verbs: list[Verb], start: int, end: int) -> Verb | None:
    """Return the first verb that lies in a range."""
    index = bisect_left(verbs, start, key=beginning)
    return verbs[index] if index < len(verbs) and verbs[index].end <= end else None


def last_in(verbs: list[Verb], start: int, end: int) -> Verb | None:
    """Return the last verb that lies in a range; verbs do not overlap."""
    index = bisect_right(verbs, end, key=ending) - 1
    return verbs[index] if index >= 0 and verbs[index].start >= start else None


def beginning(verb: Verb) -> int:
    """Return where a verb begins."""
    return verb.start


def ending(verb: Verb) -> int:
    """Return where a verb ends."""
    return verb.end
