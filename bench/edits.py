"""Edits of one line of a page: faults that must be caught and innocent changes that must not.

Each edit is a function of a line's text and a random source; it returns the changed line, or None where it does not apply.
The list follows the faults that were measured with other tools.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

LineEdit = Callable[[str, Random], str | None]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
MONTH = "(?:" + "|".join(MONTHS) + ")"
DATE_ZH = r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
DATE_EN = (
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}}), (?P<year2>\d{{4}}))"
)
DIGITS_ZH = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Edit:
    """One kind of edit of a line in one language."""

    name: str
    language: str
    change: LineEdit


def replaced(text: str, match: re.Match[str], new: str) -> str:
    """Return a text with one match replaced."""
    return text[: match.start()] + new + text[match.end() :]


def one(pattern: str, text: str, random: Random) -> re.Match[str] | None:
    """Return one match of a pattern outside code and link targets, drawn at random."""
    hidden = [found.span() for found in re.finditer(r"`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}", text)]
    matches = [
        match
        for match in re.finditer(pattern, text)
        if not any(start < match.end() and match.start() < end for start, end in hidden)
    ]
    return random.choice(matches) if matches else None


def date_part(part: str) -> LineEdit:
    """Return an edit that changes the year, month or day of a date in either language."""

    def change(text: str, random: Random) -> str | None:
        match = one(DATE_ZH, text, random) or one(DATE_EN, text, random)
        if match is None:
            return None
        name = part if match.groupdict().get(part) else f"{part}2"
        old = match[name]
        new = changed_part(part, old, random)
        start = match.start(name)
        return text[:start] + new + text[start + len(old) :]

    return change


def changed_part(part: str, old: str, random: Random) -> str:
    """Return another year, month or day."""
    if old in MONTHS:
        return random.choice([month for month in MONTHS if month != old])
    top = {"year": 9999, "month": 12, "day": 28}[part]
    return str(int(old) + 1 if int(old) < top else int(old) - 1)


def swap_day_and_month(text: str, random: Random) -> str | None:
    """Exchange day and month where both can be either."""
    match = one(DATE_ZH, text, random)
    if match is None or int(match["day"]) > 12 or match["day"] == match["month"]:
        return None
    return replaced(text, match, f"{match['year']}年{match['day']}月{match['month']}日")


def drop_date(text: str, random: Random) -> str | None:
    """Delete a date."""
    match = one(DATE_ZH, text, random) or one(DATE_EN, text, random)
    return replaced(text, match, "") if match else None


def add_date(language: str) -> LineEdit:
    """Return an edit that appends a bracketed revision date."""

    def change(text: str, random: Random) -> str | None:
        if len(text) < 20 or text.lstrip().startswith(("#", "|", "<", "```", "!")):
            return None
        day = random.randint(1, 28)
        return text.rstrip() + (f"（2023年3月{day}日修订）" if language == "zh" else f" (revised {day} March 2023)")

    return change


def exchange_dates(text: str, random: Random) -> str | None:
    """Exchange the two first different dates of a line."""
    for pattern in (DATE_ZH, DATE_EN):
        found = list(re.finditer(pattern, text))
        for first, second in pairwise(found):
            if first[0] != second[0]:
                return text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :]
    return None


def change_digit(text: str, random: Random) -> str | None:
    """Change one digit of a number that is no date and no name."""
    match = one(r"(?<![\w.\-:/第])\d+(?![\w.\-:/%年月日]|[ ]?(?:年|月|日|%|％))", text, random)
    if match is None:
        return None
    index = random.randrange(len(match[0]))
    digit = str((int(match[0][index]) + random.randint(1, 8)) % 10 or 9)
    if digit == match[0][index]:
        digit = "1" if digit == "9" else "9"
    return replaced(text, match, match[0][:index] + digit + match[0][index + 1 :])


def change_percentage(text: str, random: Random) -> str | None:
    """Change a percentage."""
    match = one(r"(?<![\d.])\d+(?=(?:\.\d+)? ?[%％])", text, random)
    return replaced(text, match, str(int(match[0]) + 7)) if match else None


def change_unit(text: str, random: Random) -> str | None:
    """Exchange 万 and 亿 behind digits."""
    match = one(r"(?<=\d)( ?)([万亿])", text, random)
    return replaced(text, match, match[1] + ("亿" if match[2] == "万" else "万")) if match else None


def change_numeral(text: str, random: Random) -> str | None:
    """Change a quantity in Chinese characters: 五年 to 八年."""
    match = one(rf"(?<![第一二三四五六七八九十百千万几每之])[{DIGITS_ZH[1:]}两](?=[年日名个家项类份次人条款种])", text, random)
    if match is None:
        return None
    new = random.choice([digit for digit in DIGITS_ZH[2:] if digit != match[0]])
    return replaced(text, match, new)


def change_article(text: str, random: Random) -> str | None:
    """Change an article number: 第十二条 to 第十三条."""
    match = one(rf"第(?:[十百]?[{DIGITS_ZH}]?十?)([{DIGITS_ZH}])(?=条)", text, random)
    if match is None:
        return None
    digit = DIGITS_ZH[DIGITS_ZH.index(match[1]) % 8 + (1 if DIGITS_ZH.index(match[1]) < 8 else 0)]
    new = digit if digit != match[1] else "三"
    return text[: match.start(1)] + new + text[match.end(1) :]


def change_article_en(text: str, random: Random) -> str | None:
    """Change an article number: Article 12 to Article 13."""
    match = one(r"(?i)(?<=\barticle )\d+|(?<=\bsection )\d+", text, random)
    return replaced(text, match, str(int(match[0]) + 1)) if match else None


def change_document(text: str, random: Random) -> str | None:
    """Change a document number: 第568号 to 第586号."""
    match = one(r"(?<=第)\d{2,}(?=号)|(?<=〕)\d{2,}(?=号)", text, random)
    if match is None:
        return None
    new = match[0][:-2] + match[0][-1] + match[0][-2]
    return replaced(text, match, new if new != match[0] else str(int(match[0]) + 1))


def change_document_en(text: str, random: Random) -> str | None:
    """Change a document number: No. 568 to No. 586."""
    match = one(r"(?<=\bNo\. )\d{2,5}\b|(?<=\bDecree )\d{2,5}\b|(?<=〕)\d{2,}(?=号)", text, random)
    return replaced(text, match, str(int(match[0]) + 18)) if match else None


INSTRUMENTS = {
    "zh": ["外商投资法", "生物安全法", "人类遗传资源管理条例", "刑法"],
    "en": ["Foreign Investment Law", "Biosecurity Law", "HGR Regulations", "Criminal Law"],
}


def other_instrument(language: str) -> LineEdit:
    """Return an edit that cites another instrument: 《A》 to 《B》, or one English name to another."""
    pattern = r"(?<=《)[^《》]+(?=》)" if language == "zh" else "|".join(INSTRUMENTS["en"])

    def change(text: str, random: Random) -> str | None:
        # The text of a link is changed too; its target stays.
        matches = list(re.finditer(pattern, text))
        match = random.choice(matches) if matches else None
        if match is None:
            return None
        return replaced(text, match, random.choice([name for name in INSTRUMENTS[language] if name != match[0]]))

    return change


FORBIDDEN = {
    "zh": {"自由贸易试验区": "自由贸易区", "外商投资企业": "外资企业", "基因诊断": "遗传诊断", "人类遗传资源": "基因资源"},
    "en": {
        "pilot free trade zone": "free trade area",
        "foreign-invested enterprise": "foreign firm",
        "gene diagnosis": "genetic diagnosis",
    },
}


def forbidden_term(language: str) -> LineEdit:
    """Return an edit that puts a form of the deny list in the place of a term."""

    def change(text: str, random: Random) -> str | None:
        match = one("|".join(FORBIDDEN[language]), text, random)
        return replaced(text, match, FORBIDDEN[language][match[0]]) if match else None

    return change


LIMITS = {
    "zh": r"符合条件的|可能(?!性)|争取|拟(?=允许)|依法|若干(?!措施|意见)|原则上",
    "en": r"\beligible |\bmight |\bin principle\b,? ?|\b(?:seek|propose)s? to ",
}


def drop_limit(language: str) -> LineEdit:
    """Return an edit that deletes a limiting word: 可能, "eligible"."""

    def change(text: str, random: Random) -> str | None:
        match = one(LIMITS[language], text, random)
        return replaced(text, match, "") if match else None

    return change


def restrict(text: str, random: Random) -> str | None:
    """Turn 禁止 into 限制."""
    match = one("禁止", text, random)
    return replaced(text, match, "限制") if match else None


def restrict_en(text: str, random: Random) -> str | None:
    """Turn "prohibited" into "restricted"."""
    match = one(r"\bprohibit(?=s|ed|ing|ion)", text, random)
    return replaced(text, match, "restrict") if match else None


def drop_member(text: str, random: Random) -> str | None:
    """Delete one member of a 、-list of at least three."""
    runs = [match for match in re.finditer(r"[\w（）]{2,8}(?:、[\w（）]{2,8}){2,}", text) if "http" not in match[0]]
    if not runs:
        return None
    run = random.choice(runs)
    members = run[0].split("、")
    del members[random.randrange(1, len(members) - 1)]
    return replaced(text, run, "、".join(members))


def drop_end_member(text: str, random: Random) -> str | None:
    """Delete the first or the last member of a 、-list of at least three: 甲、乙、丙 to 乙、丙."""
    runs = [
        match
        for match in re.finditer(r"(?<![\w、）])[\w（）]{2,8}(?:、[\w（）]{2,8}){2,}(?![\w、（])", text)
        if "http" not in match[0]
    ]
    if not runs:
        return None
    run = random.choice(runs)
    members = run[0].split("、")
    del members[random.choice([0, -1])]
    return replaced(text, run, "、".join(members))


def drop_member_en(text: str, random: Random) -> str | None:
    """Delete one member between two commas of an enumeration that ends with "and" or "or": a, b, c and d to a, c and d."""
    match = one(r"(?<=[\w)]), (?:[\w’'-]+ ){0,3}[\w’'-]+(?=, (?:[\w’'-]+ ){0,3}[\w’'-]+,? (?:and|or) )", text, random)
    return replaced(text, match, "") if match else None


def drop_negation(text: str, random: Random) -> str | None:
    """Turn 不得 into 可以, 禁止 into 允许, or delete a 不."""
    for old, new in (("不得(?!不|已)", "可以"), ("禁止", "允许")):
        if match := one(old, text, random):
            return replaced(text, match, new)
    match = one(r"(?<![是能会可要有])不(?=[能会是应需予再支适包属符存允影])", text, random)
    return replaced(text, match, "") if match else None


def drop_negation_en(text: str, random: Random) -> str | None:
    """Delete a "not"."""
    match = one(r"\b(?:must|shall|may|does|do|is|are|was|were|did|will|should) not\b(?! only)|\bcannot\b", text, random)
    if match is None:
        return None
    return replaced(text, match, "can" if match[0] == "cannot" else match[0].removesuffix(" not"))


def weaken(text: str, random: Random) -> str | None:
    """Turn 应当 or 必须 into 可以."""
    match = one(r"应当|必须", text, random)
    return replaced(text, match, "可以") if match else None


def weaken_en(text: str, random: Random) -> str | None:
    """Turn shall or must into may."""
    match = one(r"\b(?:shall|must)\b(?! not)", text, random)
    return replaced(text, match, "may") if match else None


def drop_sentence(language: str) -> LineEdit:
    """Return an edit that deletes one of at least two sentences."""
    pattern = r"[^。！？]{8,}[。！？]" if language == "zh" else r"(?:^|(?<=[.!?] ))[A-Z][^.!?]{25,}[.!?](?= [A-Z]|$)"

    def change(text: str, random: Random) -> str | None:
        if text.lstrip().startswith(("#", "|", "```", "<")):
            return None
        found = list(re.finditer(pattern, text))
        if len(found) < 2:
            return None
        return replaced(text, random.choice(found), "").rstrip()

    return change


def change_target(text: str, random: Random) -> str | None:
    """Change one character of a link's target."""
    matches = [match for match in re.finditer(r"(?<!\!)(?<=\]\()([^)#\s]*?\w)(?=[)#])", text) if len(match[1]) > 3]
    match = random.choice(matches) if matches else None
    if match is None:
        return None
    at = random.randrange(1, len(match[1]) - 1)
    letters = [index for index in range(1, len(match[1])) if match[1][index].isalpha()]
    at = random.choice(letters) if letters else at
    new = "x" if match[1][at] != "x" else "y"
    return replaced(text, match, match[1][:at] + new + match[1][at + 1 :])


