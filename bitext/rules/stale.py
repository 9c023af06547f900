"""pair/stale: which side of a pair changed since the two last agreed, by the earlier versions of the page alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.front_matter import front_matter_end
from bitext.history import History
from bitext.message import Message, Several
from bitext.page import LANGUAGES, Page, other, split_lines
from bitext.passages import Passage, Text, lineages, passage_at, passages
from bitext.rules.drift import Change, Weight
from bitext.rules.pairs import KINDS, both
from bitext.rules.rule import NAMES, RULES, Comparison, rule

# So many mentions say enough.
MOST_NAMED = 3
# The texts that each side of a pair has had, newest first.
Texts = dict[str, Sequence[Text]]
LEVELS = {Weight.SURE: Level.WARNING, Weight.LIKELY: Level.NOTE, Weight.WORDING: Level.NOTE}
REMEDY = Message("say the same here; if nothing has to change, silence this with the reason")


@dataclass(frozen=True, slots=True)
class Past:
    """The passages of a page as they are, and the earlier texts of each, newest first."""

    passages: Sequence[Passage]
    texts: Sequence[Sequence[Text]]

    def index(self, block: Block) -> int | None:
        """Return the index of the passage that holds a block."""
        return passage_at(self.passages, block.line - block.page.body)


def past(versions: Sequence[tuple[int, Sequence[str] | None]]) -> Past:
    """Return what became of the passages of a page, by its versions."""
    read = [(age, None if lines is None else passages(lines)) for age, lines in versions]
    return Past(read[0][1] or (), lineages(read))


@rule(
    "pair/stale", "page", level=Level.WARNING, needs_history=True,
    why="What was changed in one language only is out of date in the other.",
    wrong="a sentence added to the Chinese on 20 November, the English last changed on 1 November",
    right="the sentence in both, in one commit or one after the other",
)  # fmt: skip
def stale(comparison: Comparison) -> Iterator[Finding]:
    """Report passages that one language changed since both last changed together, at the side that did not follow.

    Changes of wording alone are left to each language; only where a revision is compared with are they noted.
    """
    history = comparison.settings.history
    if history is None or not comparison.comparable:
        return
    versions = {language: versions_of(document.page, history) for language, document in comparison.documents.items()}
    if all(len(held) == 1 for held in versions.values()):
        return
    for pair, texts in texts_of(comparison, {language: past(held) for language, held in versions.items()}):
        change = one_sided(texts)
        if change and (history.since is not None or change.weight > Weight.WORDING):
            yield reported(pair, change, said(change, last_change(texts[change.language]), pair, history))


def texts_of(comparison: Comparison, pasts: dict[str, Past]) -> Iterator[tuple[Pair, Texts]]:
    """Yield the pairs of a page with the texts that each side has had; of several pairs in one passage the first."""
    seen: set[tuple[int | None, ...]] = set()
    for pair in comparison.pairs:
        if pair.zh is None or pair.en is None or pair.zh.kind in {"html", "rule"}:
            continue
        found = tuple(pasts[block.page.language].index(block) for block in both(pair))
        if None not in found and found not in seen:
            yield pair, {language: pasts[language].texts[index or 0] for language, index in zip(LANGUAGES, found, strict=True)}
        seen.add(found)


def versions_of(page: Page, history: History) -> list[tuple[int, Sequence[str] | None]]:
    """Return the bodies of a page's versions with their ages, newest first, the present one included; None where there was none."""
    now = page.lines[page.body :]
    versions: list[tuple[int, Sequence[str] | None]] = [(0, now)]
    for version in history.versions.get(f"{page.language}/{page.key}", ()):
        lines = None if version.data is None else split_lines(version.data.decode("utf-8-sig", "replace"))
        body = None if lines is None else lines[front_matter_end(lines) :]
        if body == versions[-1][1]:
            versions.pop()
        versions.append((version.age, body))
    return versions


def one_sided(texts: Texts) -> Change | None:
    """Return the change of one language since both last agreed, or None where they do.

    They agree where the younger one begins, and wherever both have changed since they last agreed: in one commit, or one after
    the other. A change that is taken back is none.
    """
    ages = {language: {text.age for text in texts[language]} for language in LANGUAGES}
    start = min(texts[language][-1].age for language in LANGUAGES)
    later = sorted({age for held in ages.values() for age in held if age < start}, reverse=True)
    if all(age in ages["zh"] and age in ages["en"] for age in later):
        return None
    together = (age for age in reversed(later) if all(age in held and altered(texts[name], age) for name, held in ages.items()))
    start = next(together, start)
    agreed = at(texts, start)
    for age in later:
        then = at(texts, age)
        if age < start and all(then[language].form != agreed[language].form for language in LANGUAGES):
            agreed = then
    now = at(texts, 0)
    changed = [language for language in LANGUAGES if now[language].form != agreed[language].form]
    if not changed or now["zh"].form == now["en"].form:
        return None
    return Change(changed[0], agreed[changed[0]], now[changed[0]], now[other(changed[0])])


def altered(texts: Sequence[Text], age: int) -> bool:
    """Tell whether a change altered more than the dress of a passage."""
    return any(now.age == age and now.passage.form != before.passage.form for now, before in pairwise(texts))


def at(texts: Texts, age: int) -> dict[str, Passage]:
    """Return the passages of both languages as they were so many changes ago."""
    return {language: next(text.passage for text in held if text.age >= age) for language, held in texts.items()}


def last_change(texts: Sequence[Text]) -> int:
    """Return the age of the last change that altered more than the dress of a passage."""
    return next((text.age for text in texts if altered(texts, text.age)), texts[0].age)


def said(change: Change, age: int, pair: Pair, history: History) -> Message:
    """Return what happened, in words: which side changed and when, and what it says now that the other does not."""
    happened = when(change, age, pair, history)
    if change.added:
        return Message("{happened}; it now has {named}, which is not here", happened=happened, named=listed(change.added))
    if change.removed:
        return Message("{happened}; it no longer has {named}, which still is here", happened=happened, named=listed(change.removed))
    return happened


def when(change: Change, age: int, pair: Pair, history: History) -> Message:
    """Return which side changed, and since when or in which commit; a change without commit stands in the working tree."""
    block = pair.side(change.language)
    assert block is not None  # noqa: S101 - a change is found in complete pairs only
    values = {
        "changed": NAMES[change.language], "same": NAMES[other(change.language)], "kind": KINDS[block.kind], "place": block.place(),
    }  # fmt: skip
    if history.since is not None:
        return Message(
            "the {changed} of this {kind} ({place}) has changed since {revision}, this {same} has not",
            revision=history.since, **values,
        )  # fmt: skip
    commit = history.commits.get(age)
    if commit is None:
        return Message("the {changed} of this {kind} ({place}) has changed and is not committed, this {same} has not", **values)
    return Message(
        "the {changed} of this {kind} ({place}) changed on {day} (commit {commit}), this {same} did not",
        day=commit.day, commit=commit.id[:7], **values,
    )  # fmt: skip


def listed(names: Sequence[str]) -> Several:
    """Return the first of some names as a list."""
    return Several([*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])])


def reported(pair: Pair, change: Change, message: Message) -> Finding:
    """Return the finding of a change, at the side that did not follow."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    here, there = blocks[other(change.language)], blocks[change.language]
    finding = RULES["pair/stale"].finding(here.place(), message, REMEDY, related=there.place(), texts=(here.text, there.text))
    return replace(finding, level=LEVELS[change.weight])
