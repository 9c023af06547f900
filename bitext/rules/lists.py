"""number/list-count: a list in running text has the same members on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitext.align import Pair
from bitext.finding import Finding, Level
from bitext.lexicon import names
from bitext.mentions.lists import ListMention, read_lists
from bitext.message import Message
from bitext.rules.pairs import both
from bitext.rules.rule import RULES, Comparison, rule

CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


@rule(
    "number/list-count", "pair", level=Level.WARNING,
    why="A place that falls out of a list falls out of the law as the reader knows it.",
    wrong="北京、上海、广东 beside “Beijing, Shanghai, Guangdong and Hainan”", right="the same members on both sides",
    after=["pair/untranslated", "pair/missing-sentence"],
)  # fmt: skip
def list_count(pair: Pair, _: Comparison) -> Iterator[Finding]:
    """Report a place that an English passage lists with others and that the Chinese list of these others leaves out."""
    zh, en = both(pair)
    chinese = list(read_lists(zh.text))
    if not chinese:
        return
    for match in CAPITALISED.finditer(en.text):
        words = names().get(match[0])
        if words and not any(word in zh.text for word in words):
            counterpart = next((one for one in chinese if stands_among(match, en.text, one)), None)
            if counterpart:
                related = en.place(match.start())
                message = Message(
                    "the list has no counterpart of “{name}” in the English one ({place})", name=match[0], place=related
                )
                yield RULES["number/list-count"].finding(
                    zh.place(counterpart.start),
                    message,
                    Message("give both lists the same members"),
                    related=related,
                    texts=(zh.text, en.text),
                )


def stands_among(name: re.Match[str], english: str, chinese: ListMention) -> bool:
    """Tell whether an English name stands between commas beside names of a Chinese list."""
    near = english[max(0, name.start() - 80) : name.end() + 80]
    if not re.search(rf"(?:,|\band|\bor)\s+(?:\w+\s+)?{name[0]}\b|\b{name[0]}(?:,|\s+and|\s+or)\s", near):
        return False
    others = (names().get(other, frozenset()) for other in CAPITALISED.findall(near) if other != name[0])
    joined = "、".join(chinese.members)
    return sum(any(word in joined for word in words) for words in others) >= 2
