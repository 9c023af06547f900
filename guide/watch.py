"""Check again whenever a file changes, and say what is new and what is gone."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from bitext.finding import Finding
from bitext.message import Message, Several
from bitext.report import as_text, fingerprints, one_line

# Reading a file is an event too; only these change what a check finds.
CHANGES = frozenset({"created", "modified", "deleted", "moved"})
# An editor writes a file in several steps; what follows within this many seconds belongs to the same change.
SETTLED = 0.05
# Waiting without an end would keep some systems from hearing Ctrl-C.
BREATH = 1.0

Check = Callable[[], tuple[int, Sequence[Finding], Message | Several]]


class Notice(FileSystemEventHandler):
    """Notes that something below some folders, or one of some files, has changed."""

    def __init__(self, watched: Sequence[Path]) -> None:
        """Begin with nothing changed."""
        self.watched = [path.resolve() for path in watched]
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event of the observer's thread."""
        names = [str(name) for name in (event.src_path, event.dest_path) if name]
        if event.event_type in CHANGES and any(self.concerns(Path(name)) for name in names):
            self.changed.set()

    def concerns(self, path: Path) -> bool:
        """Tell whether a path lies at or below what is watched."""
        return any(path == one or one in path.parents for one in self.watched)

    def wait(self) -> None:
        """Return once something has changed and the change has come to an end."""
        while not self.changed.wait(BREATH):
            pass
        while self.changed.is_set():
            self.changed.clear()
            self.changed.wait(SETTLED)


@contextmanager
def noticing(watched: Sequence[Path]) -> Iterator[Notice]:
    """Notice changes of files and below folders; a file is watched through its folder, since editors replace files."""
    notice, observer = Notice(watched), Observer()
    for path in notice.watched:
        observer.schedule(notice, str(path if path.is_dir() else path.parent), recursive=path.is_dir())
    observer.start()
    try:
        yield notice
    finally:
        observer.stop()
        observer.join()


def watch(check: Check, watched: Sequence[Path], language: str) -> int:
    """Check, and again at each change, until Ctrl-C; return the status of the last check.

    `check` returns a status, the findings, and a line that sums them up; all is said in `language`.
    """
    status, before = 0, None
    try:
        with noticing(watched) as notice:
            while True:
                status, findings, line = check()
                sys.stdout.write(told(before, findings, language))
                sys.stdout.flush()
                waiting = Message("{line}; waiting for changes, Ctrl-C ends", line=line)
                print(waiting.said_in(language), file=sys.stderr, flush=True)  # noqa: T201
                before = findings
                notice.wait()
    except KeyboardInterrupt:
        return status


def told(before: Sequence[Finding] | None, findings: Sequence[Finding], language: str) -> str:
    """Return a line for each finding, at first as in any report; then new ones with +, the rest with a blank, gone ones with -."""
    if before is None:
        return as_text(findings, language)
    marks = fingerprints(findings)
    old = dict(zip(fingerprints(before), before, strict=True))
    lines = [(" " if mark in old else "+", one) for mark, one in zip(marks, findings, strict=True)]
    lines += [("-", one) for mark, one in old.items() if mark not in set(marks)]
    return "".join(f"{mark} {one_line(one.said_in(language))}\n" for mark, one in lines)
