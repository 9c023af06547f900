"""What `--explain` says: about one rule all there is to know, about a family one line a rule."""

from __future__ import annotations

from collections.abc import Iterator

from bitext.check import RULES
from bitext.message import Message, Several
from bitext.rules.rule import Rule
from bitext.rules.targets import guess
from bitext.rules.words import LEVELS


def explained(name: str) -> list[Message] | None:
    """Return the lines about a rule or a family, or None where no rule and no family has this name."""
    if name in RULES:
        return list(all_about(RULES[name]))
    rules = family(name)
    return [Message("{rule}: {why}", rule=heading(rule), why=rule.why) for rule in rules] or None


def families() -> list[str]:
    """Return the names of all families, in the order of their first rules."""
    return list(dict.fromkeys(name.partition("/")[0] for name in RULES))


def family(name: str) -> list[Rule]:
    """Return the rules of a family, named with or without the slash."""
    return [rule for rule in RULES.values() if rule.name.startswith(f"{name.rstrip('/')}/")]


def all_about(rule: Rule) -> Iterator[Message]:
    """Yield the lines about one rule."""
    yield heading(rule)
    yield rule.why
    yield Message("  wrong: {example}", example=rule.wrong)
    yield Message("  right: {example}", example=rule.right)
    if rule.needs_register:
        yield Message("It needs a register.")
    if rule.needs_history:
        yield Message("It needs the git history of the pages.")


def heading(rule: Rule) -> Message:
    """Return a rule's name with its level."""
    return Message("{name} ({level})", name=rule.name, level=LEVELS[rule.level])


def hint(name: str) -> Message | str:
    """Return what to say behind an unknown name: the nearest rule or family, else all families."""
    return guess(name, [*RULES, *families()]) or Message("; the families are {families}", families=Several(families()))
