"""The pages that the site's navigation names, read without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def navigation_keys(configuration: Path) -> frozenset[str] | None:
    """Return the keys of the pages that `nav:` of mkdocs.yml names, None where there is no such file or entry.

    Raises ValueError where the file is no configuration.
    """
    if not configuration.is_file():
        return None
    try:
        values = yaml.load(configuration.read_bytes().decode(), AnyTagLoader)  # noqa: S506 - a safe loader
        if not isinstance(values, dict):
            raise ValueError("it holds no `key: value` lines")
        return frozenset(leaves(values["nav"])) if values.get("nav") else None
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error).splitlines()[0]) from None


def leaves(nav: Any) -> Iterator[str]:
    """Yield the paths of a navigation."""
    if isinstance(nav, str):
        yield nav
    for one in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from leaves(one)


class AnyTagLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without acting on its tags (`!ENV`, `!!python/name:`)."""


AnyTagLoader.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005
