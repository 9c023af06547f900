"""The list of rules on its page: every rule once, with equal anchors in both languages, its texts as they are written."""

from __future__ import annotations

import re

import pytest

from bitext.check import RULES
from bitext.message import Message
from bitext.page import LANGUAGES, parse_page
from guide.explanation import families
from guide.rules_page import FAMILIES, anchor, rules, shown
from guide.site import Site

HEADING = re.compile(r"^(#+) (.*) \{#([\w-]+)\}$", re.MULTILINE)


def test_every_family_has_a_name() -> None:
    assert set(families()) <= FAMILIES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_once_below_its_family(language: str) -> None:
    above, found = "", []
    for level, title, id_ in HEADING.findall(rules(language)):
        if level == "##":
            above = id_
        else:
            assert (id_, title.partition("/")[0]) == (anchor(title), above)
            found.append(title)
    assert sorted(found) == sorted(RULES)


def test_both_languages_have_the_same_anchors() -> None:
    chinese, english = ([id_ for _, _, id_ in HEADING.findall(rules(language))] for language in LANGUAGES)
    assert chinese == english
    assert len(set(english)) == len(english)


def test_a_rule_shows_its_level_and_examples() -> None:
    assert (
        "### date/register-differs {#date-register-differs}\n\n"
        "The register is where dates are verified; a page that gives another one is wrong or knows more.\n\n"
        "- Level: error; needs a register\n"
        '- Wrong: <span lang="zh-Hans">《通知》2024年9月9日公布</span>\n'
    ) in rules("en")
    assert "- 级别：警告\n- 错：" in rules("zh")


@pytest.mark.parametrize(
    ("text", "language", "markdown"),
    [
        ("15% beside “25 per cent”", "en", "15% beside “25 per cent”"),
        ("应当 beside “may”", "en", '<span lang="zh-Hans">应当</span> beside “may”'),
        ("15%写成“25 per cent”", "zh", '15%写成“<span lang="en">25 per cent</span>”'),
        ("3.5万写成“35,000”", "zh", "3.5万写成“35,000”"),
        ("`<b>` 甲 <b>", "en", '`<b>` <span lang="zh-Hans">甲</span> &lt;b&gt;'),
    ],
)
def test_what_is_of_the_other_language_says_so(text: str, language: str, markdown: str) -> None:
    assert shown(Message.of(text), language) == markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_the_list(site: Site, language: str) -> None:
    """The marker is filled, and no heading of the page itself has the id of a rule or a family."""
    page = site.tree.documents[language]["checks/rules.md"].page
    text = site.render("\n".join(page.lines), language, "checks/rules.md")
    assert rules(language).splitlines()[0] in text
    assert "<!-- register: rules -->" not in text
    ids = [id_ for _, _, id_ in HEADING.findall(text)]
    assert len(set(ids)) == len(ids)
    assert not parse_page(text.encode(), "rules.md", "rules.md", language).problems
