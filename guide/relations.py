"""The page of relations: the picture, and the list that says the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bitext.register import Register, Text
from guide.instruments import related_lines
from guide.labels import both
from guide.relations_picture import picture
from guide.view import View, capital

HEADINGS = {"picture": both("图", "As a picture"), "list": both("按文件排列的清单", "As a list by instrument")}
# Levels that stand together, in the order of the picture's columns.
GROUPS: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "laws": (both("法律、行政法规", "Laws and administrative regulations"), ("law", "administrative-regulation")),
    "rules": (both("部门规章", "Departmental rules"), ("departmental-rule",)),
    "documents": (
        both("规范性文件、指引、草案", "Normative documents, guidance and drafts"),
        ("normative-document", "guidance", "draft"),
    ),
    "policy": (both("国家政策、党的文件", "National policy and Party documents"), ("policy", "party-policy")),
    "local": (both("地方文件", "Local documents"), ("local-regulation", "local-policy")),
}
ALONE = both("与其他文件没有核实过的关系：{links}。", "Without a confirmed relation to another instrument: {links}.")


def relations(view: View) -> str:
    """Return the generated part of the page."""
    columns = [(head[view.language], members(levels, view.register)) for head, levels in GROUPS.values()]
    parts = [f"## {HEADINGS['picture'][view.language]} {{#picture}}", picture(columns, view)]
    parts.append(f"## {HEADINGS['list'][view.language]} {{#list}}")
    for name, (head, levels) in GROUPS.items():
        parts += [f"### {head[view.language]} {{#{name}}}", listed(levels, view)]
    return "\n\n".join([*parts, *alone(view)])


def members(levels: tuple[str, ...], register: Register) -> list[str]:
    """Return the instruments of some levels that have a relation pages may state."""
    known = related(register)
    return [entry.id for entry in register.instruments.values() if entry.level in levels and entry.id in known]


def related(register: Register) -> set[str]:
    """Return all instruments at either end of a relation that pages may state."""
    pairs = [(entry.id, one.target) for entry in register.instruments.values() for one in entry.relations if one.publishable]
    return {name for pair in pairs for name in pair}


def listed(levels: tuple[str, ...], view: View) -> str:
    """Return the instruments of some levels with the relations of each below it."""
    lines: list[str] = []
    for name in members(levels, view.register):
        lines.append(f"- **[{capital(view.short(name))}](instrument:{name})**")
        lines += [f"    {line}" for line in related_lines(view.instrument(name), view.language, view.register)]
    return "\n".join(lines)


def alone(view: View) -> Iterator[str]:
    """Yield a sentence on the instruments that have no relation pages may state."""
    names = [name for name in view.register.instruments if name not in related(view.register)]
    if names:
        yield view.say(ALONE, links=view.joined([f"[](instrument:{name})" for name in names]))
