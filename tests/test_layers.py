"""Imports run one way (hooks, scripts → guide → bitext), and what decides right or wrong runs without MkDocs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.plugins import EVENTS

ROOT = Path(__file__).resolve().parent.parent
SITE_GENERATOR = {"mkdocs", "material", "mkdocs_static_i18n"}
UPSTAIRS = {
    "bitext": SITE_GENERATOR | {"guide", "hooks", "scripts", "environment"},
    "guide": SITE_GENERATOR | {"hooks", "scripts", "environment"},
    "hooks": {"scripts", "environment"},
    "scripts": {"hooks", *SITE_GENERATOR},
}
LONGEST_HOOK = 39
# Refuses some packages as if they were not installed, imports every module of one package, and prints their names.
IMPORT_ALL = """
import importlib, pkgutil, sys

class Refusal:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

package, *refused = sys.argv[1:]
sys.meta_path.insert(0, Refusal())
print(package)
for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
    importlib.import_module(module.name)
    print(module.name)
"""


def sources(folder: str) -> list[Path]:
    """Return the Python files of one folder of the project."""
    return sorted((ROOT / folder).rglob("*.py"))


def imports(source: str) -> Iterator[str]:
    """Yield the first part of every module that a source imports, inside functions and behind conditions as well."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level or (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"__import__", "importlib.import_module", "import_module"}:
            yield ast.unparse(node.args[0]).strip("'\"").partition(".")[0]


def events(source: str) -> set[str]:
    """Return the names that MkDocs would take for events: functions and values of a module that begin with on_."""
    body = ast.parse(source).body
    functions = {node.name for node in body if isinstance(node, ast.FunctionDef)}
    values = {target.id for node in body if isinstance(node, ast.Assign) for target in node.targets if isinstance(target, ast.Name)}
    return {name for name in functions | values if name.startswith("on_")}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import mkdocs", "mkdocs"),
        ("import os, mkdocs.config as c", "mkdocs"),
        ("from mkdocs.plugins import EVENTS", "mkdocs"),
        ("def f():\n    from guide.site import Site", "guide"),
        ("if TYPE_CHECKING:\n    import material", "material"),
        ("importlib.import_module('mkdocs.plugins')", "mkdocs"),
        ("from . import site", "."),
    ],
)
def test_the_reader_of_imports_sees_each_form(source: str, found: str) -> None:
    """What the next test does not see it cannot refuse."""
    assert found in set(imports(source))


@pytest.mark.parametrize(
    "path", [path for folder in UPSTAIRS for path in sources(folder)], ids=lambda path: str(path.relative_to(ROOT))
)
def test_nothing_is_imported_from_upstairs(path: Path) -> None:
    """Each folder imports only what stands below it, by full names."""
    folder = path.relative_to(ROOT).parts[0]
    found = set(imports(path.read_text("utf-8")))
    assert found & {*UPSTAIRS[folder], ".", ".."} == set()


@pytest.mark.parametrize("package", ["bitext", "guide"])
def test_every_module_imports_without_the_site_generator(package: str) -> None:
    """Every module of the package is imported in a process that has no MkDocs, no theme and nothing from upstairs."""
    command = [sys.executable, "-c", IMPORT_ALL, package, *UPSTAIRS[package]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in sources(package)}
    assert set(done.stdout.split()) == modules


def test_the_process_without_the_site_generator_has_none() -> None:
    """The test above refuses what it says it refuses."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, "mkdocs", "mkdocs"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "No module named 'mkdocs'" in done.stderr


@pytest.mark.parametrize("path", sources("hooks"), ids=lambda path: path.name)
def test_a_hook_is_a_thin_adapter(path: Path) -> None:
    """A hook is short, and every event it handles is one that MkDocs knows."""
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_HOOK
    assert events(source)
    assert events(source) <= {f"on_{event}" for event in EVENTS}


def test_every_hook_is_in_use() -> None:
    """A hook that mkdocs.yml does not name does nothing."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = yaml.safe_load(text[text.index("\nhooks:") :].partition("\n\n")[0])["hooks"]
    assert sorted(named) == [f"hooks/{path.name}" for path in sources("hooks")]
