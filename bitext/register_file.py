"""One YAML file of the register: its entries as values and as nodes, which know their lines, and what cannot be read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bitext.finding import Finding, Place
from bitext.message import Message
from bitext.rules.rule import judged_elsewhere
from bitext.yaml_reading import UNREADABLE, FastLoader, line_of, refuse_depth

SCHEMA = judged_elsewhere(
    "register/schema",
    why="What pages rest on must have the form that checks and pages rely on.",
    wrong="`confidence: sure`, or a source id that no entry has", right="`confidence: confirmed`, an id of sources.yml",
)  # fmt: skip
BAD_YAML = Message("the file is not readable YAML"), Message("mend the YAML")


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file that holds a list: its entries by their index, without those that cannot be read, and its node."""

    path: str
    kind: str
    values: dict[int, Any]
    node: yaml.SequenceNode

    def line(self, steps: Sequence[int | str]) -> int:
        """Return the line of the value that is reached by keys and indexes, or of the last step that exists."""
        node: yaml.Node = self.node
        for step in steps:
            following = child(node, step)
            if following is None:
                break
            node = following
        return line_at(node)

    def ids(self) -> frozenset[str]:
        """Return the ids of all entries, of those that cannot be read as well."""
        found = (child(entry, "id") for entry in self.node.value)
        return frozenset(str(node.value) for node in found if isinstance(node, yaml.ScalarNode))


def schema(path: str, line: int, message: Message, remedy: Message) -> Finding:
    """Return a finding of the rule register/schema."""
    return SCHEMA.finding(Place(path, line), message, remedy)


def child(node: yaml.Node, step: int | str) -> yaml.Node | None:
    """Return one step down from a node, or None where there is none; of a key that stands twice the last counts."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in reversed(node.value) if key.value == step), None)
    return None


def line_at(node: yaml.Node) -> int:
    """Return the line on which a node begins."""
    return int(node.start_mark.line) + 1


def read_file(path: Path, shown: str, kind: str) -> tuple[RegisterFile | None, list[Finding]]:
    """Read one YAML file that holds a list of entries; `shown` is its path in findings."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        remedy = Message("write it, or name the register's folder with --register")
        return None, [schema(shown, 1, Message("the file is missing"), remedy)]
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [schema(shown, 1, Message("the file cannot be read ({reason})", reason=reason), Message("mend it"))]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [schema(shown, line, Message("the file is not valid UTF-8"), Message("save it as UTF-8 text"))]
    return read_text(text, shown, kind)


def read_text(text: str, shown: str, kind: str) -> tuple[RegisterFile | None, list[Finding]]:
    """Read the text of a file; what is wrong in one entry does not keep the others from being read."""
    try:
        refuse_depth(text)
        loader = FastLoader(text)
        node = loader.get_single_node()
    except UNREADABLE as error:
        return None, [schema(shown, line_of(error, text) or 1, *BAD_YAML)]
    if not isinstance(node, yaml.SequenceNode):
        return None, [schema(shown, 1, Message("the file does not hold a list"), Message("begin each entry with `- id:`"))]
    values: dict[int, Any] = {}
    findings = [finding for index, entry in enumerate(node.value) for finding in read_entry(loader, entry, shown, index, values)]
    return RegisterFile(shown, kind, values, node), findings


def read_entry(loader: FastLoader, entry: yaml.Node, shown: str, index: int, values: dict[int, Any]) -> Iterator[Finding]:
    """Put the value of an entry into `values` by its index; yield what keeps it, or a part of it, from being read."""
    if holds_itself(entry):
        yield schema(shown, line_at(entry), Message("the entry holds itself"), Message("write the values out, without `*`"))
        return
    for key in doubles(entry):
        yield schema(shown, line_at(key), Message("the key `{key}` stands twice", key=key.value), Message("remove one of the two"))
    try:
        values[index] = loader.construct_document(entry)
    except UNREADABLE:
        yield schema(shown, line_at(culprit(loader, entry)), *BAD_YAML)


def holds_itself(entry: yaml.Node) -> bool:
    """Tell whether a node is reached again from itself."""
    above: set[int] = set()
    finished: set[int] = set()
    steps = [(entry, False)]
    while steps:
        node, left = steps.pop()
        if left:
            above.discard(id(node))
            finished.add(id(node))
        elif id(node) in above:
            return True
        elif id(node) not in finished:
            above.add(id(node))
            steps += [(node, True), *((one, False) for one in below(node))]
    return False


def below(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield the nodes directly below a node: members, keys, values."""
    for one in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from one if isinstance(one, tuple) else (one,)


def nodes(entry: yaml.Node) -> Iterator[yaml.Node]:
    """Yield a node and all below it, each once, in order."""
    seen: set[int] = set()
    waiting = [entry]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += reversed(list(below(node)))


def doubles(entry: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the keys that stand a second time in their mapping: YAML would drop the first value without a word."""
    for node in nodes(entry):
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                yield key
            seen.add(str(key.value) if isinstance(key, yaml.ScalarNode) else "")


def culprit(loader: FastLoader, entry: yaml.Node) -> yaml.Node:
    """Return the value of an entry whose tag it does not fit, or the entry where there is none."""
    for node in nodes(entry):
        if isinstance(node, yaml.ScalarNode):
            try:
                loader.construct_document(node)
            except UNREADABLE:
                return node
    return entry
