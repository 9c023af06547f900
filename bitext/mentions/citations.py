"""Citations in text: titles in 《》 and document numbers (国办发〔2024〕9号, 第23号令, Decree No. 23 of 2024)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

TITLE = re.compile(r"《([^《》\n]{1,120})》")
NUMBER = r"(?P<number>\d{1,5})"
YEAR = r"(?P<year>(?:19|20)\d{2})"
BRACKETED = rf"[〔（(\[【]\s?{YEAR}\s?[〕）)\]】]\s?"
WORD_EN = r"(?:Decrees?|Orders?|Announcements?|Circulars?|Notices?|Doc(?:ument)?\.?)"
# The forms of a document number; of two that begin at one place the first wins. 〔2024〕568号 is written alike in both languages.
FORMS = {
    "zh": [
        rf"{BRACKETED}(?:第\s?)?{NUMBER}\s?号",
        rf"{YEAR}\s?年\s?(?:版\s?)?(?:的)?\s?第\s?{NUMBER}\s?号",
        rf"第\s?{NUMBER}\s?号",
    ],
    "en": [
        rf"{BRACKETED}(?:第\s?)?{NUMBER}\s?号",
        rf"{BRACKETED}No\.\s?{NUMBER}\b(?![-–/.]\d)",
        rf"\bNo\.\s?{NUMBER}\s+(?:of|in|\[|\()\s*{YEAR}\b",
        rf"\bNo\.\s?{NUMBER}\b(?![-–/.]\d)",
        rf"\b{WORD_EN}\ No\.\s?{NUMBER}\b(?![-–/.]\d)(?:\s+of\s+{YEAR}\b)?",
        rf"\b{WORD_EN}\ (?!(?:19|20)\d\d\b){NUMBER}\b(?![-–/.]\d)(?:\s+of\s+{YEAR}\b)?",
    ],
}
PATTERNS = {language: [re.compile(form) for form in forms] for language, forms in FORMS.items()}


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title in 《》, without the brackets, and its range with them."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The running number of a document, its year where it is written, and its range."""

    number: int
    year: int | None
    start: int
    end: int

    def agrees(self, other: DocumentNumber) -> bool:
        """Tell whether both can be the number of one document."""
        return self.number == other.number and (self.year == other.year or None in (self.year, other.year))

    def __str__(self) -> str:
        return f"No. {self.number} of {self.year}" if self.year else f"No. {self.number}"


@lru_cache(maxsize=4096)
def read_titles(text: str) -> tuple[TitleMention, ...]:
    """Return the titles in 《》 of a text, in order."""
    return tuple(TitleMention(match[1].strip(), match.start(), match.end()) for match in TITLE.finditer(text))


@lru_cache(maxsize=4096)
def read_document_numbers(text: str, language: str) -> tuple[DocumentNumber, ...]:
    """Return the document numbers of a text, in order."""
    if "号" not in text and "No" not in text and not re.search(WORD_EN, text):
        return ()
    found = sorted(forms_in(text, language), key=lambda one: (one.start, -one.end))
    kept: list[DocumentNumber] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def forms_in(text: str, language: str) -> Iterator[DocumentNumber]:
    """Yield every reading of every form; readings may overlap."""
    for pattern in PATTERNS[language]:
        for match in pattern.finditer(text):
            year = match.groupdict().get("year")
            yield DocumentNumber(int(match["number"]), int(year) if year else None, match.start(), match.end())
