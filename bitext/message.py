"""What a check says to people: an English template with its values, which can be said in Chinese too."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Self

import yaml


class Message(str):
    """A text in English that remembers what it was made of, so that another language can make its own sentence of the same parts.

    `template` has `{name}` where a value stands; a value may be a message itself, or several values. The text is the English one.
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Self:
        """Return the English text of a template and its values."""
        text = super().__new__(cls, template.format(**values))
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a message be copied and stored with its parts."""
        return restored, (self.template, self.values)

    @classmethod
    def of(cls, text: str) -> Self:
        """Return a text without values as a message; its braces are braces."""
        return cls(text.replace("{", "{{").replace("}", "}}"))

    def said_in(self, language: str) -> str:
        """Return the text in a language; in English where the catalogue has no sentence for the template."""
        if language == "en":
            return str(self)
        values = {name: said(value, language) for name, value in self.values.items()}
        return catalogue(language).get(self.template, self.template).format(**values)


COMMA = Message(", ")
SEMICOLON = Message("; ")
OR = Message(" or ")


class Several:
    """Some values inside a message, told apart by each language's own mark."""

    def __init__(self, values: Iterable[object], between: Message = COMMA) -> None:
        self.values, self.between = tuple(values), between

    def said_in(self, language: str) -> str:
        """Return the values in a language, with the mark between them."""
        return self.between.said_in(language).join(str(said(value, language)) for value in self.values)

    def __str__(self) -> str:
        return self.said_in("en")


def said(value: Any, language: str) -> Any:
    """Return a value as a sentence of a language needs it."""
    return value.said_in(language) if isinstance(value, Message | Several) else value


def restored(template: str, values: dict[str, Any]) -> Message:
    """Return a message from its stored parts."""
    return Message(template, **values)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return the sentences of a language by their English templates; `messages_zh.yml` has the Chinese ones."""
    text = files("bitext").joinpath(f"messages_{language}.yml").read_text("utf-8")
    return yaml.safe_load(text) or {}
