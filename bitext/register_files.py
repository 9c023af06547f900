"""Read the register from its YAML files; whatever is wrong is a finding with file, line and what is allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bitext.finding import Finding, Place
from bitext.message import Message
from bitext.register import Actor, Entry, Event, Instrument, PlaceEntry, Register, Role, RoleDate, Source, Term
from bitext.register_problems import problem_of, remedy_of
from bitext.rules.rule import judged_elsewhere
from bitext.rules.words import ROLES

# PyYAML answers a tag whose value does not fit with whatever error comes of it, and a list that holds itself with RecursionError.
UNREADABLE = (OSError, ValueError, yaml.YAMLError, KeyError, AttributeError, IndexError, TypeError, RecursionError)
KINDS: dict[str, type[Entry]] = {
    "instruments": Instrument, "events": Event, "places": PlaceEntry, "actors": Actor, "terms": Term, "sources": Source,
}  # fmt: skip
SCHEMA = judged_elsewhere(
    "register/schema",
    why="What pages rest on must have the form that checks and pages rely on.",
    wrong="`confidence: sure`, or a source id that no entry has", right="`confidence: confirmed`, an id of sources.yml",
)  # fmt: skip
MISORDERED = judged_elsewhere(
    "register/order",
    why="An instrument cannot take effect before it is adopted; one of the two dates is wrong.",
    wrong="adopted 2024-09-08, effective 2024-04-08", right="adopted 2024-04-08, effective 2024-11-01",
)  # fmt: skip
SELF_RELATED = judged_elsewhere(
    "register/relation",
    why="A relation tells readers where to go next; one that leads back to the same instrument is a slip.",
    wrong="`target: neg-list-2024` in the entry neg-list-2024", right="`target: neg-list-2021`",
)  # fmt: skip
# In the life of one text a date on the left cannot be later than a date on the right. A text may take effect before it is
# issued (with effect for the past), so issued and effective are not compared.
ORDER = [
    (Role.ADOPTED, Role.SIGNED), (Role.ADOPTED, Role.PUBLISHED), (Role.ADOPTED, Role.EFFECTIVE), (Role.SIGNED, Role.PUBLISHED),
    (Role.ISSUED, Role.PUBLISHED), (Role.EFFECTIVE, Role.REPEALED), (Role.PUBLISHED, Role.REPEALED), (Role.ADOPTED, Role.AMENDED),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """One YAML file as values and as nodes, which know their lines."""

    path: str
    kind: str
    values: list[Any]
    node: yaml.Node

    def line(self, steps: Sequence[int | str]) -> int:
        """Return the line of the value that is reached by keys and indexes, or of the last step that exists."""
        node = self.node
        for step in steps:
            following = child(node, step)
            if following is None:
                break
            node = following
        return int(node.start_mark.line) + 1


def child(node: yaml.Node, step: int | str) -> yaml.Node | None:
    """Return one step down from a node, or None where there is none."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


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
    for file in files:
        findings += dangling(file, register)
        findings += misordered(file, register)
    return register, sorted(findings)


def read_file(path: Path, shown: str, kind: str) -> tuple[RegisterFile | None, list[Finding]]:
    """Read one YAML file that holds a list of entries."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        node = yaml.compose(text, yaml.CSafeLoader)
        values = yaml.load(text, yaml.CSafeLoader)
    except FileNotFoundError:
        remedy = Message("write it, or name the register's folder with --register")
        return None, [schema(shown, 1, Message("the file is missing"), remedy)]
    except UNREADABLE as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return None, [schema(shown, line, Message("the file is not readable YAML"), Message("mend the YAML"))]
    if not isinstance(values, list) or node is None:
        return None, [schema(shown, 1, Message("the file does not hold a list"), Message("begin each entry with `- id:`"))]
    return RegisterFile(shown, kind, values, node), []


def read_entries(file: RegisterFile, model: type[Entry], entries: dict[str, Entry]) -> Iterator[Finding]:
    """Validate the entries of a file into `entries`; yield what is wrong."""
    names = Counter(str(value.get("id")) for value in file.values if isinstance(value, dict))
    for index, value in enumerate(file.values):
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
    message = Message("{where}: {problem}", where=".".join(map(str, steps)), problem=problem_of(detail))
    return schema(file.path, file.line([index, *steps]), message, remedy_of(detail))


def schema(path: str, line: int, message: Message, remedy: Message) -> Finding:
    """Return a finding of the rule register/schema."""
    return SCHEMA.finding(Place(path, line), message, remedy)


def dangling(file: RegisterFile, register: Register) -> Iterator[Finding]:
    """Yield the ids that entries of a file refer to and that no entry has."""
    for index, value in enumerate(file.values):
        for steps, kind, name in references(value):
            if name not in getattr(register, kind):
                line = file.line([index, *steps])
                message = Message("no entry of {kind}.yml has the id {id!r}", kind=kind, id=name)
                yield schema(file.path, line, message, Message("correct the id or add the entry"))


def references(value: Any, steps: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], str, str]]:
    """Yield the references inside raw values as (steps, kind, id)."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from references(one, (*steps, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in {"sources", "instruments"} and isinstance(one, list):
                yield from (((*steps, key, index), key, str(name)) for index, name in enumerate(one))
            elif key == "target":
                yield (*steps, key), "instruments", str(one)
            else:
                yield from references(one, (*steps, key))


def misordered(file: RegisterFile, register: Register) -> Iterator[Finding]:
    """Yield dates that stand in an impossible order, and relations of an instrument to itself."""
    if file.kind != "instruments":
        return
    for index, value in enumerate(file.values):
        entry = register.instruments.get(str(value.get("id"))) if isinstance(value, dict) else None
        if entry is None:
            continue
        for at, (before, after) in impossible(entry.dates):
            message = Message(
                "{id} is {role} on {date}, before it is {earlier} on {before}",
                id=entry.id, role=ROLES[after.role], date=after.date, earlier=ROLES[before.role], before=before.date,
            )  # fmt: skip
            place = Place(file.path, file.line([index, "dates", at]))
            yield MISORDERED.finding(place, message, Message("correct one of the two dates or its role"))
        for at, relation in enumerate(entry.relations):
            if relation.target == entry.id:
                place = Place(file.path, file.line([index, "relations", at]))
                yield SELF_RELATED.finding(place, Message("{id} is related to itself", id=entry.id), Message("name another target"))


def impossible(dates: Sequence[RoleDate]) -> Iterator[tuple[int, tuple[RoleDate, RoleDate]]]:
    """Yield pairs of dates of the same text that contradict the order of roles, with the index of the later role."""
    for first, second in ORDER:
        for before in (entry for entry in dates if entry.role is first):
            for index, after in enumerate(dates):
                same = before.of == after.of or (second is Role.REPEALED)
                if after.role is second and same and str(after.date) < str(before.date)[: len(str(after.date))]:
                    yield index, (before, after)
