"""Every message can be said in Chinese, with the same values, and the catalogue holds nothing that nobody says."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

from bitext.check import RULES
from bitext.message import OR, Message, Several, catalogue

ROOT = Path(__file__).parent.parent
SAID = catalogue("zh")
# What an example shows as it stands needs no other words in Chinese: code, and text in quotation marks.
SHOWN = re.compile(r"`[^`]*`|“[^”]*”")


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of Message in the sources, with its place."""
    for folder in ("bitext", "guide"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def templates() -> set[str]:
    """Return the templates that are written in the sources."""
    return {call.args[0].value for _, call in calls() if isinstance(call.args[0], ast.Constant)}


def reasons() -> set[str]:
    """Return why each rule exists."""
    return {rule.why.template for rule in RULES.values()}


def examples() -> set[str]:
    """Return the examples of all rules."""
    return {example.template for rule in RULES.values() for example in (rule.wrong, rule.right)}


def fields(template: str) -> set[str]:
    """Return the names of the values of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_templates_are_literal() -> None:
    """A template that is put together at run time could have no sentence in the catalogue; message.py restores stored ones."""
    put_together = [place for place, call in calls() if not isinstance(call.args[0], ast.Constant)]
    assert [place.partition(":")[0] for place in put_together] == ["bitext/message.py"]


def test_every_template_has_a_chinese_sentence() -> None:
    assert sorted((templates() | reasons()) - SAID.keys()) == []


def test_every_example_in_english_words_has_a_chinese_one() -> None:
    assert [one for one in sorted(examples() - SAID.keys()) if re.search("[A-Za-z]{2,}", SHOWN.sub("", one))] == []


def test_the_catalogue_holds_nothing_that_nobody_says() -> None:
    assert sorted(SAID.keys() - templates() - reasons() - examples()) == []


def test_no_template_has_two_sentences() -> None:
    """YAML would keep the last one without a word."""
    node = yaml.compose((ROOT / "bitext" / "messages_zh.yml").read_text("utf-8"))
    keys = Counter(key.value for key, _ in node.value)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("template", SAID)
def test_sentence(template: str) -> None:
    """A Chinese sentence has the values of the English one, and the punctuation of Chinese around Chinese words."""
    assert fields(SAID[template]) == fields(template)
    assert not re.search(r"[\u3400-\u9fff] ?[,;:?!()](?!\w)", SHOWN.sub("", SAID[template]).replace("ignore 规则名:", ""))


def test_values_are_said_in_the_language_of_the_sentence() -> None:
    """Messages and lists inside a message are translated; other values stay."""
    either = Several([Message("adopted"), Message("signed")], OR)
    message = Message(
        "{day} is {here} here and {there} in {language}", day="x", here=either, there=Several("ab"), language=Message("English")
    )
    assert message == "x is adopted or signed here and a, b in English"
    assert message.said_in("en") == str(message)
    assert message.said_in("zh") == "x在这里是通过或签署日，在英文是a、b日"


def test_a_message_without_a_sentence_stays_english() -> None:
    assert Message("no sentence has {n}", n=Message("error")).said_in("zh") == "no sentence has 错误"


def test_braces_of_a_plain_text_are_braces() -> None:
    assert [Message.of("`{#a}`"), Message.of("`{#a}`").said_in("zh")] == ["`{#a}`"] * 2


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301 - our own
def test_a_message_survives_being_stored(again: object) -> None:
    """What a cache holds can still be said in Chinese."""
    message = Message("{counts}", counts=Several([Message("{count} {level}", count=2, level=Message("errors"))]))
    assert callable(again)
    assert again(message).said_in("zh") == "2个错误"
