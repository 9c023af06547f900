"""The glossary: what an entry shows in each language, and the file of all terms."""

from __future__ import annotations

import json

from bitext.register import Term, Text, Wording
from guide.citing import Citing
from guide.glossary import glossary_file, term
from guide.site import Site

SAMPLES = Term(
    id="hgr-materials",
    number="G01",
    zh=Wording(preferred="遗传资源材料", abbreviation="材料", avoid=("样本",)),
    en=Wording(preferred="HGR materials", avoid=("samples", "<tissue>")),
    definition=Text(zh="实物。", en="The physical side."),
    note=Text(zh="太泛。", en="Too wide."),
    instruments=("hgr-rules",),
    confidence="confirmed",  # type: ignore[arg-type]
    sources=("S02",),
)
CITING = [Citing("rules/hgr.md", "HGR"), Citing("reference/glossary.md", "Glossary")]


def test_entry_in_english() -> None:
    """Own language first; text of the other language says so; the glossary itself is no place of use."""
    assert list(term(SAMPLES, "en", CITING)) == [
        '### HGR materials · <span lang="zh-Hans">遗传资源材料（材料）</span> {#hgr-materials}',
        "The physical side. [S02](source:S02)",
        "实物。\n{: lang=zh-Hans }",
        '- Not: “samples”, “&lt;tissue&gt;”, “<span lang="zh-Hans">样本</span>”\n'
        "- Note: Too wide.\n"
        "- Used in: [](instrument:hgr-rules)\n"
        "- Pages of this guide: [HGR](../rules/hgr.md)",
    ]


def test_entry_in_chinese() -> None:
    parts = list(term(SAMPLES, "zh", ()))
    assert parts[0] == '### 遗传资源材料（材料） · <span lang="en">HGR materials</span> {#hgr-materials}'
    assert parts[2] == "The physical side.\n{: lang=en }"
    assert parts[3].startswith(
        '- 不用：“样本”、“<span lang="en">samples</span>”、“<span lang="en">&lt;tissue&gt;</span>”\n- 注意：'
    )


def test_file_holds_every_term_in_both_languages(site: Site) -> None:
    content = json.loads(glossary_file(site.register, site.as_of))
    assert [one["id"] for one in content["terms"]] == list(site.register.terms)
    assert all(one[language]["preferred"] and one["definition"][language] for one in content["terms"] for language in ("zh", "en"))
    assert {source for one in content["terms"] for source in one["sources"]} == {one["id"] for one in content["sources"]}
    assert content["as_of"] == "2026-11-22"
    assert content["licence"]["name"] == "CC BY 4.0"


def test_every_term_says_why_its_forms_to_avoid_are_wrong(site: Site) -> None:
    assert [one.id for one in site.register.terms.values() if not one.note] == []


def test_page_shows_every_term_and_where_it_is_used(site: Site) -> None:
    shown = site.render("<!-- register: terms -->", "en", "reference/glossary.md")
    assert all(f"{{#{name}}}" in shown for name in site.register.terms)
    assert "[Human genetic resources](../rules/human-genetic-resources.md)" in shown
