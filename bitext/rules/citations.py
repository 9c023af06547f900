"""ref/title-differs: a title or document number names the same instrument in both languages, and the one that is linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bitext.align import Pair
from bitext.blocks import Block
from bitext.finding import Finding
from bitext.mentions.citations import DocumentNumber, read_document_numbers, read_titles
from bitext.message import Message, Several
from bitext.page import LANGUAGES, other
from bitext.prose import Link
from bitext.register import Instrument, Register
from bitext.rules.dates import cited_instruments
from bitext.rules.exchanged_titles import Exchange, exchanged
from bitext.rules.pairs import both
from bitext.rules.rule import RULES, Comparison, rule
from bitext.titles import Naming, known_names, names_of, plain, shortens

HAN = re.compile(r"[\u3400-\u9fff]")
QUOTED_BEFORE = re.compile(r"[“「\"]\s*$")
TITLE_CASE = re.compile(r"(?:the )?[A-Z][a-z]+(?: (?:(?:of|the|on|for|and|in) ){0,2}[A-Z][a-z]+)+")
CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}")
# So many capitalised words behind the first make a text the title of something.
TITLE_WORDS = 4
# So many characters without 《》 are a title and no description.
TITLE_CHARACTERS = 14
Check = Callable[[Pair, Comparison], Iterator[Finding]]


@rule(
    "ref/title-differs", "pair",
    why="A reader who looks up another instrument than the one that is meant reads another law.",
    wrong="《生物安全法》 beside “the Foreign Investment Law”, 第586号 beside “No. 568”", right="the same instrument on both sides",
    after=["pair/untranslated", "date/differs"],
)  # fmt: skip
def title_differs(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report the first kind of difference there is: a linked text, a name, a number or a title that means another instrument."""
    checks: tuple[Check, ...] = (linked_names, names, numbers, titles)
    yield from next((found for check in checks if (found := list(check(pair, comparison)))), [])


def linked_names(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report links to an instrument whose text names another one, or gives it a title that it does not have."""
    register = comparison.settings.register
    if register is None:
        return
    for block in both(pair):
        for link in block.prose.links:
            instrument = register.instruments.get(link.target.removeprefix("instrument:"))
            if instrument and link.target.startswith("instrument:"):
                yield from misnamed(block, link, instrument, register)


def misnamed(block: Block, link: Link, instrument: Instrument, register: Register) -> Iterator[Finding]:
    """Report the text of one link where it does not name its target."""
    language, text = block.page.language, block.text[link.start : link.end]
    wanted = instrument.short[language]
    for title in titles_in(text, language):
        ids = known_names(register, language).lookup(title)
        if ids and instrument.id not in ids:
            message = Message("“{title}” is linked to {id}, but it names {other}", title=title, id=instrument.id, other=listed(ids))
        elif not ids and not may_name(title, instrument, language, bare=f"《{title}》" not in text):
            message = Message("“{title}” is no title of {id} in the register", title=title, id=instrument.id)
        elif ids and title == instrument.alert_title != instrument.title.en and not quoted(block, link):
            message = Message("“{title}” is the client alert’s title of {id}, not the guide’s", title=title, id=instrument.id)
        else:
            continue
        remedy = Message("write “{wanted}” or the full title, or link what is meant", wanted=wanted)
        yield RULES["ref/title-differs"].finding(block.place(link.start), message, remedy, texts=(block.text, ""))


def titles_in(text: str, language: str) -> list[str]:
    """Return what the text of a link gives as a title: what stands in 《》, or else the whole of it."""
    inner = [one.title for one in read_titles(text)] if language == "zh" else []
    return inner or [text.strip()]


def may_name(title: str, instrument: Instrument, language: str, *, bare: bool) -> bool:
    """Tell whether a text that is no known name can still mean an instrument: words about it, or a short form of a title."""
    if language == "zh":
        least = TITLE_CHARACTERS if bare else 1
        whole = plain(title, language)
        return len(HAN.findall(whole)) < least or any(shortens(whole, name) for name in names_of(instrument, language))
    words = CAPITAL.findall(title)
    known = " ".join([*names_of(instrument, language), instrument.issuers.en, instrument.place.en])
    written_as_title = len(words) > TITLE_WORDS or TITLE_CASE.fullmatch(title)
    return not written_as_title or all(word in known for word in words[0 if TITLE_CASE.fullmatch(title) else 1 :])


def quoted(block: Block, link: Link) -> bool:
    """Tell whether a link stands in quotation marks."""
    return bool(QUOTED_BEFORE.search(block.text, max(0, link.start - 3), link.start)) or block.text[link.start] in '“「"'


def listed(ids: frozenset[str]) -> Several:
    """Return ids as a list in words."""
    return Several(sorted(ids))


def names(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report an instrument that only the Chinese names beside another one that only the English names."""
    register = comparison.settings.register
    if register is None:
        return
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    named = {language: list(known_names(register, language).read(block.text)) for language, block in blocks.items()}
    meant = {
        language: known_names(register, language).possible(block.text) | {*cited_instruments([block])}
        for language, block in blocks.items()
    }
    only = {language: [one for one in named[language] if not one.ids & meant[other(language)]] for language in LANGUAGES}
    if all(only.values()):
        yield named_apart(blocks, {language: only[language][0] for language in LANGUAGES})


def named_apart(blocks: dict[str, Block], only: dict[str, Naming]) -> Finding:
    """Return a finding at a Chinese name whose counterpart names another instrument."""
    texts = {language: blocks[language].text[one.start : one.end] for language, one in only.items()}
    return differing(blocks, {language: only[language].start for language in LANGUAGES}, texts)


def differing(blocks: dict[str, Block], starts: dict[str, int], texts: dict[str, str]) -> Finding:
    """Return a finding that two passages cite different instruments."""
    zh, en = blocks["zh"], blocks["en"]
    related = en.place(starts["en"])
    message = Message("“{zh}” here, “{en}” in English ({place})", zh=texts["zh"], en=texts["en"], place=related)
    remedy = Message("cite the same instrument on both sides")
    return RULES["ref/title-differs"].finding(zh.place(starts["zh"]), message, remedy, related=related, texts=(zh.text, en.text))


def numbers(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report a document number that only the Chinese has beside another one that only the English has."""
    blocks = dict(zip(LANGUAGES, both(pair), strict=True))
    found = {language: read_document_numbers(block.text, language) for language, block in blocks.items()}
    only: dict[str, list[DocumentNumber]] = {
        language: [one for one in found[language] if not any(one.agrees(theirs) for theirs in found[other(language)])]
        for language in LANGUAGES
    }
    if all(only.values()):
        starts = {language: only[language][0].start for language in LANGUAGES}
        yield differing(blocks, starts, {language: str(only[language][0]) for language in LANGUAGES})


def titles(pair: Pair, comparison: Comparison) -> Iterator[Finding]:
    """Report a title in 《》 beside an English name that stands elsewhere in the tree beside another title."""
    zh, en = both(pair)
    exchange: Exchange | None = exchanged(zh, en, comparison.tree) if "《" in zh.text else None
    if exchange:
        blocks = {"zh": zh, "en": en}
        message = Message(
            "《{title}》 here, “{name}” in English ({place}), which stands for 《{usual}》 elsewhere",
            title=exchange.title.title, name=exchange.name, place=en.place(exchange.start), usual=exchange.usual,
        )  # fmt: skip
        yield RULES["ref/title-differs"].finding(
            blocks["zh"].place(exchange.title.start), message, Message("cite the same instrument on both sides"),
            related=en.place(exchange.start), texts=(zh.text, en.text),
        )  # fmt: skip
