"""term/ rules: the register's terms are used in both languages, and the forms it warns of in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding, Level
from bitext.mentions.terms import BRACKET, TermMention, accepted_forms, said_by, specific, vocabulary
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other
from bitext.register import Register
from bitext.rules.pairs import both
from bitext.rules.rule import NAMES, RULES, Comparison, rule
from bitext.sentences import sentences

# A Chinese term of so many characters is no common word; its counterpart must say at least half of it.
LONG = 5
# Stands between terms of which any will do, inside the quotation marks of a message.
QUOTED_OR = Message("” or “")
QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》|\"[^\"]*\"")
# A sentence with one of these speaks of a wrong form and does not use it.
WARNING = {
    "zh": re.compile(r"错|误|避免|混淆|不(?:能|应|可|得|要|宜)?(?:写|译|用|叫|称|说)"),
    "en": re.compile(
        r"\b(?:wrong\w*|avoid\w*|mistak\w*|incorrect\w*|confus\w*|misle[ad]\w*|not\s+(?:be\s+)?(?:writ\w+|call\w*|translat\w+|render\w*|use[ds]?))\b",
        re.IGNORECASE,
    ),
}


@rule(
    "term/forbidden", "block", needs_register=True,
    why="A wrong rendering names another thing: a 自由贸易区 is an arrangement between states, not a pilot zone.",
    wrong="自由贸易区, “genetic diagnosis”", right="自由贸易试验区, “gene diagnosis”, or the wrong form in quotation marks",
    after=["pair/untranslated"],
)  # fmt: skip
def forbidden(block: Block, comparison: Comparison) -> Iterator[Finding]:
    """Report forms that the register says to avoid; those that are quoted, or called wrong in the same sentence, may stand."""
    register = known_register(comparison)
    language, text = block.page.language, block.text
    words = vocabulary(register, language)
    found = list(words.read(text, words.forbidden))
    if not found:
        return
    quoted = [match.span() for match in QUOTED.finditer(text)]
    warned = [span for span in sentences(text, language) if WARNING[language].search(text, span.start, span.end)]
    for mention in found:
        if any(start <= mention.start < end for start, end in quoted):
            continue
        if any(span.start <= mention.start < span.end for span in warned):
            continue
        preferred = sorted(register.terms[name].wording(language).preferred for name in mention.ids)
        message = Message("the register says to avoid “{form}”", form=text[mention.start : mention.end])
        remedy = Message("write “{preferred}”, or quote the form if the text is about it", preferred=Several(preferred, QUOTED_OR))
        yield RULES["term/forbidden"].finding(block.place(mention.start), message, remedy, texts=(text, ""))


@rule(
    "term/missing", "pair", level=Level.WARNING, needs_register=True,
    why="A term that is rendered in another way reads as another term of the law.",
    wrong="外方单位 beside “foreign company”", right="外方单位 beside “foreign party”",
    after=["pair/untranslated", "pair/missing-sentence", "term/forbidden", "force/differs"],
)  # fmt: skip
def missing(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report terms that a block has and its counterpart does not, where the counterpart has a wrong form or the term is long."""
    register = known_register(comparison)
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    for language in LANGUAGES:
        words = vocabulary(register, language)
        mentions = list(words.read(blocks[language].text, words.accepted))
        named = frozenset[str]().union(*(mention.ids for mention in mentions))
        reported: set[str] = set()
        there = blocks[other(language)]
        for mention in mentions:
            form = blocks[language].text[mention.start : mention.end]
            if mention.ids & reported or not specific(form, language) or answered(mention.ids, there, register, loosely=False):
                continue
            wrong = wrong_form(mention.ids, named, there, register)
            long = language == "zh" and len(form) >= LONG
            if wrong or (long and not answered(mention.ids, there, register, loosely=True)):
                reported |= mention.ids
                yield unanswered(blocks, language, mention, wrong, register)


def answered(ids: frozenset[str], block: Block, register: Register, *, loosely: bool) -> bool:
    """Tell whether a block has an accepted form of one of some terms in either language, or links it."""
    language = block.page.language
    linked = {link.target for link in block.prose.links}
    for name in ids:
        term = register.terms[name]
        as_they_are = [*accepted_forms(term.wording(other(language))), *filter(None, [term.en.abbreviation])]
        if f"term:{name}" in linked or any(form in block.text for form in as_they_are):
            return True
        if said_by(block.text, accepted_forms(term.wording(language)), language, loosely=loosely):
            return True
    return False


def wrong_form(ids: frozenset[str], named: frozenset[str], block: Block, register: Register) -> str | None:
    """Return a form that a block has and that some terms must not have, unless it is right for another term of its counterpart."""
    language = block.page.language
    words = vocabulary(register, language)
    allowed = {form.casefold() for form, owners in words.accepted.items() if owners & (named - ids)}
    for name in sorted(ids):
        for form in register.terms[name].wording(language).avoid:
            bare = BRACKET.sub("", form)
            if not any(one in bare.casefold() for one in allowed) and words.holds(block.text, bare):
                return bare
    return None


def unanswered(blocks: dict[str, Block], language: str, mention: TermMention, wrong: str | None, register: Register) -> Finding:
    """Return a finding at a term without its counterpart, which has a wrong form instead or nothing."""
    here, there = blocks[language], blocks[other(language)]
    term, name, place = here.text[mention.start : mention.end], NAMES[other(language)], there.place()
    wanted = Several((register.terms[one].wording(other(language)).preferred for one in sorted(mention.ids)), QUOTED_OR)
    if wrong:
        message = Message("“{term}” here, “{wrong}” in {language} ({place})", term=term, wrong=wrong, language=name, place=place)
    else:
        message = Message("“{term}” here has no counterpart in {language} ({place})", term=term, language=name, place=place)
    remedy = Message("write “{wanted}” there, or another term here", wanted=wanted)
    return RULES["term/missing"].finding(here.place(mention.start), message, remedy, related=place, texts=(here.text, there.text))


def known_register(comparison: Comparison) -> Register:
    """Return the register of a run of rules that need one."""
    register = comparison.settings.register
    assert register is not None  # noqa: S101 - the rule needs a register
    return register
