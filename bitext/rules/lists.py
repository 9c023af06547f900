"""number/list-count: a list in running text has the same members on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.lexicon import chinese_share, chinese_words, english_share, english_stems, has_meaning, senses, words_of
from bitext.mentions.lists import ListMention, Member, read_lists
from bitext.mentions.names import lost_name, name_runs, place_of_name
from bitext.message import Message
from bitext.page import LANGUAGES, other
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule

# The words at the edge of a list that may belong to one of its members.
EDGE = 4
# A member is found where this share of its words is.
FOUND = 0.5
# Longer parts between commas are clauses, and so are parts with one of these words.
LONGEST = {"zh": 12, "en": 32}
CLAUSE = {
    "zh": re.compile(r"[￼的了是在等]|以[上下]|其[他它]"),
    "en": re.compile(
        r"[￼-]|\b(?:others?|unless|is|are|was|were|be|been|has|have|that|what|which|who|without|with|not|no|when|if|then|so|but|it|they"
        r"|we|you|a|an|such|etc|also|subsequently|finally|including|where|how|as|to)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A member of a list in one language that the corresponding list of the other language, at `at`, lacks."""

    language: str
    member: Member
    at: int


@rule(
    "number/list-count", "pair", level=Level.WARNING,
    why="A place that falls out of a list falls out of the law as the reader knows it.",
    wrong="北京、上海、广东 beside “Beijing, Shanghai, Guangdong and Hainan”", right="the same members on both sides",
    after=["pair/untranslated", "pair/missing-sentence"],
)  # fmt: skip
def list_count(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report a member of a list that the list beside it and the whole block around that do not have."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    found = list(lost_members(blocks))
    for lost in found or lost_names(blocks):
        here, there = blocks[other(lost.language)], blocks[lost.language]
        related = there.place(lost.member.start)
        message = Message(
            "the list has no counterpart of “{member}” in the {language} one ({place})",
            member=lost.member.text.strip(), language=NAMES[lost.language], place=related,
        )  # fmt: skip
        yield RULES["number/list-count"].finding(
            here.place(lost.at),
            message,
            Message("give both lists the same members"),
            related=related,
            texts=(here.text, there.text),
        )


def lost_names(blocks: dict[str, Block]) -> Iterator[Lost]:
    """Yield the name of a place that one language lists among others, all of which the other language has without it."""
    for language in LANGUAGES:
        there = blocks[other(language)].text
        for run in name_runs(blocks[language].text, language):
            if lost := lost_name(run, there, other(language)):
                member = Member(blocks[language].text[lost.start : lost.end], lost.start)
                beside = next(name for name in run if name != lost)
                yield Lost(language, member, place_of_name(beside, there, other(language)))


def lost_members(blocks: dict[str, Block]) -> Iterator[Lost]:
    """Yield members between two others in one language, while these stand side by side in a list of the other."""
    lists = {language: read_lists(block.text, language) for language, block in blocks.items()}
    for language in LANGUAGES:
        for whole in lists[language]:
            for before, member, after in zip(whole.members, whole.members[1:], whole.members[2:], strict=False):
                if not lists[other(language)] or not plain(member, language):
                    continue
                ends = edges(before, whole, language), edges(after, whole, language)
                closed = next((one for one in lists[other(language)] if side_by_side(*ends, one, language)), None)
                if closed and missing(member, (before, after), blocks, language):
                    yield Lost(language, member, closed.start)


def edges(member: Member, whole: ListMention, language: str) -> list[str]:
    """Return what of a member may belong to the list: all of an inner one, an end of the first, a beginning of the last."""
    pieces = list(chinese_words(member.text)) if language == "zh" else member.text.split()
    lengths = range(1, min(len(pieces), EDGE) + 1)
    if member is whole.members[0]:
        return [" ".join(pieces[-length:]) for length in lengths]
    if member is whole.members[-1]:
        return [" ".join(pieces[:length]) for length in lengths]
    return [member.text]


def side_by_side(before: list[str], after: list[str], one: ListMention, language: str) -> bool:
    """Tell whether two members, each in one of some forms, are neighbours in a list of the other language."""
    left = next(iter(best(before, one, language)), len(one.members))
    return next((index for index in best(after, one, language) if index > left), None) == left + 1


def best(forms: list[str], one: ListMention, language: str) -> list[int]:
    """Return the indexes of the members that answer some form best, where one has at least half of its words."""
    pieces = [edges(member, one, other(language)) for member in one.members]
    shares = [
        max((fit(form, member.text, held, language) for form in forms), default=0.0)
        for member, held in zip(one.members, pieces, strict=True)
    ]
    return [index for index, found in enumerate(shares) if found == max(shares) and found >= FOUND]


def fit(form: str, text: str, pieces: Sequence[str], language: str) -> float:
    """Return how well a member answers a form: the share of its words, and for as many the one that says little else."""
    found = share(form, text, language)
    return found + 0.1 * max((share(piece, form, other(language)) for piece in pieces), default=0.0) if found >= FOUND else 0.0


def plain(member: Member, language: str) -> bool:
    """Tell whether a member is a thing that a list names, not a clause that stands between two commas."""
    return len(member.text.strip()) <= LONGEST[language] and not CLAUSE[language].search(member.text)


def share(member: str, text: str, language: str) -> float:
    """Return the share of a member's words that a text of the other language has; 0 where it has no words."""
    words = words_of(member, language)
    if not words:
        return 0.0
    return chinese_share(words, english_stems(text)) if language == "zh" else english_share(words, chinese_words(text))


def missing(member: Member, neighbours: Sequence[Member], blocks: dict[str, Block], language: str) -> bool:
    """Tell whether the other block says a member's own words less often; what its neighbours say too is no proof."""
    common = {word for neighbour in neighbours for word in words_of(neighbour.text, language)}
    words = words_of(member.text, language)
    own = [word for word in words if word not in common] or words
    here, there = words_of(blocks[language].text, language), words_of(blocks[other(language)].text, other(language))
    known = [word for word in own if has_meaning(word, language)]
    return bool(known) and all(answers(word, there, language) < here.count(word) for word in known)


def answers(word: str, there: Sequence[str], language: str) -> int:
    """Count the words of the other language that may mean a word."""
    if language == "zh":
        return sum(stem in senses(word) for stem in there)
    return sum(word in senses(one) for one in there)
