"""Any bytes give findings: in a page, in front matter, in a file of the register."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings, strategies
from in_memory import findings

from bitext.register_files import read_register

REGISTER = Path(__file__).parent / "register"
FILES = sorted(path.name for path in REGISTER.glob("*.yml"))
BYTES = strategies.one_of(
    strategies.binary(max_size=400), strategies.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
# What the readers look at first: fences of front matter, signs of YAML and TOML, dates and numerals.
PIECES = [
    b"---\n", b"+++\n", b"title: ", b"as_of: ", b"2024-02-30", b"\n", b"&a ", b"*a", b"!!int ", b"{", b"[", b"- ", b"? ", b"|",
    b"\t",
    b"\xff", b"\x00",
    "二〇二四年".encode(), "三万五千".encode(), b"May 1", b"1,", "至".encode(), b"12/31/", b"%", b"\xef\xbb\xbf", b"\r",
]  # fmt: skip
SOUP = strategies.lists(strategies.sampled_from(PIECES), max_size=60).map(b"".join)


@settings(deadline=None)
@given(BYTES | SOUP, BYTES | SOUP)
def test_a_page_may_hold_any_bytes(zh: bytes, en: bytes) -> None:
    """Reading and comparing never fails."""
    assert isinstance(findings(zh, en), list)


@settings(deadline=None)
@given(BYTES | SOUP)
def test_front_matter_may_hold_any_bytes(meta: bytes) -> None:
    """Front matter that cannot be read is a finding, never a crash."""
    assert isinstance(findings(b"---\n" + meta + b"\n---\n# A\n", b"+++\n" + meta + b"\n+++\n# A\n"), list)


@settings(deadline=None, max_examples=60)
@given(strategies.sampled_from(FILES), BYTES | SOUP)
def test_a_file_of_the_register_may_hold_any_bytes(name: str, data: bytes) -> None:
    """A register that cannot be read is reported."""
    with TemporaryDirectory() as folder:
        shutil.copytree(REGISTER, folder, dirs_exist_ok=True)
        (Path(folder) / name).write_bytes(data)
        register, problems = read_register(Path(folder), "register")
    assert register is None or register.instruments or problems
