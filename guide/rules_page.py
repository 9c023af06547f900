"""The list of the checker's rules on its page: every rule by family, with what it is for and its examples."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bitext.message import Message
from bitext.page import other
from bitext.rules.rule import Rule
from bitext.rules.words import LEVELS
from guide.explanation import families, family
from guide.heads import TAGS
from guide.labels import both

FAMILIES = {
    "pair": both("页面和段落成对", "Pages and blocks in pairs"),
    "date": both("日期", "Dates"),
    "number": both("数和列举", "Numbers and lists"),
    "force": both("法律效力", "Legal force"),
    "term": both("术语", "Terms"),
    "style": both("写法", "Style"),
    "ref": both("链接和引用", "Links and citations"),
    "page": both("文件", "Files"),
    "register": both("登记册", "The register"),
    "silence": both("不再提示的注释", "Silencing comments"),
}
LABELS = {
    "level": both("级别：", "Level: "),
    "register": both("，需要登记册", "; needs a register"),
    "history": both("，需要git历史", "; needs the git history"),
    "wrong": both("错：", "Wrong: "),
    "right": both("对：", "Right: "),
}
CODE = re.compile(r"(`[^`]*`)")
# What an example shows of the other language: words with Han characters in English, quoted English in Chinese.
FOREIGN = {
    "en": re.compile(r"[\w.%、，《》]*[\u3400-\u9fff][\w.%、，《》]*"),
    "zh": re.compile(r"(?<=“)[^”\u3400-\u9fff]*[A-Za-z]{2}[^”\u3400-\u9fff]*"),
}


def rules(language: str) -> str:
    """Return all rules as Markdown: a second-level heading for each family, a third-level one for each rule."""
    return "\n\n".join(part for name in families() for part in section(name, language))


def section(name: str, language: str) -> Iterator[str]:
    """Yield the heading of a family and its rules."""
    yield f"## {FAMILIES[name][language]} {{#{name}}}"
    for rule in family(name):
        yield f"### {rule.name} {{#{anchor(rule.name)}}}"
        yield shown(rule.why, language)
        yield "\n".join(f"- {line}" for line in facts(rule, language))


def anchor(name: str) -> str:
    """Return the id of a rule's heading, equal in both languages."""
    return name.replace("/", "-")


def facts(rule: Rule, language: str) -> Iterator[str]:
    """Yield a rule's level, with what it needs, and its examples."""
    needs = {"register": rule.needs_register, "history": rule.needs_history}
    needed = "".join(LABELS[name][language] for name, true in needs.items() if true)
    yield LABELS["level"][language] + LEVELS[rule.level].said_in(language) + needed
    yield LABELS["wrong"][language] + shown(rule.wrong, language)
    yield LABELS["right"][language] + shown(rule.right, language)


def shown(text: Message, language: str) -> str:
    """Return a text as Markdown; what is of the other language says so, code stays code."""
    parts = CODE.split(text.said_in(language))
    return "".join(part if part.startswith("`") else with_foreign(html.escape(part, quote=False), language) for part in parts)


def with_foreign(text: str, language: str) -> str:
    """Mark what is of the other language, so that it is spoken and drawn as such."""
    return FOREIGN[language].sub(lambda match: f'<span lang="{TAGS[other(language)]}">{match[0]}</span>', text)
