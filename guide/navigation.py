"""The pages that the site's navigation names, read without MkDocs, and those of them that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bitext.finding import Finding, Place
from bitext.message import Message
from bitext.rules.rule import RULES
from bitext.tree import Tree


def navigation_keys(configuration: Path) -> frozenset[str] | None:
    """Return the keys of the pages that `nav:` of mkdocs.yml names, None where there is no such file or entry.

    Raises ValueError where the file is no configuration.
    """
    if not configuration.is_file():
        return None
    try:
        values = yaml.load(configuration.read_bytes().decode(), AnyTagLoader)  # noqa: S506 - a safe loader
        if not isinstance(values, dict):
            raise ValueError(Message("it holds no `key: value` lines"))
        return frozenset(leaves(values["nav"])) if values.get("nav") else None
    except (OSError, yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error).splitlines()[0]) from None


def dead_entries(configuration: Path, shown: str, tree: Tree) -> Iterator[Finding]:
    """Yield a finding for each page that `nav:` names and neither language has; `shown` is how people name the file.

    A page that one language lacks is for the rules about pairs. Raises ValueError where the file is no configuration.
    """
    named = navigation_keys(configuration) or frozenset()
    dead = {key for key in named - {*tree.page_keys(), *tree.generated} if "://" not in key}
    if dead:
        for node in scalars(yaml.compose(configuration.read_bytes().decode(), AnyTagLoader)):
            if node.value in dead:
                place = Place(shown, node.start_mark.line + 1, node.start_mark.column + 1)
                message = Message("the navigation names {page}, which neither language has", page=node.value)
                yield RULES["ref/broken-link"].finding(place, message, Message("write the page, or take it out of the navigation"))


def scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the single values below a node of a YAML file."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.CollectionNode):
        for one in node.value:
            for part in one if isinstance(one, tuple) else (one,):
                yield from scalars(part)


def leaves(nav: Any) -> Iterator[str]:
    """Yield the paths of a navigation."""
    if isinstance(nav, str):
        yield nav
    for one in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from leaves(one)


class AnyTagLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without acting on its tags (`!ENV`, `!!python/name:`)."""


AnyTagLoader.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005