def drop_link(text: str, random: Random) -> str | None:
    """Keep the text of a link and lose its target."""
    matches = list(re.finditer(r"(?<!\!)\[([^\[\]]+)\]\([^)\s]+\)", text))
    match = random.choice(matches) if matches else None
    return replaced(text, match, match[1]) if match else None


def change_anchor(text: str, random: Random) -> str | None:
    """Change the fragment of a link."""
    match = next(iter(re.finditer(r"(?<=\]\()([^)\s]*#[\w-]+)(?=\))", text)), None)
    return replaced(text, match, match[1] + "-x") if match else None


def heading_level(text: str, random: Random) -> str | None:
    """Move a heading one level down."""
    return f"#{text}" if re.match(r"#{1,4} \S", text) else None


FAULTS = [
    Edit(f"{part} of a date changed", language, date_part(part)) for part in ("day", "month", "year") for language in ("zh", "en")
] + [
    Edit("day and month swapped", "zh", swap_day_and_month),
    Edit("date dropped", "zh", drop_date),
    Edit("date dropped", "en", drop_date),
    Edit("date added", "zh", add_date("zh")),
    Edit("date added", "en", add_date("en")),
    Edit("two dates exchanged", "zh", exchange_dates),
    Edit("two dates exchanged", "en", exchange_dates),
    Edit("digit of a number changed", "zh", change_digit),
    Edit("digit of a number changed", "en", change_digit),
    Edit("percentage changed", "zh", change_percentage),
    Edit("percentage changed", "en", change_percentage),
    Edit("万 and 亿 exchanged", "zh", change_unit),
    Edit("quantity in characters changed", "zh", change_numeral),
    Edit("article number changed", "zh", change_article),
    Edit("article number changed", "en", change_article_en),
    Edit("document number changed", "zh", change_document),
    Edit("document number changed", "en", change_document_en),
    Edit("another instrument cited", "zh", other_instrument("zh")),
    Edit("another instrument cited", "en", other_instrument("en")),
    Edit("forbidden term", "zh", forbidden_term("zh")),
    Edit("forbidden term", "en", forbidden_term("en")),
    Edit("limiting word dropped", "zh", drop_limit("zh")),
    Edit("limiting word dropped", "en", drop_limit("en")),
    Edit("prohibition turned into restriction", "zh", restrict),
    Edit("prohibition turned into restriction", "en", restrict_en),
    Edit("list member dropped", "zh", drop_member),
    Edit("list member dropped", "en", drop_member_en),
    Edit("first or last list member dropped", "zh", drop_end_member),
    Edit("negation or prohibition dropped", "zh", drop_negation),
    Edit("negation or prohibition dropped", "en", drop_negation_en),
    Edit("obligation weakened", "zh", weaken),
    Edit("obligation weakened", "en", weaken_en),
    Edit("sentence dropped", "zh", drop_sentence("zh")),
    Edit("sentence dropped", "en", drop_sentence("en")),
    Edit("link target changed", "zh", change_target),
    Edit("link target changed", "en", change_target),
    Edit("link markup dropped", "zh", drop_link),
    Edit("link markup dropped", "en", drop_link),
    Edit("anchor changed", "zh", change_anchor),
    Edit("anchor changed", "en", change_anchor),
    Edit("heading level changed", "zh", heading_level),
    Edit("heading level changed", "en", heading_level),
]
