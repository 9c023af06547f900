"""What the decision page says, for its picture: its steps, and the outcomes their answers lead to."""

from __future__ import annotations

from bitext.document import Document
from guide.view import capital

STEP, OUTCOME = "step-", "outcome-"
COLON = {"zh": "：", "en": ": "}


def led_to(document: Document) -> dict[str, list[str]]:
    """Return for each step the outcomes that its answers, the items of its list, lead to."""
    found: dict[str, list[str]] = {}
    here = ""
    for block in document.blocks:
        if block.kind == "heading":
            here = block.id or ""
            if here.startswith(STEP):
                found[here] = []
        elif here in found and block.kind == "item":
            found[here] += [name for link in block.prose.links if (name := link.target[1:]).startswith(OUTCOME)]
    return {step: list(dict.fromkeys(outcomes)) for step, outcomes in found.items()}


def titles(document: Document) -> dict[str, str]:
    """Return what each heading says, for outcomes without the word before the colon."""
    colon = COLON[document.page.language]
    said = {block.id or "": block.text for block in document.headings}
    return {name: text if name.startswith(STEP) else capital(text.split(colon, 1)[-1]) for name, text in said.items()}
