"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Check, caller

from bitext.register import Register
from bitext.register_files import read_register
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


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that calls the check command in the working folder and tells what it answered."""
    return caller(capsys)


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the guide itself."""
    return read_site(ROOT)
