"""The scripts make their environment once, from the locks, and say in one line why where they cannot."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted(path for path in (ROOT / "scripts").glob("*.py") if path.name != "environment.py")
OLD_ENOUGH_TO_PARSE = (3, 6)
TOO_OLD = "Python 3.11 or newer is needed; this is 3.8. Run it with a newer one, e.g. python3.12"
# Runs a script as if by an older Python.
AS_OLD = """
import runpy, sys
script = sys.argv[1]
sys.argv = [script]
sys.path.insert(0, script.rpartition("/")[0])
sys.version_info = (3, 8, 18, "final", 0)
runpy.run_path(script, run_name="__main__")
"""
PROBE = """
import sys
from environment import enter
if __name__ == "__main__":
    enter("site")
    print("inside", sys.prefix, *sys.argv[1:])
"""


@pytest.fixture(scope="module")
def environment() -> ModuleType:
    """Return scripts/environment.py as a module."""
    spec = importlib.util.spec_from_file_location("environment", ROOT / "scripts" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins(lock: str) -> set[str]:
    """Return the packages of a lock with their versions and conditions."""
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    return {line.rstrip("\\ ") for line in lines if line[:1].isalnum()}


def test_the_lock_of_the_tests_holds_the_lock_of_the_site() -> None:
    """What is tested is what is published: the same packages in the same versions."""
    assert pins("site.txt")
    assert pins("site.txt") - pins("test.txt") == set()


@pytest.mark.parametrize("lock", ["build.txt", "site.txt", "test.txt"])
def test_every_pin_has_its_hashes(lock: str) -> None:
    """Each package is fixed to one version and checked against what was locked."""
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    assert len(pins(lock)) == sum(line[:1].isalnum() and line.endswith(" \\") for line in text.splitlines())
    assert [pin for pin in pins(lock) if "==" not in pin] == []
    for pin in pins(lock):
        assert f"{pin} \\\n    --hash=sha256:" in text


@pytest.mark.parametrize("script", [*SCRIPTS, ROOT / "scripts" / "environment.py"], ids=lambda path: path.name)
def test_old_pythons_can_read_the_scripts(script: Path) -> None:
    """Scripts are written in the syntax of Python versions that are too old to run them."""
    ast.parse(script.read_text("utf-8"), feature_version=OLD_ENOUGH_TO_PARSE)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_an_older_python_is_told_so_in_one_line(script: Path) -> None:
    """Every script, under an interpreter that says it is Python 3.8."""
    done = subprocess.run([sys.executable, "-c", AS_OLD, str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{script.name}: {TOO_OLD}\n")


def old_python() -> str | None:
    """Return a Python 3.8 of this machine, if it has one."""
    installed = sorted(Path.home().glob(".pyenv/versions/3.8*/bin/python"))
    return str(installed[-1]) if installed else shutil.which("python3.8")


@pytest.mark.skipif(old_python() is None, reason="this machine has no Python 3.8; the test above pretends to be one")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_real_older_python_is_told_so_in_one_line(script: Path) -> None:
    """The same under a real Python 3.8."""
    done = subprocess.run([str(old_python()), "-B", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{script.name}: {TOO_OLD}\n")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Return a lock of two packages, one of which is not for this Python."""
    path = tmp_path / "lock.txt"
    path.write_text(
        "# a lock\npytest==9.9 \\\n    --hash=sha256:00\nnothing==1.0 ; python_version < '3' \\\n    --hash=sha256:00\n", "utf-8"
    )
    return path


