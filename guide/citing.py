"""Which pages of the guide link an entry of the register."""

from __future__ import annotations

from dataclasses import dataclass

from bitext.tree import Tree


@dataclass(frozen=True, slots=True)
class Citing:
    """A guide page that links an entry: its key and its title."""

    key: str
    title: str


def citing_pages(tree: Tree, language: str, kind: str = "instrument") -> dict[str, list[Citing]]:
    """Return for each entry of a kind the pages of one language that link it, in order of their keys."""
    cited: dict[str, list[Citing]] = {}
    for key, document in sorted(tree.documents[language].items()):
        page = Citing(key, str(document.page.meta.get("title", key)))
        targets = {link.target for block in document.blocks for link in block.prose.links}
        for target in sorted(targets):
            if target.startswith(f"{kind}:"):
                cited.setdefault(target.removeprefix(f"{kind}:"), []).append(page)
    return cited
