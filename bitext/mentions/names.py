"""Names that stand in a list as both languages write them: 北京、上海 and Beijing, Shanghai; Latin names in Chinese.

CC-CEDICT marks what is a name by a capital in its sound. Of these, names count whose English form is their sound (Guangdong) or a
single word (France).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bitext.lexicon import entries, segmented

# Names whose English form the dictionary does not give in this way.
MORE = {
    "香港": "Hong Kong", "澳门": "Macau", "陕西": "Shaanxi", "内蒙古": "Inner Mongolia", "西藏": "Xizang", "前海": "Qianhai",
    "张江": "Zhangjiang", "横琴": "Hengqin", "临港": "Lingang", "虹桥": "Hongqiao", "美国": "United States",
    "英国": "United Kingdom",
}  # fmt: skip
LATIN, TWO = re.compile(r"[A-Za-z][A-Za-z0-9]+"), re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
CAPITAL = re.compile(r"[A-Z][a-z]+")
# Months and days of the week are dates, not names.
DATED = re.compile(r"[月周]|星期")
BETWEEN = {"zh": re.compile(r" ?(?:、|和|与|及|以及|或|或者) ?"), "en": re.compile(r",? ?(?:and|or|as well as) |, ?")}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, and the Chinese words it may be."""

    start: int
    end: int
    words: frozenset[str]


@cache
def english_forms() -> dict[str, frozenset[str]]:
    """Return the English forms of each Chinese name."""
    forms: dict[str, set[str]] = {word: {english} for word, english in MORE.items()}
    common: set[str] = set()
    for _, word, gloss in entries():
        if not gloss[1].isupper():
            common.add(word)
        elif 2 <= len(word) <= 6 and not DATED.search(word):
            sound = re.sub(r"[^a-z]", "", gloss[1 : gloss.index("]")].lower())
            first = gloss[gloss.find("/") + 1 :].split("/", 1)[0]
            found = {one for one in CAPITAL.findall(first) if one.lower() == sound or one == first}
            forms.setdefault(word, set()).update(found)
    # 网络 and 成功 are places too, but mostly network and success.
    return {word: frozenset(found) for word, found in forms.items() if found and word not in common}


@cache
def chinese_forms() -> dict[str, frozenset[str]]:
    """Return the Chinese names that each English form may be."""
    forms: dict[str, set[str]] = {}
    for word, found in english_forms().items():
        for english in found:
            forms.setdefault(english, set()).add(word)
    return {english: frozenset(found) for english, found in forms.items()}


@lru_cache(maxsize=4096)
def name_runs(text: str, language: str) -> tuple[tuple[Name, ...], ...]:
    """Return the names of a text that stand side by side as a list, at least two in each."""
    names = sorted(chinese_names(text) if language == "zh" else english_names(text), key=lambda name: name.start)
    runs: list[list[Name]] = [[]]
    for name in names:
        if runs[-1] and not BETWEEN[language].fullmatch(text, runs[-1][-1].end, name.start):
            runs.append([])
        runs[-1].append(name)
    return tuple(tuple(run) for run in runs if len(run) > 1)


def chinese_names(text: str) -> Iterator[Name]:
    """Yield the names of places in a Chinese text, and its Latin words."""
    known = english_forms()
    yield from (Name(at, at + len(word), frozenset({word})) for at, word in segmented(text) if word in known)
    yield from (Name(*match.span(), frozenset({match[0]})) for match in LATIN.finditer(text))


def english_names(text: str) -> Iterator[Name]:
    """Yield the names of places in an English text, of two words where these are one name."""
    known, done = chinese_forms(), 0
    for match in LATIN.finditer(text):
        if match.start() < done:
            continue
        longer = TWO.match(text, match.start())
        form = next((one for one in (longer[0] if longer else "", match[0]) if one in known), None)
        if form:
            done = match.start() + len(form)
            yield Name(match.start(), done, known[form])


def lost_name(run: Sequence[Name], text: str, language: str) -> Name | None:
    """Return the one name of a run that a text of the other language lacks while it has all others, else None."""
    missing = [name for name in run if not says(text, language, name)]
    return missing[0] if len(missing) == 1 and len(run) > 1 else None


def says(text: str, language: str, name: Name) -> bool:
    """Tell whether a text has a name in any of its forms."""
    return any(form in text or (form.isascii() and form.lower() in text.lower()) for form in forms_of(name, language))


def place_of_name(name: Name, text: str, language: str) -> int:
    """Return where a text has a name first, 0 where it has not."""
    return min((at for form in forms_of(name, language) if (at := text.find(form)) >= 0), default=0)


def forms_of(name: Name, language: str) -> Iterator[str]:
    """Yield how a language may write a name."""
    for word in name.words:
        yield from (word,) if language == "zh" or word.isascii() else english_forms()[word]
