"""Words of messages that stand for values of the checker: what a date is, what a sentence does, how much a finding weighs."""

from __future__ import annotations

from collections.abc import Collection

from bitext.finding import Level
from bitext.mentions.force import Force
from bitext.message import OR, Message, Several
from bitext.register import Role

ROLES = {
    Role.ADOPTED: Message("adopted"),
    Role.SIGNED: Message("signed"),
    Role.ISSUED: Message("issued"),
    Role.PUBLISHED: Message("published"),
    Role.EFFECTIVE: Message("effective"),
    Role.AMENDED: Message("amended"),
    Role.REPEALED: Message("repealed"),
    Role.REPORTED: Message("reported"),
    Role.CLOSED: Message("closed"),
}
FORCES = {
    Force.PROHIBIT: Message("prohibition"),
    Force.OBLIGE: Message("obligation"),
    Force.PERMIT: Message("permission"),
}
LEVELS = {Level.ERROR: Message("error"), Level.WARNING: Message("warning"), Level.NOTE: Message("note")}
PLURALS = {Level.ERROR: Message("errors"), Level.WARNING: Message("warnings"), Level.NOTE: Message("notes")}


def any_of(roles: Collection[Role]) -> Several:
    """Return roles that a date may have, in words."""
    return Several((ROLES[role] for role in sorted(roles)), OR)
