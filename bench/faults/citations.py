"""Faults of what a text cites and calls by a term: articles, documents, instruments, forms of the deny list."""

from __future__ import annotations

import re
from random import Random

from bench.edits import LineEdit, drawn, edits, replaced, swapped
from bench.faults.numbers import DIGITS

ARTICLE_ZH = rf"(?<=第)(?P<lead>[十百]?[{DIGITS}]?十?)(?P<last>[{DIGITS}])(?=条)"
ARTICLE_EN = r"(?i)(?<=\barticle )\d+|(?<=\bsection )\d+"
DOCUMENT_ZH = r"(?<=第)\d{2,}(?=号)|(?<=〕)\d{2,}(?=号)"
DOCUMENT_EN = r"(?<=\bNo\. )\d{2,5}\b|(?<=\bDecree )\d{2,5}\b|(?<=〕)\d{2,}(?=号)"
INSTRUMENTS = {
    "zh": ["外商投资法", "生物安全法", "人类遗传资源管理条例", "刑法"],
    "en": ["Foreign Investment Law", "Biosecurity Law", "HGR Regulations", "Criminal Law"],
}
TITLES = {"zh": r"(?<=《)[^《》]+(?=》)", "en": "|".join(INSTRUMENTS["en"])}
FORBIDDEN = {
    "zh": {"自由贸易试验区": "自由贸易区", "外商投资企业": "外资企业", "基因诊断": "遗传诊断", "人类遗传资源": "基因资源"},
    "en": {
        "pilot free trade zone": "free trade area",
        "foreign-invested enterprise": "foreign firm",
        "gene diagnosis": "genetic diagnosis",
    },
}


def next_article(match: re.Match[str], _: Random) -> str:
    """Return the number of the next article: 十二 to 十三."""
    return match["lead"] + DIGITS[(DIGITS.index(match["last"]) + 1) % len(DIGITS)]


def turned(match: re.Match[str], _: Random) -> str:
    """Exchange the last two digits of a number: 568 to 586."""
    new = match[0][:-2] + match[0][-1] + match[0][-2]
    return new if new != match[0] else str(int(match[0]) + 1)


def other_instrument(language: str) -> LineEdit:
    """Return an edit that cites another instrument: 《A》 to 《B》, or one English name to another."""

    def change(text: str, random: Random) -> str | None:
        # The text of a link is changed too; its target stays.
        match = drawn(list(re.finditer(TITLES[language], text)), random)
        if match is None:
            return None
        return replaced(text, match, random.choice([name for name in INSTRUMENTS[language] if name != match[0]]))

    return change


FAULTS = [
    *edits("article number changed", {
        "zh": swapped(ARTICLE_ZH, next_article), "en": swapped(ARTICLE_EN, lambda match, _: str(int(match[0]) + 1)),
    }),
    *edits("document number changed", {
        "zh": swapped(DOCUMENT_ZH, turned), "en": swapped(DOCUMENT_EN, lambda match, _: str(int(match[0]) + 18)),
    }),
    *edits("another instrument cited", {language: other_instrument(language) for language in TITLES}),
    *edits("forbidden term", {language: swapped("|".join(forms), forms) for language, forms in FORBIDDEN.items()}),
]  # fmt: skip
