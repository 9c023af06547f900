"""Run everything that must pass before a change is merged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.progress import step

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Debian's browser, and a font that shows Chinese.
PACKAGES = ("chromium", "fonts-noto-cjk")
CHECKS: dict[str, list[str]] = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "workflows": ["zizmor", "--offline", "--quiet", "--no-progress", ".github"],
}


def main(project: Path, words: Sequence[str]) -> int:
    """Run the checks, then pytest; with words, pytest alone with these. Return 0 when everything passed."""
    os.chdir(project)
    browser = find_browser() or install_browser()
    if browser is None:
        message = "test.py: no Chromium found; install Debian's `chromium` or name one in the variable CHROMIUM"
        print(message, file=sys.stderr)  # noqa: T201
        return 2
    os.environ["CHROMIUM"] = browser
    failed = [] if words else [name for name, command in CHECKS.items() if run(name, command)]
    status = subprocess.call([sys.executable, "-m", "pytest", *words])
    for name in failed:
        print(f"test.py: {name} failed; run .venv/bin/{' '.join(CHECKS[name])}", file=sys.stderr)  # noqa: T201
    return int(bool(status or failed))


def run(name: str, command: list[str]) -> int:
    """Run one check of the environment's own tools; print what it says."""
    tool = Path(sys.executable).with_name(command[0])
    with step(name):
        return subprocess.call([str(tool), *command[1:]])


def find_browser() -> str | None:
    """Return the browser that CHROMIUM names, or the first one found by name."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def install_browser() -> str | None:
    """Install Debian's browser where this user may; return it, or None."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    with step("installing " + " and ".join(PACKAGES)):
        subprocess.call(["apt-get", "update", "-qq"])
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "install", "-y", "-qq", *PACKAGES], env=environment, stdout=subprocess.DEVNULL)
    return find_browser()
