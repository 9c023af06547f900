"""What the commands share: a command line that is wrong is answered in one line."""

from __future__ import annotations

import argparse
from typing import NoReturn


class Misuse(Exception):
    """The command cannot run as asked; the text is one line that says why and what to do."""


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with a command line."""

    def error(self, message: str) -> NoReturn:
        """Raise Misuse instead of leaving the process with a usage of several lines."""
        raise Misuse(f"{message}; see {self.prog} --help")
