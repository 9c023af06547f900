"""Make `.venv` from the locks and run the calling script inside it.

Every script calls `enter(...)` before it imports anything else of the project. This file must stay readable for old
Python versions, so that they reach the line that says they are too old: no annotations, no newer syntax.
"""

import hashlib
import os
import subprocess
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
# The lock of the tests holds everything that the lock of the site holds, in the same versions.
CONTENTS = {"site": ["site"], "test": ["site", "test"]}
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def enter(group):
    """Continue in `.venv` with the locked packages of `group` ("site" or "test"), making it first where needed.

    Returns only inside the environment. Exits with status 2 and one line where that cannot be reached.
    """
    sys.excepthook = say_stopped
    if sys.version_info < OLDEST:
        stop("Python 3.11 or newer is needed; this is %d.%d. Run it with a newer one, e.g. python3.12" % sys.version_info[:2])
    if os.path.realpath(sys.prefix) != os.path.realpath(VENV):
        set_up(group)
        sys.exit(finished([PYTHON, *sys.argv]))
    drift = first_drift(lock_path(group))
    if drift:
        stop(".venv is out of step with %s: %s. Delete .venv and run this again" % (relative(lock_path(group)), drift))


def finished(command):
    """Run a command and return its status; Ctrl-C reaches it by itself, and what it makes of that decides."""
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def set_up(group):
    """Create `.venv` or bring it up to the lock of `group`; does nothing where its stamp matches the lock."""
    if os.path.exists(PYTHON) and os.path.exists(stamp(group)) and read(stamp(group)) == fingerprint(group):
        return
    if os.path.exists(PYTHON) and subprocess.call([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        stop(".venv was left unfinished. Delete .venv and run this again")
    if not os.path.exists(PYTHON) or outdated():
        say("setting up .venv (once; about a minute)")
        # What another lock installed must not stay: a package may act where it is merely there.
        run([sys.executable, "-m", "venv", "--clear", VENV], "could not create .venv")
    say("installing the locked packages of " + relative(lock_path(group)))
    install(os.path.join(ROOT, "requirements", "build.txt"))
    install(lock_path(group), "--no-build-isolation")
    link_project()
    for old in (name for name in os.listdir(VENV) if name.startswith("stamp-")):
        os.remove(os.path.join(VENV, old))
    for held in CONTENTS[group]:
        with open(stamp(held), "w") as file:
            file.write(fingerprint(held))


def outdated():
    """Tell whether `.venv` was made for locks that have changed since."""
    made = (group for group in CONTENTS if os.path.exists(stamp(group)))
    return any(read(stamp(group)) != fingerprint(group) for group in made)


def install(lock, *options):
    """Install exactly the packages of one lock file, each checked against its hash."""
    quiet = [] if sys.stdout.isatty() else ["-q"]
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r", lock]
    run(command + quiet + list(options), "could not install %s; is there a network connection?" % relative(lock))


def link_project():
    """Let `import bitext` and `import guide` work in `.venv` wherever a command is started from."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.check_output([PYTHON, "-c", code], universal_newlines=True).strip()
    with open(os.path.join(folder, "project.pth"), "w") as file:
        file.write(ROOT + "\n")


def first_drift(lock):
    """Return in words the first package whose installed version is not the locked one, or None."""
    from importlib import metadata

    from packaging.requirements import Requirement

    for line in read(lock).splitlines():
        if line[:1].isalnum():
            wanted = Requirement(line.rstrip("\\ "))
            if wanted.marker is None or wanted.marker.evaluate():
                try:
                    found = metadata.version(wanted.name)
                except metadata.PackageNotFoundError:
                    return "%s is missing" % wanted.name
                if found not in wanted.specifier:
                    return "%s %s is installed, the lock says %s" % (wanted.name, found, wanted.specifier)
    return None


def run(command, failure):
    """Run one set-up command; on failure stop with `failure` and the command's last error line."""
    errors = subprocess.run(command, stderr=subprocess.PIPE, universal_newlines=True)
    if errors.returncode:
        lines = [line for line in errors.stderr.splitlines() if line.startswith("ERROR")] or errors.stderr.splitlines()
        stop("%s (%s)" % (failure, lines[-1].strip() if lines else "exit status %d" % errors.returncode))


def lock_path(group):
    return os.path.join(ROOT, "requirements", group + ".txt")


def stamp(group):
    """Return the file that says which lock of `group` the environment was made from."""
    return os.path.join(VENV, "stamp-" + group)


def fingerprint(group):
    """Name the content of a lock and the Python that made the environment."""
    return hashlib.sha256((read(lock_path(group)) + sys.version).encode()).hexdigest()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def relative(path):
    return os.path.relpath(path, ROOT).replace(os.sep, "/")


def say(message):
    print("set-up: " + message, flush=True)


def say_stopped(kind, error, trace):
    """Show what ends a script as Python does, but Ctrl-C in one line."""
    if issubclass(kind, KeyboardInterrupt):
        stop("stopped", 130)
    sys.__excepthook__(kind, error, trace)


def stop(message, status=2):
    sys.stderr.write("%s: %s\n" % (os.path.basename(sys.argv[0]), message))
    sys.exit(status)
