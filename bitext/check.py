"""The pipeline: a docs tree in, findings out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bitext import rules, silences
from bitext.align import Pair, align
from bitext.blocks import Block
from bitext.finding import Finding
from bitext.page import LANGUAGES
from bitext.rules.rule import RULES, Comparison, Rule, Settings
from bitext.rules.sentences import crossed
from bitext.rules.untranslated import foreign
from bitext.silences import apply_silences
from bitext.tree import Tree

__all__ = ["RULES", "check_tree", "rules", "silences"]


def check_tree(tree: Tree, settings: Settings, names: Collection[str] | None = None) -> list[Finding]:
    """Return all findings of a tree in order of place; `names` limits the rules."""
    active = [
        rule for name, rule in RULES.items()
        if (names is None or name in names) and (settings.register is not None or not rule.needs_register)
    ]  # fmt: skip
    findings = [finding for rule in active if rule.scope == "tree" for finding in rule.check(tree, settings)]  # type: ignore[call-arg,arg-type]
    for key in tree.page_keys():
        findings += check_page(compare(tree, key, settings), active)
    return sorted(set(apply_silences(findings, tree, active)))


def compare(tree: Tree, key: str, settings: Settings) -> Comparison:
    """Put the two documents of a key side by side."""
    documents = {language: tree.documents[language][key] for language in LANGUAGES if key in tree.documents[language]}
    blocks = {language: documents[language].blocks if language in documents else () for language in LANGUAGES}
    if len(documents) == len(LANGUAGES):
        pairs = align(blocks["zh"], blocks["en"])
    else:
        pairs = [Pair(block, None) for block in blocks["zh"]] + [Pair(None, block) for block in blocks["en"]]
    return Comparison(key, documents, pairs, tree, settings)


def check_page(comparison: Comparison, active: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings of one key: of the page as a whole, then pair by pair."""
    for rule in active:
        if rule.scope == "page":
            yield from rule.check(comparison)  # type: ignore[call-arg,arg-type]
    # Blocks in another order do not belong together; what they say is compared only once they do.
    apart = set(crossed(comparison)) if any(rule.name == "pair/order" for rule in active) else set()
    single = [rule for rule in active if rule.scope != "pair"]
    for index, pair in enumerate(comparison.pairs):
        yield from check_pair(pair, comparison, single if index in apart else active)


def check_pair(pair: Pair, comparison: Comparison, active: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings of one pair; a rule is silent where an earlier one explained the same fault."""
    spoken = {"pair/untranslated"} if any(block and foreign(block) for block in (pair.zh, pair.en)) else set()
    for rule in active:
        if rule.after & spoken:
            continue
        found = list(findings_of(rule, pair, comparison))
        if found:
            spoken.add(rule.name)
        yield from found


def findings_of(rule: Rule, pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Run one rule over a pair: a block rule over each block there is, a pair rule where both are."""
    blocks: list[Block] = [block for block in (pair.zh, pair.en) if block]
    if rule.scope == "block":
        for block in blocks:
            yield from rule.check(block, comparison)  # type: ignore[call-arg,arg-type]
    elif rule.scope == "pair" and len(blocks) == len(LANGUAGES):
        yield from rule.check(pair, comparison)  # type: ignore[call-arg,arg-type]
