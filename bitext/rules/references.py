"""ref/ rules about pages and pairs: both sides lead to the same places, ids are unique, every page can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level, Place
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other
from bitext.prose import Link
from bitext.rules.exchanged_titles import uncited
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, Settings, rule
from bitext.rules.targets import resolved
from bitext.targets import Kind, Target, published, resolve, same_place, unlocalised
from bitext.tree import Tree

Targets = dict[str, tuple[Link, Target]]


@rule(
    "ref/cited-on-one-side", "pair",
    why="An instrument, term or source that only one language cites gives its readers other evidence.",
    wrong="《通知》 linked in Chinese, plain text in English", right="the link on both sides",
    after=["ref/unknown-id"],
)  # fmt: skip
def cited_on_one_side(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report register entries that only one block of a pair links."""
    found = list(one_sided("ref/cited-on-one-side", pair, comparison, {Kind.ENTRY}))
    yield from found or untraced(pair, comparison)


def untraced(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report a Chinese title in 《》 that has no trace in the English block, although it has a steady name elsewhere."""
    zh, en = both(pair)
    title = uncited(zh, en, comparison.tree) if "《" in zh.text else None
    if title:
        message = Message("《{title}》 is cited only in Chinese, not in English ({place})", title=title.title, place=en.place())
        remedy = Message("cite the same instrument on both sides")
        yield RULES["ref/cited-on-one-side"].finding(
            zh.place(title.start), message, remedy, related=en.place(), texts=(zh.text, en.text)
        )


@rule(
    "ref/target-differs", "pair",
    why="The same sentence must lead to the same place in both languages.",
    wrong="`[范围](scope.md)` beside `[scope](places.md)`", right="`scope.md` on both sides",
    after=["ref/broken-anchor", "ref/crosses-language", "ref/unsafe", "pair/heading-id"],
)  # fmt: skip
def target_differs(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report pages, sections, files and addresses that only one block of a pair links; images may differ."""
    yield from one_sided("ref/target-differs", pair, comparison, {Kind.PAGE, Kind.EXTERNAL, Kind.FILE, Kind.UNKNOWN, Kind.MISSING})


def one_sided(name: str, pair: Pair, comparison: Comparison, kinds: set[Kind]) -> Iterator[Finding]:
    """Report the targets of the given kinds that stand on one side of a pair only, in one finding."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    targets = {language: targets_of(block, comparison, kinds) for language, block in blocks.items()}
    only = unmatched(targets, comparison)
    if explained(only, targets):
        return
    # The place to mend is the side that lacks something; where both do, the Chinese side stands first.
    lacking = "en" if only["zh"] and not only["en"] else "zh"
    extra = sorted(only[other(lacking)])
    if not extra:
        return
    here, there = blocks[lacking], blocks[other(lacking)]
    link, _ = targets[other(lacking)][extra[0]]
    place = here.place()
    found = {
        "there": shown(extra, targets[other(lacking)]),
        "language": NAMES[other(lacking)],
        "place": there.raw_place(link.offset),
    }
    message = Message("{there} is linked only in {language} ({place})", **found)
    if only[lacking]:
        own = sorted(only[lacking])
        place = here.raw_place(targets[lacking][own[0]][0].offset)
        message = Message("{here} is linked here, {there} in {language} ({place})", here=shown(own, targets[lacking]), **found)
    yield RULES[name].finding(
        place,
        message,
        Message("link the same on both sides"),
        related=there.raw_place(link.offset),
        texts=(here.text, there.text),
    )


def shown(names: Sequence[str], targets: Targets) -> Several:
    """Return targets as messages show them: addresses as written, what the tree or the register holds by its name."""
    found = (targets[name] for name in names)
    return Several(link.target if target.kind in {Kind.EXTERNAL, Kind.UNKNOWN} else target for link, target in found)


def targets_of(block: Block, comparison: Comparison, kinds: set[Kind]) -> Targets:
    """Return a block's links of the given kinds by the name of what they lead to."""
    return {
        str(target) if target.kind is Kind.EXTERNAL else unlocalised(str(target)): (link, target)
        for link, target in resolved(block, comparison)
        if target.kind in kinds and not link.image
    }


def unmatched(targets: dict[str, Targets], comparison: Comparison) -> dict[str, set[str]]:
    """Return the names that only one side has, without those that may be one place under the name of each language."""
    only = {language: set(targets[language].keys() - targets[other(language)].keys()) for language in LANGUAGES}
    for ours in sorted(only["zh"]):
        pair = next((theirs for theirs in sorted(only["en"]) if counterparts(ours, theirs, targets, comparison)), None)
        if pair is not None:
            only["zh"].discard(ours)
            only["en"].discard(pair)
    return only


def counterparts(ours: str, theirs: str, targets: dict[str, Targets], comparison: Comparison) -> bool:
    """Tell whether two names mean one place: sections whose ids a tool makes from the words of each language do."""
    (zh_link, zh), (en_link, en) = targets["zh"][ours], targets["en"][theirs]
    if zh.kind is Kind.PAGE and en.kind is Kind.PAGE:
        return zh.name == en.name and derived(zh, "zh", comparison) and derived(en, "en", comparison)
    if {zh.kind, en.kind} == {Kind.PAGE, Kind.EXTERNAL}:
        return published(zh_link.target, en) if en.kind is Kind.PAGE else published(en_link.target, zh)
    return zh.kind is en.kind and same_place(zh_link.target, en_link.target)


def derived(target: Target, language: str, comparison: Comparison) -> bool:
    """Tell whether a target is a section whose id its page does not give."""
    return bool(target.fragment) and comparison.tree.derives(language, target.name, target.fragment)


def explained(only: dict[str, set[str]], targets: dict[str, Targets]) -> bool:
    """Tell whether links that lead nowhere, which are reported as such, stand for all that the other side has more."""
    broken = {
        language: {name for name in only[language] if targets[language][name][1].kind is Kind.MISSING} for language in LANGUAGES
    }
    return any(broken.values()) and all(
        len(only[language]) <= len(broken[language] | broken[other(language)]) for language in LANGUAGES
    )


@rule(
    "ref/duplicate-id", "page",
    why="A link to an id that stands twice reaches only the first.",
    wrong="two headings with `{#scope}` on one page", right="`{#scope}` and `{#scope-of-part-two}`",
)  # fmt: skip
def duplicate_id(comparison: Comparison) -> Iterator[Finding]:
    """Report explicit heading ids that stand more than once on a page."""
    for document in comparison.documents.values():
        seen: dict[str, Block] = {}
        for heading in document.headings:
            if heading.id in seen:
                message = Message("the id {id!r} already stands at {place}", id=heading.id, place=seen[heading.id].place())
                yield RULES["ref/duplicate-id"].finding(heading.place(), message, Message("give this heading an id of its own"))
            elif heading.id:
                seen[heading.id] = heading


@rule(
    "ref/orphan-page", "tree", level=Level.WARNING,
    why="A page that nothing leads to is not found.",
    wrong="a page that is neither in the navigation nor linked", right="the page in `nav:` of mkdocs.yml",
)  # fmt: skip
def orphan_page(tree: Tree, settings: Settings) -> Iterator[Finding]:
    """Report pages that neither the navigation nor another page leads to; silent where the navigation is not known."""
    if settings.navigation is None:
        return
    for language in LANGUAGES:
        linked = {name for key in tree.documents[language] for name in linked_pages(tree, language, key)}
        for key, document in tree.documents[language].items():
            if key not in settings.navigation and key not in linked:
                place = Place(document.source.path)
                message, remedy = Message("nothing leads to this page"), Message("add it to the navigation or link it")
                yield RULES["ref/orphan-page"].finding(place, message, remedy)


def linked_pages(tree: Tree, language: str, key: str) -> Iterator[str]:
    """Yield the keys of the pages that a page links."""
    for written in tree.documents[language][key].outline.targets:
        target = resolve(written, tree, language, key)
        if target.kind is Kind.PAGE and target.name != key:
            yield target.name
