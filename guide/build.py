"""Build the site into a fresh folder and put it in the place of the old one only when everything passed."""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bitext.message import Message
from guide import check_command
from guide.built import problems_of
from guide.command_line import Misuse, Parser
from guide.progress import step

# Quiet what the theme prints about MkDocs' future at every run; docs/contributing names the plan.
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(prog="build.py", description="Check the pages and build the site into site/.")
    parser.add_argument("--serve", action="store_true", help="preview the site and rebuild it when a page changes")
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where --serve listens (default: %(default)s)"
    )
    parser.add_argument("--output", default="site", metavar="DIR", help="where the finished site goes (default: site)")
    return parser


def main(project: Path, argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0 when the site is in place, 1 when something is wrong with it, 2 when it cannot run."""
    try:
        options = arguments().parse_args(argv)
        os.chdir(project)
        return serve(options.address) if options.serve else build(place(Path(options.output)))
    except Misuse as error:
        print(f"build.py: {error}", file=sys.stderr)  # noqa: T201
        return 2


def serve(address: str) -> int:
    """Preview the site until Ctrl-C. Raises Misuse where nothing can listen at the address."""
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal():
        raise Misuse(Message.of(f"--address {address} is no HOST:PORT, such as 127.0.0.1:8000"))
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, OverflowError) as error:
        raise Misuse(
            Message.of(f"nothing can listen at {address} ({getattr(error, 'strerror', error)}); name another --address")
        ) from None
    try:
        return mkdocs("serve", "--dev-addr", address)
    except KeyboardInterrupt:  # the way to end a preview
        return 0


def place(target: Path) -> Path:
    """Return where a site goes. Raises Misuse where it cannot be put there."""
    if refused := refusal(target):
        raise Misuse(Message.of(f"{target} {refused}; name another folder with --output"))
    return target


def refusal(target: Path) -> str | None:
    """Return in words why a site cannot be put in a place, or None: only a built site, or nothing, may stand there."""
    if target.exists() and not target.is_dir():
        return "is a file"
    if target.exists() and not (target / "sitemap.xml").is_file() and any(target.iterdir()):
        return "exists and is no built site"
    if not target.resolve().parent.is_dir():
        return "stands in a folder that does not exist"
    return None


def build(target: Path) -> int:
    """Check, build, examine what was built, and swap it in; the old site stays untouched until the last step."""
    recover(target)
    with step("checking the pages"):
        status = check_command.main([])
    if status:
        return status
    # Beside the target, so that a rename can put it there whatever file system that is on.
    fresh = target.with_name(".build") / "site"
    shutil.rmtree(fresh.parent, ignore_errors=True)
    try:
        with step("building the site"):
            status = mkdocs("build", "--strict", "--site-dir", str(fresh))
        if status:
            return 1
        with step("examining the built site"):
            problems = problems_of(fresh)
        for problem in problems:
            print(problem, file=sys.stderr)  # noqa: T201
        if problems:
            return 1
        swap(fresh, target)
    finally:
        shutil.rmtree(fresh.parent, ignore_errors=True)
    print(f"the site is in {target}/")  # noqa: T201
    return 0


def mkdocs(*words: str) -> int:
    """Run MkDocs in a process of its own (it keeps state between builds); print what it says where it fails."""
    command = [sys.executable, "-m", "mkdocs", *words]
    if words[0] == "serve":
        return subprocess.call(command, env={**os.environ, **QUIET})
    done = subprocess.run(command, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
    return done.returncode


def swap(fresh: Path, target: Path) -> None:
    """Put the fresh site in the place of the old one: two renames, the first undone where the second fails."""
    old = aside(target)
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Put the old site back where a killed build left it aside."""
    if aside(target).exists() and not target.exists():
        aside(target).rename(target)


def aside(target: Path) -> Path:
    """Return where the old site waits during the swap."""
    return target.with_name(f"{target.name}.old")
