"""Addresses stand in messages as people wrote them, whatever is left out to compare them."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Check, write


@pytest.mark.parametrize(
    "address", ["https://swanlab.cn", "https://zh.a.example/zh-CN/x/", "/zh/docs/index.html", "https://[a/x.cn"]
)
def test_an_address_is_shown_as_written(address: str, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one side only, and beside another one."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs", {"zh/a.md": f"见[此](<{address}>)。\n", "en/a.md": "See this.\n"})
    assert f"{address} is linked only in Chinese" in check("--no-register").out
    write(tmp_path / "docs", {"en/a.md": "See [this](https://b.example/en/).\n"})
    assert f"{address} is linked here, https://b.example/en/ in English" in check("--no-register").out
