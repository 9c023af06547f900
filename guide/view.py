"""What a generated part of a page is made for: a language, a page, the register and the guide's day."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from bitext.register import Instrument, Register, Text
from guide.heads import page_address
from guide.layout import instrument_key


@dataclass(frozen=True, slots=True)
class View:
    """One page in one language. `as_of` is the guide's day; `directories` says how the site names its pages."""

    language: str
    key: str
    register: Register
    as_of: str = ""
    directories: bool = True

    def address(self, name: str) -> str:
        """Return the address of an instrument's page as the built page needs it, for HTML that Markdown does not touch."""
        start = page_address(self.key, self.directories)
        end = page_address(instrument_key(name), self.directories)
        folder = start if self.directories else posixpath.dirname(start)
        return posixpath.relpath(end, folder or ".") + ("/" if self.directories else "")

    def instrument(self, name: str) -> Instrument:
        """Return an instrument of the register."""
        return self.register.instruments[name]

    def short(self, name: str) -> str:
        """Return the short title of an instrument."""
        return self.instrument(name).short[self.language]

    def aside(self, text: str) -> str:
        """Return a text in the brackets of the language."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def joined(self, parts: list[str], strong: bool = False) -> str:
        """Join parts as the language joins the members of a list; `strong` where the parts hold commas."""
        comma, semicolon = ("、", "；") if self.language == "zh" else (", ", "; ")
        return (semicolon if strong else comma).join(parts)

    def after(self, opening: str, text: str) -> str:
        """Join an opening and what it announces."""
        return f"{opening}{'：' if self.language == 'zh' else ': '}{text}"

    def say(self, label: Text, **values: str) -> str:
        """Return a label with its places filled in."""
        return label[self.language].format(**values)


def capital(text: str) -> str:
    """Return a text with a capital first letter, as titles and sentences begin; Chinese has none to change."""
    return text[:1].upper() + text[1:]