def test_a_package_in_its_version_is_no_drift(environment: ModuleType, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages of other Python versions are not asked for."""
    monkeypatch.setattr(metadata, "version", lambda name: {"pytest": "9.9"}[name])
    assert environment.first_drift(lock) is None


def test_a_package_in_another_version_is_drift(environment: ModuleType, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package and both versions are named."""
    monkeypatch.setattr(metadata, "version", lambda name: {"pytest": "9.8"}[name])
    assert environment.first_drift(lock) == "pytest 9.8 is installed, the lock says ==9.9"


def test_a_package_that_is_missing_is_drift(environment: ModuleType, lock: Path) -> None:
    """A package that was removed by hand is named."""
    lock.write_text("surely-not-installed==1.0 \\\n    --hash=sha256:00\n", "utf-8")
    assert environment.first_drift(lock) == "surely-not-installed is missing"


def test_drift_ends_the_script(
    environment: ModuleType, lock: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Inside an environment that is out of step a script does not go on; the way out is said."""
    monkeypatch.setattr(environment, "VENV", sys.prefix)
    monkeypatch.setattr(environment, "ROOT", str(lock.parent))
    monkeypatch.setattr(environment, "lock_path", lambda _: str(lock))
    monkeypatch.setattr(metadata, "version", lambda name: {"pytest": "9.8"}[name])
    monkeypatch.setattr(sys, "argv", ["scripts/check.py"])
    with pytest.raises(SystemExit, match="2"):
        environment.enter("site")
    said = "pytest 9.8 is installed, the lock says ==9.9. Delete .venv and run this again\n"
    assert capsys.readouterr() == ("", f"check.py: .venv is out of step with lock.txt: {said}")


# Continues in the environment and is then stopped by Ctrl-C.
STOPPED = """
import sys
sys.path.insert(0, sys.argv[1])
sys.argv = ["scripts/check.py"]
import environment
environment.enter("test")
raise KeyboardInterrupt
"""
# Sends Ctrl-C to whoever started it, and goes on to its own end.
STOPPER = """
import os, signal
os.kill(os.getppid(), signal.SIGINT)
raise SystemExit(3)
"""


def test_a_script_that_is_stopped_says_so_in_one_line() -> None:
    """Ctrl-C shows no traceback."""
    command = [sys.executable, "-c", STOPPED, str(ROOT / "scripts")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "check.py: stopped\n")


def test_what_runs_inside_decides_how_a_script_ends(environment: ModuleType) -> None:
    """The outer process waits for the inner one, which was sent the same Ctrl-C."""
    assert environment.finished([sys.executable, "-c", STOPPER]) == 3


class Project:
    """A folder with the scripts and locks of one package, and a package index that is a folder."""

    def __init__(self, folder: Path) -> None:
        """Copy what making an environment needs, and lock the one package that it imports itself."""
        self.folder = folder
        self.index = folder / "index"
        self.index.mkdir()
        (folder / "scripts").mkdir()
        (folder / "requirements").mkdir()
        shutil.copy(ROOT / "scripts" / "environment.py", folder / "scripts")
        (folder / "scripts" / "probe.py").write_text(PROBE, "utf-8")
        self.wheel = wheel_of("packaging", folder)
        self.version = metadata.version("packaging")
        digest = hashlib.sha256(self.wheel.read_bytes()).hexdigest()
        for name in ("build", "site", "test"):
            self.lock(name).write_text(f"packaging=={self.version} \\\n    --hash=sha256:{digest}\n", "utf-8")

    def lock(self, name: str) -> Path:
        """Return the path of a lock."""
        return self.folder / "requirements" / f"{name}.txt"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the probe, without a network."""
        settings: Mapping[str, str] = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.index), "PIP_CONFIG_FILE": os.devnull}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        command = [sys.executable, str(self.folder / "scripts" / "probe.py"), *words]
        return subprocess.run(command, env={**kept, **settings}, capture_output=True, text=True, check=False)


def wheel_of(name: str, folder: Path) -> Path:
    """Pack an installed package into a wheel again."""
    files = metadata.files(name) or []
    path = folder / f"{name}-{metadata.version(name)}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for file in files:
            if ".." not in file.parts and file.suffix != ".pyc":
                wheel.writestr(file.as_posix(), Path(str(file.locate())).read_bytes())
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project whose environment was never made."""
    return Project(tmp_path_factory.mktemp("project"))


def test_the_environment_is_made_once_and_guarded(project: Project) -> None:
    """From no network to a working environment, a changed lock and a package that was changed by hand, in this order."""
    failed = project.run()
    assert (failed.returncode, failed.stderr.count("\n")) == (2, 1)
    assert failed.stderr.startswith("probe.py: could not install requirements/build.txt; is there a network connection? (ERROR: ")
    assert set_up_lines(failed) == [
        "setting up .venv (once; about a minute)",
        "installing the locked packages of requirements/site.txt",
    ]

    shutil.copy(project.wheel, project.index)
    inside = f"inside {project.folder / '.venv'} a b"
    made = project.run("a", "b")
    assert (made.returncode, made.stderr, made.stdout.splitlines()[-1]) == (0, "", inside)
    assert set_up_lines(made) == ["installing the locked packages of requirements/site.txt"]

    again = project.run("a", "b")
    assert (again.returncode, again.stderr, again.stdout) == (0, "", f"{inside}\n")

    project.lock("site").write_text("# changed\n" + project.lock("site").read_text("utf-8"), "utf-8")
    changed = project.run("a", "b")
    assert (changed.returncode, changed.stdout.splitlines()[-1]) == (0, inside)
    assert set_up_lines(changed) == set_up_lines(failed)

    (description,) = (project.folder / ".venv").glob("lib/*/site-packages/packaging-*.dist-info/METADATA")
    description.write_text(description.read_text("utf-8").replace(f"\nVersion: {project.version}\n", "\nVersion: 1.0\n"), "utf-8")
    drifted = project.run()
    said = f"packaging 1.0 is installed, the lock says =={project.version}. Delete .venv and run this again\n"
    assert (drifted.returncode, drifted.stdout) == (2, "")
    assert drifted.stderr == f"probe.py: .venv is out of step with requirements/site.txt: {said}"


def set_up_lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a run said about setting up."""
    return [line.removeprefix("set-up: ") for line in done.stdout.splitlines() if line.startswith("set-up: ")]


def test_a_set_up_that_was_broken_off_is_made_good(tmp_path: Path) -> None:
    """Where making .venv was interrupted before pip was in it, the next run makes it again or says to delete it."""
    project = Project(tmp_path)
    shutil.copy(project.wheel, project.index)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / ".venv")], check=True)
    done = project.run()
    assert done.returncode == 0 or "Delete .venv" in done.stderr
