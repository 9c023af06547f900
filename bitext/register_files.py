"""Read the register from its YAML files; whatever is wrong is a finding with file, line and what is allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bitext.finding import Finding
from bitext.message import Message
from bitext.register import Actor, Entry, Event, Instrument, PlaceEntry, Register, Source, Term
from bitext.register_file import RegisterFile, read_file, schema
from bitext.register_order import misordered
from bitext.register_problems import problem_of, remedy_of

KINDS: dict[str, type[Entry]] = {
    "instruments": Instrument, "events": Event, "places": PlaceEntry, "actors": Actor, "terms": Term, "sources": Source,
}  # fmt: skip
# Keys and indexes that lead from an entry to a value.
Steps = tuple[int | str, ...]


def read_register(folder: Path, shown: str) -> tuple[Register, list[Finding]]:
    """Read all files of a folder; `shown` is the folder's path in findings. Entries that are wrong are left out."""
    findings: list[Finding] = []
    entries: dict[str, dict[str, Entry]] = {}
    files: list[RegisterFile] = []
    for kind, model in KINDS.items():
        path = folder / f"{kind}.yml"
        file, problems = read_file(path, f"{shown}/{kind}.yml", kind)
        findings += problems
        entries[kind] = {}
        if file is not None:
            files.append(file)
            findings += read_entries(file, model, entries[kind])
    register = Register.model_construct(**entries)  # type: ignore[arg-type]
    known = {file.kind: file.ids() for file in files}
    for file in files:
        findings += dangling(file, known)
        findings += misordered(file, register) if file.kind == "instruments" else ()
    return register, sorted(findings)


def read_entries(file: RegisterFile, model: type[Entry], entries: dict[str, Entry]) -> Iterator[Finding]:
    """Validate the entries of a file into `entries`; yield what is wrong."""
    names = Counter(name for value in file.values.values() if isinstance(value, dict) and isinstance(name := value.get("id"), str))
    for index, value in file.values.items():
        try:
            entry = model.model_validate(value)
        except ValidationError as error:
            for detail in error.errors():
                yield wrong_value(file, index, detail)
            continue
        name = str(getattr(entry, "id"))  # noqa: B009 - every kind of entry has an id, the base class has none
        if names[name] > 1:
            line, message = file.line([index, "id"]), Message("the id {id!r} stands {count} times", id=name, count=names[name])
            yield schema(file.path, line, message, Message("give each entry its own id"))
        entries[name] = entry


def wrong_value(file: RegisterFile, index: int, detail: ErrorDetails) -> Finding:
    """Say what pydantic found wrong with a value, with the allowed values where it knows them."""
    steps = [step for step in detail["loc"] if step not in {"function-after[parse(), str]", "str"}]
    problem = problem_of(detail)
    message = Message("{where}: {problem}", where=".".join(map(str, steps)), problem=problem) if steps else problem
    return schema(file.path, file.line([index, *steps]), message, remedy_of(detail))


def dangling(file: RegisterFile, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Yield the ids that entries of a file refer to and that no entry has; of a kind whose file cannot be read nothing is known."""
    for index, value in file.values.items():
        for steps, kind, name in references(value):
            if name not in known.get(kind, {name}):
                line = file.line([index, *steps])
                message = Message("no entry of {kind}.yml has the id {id!r}", kind=kind, id=name)
                yield schema(file.path, line, message, Message("correct the id or add the entry"))


def references(entry: Any) -> Iterator[tuple[Steps, str, str]]:
    """Yield the references inside the raw value of an entry as (steps, kind, id)."""
    seen: set[int] = set()
    waiting: list[tuple[Steps, Any]] = [((), entry)]
    while waiting:
        steps, value = waiting.pop()
        # A list that stands in several places is an alias of YAML; lists of aliases of lists can have more places than atoms.
        if not isinstance(value, list | dict) or id(value) in seen:
            continue
        seen.add(id(value))
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            kind, names = referred(key, one)
            yield from (((*steps, key, *at), kind, name) for at, name in names)
            waiting.append(((*steps, key), one))


def referred(key: Any, value: Any) -> tuple[str, list[tuple[Steps, str]]]:
    """Return the kind of entry that the value of a key refers to, and the ids, each with the steps to it inside the value."""
    if key in ("sources", "instruments") and isinstance(value, list):
        return key, [((index,), name) for index, name in enumerate(value) if isinstance(name, str)]
    return "instruments", [((), value)] if key == "target" and isinstance(value, str) else []
