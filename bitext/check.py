"""The pipeline: a docs tree in, findings out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bitext import register_files, rules, silences
from bitext.align import Pair
from bitext.aligned import aligned
from bitext.finding import Finding, Level
from bitext.foreign import foreign
from bitext.memory import Memory, Result, mark_of_page, mark_of_run
from bitext.page import LANGUAGES
from bitext.rules.pairs import MANY
from bitext.rules.rule import RULES, Comparison, Rule, Settings, in_order
from bitext.rules.sentences import crossed
from bitext.silences import apply_silences, silences_of
from bitext.surroundings import Recheck, Surroundings, Witness
from bitext.tree import Tree
from bitext.understood import unread

# From so many findings on a page that were inferred from words, and from so many a pair, its translator took liberties.
FREELY, OFTEN = 4, 1 / 150

__all__ = ["RULES", "check_tree", "register_files", "rules", "silences"]


def check_tree(tree: Tree, settings: Settings, names: Collection[str] | None = None, memory: Memory | None = None) -> list[Finding]:
    """Return all findings of a tree in order of place; `names` limits the rules.

    `memory` spares reading what an earlier run with it has read, and keeps what this run finds.
    """
    active = in_order([
        rule for name, rule in RULES.items()
        if (names is None or name in names) and (settings.register is not None or not rule.needs_register)
    ])  # fmt: skip
    memory = Memory() if memory is None else memory
    tree = memory.reminded(tree)
    findings = [finding for rule in active if rule.scope == "tree" for finding in rule.check(tree, settings)]  # type: ignore[call-arg,arg-type]
    results = page_results(tree, settings, active, memory)
    findings += [finding for result in results for finding in result.findings]
    found_silences = [silence for result in results for silence in result.silences]
    # A part of the history shows only some changes: a comment that silences none of them may silence another.
    whole = settings.history is not None and settings.history.whole
    judged = [rule for rule in active if whole or not rule.needs_history]
    return sorted(set(apply_silences(findings, found_silences, judged)))


def page_results(tree: Tree, settings: Settings, active: Sequence[Rule], memory: Memory) -> list[Result]:
    """Return what checking each key gives or, where that still holds, what it gave before."""
    # What the navigation names is a matter of the tree: no page is checked anew because it changed.
    settings = replace(settings, navigation=None)
    run, recheck = mark_of_run(tree, settings, [rule.name for rule in active]), Recheck(tree)
    results = {}
    for key in tree.page_keys():
        mark = mark_of_page(run, tree, key, settings.history)
        results[key] = mark, memory.recall(key, mark, recheck) or page_result(tree, key, settings, active)
    memory.keep(results)
    return [result for _, result in results.values()]


def page_result(tree: Tree, key: str, settings: Settings, active: Sequence[Rule]) -> Result:
    """Check one key, noting what its rules ask about the rest of the tree."""
    witness = Witness(tree)
    comparison = compare(tree, key, settings, witness)
    found = tuple(check_page(comparison, active))
    documents = comparison.documents.values()
    found_silences = tuple(silence for document in documents for silence in silences_of(document) if silence.rule)
    return Result(found, found_silences, {one.source.mark: one.outline for one in documents}, witness.noted())


def compare(tree: Tree, key: str, settings: Settings, surroundings: Surroundings | None = None) -> Comparison:
    """Put the two documents of a key side by side; what they ask about the tree goes to `surroundings` where these are given."""
    documents = {language: tree.documents[language][key] for language in LANGUAGES if key in tree.documents[language]}
    blocks = {language: documents[language].blocks if language in documents else () for language in LANGUAGES}
    if len(documents) == len(LANGUAGES) and all(one is None or one.block for one in map(unread, documents.values())):
        pairs: Sequence[Pair] = aligned(documents["zh"], documents["en"])
    else:
        pairs = [Pair(block, None) for block in blocks["zh"]] + [Pair(None, block) for block in blocks["en"]]
    return Comparison(key, documents, pairs, surroundings or tree, settings)


def check_page(comparison: Comparison, active: Sequence[Rule]) -> list[Finding]:
    """Return the findings of one key."""
    found = list(page_findings(comparison, active))
    return [noted(finding) for finding in found] if translated_freely(found, comparison) else found


def translated_freely(found: Sequence[Finding], comparison: Comparison) -> bool:
    """Tell whether so much of a page seems lost that it is rather said in other words; where there is a register, each counts."""
    inferred = sum(RULES[finding.rule].inferred and finding.level is not Level.NOTE for finding in found)
    least = 1 if told_as_a_whole(found) else max(FREELY, len(comparison.pairs) * OFTEN)
    return comparison.settings.register is None and inferred >= least


def told_as_a_whole(found: Sequence[Finding]) -> bool:
    """Tell whether a page is out of step: the places where it lacks blocks are notes below one finding."""
    return sum(finding.rule == "pair/missing-block" and finding.level is Level.NOTE for finding in found) >= MANY


def noted(finding: Finding) -> Finding:
    """Return a finding as a note where it was inferred."""
    return replace(finding, level=Level.NOTE) if RULES[finding.rule].inferred else finding


def page_findings(comparison: Comparison, active: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings of one key: of the page as a whole, then pair by pair."""
    for rule in active:
        if rule.scope == "page":
            yield from rule.check(comparison)  # type: ignore[call-arg,arg-type]
    # Blocks in another order do not belong together; what they say is compared only once they do.
    apart = set(crossed(comparison)) if any(rule.name == "pair/order" for rule in active) else set()
    together = [rule for rule in active if rule.scope in {"block", "pair"}]
    single = [rule for rule in together if rule.scope == "block"]
    for index, pair in enumerate(comparison.pairs):
        yield from check_pair(pair, comparison, single if index in apart else together)


def check_pair(pair: Pair, comparison: Comparison, active: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings of one pair; a rule is silent where an earlier one explained the same fault."""
    spoken = {"pair/untranslated"} if any(block and foreign(block) for block in (pair.zh, pair.en)) else set()
    for rule in active:
        if spoken and rule.after & spoken:
            continue
        found = list(findings_of(rule, pair, comparison))
        if found:
            spoken.add(rule.name)
        yield from found


def findings_of(rule: Rule, pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Run one rule over a pair: a block rule over each block there is, a pair rule where both are."""
    if rule.scope == "pair":
        if pair.zh and pair.en:
            yield from rule.check(pair, comparison)  # type: ignore[call-arg,arg-type]
    elif rule.scope == "block":
        for block in (pair.zh, pair.en):
            if block:
                yield from rule.check(block, comparison)  # type: ignore[call-arg,arg-type]
