"""Terms in text: the accepted and the forbidden forms of a vocabulary, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bitext.lexicon import dictionary, english_stems
from bitext.register import Register, Wording
from bitext.titles import shortens

BRACKET = re.compile(r"\s*[（(][^（）()]*[）)]")
EITHER = re.compile(r"\s+/\s+")


@dataclass(frozen=True, slots=True)
class TermMention:
    """A form of a term in a text: the ids of the terms it belongs to, and its range."""

    ids: frozenset[str]
    start: int
    end: int


class Vocabulary:
    """The forms of all terms in one language, and what else a text may rightly call by a longer name (titles, bodies, places)."""

    def __init__(self, register: Register, language: str) -> None:
        """Gather the forms of the register's terms."""
        self.language = language
        wordings = {name: term.wording(language) for name, term in register.terms.items()}
        self.accepted = by_form((name, form) for name, wording in wordings.items() for form in accepted_forms(wording))
        plain = {form.casefold() for form in self.accepted}
        self.forbidden = by_form(
            (name, form) for name, wording in wordings.items() for form in wording.avoid
            if wrong_anywhere(form, language) and form.casefold() not in plain
        )  # fmt: skip
        named = [*register.instruments.values()]
        longer = {one for entry in named for one in (entry.title[language], entry.short[language])}
        longer |= {actor.name[language] for actor in register.actors.values()}
        longer |= {place.name[language] for place in register.places.values()}
        self.pattern = forms_pattern({*self.accepted, *self.forbidden, *longer}, language)

    def read(self, text: str, forms: dict[str, frozenset[str]]) -> Iterator[TermMention]:
        """Yield the mentions of some forms; a form inside a longer known one is none."""
        known = {form.casefold(): (form, ids) for form, ids in forms.items()}
        for match in self.pattern.finditer(text):
            form, ids = known.get(match["form"].casefold(), ("", frozenset[str]()))
            if ids and (not capitals(form) or match["form"] == form):
                yield TermMention(ids, match.start(), match.end())

    def holds(self, text: str, form: str) -> bool:
        """Tell whether a text has a form outside of longer known forms."""
        rest = self.pattern.sub(lambda match: match[0] if len(match["form"]) <= len(form) else "\0" * len(match[0]), text)
        return bool(forms_pattern([form], self.language).search(rest))


def by_form(forms: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return the ids that share each form."""
    found: dict[str, frozenset[str]] = {}
    for name, form in forms:
        found[form] = found.get(form, frozenset()) | {name}
    return found


def accepted_forms(wording: Wording) -> Iterator[str]:
    """Yield the forms of a wording: its alternatives without the remarks in brackets, and its abbreviation."""
    for alternative in EITHER.split(wording.preferred):
        yield BRACKET.sub("", alternative).strip() or alternative
    if wording.abbreviation:
        yield wording.abbreviation


def wrong_anywhere(form: str, language: str) -> bool:
    """Tell whether a form to avoid is wrong wherever it stands.

    A remark in brackets says when it is wrong; a plain word (备案, "filing") is wrong only as the name of its term.
    """
    return not BRACKET.search(form) and specific(form, language)


def specific(form: str, language: str) -> bool:
    """Tell whether a form is more than a word of common language."""
    return len(form) > 3 or form not in dictionary() if language == "zh" else " " in form or capitals(form)


def capitals(form: str) -> bool:
    """Tell whether a form is written in capitals (FDA, CART) and is another word without them."""
    return sum(letter.isupper() for letter in form) > 1 and " " not in form


def forms_pattern(forms: Iterable[str], language: str) -> re.Pattern[str]:
    """Return a pattern that finds the longest form at each place, in English as whole words and in the plural too."""
    either = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?P<form>{either})s?(?![\w-])" if language == "en" else rf"(?P<form>{either})", re.IGNORECASE)


def said_by(text: str, forms: Iterable[str], language: str, *, loosely: bool) -> bool:
    """Tell whether a text says one of some forms: in English the stems of its words, in Chinese its characters, in order.

    Loosely, the first or last word, which names the thing, will do: "the Guangdong zone" says "pilot free trade zone".
    """
    if language == "zh":
        return any(form in text or shortens(form, text) for form in forms)
    stems = frozenset(english_stems(text))
    return any(
        form in text or stems.intersection(ends(form)) if loosely else stems.issuperset(english_stems(form)) for form in forms
    )


def ends(form: str) -> tuple[str, ...]:
    """Return the stems of the first and last word of an English form."""
    stems = english_stems(form)
    return stems[:1] + stems[-1:]


@lru_cache(maxsize=8)
def vocabulary(register: Register, language: str) -> Vocabulary:
    """Return the vocabulary of a register in one language."""
    return Vocabulary(register, language)
