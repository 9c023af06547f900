"""Keep a memory in a file between runs: JSON behind a checksum, written in one step; whatever else stands there is ignored."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from bitext.document import Outline
from bitext.finding import Finding, Level, Place
from bitext.memory import Memory, Result, digest, version
from bitext.message import Message, Several, restored
from bitext.silences import Silence

# A folder holds the memories of the trees and selections of rules that were checked last; one of more bytes is not kept.
MOST_FILES = 16
MOST_BYTES = 64_000_000


def memory_path(folder: Path, *names: str) -> Path:
    """Return where the memory of something lies: of a tree, a selection of rules or whatever else tells runs apart."""
    return folder / f"{digest(*names)[:32]}.json"


def load(path: Path) -> Memory:
    """Return the memory in a file, an empty one where this version of the package did not write it whole."""
    try:
        check, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return Memory()
    return Memory(results_of(json.loads(body))) if check == checksum(body) else Memory()


def store(memory: Memory, path: Path) -> None:
    """Write a memory that has changed; where that is not possible, the next run is slower and nothing else."""
    with suppress(OSError):
        if not memory.changed:
            os.utime(path)
            return
        body = json.dumps(values_of(memory), separators=(",", ":")).encode()
        if len(body) <= MOST_BYTES:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, checksum(body) + b"\n" + body)
            memory.changed = False
            forget_oldest(path.parent)


def replace_file(path: Path, data: bytes) -> None:
    """Put a file into its place in one step, so that no other run sees half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".json", delete=False) as draft:
        draft.write(data)
    try:
        Path(draft.name).replace(path)
    except OSError:
        Path(draft.name).unlink()
        raise


def forget_oldest(folder: Path) -> None:
    """Remove the memories that were not used for longest, what killed runs left behind among them."""
    for path in sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-MOST_FILES]:
        path.unlink(missing_ok=True)


def checksum(body: bytes) -> bytes:
    """Return what stands before a memory that this version wrote: versions differ in what they keep, too."""
    return hashlib.sha256(version().encode() + body).hexdigest().encode()


def values_of(memory: Memory) -> dict[str, Any]:
    """Return the results of a memory as plain values."""
    return {key: [mark, result_values(result)] for key, (mark, result) in memory.results.items()}


def result_values(result: Result) -> list[Any]:
    """Return a result as plain values."""
    return [
        [finding_values(finding) for finding in result.findings],
        [[place_values(one.place), one.rule, one.lines.start, one.lines.stop] for one in result.silences],
        {mark: [sorted(one.explicit_ids), sorted(one.derived_ids), one.targets] for mark, one in result.outlines.items()},
        [[*question, answer] for question, answer in result.asked.items()],
    ]


def finding_values(one: Finding) -> list[Any]:
    """Return a finding as plain values."""
    texts = (one.message, one.remedy, one.related, one.excerpt, one.counterpart)
    return [place_values(one.place), one.rule, one.level, *map(text_values, texts)]


def place_values(place: Place) -> list[Any]:
    """Return a place as plain values."""
    return [place.path, place.line, place.column]


def text_values(text: Any) -> Any:
    """Return what a finding says as plain values: messages with their parts, places, numbers; anything else as text."""
    if isinstance(text, Message):
        return {"template": text.template, "values": {name: text_values(value) for name, value in text.values.items()}}
    if isinstance(text, Several):
        return {"several": [text_values(value) for value in text.values], "between": text_values(text.between)}
    if isinstance(text, Place):
        return place_values(text)
    return text if text is None or isinstance(text, int) else str(text)


def results_of(values: dict[str, Any]) -> dict[str, tuple[str, Result]]:
    """Return results from plain values."""
    return {key: (mark, result_of(*held)) for key, (mark, held) in values.items()}


def result_of(findings: list[Any], silences: list[Any], outlines: dict[str, Any], asked: list[Any]) -> Result:
    """Return a result from plain values."""
    return Result(
        tuple(finding_of(*one) for one in findings),
        tuple(Silence(Place(*place), rule, range(start, stop)) for place, rule, start, stop in silences),
        {mark: Outline(frozenset(ids), frozenset(derived), tuple(targets)) for mark, (ids, derived, targets) in outlines.items()},
        {tuple(question): answer for *question, answer in asked},
    )


def finding_of(place: list[Any], rule: str, level: str, *texts: Any) -> Finding:
    """Return a finding from plain values."""
    message, remedy, related, excerpt, counterpart = map(text_of, texts)
    return Finding(Place(*place), rule, Level(level), message, remedy, related, excerpt, counterpart)


def text_of(values: Any) -> Any:
    """Return what a finding says from plain values."""
    if isinstance(values, dict):
        if "between" in values:
            return Several(map(text_of, values["several"]), text_of(values["between"]))
        return restored(values["template"], {name: text_of(value) for name, value in values["values"].items()})
    return Place(*values) if isinstance(values, list) else values
