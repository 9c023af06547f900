"""Both homes open, each in its language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .pages import ROOTS, TAGS
from .serving import Host

TITLES = {"zh": "医疗领域扩大开放试点指南", "en": "Medical opening-up pilot: a guide"}
HEADINGS = {"zh": "人体干细胞、基因诊断与治疗", "en": "gene diagnosis and gene therapy"}


@pytest.mark.parametrize("language", ROOTS)
def test_home_opens_in_its_language(page: Page, any_host: Host, language: str) -> None:
    answer = page.goto(any_host.base + ROOTS[language])
    assert answer is not None
    assert answer.status == 200
    assert page.title().endswith(TITLES[language])
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    expect(page.get_by_role("heading", level=1)).to_contain_text(HEADINGS[language])
