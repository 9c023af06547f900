"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Check, caller

from bitext.register import Register
from bitext.register_files import read_register
from guide import check_run
from guide.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def small_register() -> Register:
    """Return the register that the cases use; it must be sound itself."""
    register, problems = read_register(ROOT / "tests" / "register", "tests/register")
    assert problems == []
    return register


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let no test see what another, or a person, has kept; return the folder that stands in for the user's."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(check_run, "user_cache_path", lambda _: folder)
    return folder


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that calls the check command in the working folder and tells what it answered."""
    return caller(capsys)


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the guide itself."""
    return read_site(ROOT)
