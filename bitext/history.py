"""What git remembers of a docs tree: the earlier versions of its pages. Nothing is written, and no branch is changed.

Two processes serve the whole tree. Only the first parents of merges are followed, so that a merged pull request is one change, and
files are followed by their paths: a renamed page begins anew.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bitext.message import Message

# How many changes of the tree are read; what is older counts as one state in which both languages agree.
MOST_COMMITS = 500
# A larger file is no page that somebody wrote; it is not followed.
LARGEST_FILE = 1_000_000
SECONDS = 60
# Set for hooks by git itself; they would lead away from the folder that is asked about.
INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
REGULAR = {"100644", "100755"}
MARK = "\1"
LOG = (
    "-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "log.diffMerges=separate", "log", "-m", "--first-parent",
    "--raw", "--no-abbrev", "--no-renames", "--relative", "-z", f"--max-count={MOST_COMMITS}", f"--format={MARK}%H %as",
)  # fmt: skip


class HistoryError(Exception):
    """A revision that was asked for cannot be compared with; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was from one change on.

    `age` counts the changes of the tree back from now: 0 is the working tree, and what is older than all that was read has the
    largest age. `data` is None where there was no file.
    """

    age: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A change of the tree."""

    id: str
    day: str


@dataclass(frozen=True, slots=True)
class History:
    """The versions of the pages of a tree.

    `versions` holds, by a file's path below the tree, the versions before that of the working tree, newest first; `commits` the
    changes by age. `since` is the revision that was asked for. `whole` tells whether everything was read.
    """

    versions: Mapping[str, Sequence[Version]]
    commits: Mapping[int, Commit] = field(default_factory=dict)
    since: str | None = None
    whole: bool = False

    def marks(self, paths: Iterable[str]) -> list[str]:
        """Return a text for each file that is equal for equal versions only; a commit on top of them does not change it."""
        return [f"{self.since} {[self.mark(version) for version in self.versions.get(path, ())]}" for path in paths]

    def mark(self, version: Version) -> str:
        """Return a text that is equal for the same content since the same commit only."""
        commit = self.commits.get(version.age)
        return f"{commit.id if commit else version.age == 0} {hashlib.sha256(version.data or b'-').hexdigest()}"


class GitError(Exception):
    """Git is not there, knows no repository here, or cannot answer."""


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Return what git answers in a folder. Raises GitError where it does not."""
    environment = {name: value for name, value in os.environ.items() if name not in INHERITED}
    # A partial clone must not begin to download, and nobody is asked for a password.
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        answer = subprocess.run(
            ["git", *words], cwd=folder, env=environment, input=given, capture_output=True, check=True, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(str(error)) from None
    return answer.stdout


def read_history(folder: Path, paths: Collection[str]) -> History | None:
    """Return the earlier versions of some files, by their paths below a folder; None where git does not know them all.

    In a shallow clone the change that caught up with another would look like one that was made alone.
    """
    try:
        if git(folder, "rev-parse", "--is-shallow-repository").strip() != b"false":
            return None
        commits, changes = read_log(git(folder, *LOG, "--", "zh", "en"), frozenset(paths))
        blobs = read_blobs(folder, {blob for found in changes.values() for _, blob in found if blob})
    except GitError:
        return None
    versions = {path: [Version(age, blobs.get(blob) if blob else None) for age, blob in found] for path, found in changes.items()}
    return History(versions, commits, whole=len(commits) < MOST_COMMITS)


def read_log(log: bytes, paths: Collection[str]) -> tuple[dict[int, Commit], dict[str, list[tuple[int, str | None]]]]:
    """Return the commits of a log by age, and for each file the blobs it consisted of, newest first, with the age of each.

    The last blob of a file is the one before its oldest change; its age is beyond that of all commits.
    """
    commits: dict[int, Commit] = {}
    changes: dict[str, list[tuple[int, str | None]]] = {}
    before: dict[str, str | None] = {}
    tokens = iter(os.fsdecode(log).split("\0"))
    for token in map(str.lstrip, tokens):
        if token.startswith(MARK):
            commits[len(commits) + 1] = Commit(*token.removeprefix(MARK).split())
        elif token.startswith(":"):
            path, (old, new) = next(tokens), blobs_of(token)
            if path in paths:
                changes.setdefault(path, []).append((len(commits), new))
                before[path] = old
    for path, blob in before.items():
        changes[path].append((len(commits) + 1, blob))
    return commits, changes


def blobs_of(entry: str) -> tuple[str | None, str | None]:
    """Return the blobs before and after one change of a file; None where it was no regular file."""
    mode_before, mode_after, before, after, _ = entry.removeprefix(":").split()
    return before if mode_before in REGULAR else None, after if mode_after in REGULAR else None


def read_blobs(folder: Path, names: Collection[str]) -> dict[str, bytes]:
    """Return the contents of blobs by name; those that are not at hand or too large are left out."""
    if not names:
        return {}
    answer = git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in sorted(names)).encode())
    return dict(blobs_in(answer))


def blobs_in(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the blobs of an answer of `cat-file --batch`."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, kind, *size = answer[at:end].decode().split()
        at = end + 1
        if size:
            length = int(size[0])
            if kind == "blob" and length <= LARGEST_FILE:
                yield name, answer[at : at + length]
            at += length + 1


def read_since(folder: Path, revision: str, paths: Collection[str]) -> History:
    """Return the files as they were where a revision and the present one parted. Raises HistoryError where that is not known."""
    try:
        git(folder, "rev-parse", "--is-inside-work-tree")
    except GitError:
        raise HistoryError(Message("there is no git repository to compare with")) from None
    try:
        start = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except (GitError, ValueError):
        raise HistoryError(Message("git knows no such revision; name a commit, branch or tag that this clone holds")) from None
    try:
        blobs = dict(files_at(folder, parting(folder, start)))
        contents = read_blobs(folder, {blob for path, blob in blobs.items() if path in paths})
    except GitError:
        raise HistoryError(Message("git cannot read its files")) from None
    versions = {path: [Version(1, contents.get(blobs.get(path, "")))] for path in paths}
    return History(versions, since=revision)


def parting(folder: Path, revision: str) -> str:
    """Return the commit at which the present branch left a revision, or the revision where that is not known."""
    try:
        return git(folder, "merge-base", revision, "HEAD").decode().strip()
    except GitError:
        return revision


def files_at(folder: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield the regular files of a commit below a folder: path and blob."""
    for entry in os.fsdecode(git(folder, "ls-tree", "-r", "-z", commit, "--", "zh", "en")).split("\0"):
        about, _, path = entry.partition("\t")
        if path and about.split()[0] in REGULAR:
            yield path, about.split()[2]
